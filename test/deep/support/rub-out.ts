import type { Book, CellContent, SumRelation, Table } from '@ctmtqg/core';
import { cellAddress } from '@ctmtqg/core';
import type { CellChange } from '@ctmtqg/workbook';

const BLANK: CellContent = { kind: 'blank' };

/** Cells to write, each once; the last wish for a cell holds. */
class Changes {
  private readonly byCell = new Map<string, CellChange>();

  write(table: Table, row: number, column: number, content: CellContent): void {
    const cell = cellAddress(row, column);
    this.byCell.set(`${table.sheetName}!${cell}`, { sheet: table.sheetName, cell, content });
  }

  list(): CellChange[] {
    return [...this.byCell.values()];
  }
}

function wholeAt(sum: SumRelation, line: number): [number, number] {
  return sum.axis === 'row' ? [line, sum.whole] : [sum.whole, line];
}

/** Every cell that is the whole of a sum of its table. */
export function withoutTotals(tables: readonly Table[]): CellChange[] {
  const changes = new Changes();
  for (const table of tables)
    for (const sum of table.sums.filter((one) => one.complete))
      for (const line of sum.lines) changes.write(table, ...wholeAt(sum, line), BLANK);
  return changes.list();
}

/** Local money beside one central column, with the totals: what a counterpart ratio gives back. */
export function withoutCounterpart(tables: readonly Table[]): CellChange[] {
  const changes = new Changes();
  for (const table of tables) {
    const locals = table.columns.filter(
      (column) => column.role === 'amount' && column.effective.source === 'local',
    );
    for (const { column } of locals)
      for (const { row } of table.rows) changes.write(table, row, column, BLANK);
  }
  const totals = changes.list().length === 0 ? [] : withoutTotals(tables);
  const cells = new Map(
    [...changes.list(), ...totals].map((change) => [`${change.sheet}!${change.cell}`, change]),
  );
  return [...cells.values()];
}

/** One source column of each table rubbed out; the totals to its left stay as typed figures. */
export function withoutOneSource(book: Book, tables: readonly Table[]): CellChange[] {
  const changes = new Changes();
  for (const table of tables) {
    const sums = table.sums.filter((sum) => sum.axis === 'row' && sum.complete && sum.parts.length >= 2);
    const sum = sums.find((one) => one.parts.every((part) => !sums.some(({ whole }) => whole === part.line)));
    if (!sum) continue;
    const holdsMoney = (column: number) =>
      table.rows.some(({ row }) => {
        const value = book.evaluator.value(table.sheet, row, column);
        return value.kind === 'number' && !value.value.isZero();
      });
    // Beside a source that never had money nobody can tell which of the two was rubbed out.
    if (!sum.parts.every((part) => holdsMoney(part.line))) continue;
    const missing = sum.parts[sum.parts.length - 1]!.line;
    for (const { row } of table.rows) {
      const value = book.evaluator.value(table.sheet, row, sum.whole);
      const formula = book.evaluator.formula(table.sheet, row, sum.whole);
      if (formula !== null && value.kind === 'number')
        changes.write(table, row, sum.whole, { kind: 'number', value: value.value.toFixed() });
      changes.write(table, row, missing, BLANK);
    }
  }
  return changes.list();
}

/** One of the two kinds of capital of each table rubbed out; the totals stay as typed figures. */
export function withoutCapital(book: Book, tables: readonly Table[]): CellChange[] {
  const changes = new Changes();
  for (const table of tables) {
    const capitalOf = (line: number) =>
      table.columns.find(({ column }) => column === line)?.effective.capital ?? null;
    const wholes = new Set(table.sums.filter((sum) => sum.axis === 'row').map((sum) => sum.whole));
    const sum = table.sums.find(
      (one) =>
        one.axis === 'row' &&
        one.complete &&
        one.parts.length === 2 &&
        new Set(one.parts.map(({ line }) => capitalOf(line))).size === 2 &&
        one.parts.every(
          ({ line }) => ['investment', 'recurrent'].includes(capitalOf(line) ?? '') && !wholes.has(line),
        ),
    );
    if (!sum) continue;
    const missing = sum.parts[1]!.line;
    const figures = table.rows.map(({ row }) => book.evaluator.value(table.sheet, row, missing));
    if (!figures.some((value) => value.kind === 'number' && !value.value.isZero())) continue;
    for (const { row } of table.rows) {
      const value = book.evaluator.value(table.sheet, row, sum.whole);
      if (book.evaluator.formula(table.sheet, row, sum.whole) !== null && value.kind === 'number')
        changes.write(table, row, sum.whole, { kind: 'number', value: value.value.toFixed() });
      changes.write(table, row, missing, BLANK);
    }
  }
  return changes.list();
}
