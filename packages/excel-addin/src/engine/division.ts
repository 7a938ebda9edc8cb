import {
  type Book,
  cellAddress,
  columnName,
  type Edit,
  type RemainderPolicy,
  SplitError,
  type SplitPart,
  split,
  type Table,
  understand,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { Memory, SelectedArea } from '../port/types.js';
import type { Language } from './protocol.js';

/** A row that may receive a part. */
export interface Receiver {
  readonly row: number;
  readonly name: string;
  readonly cell: string;
  /** What stands in the cell, as an edit writes it down. */
  readonly before: Edit['before'];
  /** Adds up others of the table, so that it should receive nothing itself. */
  readonly isTotal: boolean;
}

/** A column whose figures can be the weights: points, households, shares. */
export interface WeightColumn {
  readonly column: string;
  readonly header: string;
  /** One for each receiver; `null` where no figure stands. */
  readonly weights: readonly (string | null)[];
}

export type DivisionPlace =
  | { readonly kind: 'no-rows' | 'several-columns' }
  | {
      readonly kind: 'rows';
      readonly sheet: string;
      readonly column: string;
      readonly unit: string | null;
      readonly receivers: readonly Receiver[];
      readonly weightColumns: readonly WeightColumn[];
      /** What stands in the total of the column, where there is one. */
      readonly total: { readonly cell: string; readonly amount: string } | null;
    };

const MOST_ROWS = 5_000;

/** The rows that the user has selected, with all that a division can go by. */
export function divisionPlace(book: Book, selection: SelectedArea, memory: Memory): DivisionPlace {
  const { sheet: name, left, right, top } = selection;
  const sheet = book.snapshot.sheets.findIndex((one) => one.name === name);
  if (left !== right) return { kind: 'several-columns' };
  const snapshot = book.snapshot.sheets[sheet];
  if (!snapshot) return { kind: 'no-rows' };
  const { programme, year } = memory;
  const tables = understand(book, { rules: RULES, programme, year }).filter((table) => table.sheet === sheet);
  const table = tables.find((one) => one.rows.some(({ row }) => row >= top && row <= selection.bottom));
  const receivers = receiversIn(book, sheet, selection, table);
  if (receivers.length === 0) return { kind: 'no-rows' };
  return {
    kind: 'rows',
    sheet: name,
    column: columnName(left),
    unit: table?.dimensions.unit?.name ?? null,
    receivers,
    weightColumns: weightColumns(book, sheet, left, receivers, table),
    total: totalOf(book, sheet, left, table, receivers),
  };
}

function figureAt(book: Book, sheet: number, row: number, column: number): string | null {
  const value = book.evaluator.value(sheet, row, column);
  return value.kind === 'number' ? value.value.toFixed() : null;
}

/** Texts left of the column in that row; the longest says most. */
function nameAt(book: Book, sheet: number, row: number, column: number): string {
  let name = '';
  for (let at = 1; at < column; at++) {
    if (figureAt(book, sheet, row, at) !== null) continue;
    const text = book.text(sheet, row, at).trim();
    if (text.length > name.length) name = text;
  }
  return name;
}

function receiversIn(book: Book, sheet: number, area: SelectedArea, table: Table | undefined): Receiver[] {
  const titles = new Map(table?.rows.map((row) => [row.row, row]) ?? []);
  const wholes = new Set(
    [...(table?.sums ?? []), ...(table?.proposals ?? [])].flatMap((sum) =>
      sum.axis === 'column' && sum.complete ? [sum.whole] : [],
    ),
  );
  const { hiddenRows, merges } = book.snapshot.sheets[sheet]!;
  const receivers: Receiver[] = [];
  for (let row = area.top; row <= area.bottom && receivers.length < MOST_ROWS; row++) {
    if (hiddenRows.some((span) => row >= span.from && row <= span.to)) continue;
    const covered = merges.some(
      (one) => row > one.top && row <= one.bottom && area.left >= one.left && area.left <= one.right,
    );
    const known = titles.get(row);
    const name = known?.title || nameAt(book, sheet, row, area.left);
    if (covered || name === '') continue;
    receivers.push({
      row,
      name,
      cell: cellAddress(row, area.left),
      before: contentAt(book, sheet, row, area.left),
      isTotal: wholes.has(row) || known?.kind === 'grand-total' || known?.kind === 'subtotal',
    });
  }
  return receivers;
}

function contentAt(book: Book, sheet: number, row: number, column: number): Edit['before'] {
  const formula = book.evaluator.formula(sheet, row, column);
  const stored = book.evaluator.stored(sheet, row, column);
  const shown =
    stored.kind === 'number' ? stored.value.toFixed() : stored.kind === 'text' ? stored.text : null;
  if (formula !== null) return { kind: 'formula', formula: `=${formula}`, cached: shown };
  if (stored.kind === 'number') return { kind: 'number', value: stored.value.toFixed() };
  if (stored.kind === 'text' && stored.text.trim() !== '') return { kind: 'text', text: stored.text };
  return { kind: 'blank' };
}

/** Columns with a figure in most rows, but for row numbers that merely count up. */
function weightColumns(
  book: Book,
  sheet: number,
  into: number,
  receivers: readonly Receiver[],
  table: Table | undefined,
): WeightColumn[] {
  let last = into;
  const { cells } = book.snapshot.sheets[sheet]!;
  for (let i = 0; i < cells.count; i++) last = Math.max(last, cells.columns[i]!);
  const columns: WeightColumn[] = [];
  for (let column = 1; column <= Math.min(last, 200); column++) {
    const known = table?.columns.find((one) => one.column === column);
    if (column === into || known?.role === 'ordinal' || known?.role === 'code') continue;
    const weights = receivers.map(({ row }) => figureAt(book, sheet, row, column));
    if (weights.filter((weight) => weight !== null).length * 2 < receivers.length) continue;
    const header = known?.headerPath.join(' / ') ?? '';
    columns.push({ column: columnName(column), header, weights });
  }
  return columns;
}

function totalOf(
  book: Book,
  sheet: number,
  column: number,
  table: Table | undefined,
  receivers: readonly Receiver[],
): { readonly cell: string; readonly amount: string } | null {
  const named = table?.rows.filter((row) => row.kind === 'subtotal') ?? [];
  const grand = table?.rows.find((row) => row.kind === 'grand-total');
  const whole = (grand ?? (named.length === 1 ? named[0] : undefined))?.row;
  if (whole === undefined || receivers.every((one) => one.row === whole)) return null;
  // A total that is a sum of the very cells says nothing of what there is to divide.
  if (book.evaluator.formula(sheet, whole, column) !== null) return null;
  const amount = figureAt(book, sheet, whole, column);
  return amount === null ? null : { cell: cellAddress(whole, column), amount };
}

export interface DivideAsk {
  readonly total: string;
  readonly step: string;
  readonly policy: RemainderPolicy;
  readonly receivers: readonly { readonly name: string; readonly weight: string }[];
  readonly language: Language;
}

export type Division =
  | { readonly kind: 'divided'; readonly parts: readonly SplitPart[]; readonly apart: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Divides, with the proof of each part; a wish that cannot be met comes back as a sentence. */
export function divide({ language, ...request }: DivideAsk): Division {
  try {
    const { parts, apart } = split(request);
    return { kind: 'divided', parts, apart };
  } catch (error) {
    if (!(error instanceof SplitError)) throw error;
    return { kind: 'refused', reason: error.in(language) };
  }
}
