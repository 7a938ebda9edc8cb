import type { FormulaArea, SumFormula } from '../formula/types.js';
import type { SumRelation } from '../sheet/types.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import type { Equation, PreparedRelation } from './equation.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** How a formula's references compare with the parts that the layout says its cell is the sum of. */
export interface Structure {
  /**
   * `right`: adds exactly the parts, or what they are made of. `misses`: leaves one out. `twice`: adds one twice,
   * or adds what belongs to another sum. `elsewhere`: reads other rows or columns than its own.
   * `sign`: subtracts what should be added. `constant`: a bare number is typed into it. `opaque`: no plain sum.
   */
  readonly kind: 'right' | 'misses' | 'twice' | 'elsewhere' | 'sign' | 'constant' | 'opaque';
  /** Cells with money that the formula leaves out. */
  readonly missing: readonly CellKey[];
  /** Cells that it adds too much, or that are not its own. */
  readonly extra: readonly CellKey[];
  /** How many of the relation's parts the formula reads itself; tells which of two sums a formula is about. */
  readonly overlap: number;
}

const OPAQUE: Structure = { kind: 'opaque', missing: [], extra: [], overlap: 0 };

/** Lines into which a line breaks down through complete sums of the same axis, with the sign they carry. */
function leavesOf(relations: readonly PreparedRelation[], axis: 'row' | 'column', along: number) {
  const byWhole = new Map<number, PreparedRelation>();
  for (const prepared of relations) {
    const { relation } = prepared;
    if (relation.axis !== axis || !relation.complete || !prepared.lines.has(along)) continue;
    if (!byWhole.has(relation.whole)) byWhole.set(relation.whole, prepared);
  }
  const expand = (line: number, sign: number, into: Map<number, number>, path: ReadonlySet<number>) => {
    const inner = path.has(line) ? undefined : byWhole.get(line);
    if (!inner) {
      into.set(line, (into.get(line) ?? 0) + sign);
      return;
    }
    const deeper = new Set(path).add(line);
    for (const part of inner.relation.parts) expand(part.line, sign * part.sign, into, deeper);
  };
  return expand;
}

interface Counted {
  /** Lines read inside the sum's own row or column, with their sign. */
  readonly own: Map<number, number>;
  /** Cells read outside of it. */
  readonly outside: CellKey[];
}

function countTerms(system: SumSystem, equation: Equation, formula: SumFormula): Counted | null {
  const { axis } = equation.relation!;
  const at = positionOf(equation.whole);
  const { grid, table } = equation.figures!;
  const own = new Map<number, number>();
  const outside: CellKey[] = [];
  const linesOf = (area: FormulaArea): Iterable<number> =>
    axis === 'column'
      ? between(area.top, area.bottom, grid.rowStart)
      : between(area.left, area.right, grid.columnOffset);
  for (const { area, sign } of formula.terms) {
    const crosses =
      area.sheet === at.sheet &&
      (axis === 'column'
        ? area.left <= at.column && area.right >= at.column
        : area.top <= at.row && area.bottom >= at.row);
    const wide = axis === 'column' ? area.right - area.left : area.bottom - area.top;
    if (!crosses || wide > 0) {
      if (outside.length > 100) return null;
      outside.push(keyOf(area.sheet, area.top, area.left));
    }
    if (!crosses) continue;
    for (const line of linesOf(area)) {
      const row = axis === 'column' ? line : at.row;
      const column = axis === 'column' ? at.column : line;
      if (formula.subtotal && system.figures.evaluator.sumFormula(table.sheet, row, column)?.subtotal)
        continue;
      own.set(line, (own.get(line) ?? 0) + sign);
    }
  }
  return { own, outside };
}

function* between(from: number, to: number, known: (line: number) => number): Iterable<number> {
  if (to - from > 1_100_000) return;
  for (let line = from; line <= to; line++) if (known(line) >= 0) yield line;
}

/** Compares the formula of a sum's whole with the sum's parts; lines without money do not count. */
export function structureOf(system: SumSystem, equation: Equation, world: World): Structure {
  const { relation, figures } = equation;
  if (!relation || !figures) return OPAQUE;
  const { sheet, row, column } = positionOf(equation.whole);
  const formula = system.figures.evaluator.sumFormula(sheet, row, column);
  if (!formula) return OPAQUE;
  const counted = countTerms(system, equation, formula);
  if (!counted) return OPAQUE;
  const overlap = relation.parts.reduce((count, part) => count + (counted.own.has(part.line) ? 1 : 0), 0);
  const keyOfLine = (line: number) =>
    relation.axis === 'column' ? keyOf(sheet, line, column) : keyOf(sheet, row, line);
  const hasMoney = (line: number) => world.value(keyOfLine(line))?.isZero() === false;

  const expand = leavesOf(system.relationsOf(figures), relation.axis, equation.line);
  const wanted = new Map<number, number>();
  for (const part of relation.parts) expand(part.line, part.sign, wanted, new Set());
  const read = new Map<number, number>();
  for (const [line, sign] of counted.own) expand(line, sign, read, new Set());

  const missing: number[] = [];
  const extra: number[] = [];
  let reversed = 0;
  for (const line of new Set([...wanted.keys(), ...read.keys()])) {
    const want = wanted.get(line) ?? 0;
    const have = read.get(line) ?? 0;
    if (want === have || !hasMoney(line)) continue;
    if (have === 0) missing.push(line);
    else if (want !== 0 && have === -want) reversed++;
    else if (Math.abs(have) > Math.abs(want)) extra.push(line);
    else missing.push(line);
  }
  const strayed = missing.length > 0 ? strayedLines(relation, counted, formula) : [];
  const kind =
    strayed.length > 0 ? 'elsewhere' : classify(counted, formula, missing.length, extra.length, reversed);
  const others = [...new Set([...strayed, ...extra])].map(keyOfLine);
  return {
    kind,
    missing: missing.map(keyOfLine),
    extra: kind === 'elsewhere' ? [...counted.outside, ...others] : others,
    overlap: kind === 'right' && counted.own.size > 0 ? relation.parts.length : overlap,
  };
}

/** `D5+D9` in the place of `D5+D8`: as many cells, one by one, and among them a line that is no part of the sum. */
function strayedLines({ parts }: SumRelation, { own }: Counted, { terms }: SumFormula): number[] {
  const single = terms.every(({ area }) => area.top === area.bottom && area.left === area.right);
  if (!single || own.size < 2 || own.size !== parts.length) return [];
  const lines = new Set(parts.map(({ line }) => line));
  return [...own.keys()].filter((line) => !lines.has(line));
}

function classify(
  counted: Counted,
  formula: SumFormula,
  missing: number,
  extra: number,
  reversed: number,
): Structure['kind'] {
  if (counted.outside.length > 0) return 'elsewhere';
  if (missing > 0 && extra > 0) return 'elsewhere';
  if (missing > 0) return 'misses';
  if (extra > 0) return 'twice';
  if (reversed > 0) return 'sign';
  return formula.constant !== null && Number(formula.constant) !== 0 ? 'constant' : 'right';
}
