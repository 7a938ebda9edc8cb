export * from './amount/decimal.js';
export { type CheckSettings, check, checkTables, openBook } from './check.js';
export * from './checks/types.js';
export * from './formula/types.js';
export * from './report/index.js';
export type * from './rules/types.js';
export * from './sheet/book.js';
export * from './sheet/types.js';
export * from './snapshot/index.js';
