import { decimalOfDouble } from '../amount/decimal.js';
import { readAmount } from '../amount/index.js';
import { CellKind, locate, type SheetSnapshot } from '../snapshot/index.js';
import type { Book } from './book.js';

/** What the recogniser sees in one cell: enough to tell figures from words, nothing exact. */
export interface Glimpse {
  readonly kind: 'blank' | 'number' | 'text' | 'other';
  /** A figure for evidence only; sums are judged exactly by the checks. `NaN` where there is none. */
  readonly figure: number;
  readonly text: string;
  readonly formula: boolean;
  /** True where the figure was typed as text. */
  readonly textual: boolean;
}

const BLANK: Glimpse = { kind: 'blank', figure: Number.NaN, text: '', formula: false, textual: false };
const DASH = /^[-–—−.\s]*$/;

/** Reads cells of one sheet for the recogniser. */
export interface SheetReader {
  readonly sheet: number;
  readonly snapshot: SheetSnapshot;
  at(row: number, column: number): Glimpse;
  text(row: number, column: number): string;
  style(
    row: number,
    column: number,
  ): { readonly bold: boolean; readonly indent: number; readonly numberFormat: string };
}

export function readSheet(book: Book, sheet: number): SheetReader {
  const snapshot = book.snapshot.sheets[sheet]!;
  const locator = locate(snapshot);
  const formulaCells = new Set(snapshot.formulas.map((formula) => formula.cell));
  const { kinds, numbers } = snapshot.cells;

  const computed = (row: number, column: number): Glimpse => {
    const value = book.evaluator.value(sheet, row, column);
    if (value.kind === 'number')
      return { kind: 'number', figure: value.value.toNumber(), text: '', formula: true, textual: false };
    if (value.kind === 'text')
      return { kind: 'text', figure: Number.NaN, text: value.text, formula: true, textual: false };
    if (value.kind === 'blank') return { kind: 'number', figure: 0, text: '', formula: true, textual: false };
    const stored = book.evaluator.stored(sheet, row, column);
    const figure = stored.kind === 'number' ? stored.value.toNumber() : Number.NaN;
    return {
      kind: stored.kind === 'number' ? 'number' : 'other',
      figure,
      text: '',
      formula: true,
      textual: false,
    };
  };

  return {
    sheet,
    snapshot,
    text: (row, column) => book.text(sheet, row, column),
    style(row, column) {
      const cell = locator.find(row, column);
      const style = cell < 0 ? undefined : book.snapshot.styles[snapshot.cells.styles[cell]!];
      return {
        bold: style?.bold ?? false,
        indent: style?.indent ?? 0,
        numberFormat: style?.numberFormat ?? 'General',
      };
    },
    at(row, column) {
      const cell = locator.find(row, column);
      if (cell < 0) return BLANK;
      if (formulaCells.has(cell)) return computed(row, column);
      switch (kinds[cell]) {
        case CellKind.number:
          return {
            kind: 'number',
            figure: plainFigure(numbers[cell]!),
            text: '',
            formula: false,
            textual: false,
          };
        case CellKind.text:
          return glimpseText(book.text(sheet, row, column));
        case CellKind.none:
          return BLANK;
        default:
          return { ...BLANK, kind: 'other' };
      }
    },
  };
}

function plainFigure(value: number): number {
  return Number.isInteger(value) ? value : decimalOfDouble(value).toNumber();
}

function glimpseText(text: string): Glimpse {
  if (DASH.test(text))
    return text === '' ? BLANK : { kind: 'number', figure: 0, text, formula: false, textual: true };
  if (text.length <= 32 && /\d/.test(text)) {
    const reading = readAmount(text, 'comma-decimal');
    if (reading.kind === 'amount') {
      return { kind: 'number', figure: reading.value.toNumber(), text, formula: false, textual: true };
    }
    if (reading.kind === 'ambiguous') {
      return {
        kind: 'number',
        figure: reading.readings[0]!.value.toNumber(),
        text,
        formula: false,
        textual: true,
      };
    }
  }
  return { kind: 'text', figure: Number.NaN, text, formula: false, textual: false };
}
