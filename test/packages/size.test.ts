import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bytes that a page loads for what it imports, minified and compressed, without data, schemas and decimal.js. */
async function compressed(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: `${root}packages/core/src`, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    external: ['decimal.js', 'zod', '@ctmtqg/core'],
    plugins: [
      {
        name: 'data-apart',
        setup({ onResolve }) {
          onResolve({ filter: /\.json$/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
        },
      },
    ],
  });
  return gzipSync(outputFiles[0]!.contents).length;
}

const kB = 1024;

describe('size budgets, gzip', () => {
  it('everything that checks a workbook', async () => {
    expect(await compressed(`export { check } from './check.js'`)).toBeLessThan(100 * kB);
  });

  it('what only reads addresses and amounts brings nothing of the checks with it', async () => {
    expect(await compressed(`export { parseAddress, decimalOfDouble } from './index.js'`)).toBeLessThan(
      2 * kB,
    );
  });

  it('one language', async () => {
    expect(await compressed(`export { vi } from './report/locales/vi.js'`)).toBeLessThan(20 * kB);
  });
});
