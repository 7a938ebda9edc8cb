import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'test/screenshots.ts');
// Inside the package, so that its dependencies are found.
const made = join(root, 'dist/screenshots.mjs');

mkdirSync(dirname(made), { recursive: true });
await build({
  entryPoints: [source],
  outfile: made,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: {
    '@ctmtqg/core': join(root, '../core/src/index.ts'),
    '@ctmtqg/workbook': join(root, '../workbook/src/index.ts'),
  },
  external: ['playwright-core', 'esbuild', 'decimal.js', 'fflate'],
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(source).href) },
});
await import(pathToFileURL(made).href);
rmSync(made);
