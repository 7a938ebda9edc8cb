export { planFill, USUAL_FILLS } from './fill.js';
export * from './types.js';
