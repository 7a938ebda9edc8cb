import type { CellContent } from '@ctmtqg/core';

/** What `Range.formulas` takes and gives for one cell. */
export type Cell = string | number | boolean;

const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/**
 * A text that Excel must not read as anything else gets an apostrophe: what begins like a number, a date, a sign
 * or a formula, and the words TRUE and FALSE.
 */
export function textForExcel(text: string): string {
  const readsOtherwise = /^\s*[-=+@'#\d.,(%$]/.test(text) || /^(true|false)$/i.test(text) || MONTH.test(text);
  return readsOtherwise ? `'${text}` : text;
}

/** The content of an edit as Excel takes it. */
export function cellFromContent(content: CellContent): Cell {
  switch (content.kind) {
    case 'blank':
      return '';
    case 'number':
      return Number(content.value);
    case 'text':
      return textForExcel(content.text);
    case 'boolean':
      return content.value;
    case 'formula':
      return content.formula.startsWith('=') ? content.formula : `=${content.formula}`;
  }
}

/** True where the cell still holds what we wrote; Excel may have changed case and spaces of a formula. */
export function holds(now: unknown, written: Cell): boolean {
  if (typeof written !== 'string' || typeof now !== 'string') return now === written;
  const plain = written.startsWith("'") ? written.slice(1) : written;
  if (!plain.startsWith('=')) return now === plain;
  const bare = (text: string) => text.replaceAll(/\s/g, '').toUpperCase();
  return bare(now) === bare(plain);
}
