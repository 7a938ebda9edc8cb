import type { Decimal } from '../amount/decimal.js';
import { type FormulaArea, shiftFormula } from '../formula/index.js';
import type { FindingCode, FindingData } from '../report/types.js';
import type { SumRelation } from '../sheet/types.js';
import { inArea } from '../snapshot/index.js';
import { Origin } from './amount-grid.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import { addressFrom, decimalText, describe, edit, formulaContent } from './describe.js';
import type { Equation } from './equation.js';
import { type ExpectedFormula, expectedFormula } from './expected-formula.js';
import { type Structure, structureOf } from './formula-structure.js';
import { groupBy, likenessOf, MANY } from './like-faults.js';
import { followersOf } from './solve.js';
import { mismatchCode, sumFacts } from './sum-findings.js';
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

type OpenFault = Omit<FormulaFault, 'before' | 'after'>;

export interface FormulaFaults {
  readonly faults: readonly FormulaFault[];
  readonly world: World;
  /** Sums whose formula adds the right cells: what remains is the formula's own rounding. */
  readonly byDesign: ReadonlySet<Equation>;
  /**
   * `SUBTOTAL` formulas that count twice only because a subtotal below them is typed, where its neighbours are
   * `SUBTOTAL`s that they would skip; by the typed cell.
   */
  readonly misled: ReadonlyMap<CellKey, readonly FormulaFault[]>;
}

/** Looks at every broken sum with a formula, lowest first, and mends those whose formula proves wrong. */
export function findFormulaFaults(system: SumSystem, start: World): FormulaFaults {
  const faults: FormulaFault[] = [];
  const byDesign = new Set<Equation>();
  const mended = new Set<CellKey>();
  const misled = new Map<CellKey, FormulaFault[]>();
  let world = start;
  for (const group of groupsInOrder(system)) {
    const found: OpenFault[] = [];
    for (const equation of group) {
      if (mended.has(equation.whole)) continue;
      const fault = faultOf(system, equation, world, byDesign);
      if (!fault) continue;
      mended.add(equation.whole);
      const typed = misleadingSubtotal(system, fault);
      if (typed !== null) {
        byDesign.add(equation);
        misled.set(typed, [...(misled.get(typed) ?? []), { ...fault, before: world, after: world }]);
        continue;
      }
      found.push(fault);
    }
    if (found.length === 0) continue;
    apply(found);
  }
  for (const equation of system.broken) {
    const fault = mended.has(equation.whole) ? null : linkFault(system, equation, world);
    if (fault) apply([fault]);
  }
  return { faults, world, byDesign, misled };

  function apply(found: readonly OpenFault[]): void {
    const before = world;
    world = world.with(new Map(found.map((fault) => [fault.equation.whole, fault.right])));
    for (const fault of found) {
      mended.add(fault.equation.whole);
      faults.push({ ...fault, before, after: world });
    }
  }
}

