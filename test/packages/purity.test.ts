import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('../../packages/core/src/', import.meta.url));

/** Names of the outside world: clock, chance, files, network, host, code made from text. */
const FORBIDDEN = new Set([
  'process',
  'Buffer',
  'globalThis',
  'window',
  'self',
  'document',
  'navigator',
  'location',
  'localStorage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'console',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'crypto',
  'eval',
  'Function',
  'require',
  'Excel',
  'Office',
  'OfficeExtension',
]);
/** Members that bring in the clock, chance or the host's language settings. */
const FORBIDDEN_MEMBERS = new Set(['Date.now', 'Math.random', 'Intl.DateTimeFormat', 'Intl.NumberFormat']);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.ts$/.test(entry.name) && !/[-.]test\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** True where the identifier is only a name of a member, a key or a declared thing of the file itself. */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isVariableDeclaration(parent)
  );
}

function complaints(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const name = relative(SOURCES, path);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from =
        node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : './';
      const allowed =
        from.startsWith('.') || from === 'decimal.js' || (from === 'zod' && name.startsWith('schemas/'));
      if (!allowed) found.push(`${name} imports ${from}`);
    }
    if (ts.isIdentifier(node) && FORBIDDEN.has(node.text) && !isOnlyAName(node))
      found.push(`${name} uses ${node.text}`);
    if (ts.isPropertyAccessExpression(node) && FORBIDDEN_MEMBERS.has(node.getText()))
      found.push(`${name} uses ${node.getText()}`);
    if (
      ts.isNewExpression(node) &&
      node.expression.getText() === 'Date' &&
      (node.arguments?.length ?? 0) === 0
    ) {
      found.push(`${name} asks the clock`);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push(`${name} imports at run time`);
    if (
      /^to(Locale\w*String|LocaleLowerCase|LocaleUpperCase)$/.test(
        ts.isPropertyAccessExpression(node) ? node.name.text : '',
      )
    ) {
      found.push(`${name} asks the host for its language`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the core is pure', () => {
  const files = sources(SOURCES);

  it('has sources to look at', () => expect(files.length).toBeGreaterThan(50));

  it('imports no I/O, asks no clock and no chance, knows no Office, makes no code from text', () => {
    expect(files.flatMap(complaints)).toEqual([]);
  });
});
