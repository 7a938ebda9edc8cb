import type { Book } from '../../sheet/book.js';
import type { SumRelation, Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/index.js';
import { type SumHabit, sumFormula, sumHabit } from '../sum-formula.js';
import { isBlank, Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';
import { harmOf } from './harm.js';

/**
 * Totals as live formulas: row totals, subtotals, grand totals. Only blank cells, unless told to overwrite: then typed
 * totals become formulas too. Nothing is written where no part of the sum holds a figure.
 */
export const totals: Fill = {
  code: 'totals',
  plan(context) {
    const plan = new Plan(context.book, 'totals');
    for (const table of context.tables) fillTable(context, table, plan);
    return plan;
  },
};

interface Whole {
  readonly row: number;
  readonly column: number;
  readonly relation: SumRelation;
}

function fillTable(context: FillContext, table: Table, plan: Plan): void {
  const { book } = context;
  const wholes = collectWholes(table);
  const habit = sumHabit(formulasOf(book, table));
  const holds = makeHolds(book, table, wholes);
  const texts = textParts(book, table, wholes);
  if (texts[0] !== undefined) {
    plan.refuse('text-parts', table.sheet, texts[0], { count: texts.length });
    return;
  }
  const writable = [...wholes.values()].filter(
    (whole) =>
      mayWrite(context, table, whole) &&
      partCells(whole).some(([row, column]) => holds(row, column)) &&
      takenOff(table, whole).every(([row, column]) => holds(row, column)),
  );
  const harmful = refuseHarmful(book, table, writable, plan);
  for (const whole of writable) {
    if (harmful.has(whole) || harmful.has(whole.relation)) continue;
    const cells = partCells(whole);
    plan.propose({
      sheet: table.sheet,
      row: whole.row,
      column: whole.column,
      after: {
        kind: 'formula',
        formula: formulaOf(book, table, whole, habit),
        cached: null,
      },
      facts: { kind: whole.relation.kind, parts: cells.map(([row, column]) => cellAddress(row, column)) },
    });
  }
}

/**
 * Totals that the sheet's own formulas forbid. Where one column counts a heading with its rows, the heading stays
 * blank in all columns.
 */
function refuseHarmful(
  book: Book,
  table: Table,
  wholes: readonly Whole[],
  plan: Plan,
): ReadonlySet<Whole | SumRelation> {
  const harmful = new Set<Whole | SumRelation>();
  for (const whole of wholes) {
    if (harmful.has(whole.relation)) continue;
    const harm = harmOf(book, table.sheet, [whole.row, whole.column], partCells(whole));
    if (!harm) continue;
    harmful.add(harm.code === 'circular' ? whole : whole.relation);
    plan.refuse(harm.code, table.sheet, cellAddress(whole.row, whole.column), {
      by: cellAddress(...harm.cell),
    });
  }
  return harmful;
}

/** Figures typed as text among the parts: a formula would pass over them and show too little. */
function textParts(book: Book, table: Table, wholes: ReadonlyMap<string, Whole>): string[] {
  const found = new Set<string>();
  for (const whole of wholes.values()) {
    if (!isBlank(book, table.sheet, whole.row, whole.column)) continue;
    for (const [row, column] of partCells(whole)) {
      const value = book.evaluator.value(table.sheet, row, column);
      if (value.kind === 'text' && /\d/.test(value.text)) found.add(cellAddress(row, column));
    }
  }
  return [...found];
}

/**
 * What a total takes off must stand there: without it the rest would show the whole. Only a decrease that is blank is
 * none.
 */
function takenOff(table: Table, whole: Whole): [number, number][] {
  const stageOf = (line: number) =>
    table.columns.find(({ column }) => column === line)?.effective.stage ?? null;
  const { parts, axis } = whole.relation;
  return partCells(whole).filter(
    (_, i) => parts[i]!.sign < 0 && !(axis === 'row' && stageOf(parts[i]!.line) === 'decrease'),
  );
}

/** One relation for each whole: down the rows for total rows, else across the columns. */
function collectWholes(table: Table): Map<string, Whole> {
  const wholes = new Map<string, Whole>();
  const relations = [...table.sums, ...(table.proposals ?? [])].filter(
    (sum) => sum.complete && sum.kind !== 'of-which',
  );
  const amounts = table.columns.filter((column) => column.role === 'amount').map((column) => column.column);
  const rows = table.rows.map((row) => row.row);
  for (const axis of ['column', 'row'] as const) {
    for (const relation of relations.filter((sum) => sum.axis === axis)) {
      const lines = axis === 'column' ? amounts : rows;
      for (const line of lines) {
        const row = axis === 'column' ? relation.whole : line;
        const column = axis === 'column' ? line : relation.whole;
        const key = `${row}:${column}`;
        if (!wholes.has(key)) wholes.set(key, { row, column, relation });
      }
    }
  }
  return wholes;
}

function partCells(whole: Whole): [number, number][] {
  return whole.relation.parts.map((part) =>
    whole.relation.axis === 'column' ? [part.line, whole.column] : [whole.row, part.line],
  );
}

/** True where a cell holds a figure, or will, because its own parts do. */
function makeHolds(
  book: Book,
  table: Table,
  wholes: ReadonlyMap<string, Whole>,
): (row: number, column: number) => boolean {
  const known = new Map<string, boolean>();
  const holds = (row: number, column: number): boolean => {
    const key = `${row}:${column}`;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, false);
    const value = book.evaluator.value(table.sheet, row, column);
    const whole = wholes.get(key);
    const result =
      value.kind === 'number' ||
      (whole !== undefined &&
        isBlank(book, table.sheet, row, column) &&
        partCells(whole).some(([r, c]) => holds(r, c)));
    known.set(key, result);
    return result;
  };
  return holds;
}

function mayWrite({ book, options }: FillContext, table: Table, whole: Whole): boolean {
  if (isBlank(book, table.sheet, whole.row, whole.column)) return true;
  if (!options.overwrite || book.evaluator.formula(table.sheet, whole.row, whole.column) !== null)
    return false;
  return (
    book.evaluator.value(table.sheet, whole.row, whole.column).kind === 'number' &&
    table.sums.includes(whole.relation)
  );
}

function formulaOf(book: Book, table: Table, { relation, row, column }: Whole, habit: SumHabit): string {
  const at = (line: number) => (relation.axis === 'column' ? { row: line, column } : { row, column: line });
  const isText = (line: number) =>
    book.evaluator.value(table.sheet, at(line).row, at(line).column).kind === 'text';
  return sumFormula(relation.parts, at, habit, isText);
}

function* formulasOf(book: Book, table: Table): Iterable<string> {
  for (const row of table.rows.slice(0, 500)) {
    for (const column of table.columns) {
      if (column.role !== 'amount') continue;
      const formula = book.evaluator.formula(table.sheet, row.row, column.column);
      if (formula !== null) yield formula;
    }
  }
}
