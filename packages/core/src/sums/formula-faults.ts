import type { FindingCode, FindingData } from '../report/types.js';
import type { SumRelation } from '../sheet/types.js';
import { Origin } from './amount-grid.js';
import { type CellKey, positionOf } from './cell-key.js';
import { addressFrom, decimalText, describe, edit, formulaContent } from './describe.js';
import type { Equation } from './equation.js';
import { expectedFormula } from './expected-formula.js';
import {
  type FormulaFault,
  linkFault,
  misleadingSubtotal,
  type OpenFault,
  verticalFault,
} from './formula-fault-kinds.js';
import { type Structure, structureOf } from './formula-structure.js';
import { groupBy, likenessOf, MANY } from './like-faults.js';
import { followersOf } from './solve.js';
import { mismatchCode, sumFacts } from './sum-findings.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

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
