export * from './snapshot/index.js';
export type * from './report/types.js';
