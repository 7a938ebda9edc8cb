import type { Decimal } from '../amount/decimal.js';
import { type FormulaArea, type Override, relativeForm, shiftFormula } from '../formula/index.js';
import type { FindingData } from '../report/types.js';
import { Origin } from './amount-grid.js';
import type { SumsAnalysis } from './analysis.js';
import { type CellKey, keyOf, positionOf } from './cell-key.js';
import { addressFrom, decimalText, describe, edit, formulaContent } from './describe.js';
import type { TableFigures } from './figures.js';
import { followersOf } from './solve.js';

/** Copies of one formula that a column needs before one that differs is looked at. */
const FEWEST_COPIES = 3;
/** Columns with more formulas than this are judged by a part of them. */
const MOST_FORMULAS = 5_000;

interface Cell {
  readonly key: CellKey;
  readonly text: string;
  readonly form: string;
}

/**
 * Formulas that are no sums of the table (`=ROUND(D14*15%,0)`) and read another row or column than all their
 * copies in the column do, with another result.
 */
export function oddFormulaFindings(analysis: SumsAnalysis): FindingData[] {
  return analysis.figures.tables.flatMap((table) =>
    table.table.columns
      .filter((column) => column.role === 'amount')
      .flatMap((column) => oddInColumn(analysis, table, column.column)),
  );
}

function oddInColumn(analysis: SumsAnalysis, table: TableFigures, column: number): FindingData[] {
  const cells = looseFormulas(analysis, table, column);
  const byForm = new Map<string, Cell[]>();
  for (const cell of cells) {
    const list = byForm.get(cell.form);
    if (list) list.push(cell);
    else byForm.set(cell.form, [cell]);
  }
  const [common] = [...byForm.values()].sort((a, b) => b.length - a.length);
  if (!common || common.length < FEWEST_COPIES || common.length * 10 < cells.length * 7) return [];
  return cells.flatMap((cell) => {
    if (cell.form === common[0]!.form || skeleton(cell.form) !== skeleton(common[0]!.form)) return [];
    return oddFinding(analysis, cell, common) ?? [];
  });
}

/** Formulas of a column that no sum of the table explains. */
function looseFormulas(
  { figures, system, accused }: SumsAnalysis,
  table: TableFigures,
  column: number,
): Cell[] {
  const {
    grid,
    table: { sheet, rows },
  } = table;
  const offset = grid.columnOffset(column);
  const found: Cell[] = [];
  if (offset < 0) return found;
  for (const { row } of rows) {
    const start = grid.rowStart(row);
    if (start < 0 || grid.origins[start + offset] !== Origin.formula) continue;
    const key = keyOf(sheet, row, column);
    const text = figures.evaluator.formula(sheet, row, column);
    if (text === null || accused(sheet, row, column) || figures.evaluator.sumFormula(sheet, row, column))
      continue;
    if (
      system
        .equationsOf(key)
        .some((each) => each.whole === key && each.kind === 'sum' && each.relation?.axis === 'column')
    )
      continue;
    found.push({ key, text, form: relativeForm(text, row, column) });
    if (found.length > MOST_FORMULAS) return [];
  }
  return found;
}

function skeleton(form: string): string {
  return form.replace(/R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?/g, '#');
}

function oddFinding(analysis: SumsAnalysis, cell: Cell, common: readonly Cell[]): FindingData[] | null {
  const { figures, mended } = analysis;
  const at = positionOf(cell.key);
  const nearest = [...common].sort((a, b) => Math.abs(a.key - cell.key) - Math.abs(b.key - cell.key))[0]!;
  const from = positionOf(nearest.key);
  const expected = shiftFormula(nearest.text, at.row - from.row, 0);
  const right = valueOfCopy(analysis, nearest.key, at.row);
  const found = figures.value(cell.key);
  if (!right || !found || right.eq(found) || expected.includes('#REF!')) return null;
  const reads = readsOf(figures.evaluator.precedents(at.sheet, at.row, at.column));
  return [
    describe(figures, {
      code: 'wrong-reference',
      severity: 'error',
      key: cell.key,
      consequences: followersOf(mended, mended.with(new Map([[cell.key, right]])), cell.key),
      facts: {
        formula: `=${cell.text}`,
        expectedFormula: `=${expected}`,
        neighbours: common.length,
        fault: 'elsewhere',
        missing: [],
        extra: reads.map((key) => addressFrom(figures, key, cell.key)).slice(0, 8),
      },
      expected: decimalText(right),
      found: decimalText(found),
      difference: found.minus(right),
      fix: edit(figures, cell.key, formulaContent(expected, right), true),
    }),
  ];
}

function readsOf(areas: readonly FormulaArea[]): CellKey[] {
  return areas.map((area) => keyOf(area.sheet, area.top, area.left));
}

/** What a copy of a neighbour's formula would give in another row: the neighbour computed with that row's figures. */
function valueOfCopy({ figures }: SumsAnalysis, neighbour: CellKey, row: number): Decimal | null {
  const at = positionOf(neighbour);
  const overrides: Override[] = [...figures.textNumbers].map(([key, value]) => ({
    ...positionOf(key),
    value: { kind: 'number', value },
  }));
  for (const area of figures.evaluator.precedents(at.sheet, at.row, at.column)) {
    if (area.sheet !== at.sheet || area.top !== at.row || area.bottom !== at.row) {
      if (area.top <= at.row && area.bottom >= at.row && area.sheet === at.sheet) return null;
      continue;
    }
    for (let column = area.left; column <= area.right; column++) {
      const value = figures.evaluator.value(at.sheet, row, column);
      overrides.push({ sheet: at.sheet, row: at.row, column, value });
    }
  }
  const value = figures.book.evaluator.withOverrides(overrides).value(at.sheet, at.row, at.column);
  return value.kind === 'number' ? value.value : null;
}
