import type { CellReader } from './cell-reader.js';
import type { CellValue, FormulaArea } from './types.js';
import { numberInText, type Stop, settle } from './values.js';

/** Where each value stands in one row or column of cells, so that thousands of lookups share one walk. */
export interface ExactIndex {
  /** Offsets of a text, whatever its case, and of a number, ascending. */
  texts(text: string): readonly number[];
  numbers(value: Extract<CellValue, { kind: 'number' }>): readonly number[];
  /** Offsets of texts that spell a number. */
  spelled(value: Extract<CellValue, { kind: 'number' }>): readonly number[];
  /** The first cell that is not known, if any. */
  readonly unknown: { readonly offset: number; readonly stop: Stop } | null;
}

const NOWHERE: readonly number[] = [];

function add(map: Map<string, number[]>, key: string, offset: number): void {
  const list = map.get(key);
  if (list) list.push(offset);
  else map.set(key, [offset]);
}

/** Indexes an area of one row or one column. */
export function buildExactIndex(cells: CellReader, area: FormulaArea): ExactIndex {
  const texts = new Map<string, number[]>();
  const numbers = new Map<string, number[]>();
  const spelled = new Map<string, number[]>();
  let unknown: ExactIndex['unknown'] = null;
  const found: { offset: number; value: CellValue }[] = [];
  const spent = cells.walk(area, (value, row, column) => {
    found.push({ offset: row - area.top + column - area.left, value });
    return null;
  });
  // Cells that only an override fills are visited last.
  found.sort((a, b) => a.offset - b.offset);
  for (const { offset, value } of found) {
    if (value.kind === 'number') add(numbers, settle(value.value).toString(), offset);
    else if (value.kind === 'unknown') unknown ??= { offset, stop: value };
    else if (value.kind === 'text') {
      add(texts, value.text.toLowerCase(), offset);
      const number = /\d/.test(value.text) ? numberInText(value.text) : null;
      if (number) add(spelled, settle(number).toString(), offset);
    }
  }
  return {
    texts: (text) => texts.get(text.toLowerCase()) ?? NOWHERE,
    numbers: ({ value }) => numbers.get(settle(value).toString()) ?? NOWHERE,
    spelled: ({ value }) => spelled.get(settle(value).toString()) ?? NOWHERE,
    unknown: spent ? { offset: 0, stop: spent } : unknown,
  };
}
