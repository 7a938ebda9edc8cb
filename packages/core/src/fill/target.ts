import { openBook } from '../check.js';
import type { CellContent, FactValue, LawReference } from '../report/types.js';
import type { Book } from '../sheet/book.js';
import { indexMerges } from '../sheet/merges.js';
import type { Table } from '../sheet/types.js';
import { applyEdits, CellKind, cellAddress, isLocked, locate } from '../snapshot/index.js';
import { leafRows } from './leaves.js';
import type { FillCode, NotFilled, PlannedEdit } from './types.js';

/** What a cell holds now, as an edit writes it down. */
export function contentOf(book: Book, sheet: number, row: number, column: number): CellContent {
  const snapshot = book.snapshot.sheets[sheet]!;
  const index = locate(snapshot).find(row, column);
  if (index < 0) return { kind: 'blank' };
  const stored = book.evaluator.stored(sheet, row, column);
  const formula = book.evaluator.formula(sheet, row, column);
  if (formula !== null) return { kind: 'formula', formula: `=${formula}`, cached: cachedText(stored) };
  switch (snapshot.cells.kinds[index]) {
    case CellKind.number:
      return { kind: 'number', value: String(snapshot.cells.numbers[index]!) };
    case CellKind.boolean:
      return { kind: 'boolean', value: snapshot.cells.numbers[index] === 1 };
    case CellKind.text:
    case CellKind.error:
      return { kind: 'text', text: snapshot.texts[snapshot.cells.numbers[index]!]! };
    default:
      return { kind: 'blank' };
  }
}

function cachedText(stored: ReturnType<Book['evaluator']['stored']>): string | null {
  if (stored.kind === 'number') return stored.value.toFixed();
  if (stored.kind === 'text') return stored.text;
  if (stored.kind === 'boolean') return stored.value ? 'TRUE' : 'FALSE';
  return stored.kind === 'error' ? stored.error : null;
}

/** True where nothing stands in the cell, or only a dash for zero. */
export function isBlank(book: Book, sheet: number, row: number, column: number): boolean {
  const content = contentOf(book, sheet, row, column);
  return content.kind === 'blank' || (content.kind === 'text' && /^[-–—\s]*$/.test(content.text));
}

/** Why a cell must not be written: part of a merged area, or locked on a protected sheet. */
export function obstacle(book: Book, sheet: number, row: number, column: number): string | null {
  const snapshot = book.snapshot.sheets[sheet]!;
  const area = indexMerges(snapshot.merges).at(row, column);
  if (area && (area.top !== row || area.left !== column)) return 'inside-merged-area';
  return isLocked(book.snapshot, sheet, row, column) ? 'protected-sheet' : null;
}

type Cell = readonly [row: number, column: number];

/** True where a cell is computed from another one of its sheet: a formula there that reads it back would go round. */
export function feeds(book: Book, sheet: number, [row, column]: Cell, [atRow, atColumn]: Cell): boolean {
  return book.evaluator
    .dependants(sheet, row, column)
    .some((cell) => cell.sheet === sheet && cell.row === atRow && cell.column === atColumn);
}

const MOST_DECIMALS = 6;

/** The sheet's step: the finest decimal in the lines of a column. */
export function typedDecimals(
  book: Book,
  table: Table,
  column: number,
  rows: readonly number[] = leafRows(table).map(({ row }) => row),
): number {
  let decimals = 0;
  for (const row of rows) {
    const value = book.evaluator.value(table.sheet, row, column);
    if (value.kind === 'number')
      decimals = Math.max(decimals, Math.min(value.value.decimalPlaces(), MOST_DECIMALS));
  }
  return decimals;
}

export interface Proposal {
  readonly fill: FillCode;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly after: CellContent;
  readonly numberFormat?: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly law?: readonly LawReference[];
}

/** Collects edits and refusals of one fill. */
export class Plan {
  readonly edits: PlannedEdit[] = [];
  readonly notFilled: NotFilled[] = [];

  constructor(
    private readonly book: Book,
    private readonly fill: FillCode,
  ) {}

  propose(proposal: Omit<Proposal, 'fill'>): void {
    const { sheet, row, column } = proposal;
    const blocked = obstacle(this.book, sheet, row, column);
    const name = this.book.snapshot.sheets[sheet]!.name;
    const cell = cellAddress(row, column);
    if (blocked !== null) {
      this.notFilled.push({ fill: this.fill, code: blocked, sheet: name, cell, facts: {} });
      return;
    }
    this.edits.push({
      fill: this.fill,
      sheet: name,
      cell,
      before: contentOf(this.book, sheet, row, column),
      after: proposal.after,
      ...(proposal.numberFormat === undefined ? {} : { numberFormat: proposal.numberFormat }),
      facts: proposal.facts ?? {},
      law: proposal.law ?? [],
    });
  }

  /** The workbook with what this plan holds so far. */
  filled(): Book {
    return this.edits.length === 0 ? this.book : openBook(applyEdits(this.book.snapshot, this.edits));
  }

  refuse(
    code: string,
    sheet: number,
    cell: string | null,
    facts: Readonly<Record<string, FactValue>> = {},
  ): void {
    this.notFilled.push({
      fill: this.fill,
      code,
      sheet: this.book.snapshot.sheets[sheet]!.name,
      cell,
      facts,
    });
  }
}
