import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const PACKAGES = fileURLToPath(new URL('../../packages/', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(PACKAGES, name, 'package.json'), 'utf8'));

/** What each of our packages offers: `@ctmtqg/core`, `@ctmtqg/core/rules` … */
const OFFERED = new Set(
  readdirSync(PACKAGES).flatMap((name) => {
    const { name: published, exports = {} } = manifestOf(name);
    return Object.keys(exports).map((path) => published + path.slice(1));
  }),
);

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => /\.tsx?$/.test(path) && !/[-.]test\.tsx?$|[/\\]testing\.ts$/.test(path));
}

/** Every module that a source names: static and dynamic imports, re-exports, types. */
function importsOf(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

function complaint(name: string, path: string, imported: string): string | null {
  const folder = join(PACKAGES, name) + sep;
  const said = `${relative(PACKAGES, path)} imports ${imported}`;
  if (imported.startsWith('.')) return resolve(dirname(path), imported).startsWith(folder) ? null : said;
  if (imported.startsWith('@ctmtqg/')) return OFFERED.has(imported) ? null : said;
  if (imported.startsWith('node:')) return name === 'cli' ? null : said;
  const { dependencies = {}, devDependencies = {} } = manifestOf(name);
  const owner = imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/');
  // The add-in is bundled: what it needs is built in, and stands among what its building needs.
  return owner in dependencies || (name === 'excel-addin' && owner in devDependencies) ? null : said;
}

describe('a package reaches another one by its public exports only', () => {
  it.each(['core', 'workbook', 'cli', 'excel-addin'])('%s', (name) => {
    const all = sources(join(PACKAGES, name, 'src'));
    const imports = all.flatMap((path) => importsOf(path).map((imported) => ({ path, imported })));
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.flatMap(({ path, imported }) => complaint(name, path, imported) ?? [])).toEqual([]);
  });

  it('and would be caught otherwise', () => {
    const path = join(PACKAGES, 'cli', 'src', 'program.ts');
    for (const imported of ['../../core/src/index.js', '@ctmtqg/core/dist/index.js', 'decimal.js']) {
      expect(complaint('cli', path, imported)).not.toBeNull();
    }
  });
});