/** The typed subtotal that makes a `SUBTOTAL` count twice, or `null`. */
function misleadingSubtotal(system: SumSystem, { equation, structure }: OpenFault): CellKey | null {
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
function linkFault(system: SumSystem, equation: Equation, world: World): OpenFault | null {
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

/** Broken sums with a formula, one by one from the lowest; many of the same kind together. */
function groupsInOrder(system: SumSystem): Equation[][] {
  const { figures } = system;
  const computed = system.broken.filter(
    (equation) => equation.kind === 'sum' && figures.origin(equation.whole) === Origin.formula,
  );
  const groups: Equation[][] = [];
  for (const [, group] of groupBy(computed, (equation) => `${equation.height}|${likenessOf(equation)}`)) {
    if (group.length > MANY) groups.push(group);
    else groups.push(...group.map((equation) => [equation]));
  }
  return groups.sort((a, b) => a[0]!.height - b[0]!.height || a[0]!.whole - b[0]!.whole);
}

function faultOf(
  system: SumSystem,
  equation: Equation,
  world: World,
  byDesign: Set<Equation>,
): OpenFault | null {
  const rest = system.difference(equation, world);
  if (!rest || rest.isZero()) return null;
  const structure = structureOf(system, equation, world);
  if (structure.kind === 'right') {
    if (system.holds(equation, world)) byDesign.add(equation);
    return null;
  }
  if (structure.kind === 'opaque' || belongsToOtherSum(system, equation, structure, world)) return null;
  const { sheet, row, column } = positionOf(equation.whole);
  const expected = expectedFormula(system, equation, world);
  const formula = system.figures.evaluator.formula(sheet, row, column)!;
  if (structure.overlap === 0 && structure.kind === 'elsewhere') {
    const vertical = verticalFault(system, equation, formula, world.value(equation.whole)!.minus(rest));
    if (vertical) return vertical;
    if (!(expected && expected.neighbours > 0)) return null;
  }
  return { equation, structure, formula, right: world.value(equation.whole)!.minus(rest), expected };
}

/**
 * A total row whose cells all add down their columns: the one formula that reads other rows than its neighbours
 * left and right do is compared with them, not with the sum across.
 */
function verticalFault(
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

/** A grand total may be the sum of its column or of its row; its formula is about the one whose parts it reads. */
function belongsToOtherSum(
  system: SumSystem,
  equation: Equation,
  structure: Structure,
  world: World,
): boolean {
  for (const other of system.equationsOf(equation.whole)) {
    if (other === equation || other.whole !== equation.whole || other.kind !== 'sum') continue;
    const theirs = structureOf(system, other, world);
    if (theirs.kind === 'opaque') continue;
    if (theirs.kind === 'right' && theirs.overlap > 0) return true;
    if (theirs.overlap > structure.overlap) return true;
  }
  return false;
}

export function faultCode(fault: FormulaFault): FindingCode {
  switch (fault.structure.kind) {
    case 'misses':
      return 'formula-range-misses-row';
    case 'twice':
      return 'formula-counts-twice';
    case 'elsewhere':
      return 'wrong-reference';
    default:
      return mismatchCode(fault.equation);
  }
}

/** One finding for parallel formulas of one sum with the same fault, `C8`, `D8`, `E8` all missing row 14. */
export function faultFindings(system: SumSystem, faults: readonly FormulaFault[]): FindingData[] {
  return [...groupBy(faults, groupId).values()].map((group) => groupFinding(system, group));
}

function groupId(fault: FormulaFault): string {
  if (!fault.equation.relation) return fault.equation.id;
  const { axis, whole } = fault.equation.relation;
  const linesOf = (keys: readonly CellKey[]) =>
    keys.map((key) => (axis === 'column' ? positionOf(key).row : positionOf(key).column)).join();
  const { structure, equation } = fault;
  return [
    equation.figures!.index,
    axis,
    whole,
    structure.kind,
    linesOf(structure.missing),
    linesOf(structure.extra),
  ].join('|');
}

function groupFinding(system: SumSystem, group: readonly FormulaFault[]): FindingData {
  const { figures } = system;
  const [first, ...rest] = group as [FormulaFault, ...FormulaFault[]];
  const { equation, structure, right, expected } = first;
  const key = equation.whole;
  const found = first.before.value(key)!;
  const names = (keys: readonly CellKey[]) => keys.slice(0, 8).map((cell) => addressFrom(figures, cell, key));
  const edits = group.flatMap((fault) =>
    fault.expected
      ? edit(figures, fault.equation.whole, formulaContent(fault.expected.text, fault.right), false).edits
      : [],
  );
  const own = new Set(group.map((fault) => fault.equation.whole));
  const consequences = new Set(
    group
      .flatMap((fault) => followersOf(fault.before, fault.after, fault.equation.whole))
      .filter((cell) => !own.has(cell)),
  );
  return describe(figures, {
    code: faultCode(first),
    severity: 'error',
    key,
    others: rest.map((fault) => fault.equation.whole),
    consequences: [...consequences],
    facts: {
      ...sumFacts(system, equation, key),
      formula: `=${first.formula}`,
      expectedFormula: expected ? `=${expected.text}` : '',
      fault: structure.kind,
      missing: names(structure.missing),
      extra: names(structure.extra),
      neighbours: expected?.neighbours ?? 0,
      proof: 'formula',
      role: 'whole',
      sum: decimalText(right),
    },
    expected: decimalText(right),
    found: decimalText(found),
    difference: found.minus(right),
    fix:
      edits.length > 0
        ? { safe: (expected?.neighbours ?? 0) > 0 && edits.length === group.length, edits }
        : null,
  });
}

/**
 * Sums of which the sheet's formulas say otherwise in every column: what one formula is said to miss, another
 * is said to count too much. Then the formulas agree with one another, and the rows were misunderstood.
 */
export function contradictedSums(faults: readonly FormulaFault[]): Set<SumRelation> {
  const denied = new Set<SumRelation>();
  const extras = new Map<CellKey, FormulaFault>();
  for (const fault of faults) for (const key of fault.structure.extra) extras.set(key, fault);
  for (const fault of faults) {
    for (const key of fault.structure.missing) {
      const other = extras.get(key);
      if (!other || other === fault) continue;
      if (fault.equation.relation) denied.add(fault.equation.relation);
      if (other.equation.relation) denied.add(other.equation.relation);
    }
  }
  return denied;
}
