import type { Decimal } from '../amount/decimal.js';
import { type FormulaArea, shiftFormula } from '../formula/index.js';
import { inArea } from '../snapshot/index.js';
import { Origin } from './amount-grid.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import type { Equation } from './equation.js';
import type { ExpectedFormula } from './expected-formula.js';
import type { Structure } from './formula-structure.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** A sum whose own formula is wrong: it does not add the parts that the layout gives it. */
export interface FormulaFault {
  readonly equation: Equation;
  readonly structure: Structure;
  readonly formula: string;
  readonly right: Decimal;
  readonly expected: ExpectedFormula | null;
  readonly before: World;
  readonly after: World;
}

/** Longer sums are not compared row by row with their neighbours. */
const MOST_ROWS = 5_000;

/** A fault before the worlds around it are known. */
export type OpenFault = Omit<FormulaFault, 'before' | 'after'>;

/** The typed subtotal that makes a `SUBTOTAL` count twice, or `null`. */
export function misleadingSubtotal(system: SumSystem, { equation, structure }: OpenFault): CellKey | null {
  const { evaluator, origin } = system.figures;
  const at = positionOf(equation.whole);
  if (structure.kind !== 'twice' || !evaluator.sumFormula(at.sheet, at.row, at.column)?.subtotal) return null;
  const wholes = new Set<CellKey>();
  for (const extra of structure.extra) {
    const above = system
      .equationsOf(extra)
      .find((each) => each.kind === 'sum' && each.relation?.axis === 'column' && each.whole !== extra);
    if (!above || origin(above.whole) !== Origin.typed) return null;
    wholes.add(above.whole);
  }
  const [whole] = wholes;
  return wholes.size === 1 ? whole! : null;
}

/** A link to another sheet that reads another cell there than the one its row and column call for. */
export function linkFault(system: SumSystem, equation: Equation, world: World): OpenFault | null {
  const [part] = equation.parts;
  const rest = system.difference(equation, world);
  if (equation.kind !== 'cross-sheet' || equation.parts.length !== 1 || part === undefined) return null;
  if (!rest || system.holds(equation, world)) return null;
  const at = positionOf(equation.whole);
  const target = positionOf(part);
  const text = system.figures.evaluator.formula(at.sheet, at.row, at.column);
  const areas = system.figures.evaluator.precedents(at.sheet, at.row, at.column);
  const there = areas.filter((area) => area.sheet === target.sheet);
  const [area] = there;
  if (text === null || !area || there.some((each) => inArea(each, target.row, target.column))) return null;
  const single = areas.length === 1 && area.top === area.bottom && area.left === area.right;
  const moved = single ? shiftFormula(text, target.row - area.top, target.column - area.left) : text;
  return {
    equation,
    structure: {
      kind: 'elsewhere',
      missing: [part],
      extra: [keyOf(area.sheet, area.top, area.left)],
      overlap: 0,
    },
    formula: text,
    right: world.value(equation.whole)!.minus(rest),
    expected: moved === text ? null : { text: moved, neighbours: 0 },
  };
}

/**
 * A total row whose cells all add down their columns: the one formula that reads other rows than its neighbours
 * left and right do is compared with them, not with the sum across.
 */
export function verticalFault(
  system: SumSystem,
  equation: Equation,
  formula: string,
  right: Decimal,
): OpenFault | null {
  if (equation.relation?.axis !== 'row') return null;
  const { evaluator } = system.figures;
  const at = positionOf(equation.whole);
  const rowsOf = (key: CellKey) => {
    const { sheet, row, column } = positionOf(key);
    const terms = evaluator.sumFormula(sheet, row, column)?.terms;
    const down = terms?.every(
      ({ area }) => area.left === column && area.right === column && area.bottom !== row,
    );
    return down ? new Set(terms!.flatMap(({ area }) => rowsIn(area))) : null;
  };
  const own = rowsOf(equation.whole);
  const forms = new Map<string, { text: string; count: number; key: CellKey }>();
  for (const part of equation.parts) {
    const { sheet, row, column } = positionOf(part);
    const text = evaluator.formula(sheet, row, column);
    if (text === null || !rowsOf(part)) continue;
    const copied = shiftFormula(text, 0, at.column - column);
    const known = forms.get(copied);
    forms.set(copied, { text: copied, count: (known?.count ?? 0) + 1, key: part });
  }
  const [common, ...others] = [...forms.values()];
  if (!own || !common || others.length > 0 || common.text === formula) return null;
  const theirs = rowsOf(common.key)!;
  const lines = (from: ReadonlySet<number>, without: ReadonlySet<number>) =>
    [...from].filter((row) => !without.has(row)).map((row) => keyOf(at.sheet, row, at.column));
  const missing = lines(theirs, own);
  const extra = lines(own, theirs);
  const kind = extra.length === 0 ? 'misses' : missing.length === 0 ? 'twice' : 'elsewhere';
  return {
    equation,
    structure: { kind, missing, extra, overlap: 0 },
    formula,
    right,
    expected: { text: common.text, neighbours: common.count },
  };
}

function rowsIn(area: FormulaArea): number[] {
  return Array.from({ length: Math.min(area.bottom - area.top + 1, MOST_ROWS) }, (_, i) => area.top + i);
}
