import { foldText } from '../text/index.js';
import type { Glimpse } from './read-cells.js';
import { GRAND_TOTAL_TITLE, saysMoney, saysQuantity, TOTAL_TITLE, textRole } from './vocabulary.js';

/** A cell of the header hunt: its text is folded at the first question only. */
export class Cell implements Glimpse {
  private foldedText: string | null = null;

  constructor(
    readonly row: number,
    readonly column: number,
    private readonly glimpse: Glimpse,
  ) {}

  get kind() {
    return this.glimpse.kind;
  }
  get figure() {
    return this.glimpse.figure;
  }
  get text() {
    return this.glimpse.text;
  }
  get formula() {
    return this.glimpse.formula;
  }
  get textual() {
    return this.glimpse.textual;
  }
  /** Folded at the first question only: most rows of a table are never asked. */
  get folded(): string {
    this.foldedText ??= this.kind === 'text' ? foldText(this.text) : '';
    return this.foldedText;
  }
}

export function isYear(cell: Glimpse): boolean {
  return (
    cell.kind === 'number' && Number.isInteger(cell.figure) && cell.figure >= 1990 && cell.figure <= 2060
  );
}

export function isAnchor(cell: Cell): boolean {
  if (cell.kind !== 'text' || cell.text.length > 60) return false;
  const role = textRole(cell.folded, [cell.folded]);
  if (role === 'ordinal') return true;
  return (
    (role === 'title' || role === 'place') &&
    !/\b(du an|tieu du an|hop phan|nhom|chuong trinh|noi dung)( thanh phan)?( so)? \d/.test(cell.folded)
  );
}

/** `A | B | 1` over a table with one column of figures. */
export function lettersInOrder(marks: readonly string[]): boolean {
  const letters = marks
    .map((mark) => mark.replace(/[()]/g, '').toUpperCase())
    .filter((mark) => /^[A-Z]$/.test(mark));
  return letters.length >= 2 && letters.every((letter, i) => letter === String.fromCharCode(65 + i));
}

export function isTotalLabel(cell: Cell): boolean {
  return (
    cell.kind === 'text' &&
    cell.text.length <= 40 &&
    (GRAND_TOTAL_TITLE.test(cell.folded) || TOTAL_TITLE.test(cell.folded))
  );
}

export function isAmountHeader(folded: string): boolean {
  return (
    saysMoney(folded) ||
    saysQuantity(folded) ||
    /^(da|tda|du an|tieu du an|nd|ndtp) ?\d/.test(folded) ||
    /^(xa|phuong|thi tran|thi xa|tp|thanh pho|huyen) /.test(folded) ||
    /\bty (le|trong)\b|%/.test(folded)
  );
}
