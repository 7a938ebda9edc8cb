import type { Equation } from './equation.js';
import type { SumSystem } from './system.js';

/** Amounts spelled in words under the tables, as equations. */
export function wordsEquations(_system: SumSystem): Equation[] {
  return [];
}
