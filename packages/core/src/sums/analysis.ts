import type { CheckContext } from '../checks/types.js';
import type { FindingCode, FindingData, NotCheckedData } from '../report/types.js';
import { areaAddress, parseAddress } from '../snapshot/address.js';
import type { CellPosition } from '../snapshot/types.js';
import { isBlankBreakdown } from './blank-breakdown.js';
import { type CellKey, keyAt, keyOf } from './cell-key.js';
import { childFindings } from './child-exceeds.js';
import type { Equation } from './equation.js';
import { type Figures, readFigures } from './figures.js';
import type { FormulaFault } from './formula-fault-kinds.js';
import { contradictedSums, type FormulaFaults, faultFindings, findFormulaFaults } from './formula-faults.js';
import { findLikeFaults } from './like-faults.js';
import { residueFindings } from './residues.js';
import { findScaledRows } from './scaled-rows.js';
import { isScopeDifference, mergeScaledRows } from './scope.js';
import { type Root, type Solution, solve } from './solve.js';
import { rootFinding } from './sum-findings.js';
import { buildSystem, type SumSystem } from './system.js';
import { wordsEquations } from './words.js';
import { type World, worldOf } from './world.js';

/** What the sums of a workbook prove, computed once for all checks of one run. */
export interface SumsAnalysis {
  readonly figures: Figures;
  readonly system: SumSystem;
  readonly findings: readonly FindingData[];
  readonly gaps: readonly NotCheckedData[];
  /** The workbook with every cell mended that the sums prove wrong. */
  readonly mended: World;
  /** The code under which the sums accuse this cell, or `null`; a check of single cells then keeps silent. */
  accused(sheet: number, row: number, column: number): FindingCode | null;
  /** True where a finding names this cell, or counts it among its candidates. */
  suspected(position: CellPosition): boolean;
}

const analyses = new WeakMap<CheckContext, SumsAnalysis>();

/** The analysis of a run; made at the first call and kept as long as its context. */
export function analyseSums(context: CheckContext): SumsAnalysis {
  const known = analyses.get(context);
  if (known) return known;
  const made = analyse(context);
  analyses.set(context, made);
  return made;
}

function analyse(context: CheckContext): SumsAnalysis {
  const figures = readFigures(context);
  const { system, formulas } = understandFormulas(context, figures);
  const open: Equation[] = [];
  const within: Equation[] = [];
  for (const equation of [...system.broken, ...wordsEquations(system)]) {
    const rest = system.difference(equation, formulas.world);
    if (!rest || rest.isZero() || formulas.byDesign.has(equation)) continue;
    if (system.holds(equation, formulas.world)) within.push(equation);
    else if (!isBlankBreakdown(system, equation, formulas.world)) open.push(equation);
  }
  const alike = findLikeFaults(system, open, formulas.world);
  const scaled = findScaledRows(system, alike.rest, alike.world);
  const solution = solveInScope(system, scaled.rest, scaled.world);
  const { roots, faults } = placeMisled(formulas, solution.roots);
  const findings = [
    ...faultFindings(system, faults),
    ...alike.findings,
    ...scaled.rows.map((row) => rootFinding(system, row)),
    ...mergeScaledRows(roots).map((group) => rootFinding(system, group)),
    ...residueFindings(system, within, solution.world),
    ...childFindings(system, solution.world),
  ];
  const accusedCells = accusations(figures, findings);
  const suspects = suspectCells(figures, findings);
  return {
    figures,
    system,
    findings,
    gaps: distrusted(system),
    mended: solution.world,
    accused: (sheet, row, column) => accusedCells.get(keyOf(sheet, row, column)) ?? null,
    suspected: (position) => accusedCells.has(keyAt(position)) || suspects.has(keyAt(position)),
  };
}

/** A `SUBTOTAL` misled by a typed subtotal follows it where that one is wrong, else it is a fault of its own. */
function placeMisled(
  { faults, misled }: FormulaFaults,
  roots: readonly Root[],
): { roots: Root[]; faults: FormulaFault[] } {
  const wrong = new Set(roots.map((root) => root.key));
  return {
    roots: roots.map((root) => {
      const followers = (misled.get(root.key) ?? []).map((fault) => fault.equation.whole);
      return followers.length > 0
        ? { ...root, followers: [...new Set([...root.followers, ...followers])] }
        : root;
    }),
    faults: [...faults, ...[...misled].flatMap(([typed, list]) => (wrong.has(typed) ? [] : list))],
  };
}

/** Solves again without the figures on two sheets that turn out to count different things. */
function solveInScope(system: SumSystem, open: readonly Equation[], world: World): Solution {
  const first = solve(system, open, world);
  const apart = new Set(
    first.roots.filter((root) => isScopeDifference(system, root)).flatMap((root) => root.explains),
  );
  if (apart.size === 0) return first;
  return solve(
    system,
    open.filter((equation) => !apart.has(equation)),
    world,
  );
}

/** Formula faults, after sums that the formulas contradict among themselves were given up. */
function understandFormulas(
  context: CheckContext,
  figures: Figures,
): { system: SumSystem; formulas: FormulaFaults } {
  const first = buildSystem(context, figures);
  const found = findFormulaFaults(first, worldOf(figures));
  const denied = contradictedSums(found.faults);
  if (denied.size === 0) return { system: first, formulas: found };
  const system = buildSystem(context, figures, denied);
  return { system, formulas: findFormulaFaults(system, worldOf(figures)) };
}

function suspectCells(figures: Figures, findings: readonly FindingData[]): Set<CellKey> {
  const sheets = new Map(figures.book.snapshot.sheets.map((sheet, index) => [sheet.name, index]));
  const found = new Set<CellKey>();
  for (const { sheet, cell } of findings.flatMap((finding) => finding.candidates)) {
    const at = parseAddress(cell);
    const index = sheets.get(sheet);
    if (at && index !== undefined) found.add(keyOf(index, at.row, at.column));
  }
  return found;
}

function accusations(figures: Figures, findings: readonly FindingData[]): Map<number, FindingCode> {
  const sheets = new Map(figures.book.snapshot.sheets.map((sheet, index) => [sheet.name, index]));
  const accused = new Map<number, FindingCode>();
  for (const finding of findings) {
    const sheet = sheets.get(finding.sheet);
    if (sheet === undefined) continue;
    for (const cell of finding.cells) {
      const at = parseAddress(cell);
      if (at && !accused.has(keyOf(sheet, at.row, at.column)))
        accused.set(keyOf(sheet, at.row, at.column), finding.code);
    }
  }
  return accused;
}

/** Sums that were only guessed from figures and then did not hold: said, not accused. */
function distrusted(system: SumSystem): NotCheckedData[] {
  return system.distrusted
    .filter((screening) => screening.broken.length > 0)
    .map(({ prepared, broken, holds }) => ({
      code: 'sum-not-certain',
      sheet: prepared.figures.table.sheetName,
      cell: null,
      facts: {
        range: areaAddress(prepared.figures.table.range),
        axis: prepared.relation.axis,
        whole: prepared.relation.whole,
        holds,
        broken: broken.length,
      },
    }));
}
