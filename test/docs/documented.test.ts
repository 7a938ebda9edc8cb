import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ENTRIES = [
  'packages/core/src/index.ts',
  'packages/core/src/rules/index.ts',
  'packages/workbook/src/index.ts',
];

/** The things a package exports, where they are declared. */
function exportsOf(entry: string): { name: string; declaration: ts.Declaration }[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    paths: { '@ctmtqg/core': [`${root}packages/core/src/index.ts`] },
    types: [],
  };
  const program = ts.createProgram([root + entry], options);
  const checker = program.getTypeChecker();
  const file = checker.getSymbolAtLocation(program.getSourceFile(root + entry)!)!;
  return checker.getExportsOfModule(file).flatMap((symbol) => {
    const real = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = real.declarations?.[0];
    return declaration?.getSourceFile().fileName.includes('/packages/')
      ? [{ name: symbol.name, declaration }]
      : [];
  });
}

const commentsOf = (declaration: ts.Declaration): string => {
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts
    .getJSDocCommentsAndTags(owner)
    .map((comment) => comment.getText())
    .join('\n');
};

describe.each(ENTRIES)('the public surface of %s', (entry) => {
  const all = exportsOf(entry);

  it('says of everything what it is', () => {
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ declaration }) => commentsOf(declaration) === '').map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('shows every function at work', () => {
    const functions = all.filter(({ declaration }) => ts.isFunctionDeclaration(declaration));
    expect(
      functions
        .filter(({ declaration }) => !commentsOf(declaration).includes('@example'))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
