import type { Interpreter, Place } from '../interpreter.js';
import type { Operand } from '../operand.js';
import type { FormulaNode } from '../syntax.js';
import type { CellValue } from '../types.js';

export interface Scope {
  readonly interpreter: Interpreter;
  readonly place: Place;
}

export interface FormulaFunction {
  readonly least: number;
  readonly most: number;
  run(args: readonly FormulaNode[], scope: Scope): Operand;
}

export type FunctionTable = Readonly<Record<string, FormulaFunction>>;

/** A function that reads its arguments itself: areas, lazy branches. */
export function reading(
  least: number,
  most: number,
  run: (args: readonly FormulaNode[], scope: Scope) => Operand,
): FormulaFunction {
  return { least, most, run };
}

/** A function of single values; in array formulas it works element by element. */
export function ofValues(
  least: number,
  most: number,
  apply: (values: readonly CellValue[]) => CellValue,
): FormulaFunction {
  return { least, most, run: (args, { interpreter, place }) => interpreter.lift(args, place, apply) };
}

export const MANY = 255;
