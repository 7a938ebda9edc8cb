export { planFill, USUAL_FILL_OPTIONS, USUAL_FILLS } from './fill.js';
export { recalculated } from './recalculated.js';
export * from './types.js';
export type { FillWords } from './words.js';
