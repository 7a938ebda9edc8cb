export { createEvaluator } from './evaluator.js';
export { parseFormula } from './parse.js';
export { relativeForm, shiftFormula } from './shift.js';
export type { FormulaNode, Reference } from './syntax.js';
export * from './types.js';
