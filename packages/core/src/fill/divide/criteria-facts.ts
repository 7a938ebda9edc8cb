import type { AllocationCriterion, AllocationReceiver } from '../../law/index.js';
import type { FactValue } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress, locate } from '../../snapshot/index.js';
import { foldText } from '../../text/index.js';
import { isBlank } from '../target.js';
import type { ChosenBlock } from './criteria.js';

/** A cell that holds no fact of its criterion, and why. */
export interface FactFault {
  readonly code: 'criterion-blank' | 'criterion-not-number' | 'criterion-case';
  readonly cell: string;
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** Rows that hold a fact of any criterion: those that take part. */
export function rowsWithFacts(
  book: Book,
  table: Table,
  rows: readonly TableRow[],
  chosen: ChosenBlock,
): TableRow[] {
  return rows.filter(({ row }) =>
    [...chosen.columns.values()].some(({ column }) => !isBlank(book, table.sheet, row, column)),
  );
}

/** What the sheet says of one receiver, or the first cell that does not say it. */
export function factsOf(
  book: Book,
  table: Table,
  row: TableRow,
  chosen: ChosenBlock,
): AllocationReceiver | FactFault {
  const facts: Record<string, string | readonly string[]> = {};
  for (const [key, column] of chosen.columns) {
    const criterion = chosen.file.criteria[key]!;
    const fact = criterion.choices
      ? casesIn(book, table, row, column, criterion)
      : figureIn(book, table, row, column, criterion);
    if (typeof fact === 'object' && 'code' in fact) return fact;
    facts[key] = fact;
  }
  const { addition } = chosen.block.formula;
  if (addition && chosen.addition) {
    const value = book.evaluator.value(table.sheet, row.row, chosen.addition.column);
    facts[addition.fact] = value.kind === 'number' ? value.value.toFixed() : '0';
  }
  return { name: row.title, facts };
}

function figureIn(
  book: Book,
  table: Table,
  { row }: TableRow,
  { column }: TableColumn,
  { name, unit, each }: AllocationCriterion,
): string | FactFault {
  const cell = cellAddress(row, column);
  const value = book.evaluator.value(table.sheet, row, column);
  if (value.kind === 'number' && !value.value.lt(0)) {
    const asShare = unit === '%' && isPercentFormat(book, table.sheet, row, column);
    return (asShare ? value.value.times(100) : value.value).toFixed();
  }
  // A dash says that there is none; a blank cell says nothing.
  if (value.kind === 'text' && each !== undefined && /^[-–—\s]+$/.test(value.text)) return '0';
  const code = value.kind === 'blank' ? 'criterion-blank' : 'criterion-not-number';
  return { code, cell, facts: { name } };
}

function isPercentFormat(book: Book, sheet: number, row: number, column: number): boolean {
  const snapshot = book.snapshot.sheets[sheet]!;
  const index = locate(snapshot).find(row, column);
  const style = index < 0 ? undefined : book.snapshot.styles[snapshot.cells.styles[index]!];
  return style?.numberFormat?.includes('%') ?? false;
}

/** "Miền núi, biên giới": each of them a case of the table. */
function casesIn(
  book: Book,
  table: Table,
  { row }: TableRow,
  { column }: TableColumn,
  { name, choices = [] }: AllocationCriterion,
): readonly string[] | FactFault {
  const text = book.text(table.sheet, row, column);
  const said = text.split(/[,;+/]/).filter((one) => one.trim() !== '');
  const cell = cellAddress(row, column);
  if (said.length === 0) return { code: 'criterion-blank', cell, facts: { name } };
  const values = said.flatMap((one) => {
    const words = foldText(one).split(' ');
    const fits = choices.filter((choice) => {
      const own = new Set(foldText(choice.case).split(' '));
      return own.has('khong') === words.includes('khong') && words.every((word) => own.has(word));
    });
    return fits.length === 1 ? [fits[0]!.value] : [];
  });
  return values.length === said.length
    ? values
    : { code: 'criterion-case', cell, facts: { name, text, cases: choices.map((choice) => choice.case) } };
}
