import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: '@ctmtqg/core/rules', replacement: at('./packages/core/src/rules/index.ts') },
      { find: '@ctmtqg/core/schemas', replacement: at('./packages/core/src/schemas/index.ts') },
      { find: '@ctmtqg/core/vi', replacement: at('./packages/core/src/report/locales/vi.ts') },
      { find: '@ctmtqg/core/en', replacement: at('./packages/core/src/report/locales/en.ts') },
      { find: '@ctmtqg/core', replacement: at('./packages/core/src/index.ts') },
      { find: '@ctmtqg/workbook', replacement: at('./packages/workbook/src/index.ts') },
    ],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'test/deep/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: [at('./test/fixed-seed.ts')],
    pool: 'forks',
  },
});
