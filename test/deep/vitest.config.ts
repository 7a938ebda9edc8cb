import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/** The long tests run by themselves, one file a process. */
export default defineConfig({
  ...base,
  test: {
    include: ['test/deep/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 3 * 60 * 60 * 1000,
    hookTimeout: 600_000,
    pool: 'forks',
  },
});
