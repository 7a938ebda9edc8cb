import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const kB = 1024;

/** Bytes that a page loads for what it imports, minified and compressed, without data, schemas and decimal.js. */
async function compressed(contents: string, folder: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root + folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    external: ['decimal.js', 'zod'],
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

describe('size budgets of the sources, gzip', () => {
  it.each([
    ['reading addresses and amounts', 'parseAddress, decimalOfDouble', 2],
    ['splitting money with its proof', 'split, counterpartMinimum', 6],
    ['formulas: reading and exact computing', 'createEvaluator', 24],
    ['finding a title in the programmes', 'titleIndexOf', 10],
    ['deciding eligibility', 'compileEligibility', 12],
    ['understanding the tables of a workbook', 'understand, openBook', 62],
    ['checking a workbook, everything', 'check', 105],
  ])('%s', async (_, names, limit) => {
    expect(await compressed(`export { ${names} } from './index.js'`, 'packages/core/src')).toBeLessThan(
      limit * kB,
    );
  });

  it('one language', async () => {
    expect(await compressed(`export { vi } from './report/locales/vi.js'`, 'packages/core/src')).toBeLessThan(
      20 * kB,
    );
  });

  it('reading workbooks, with what it needs of the core', async () => {
    const source = `export { readWorkbook } from './packages/workbook/dist/index.js'`;
    expect(await compressed(source, '.')).toBeLessThan(36 * kB);
  });
});

describe('the built package', () => {
  it('gives a bundler only what is imported: a split brings no checks and no data with it', async () => {
    const source = `export { split } from './packages/core/dist/index.js'`;
    expect(await compressed(source, '.')).toBeLessThan(8 * kB);
  });
});
