import { type CellContent, cellAddress, parseAddress } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import type { CachedValue, ImageValue } from './types.js';
import { isXmlText } from './xml-write.js';

/** Excel's limits for one cell. */
const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Where a value belongs, for error messages. */
export interface ValuePlace {
  readonly sheet: string;
  readonly cell: string;
}

/** What a `CellContent` puts into a cell: its value, and its formula without `=`. */
export function valueOfContent(
  content: CellContent,
  place: ValuePlace,
): { value: ImageValue; formula: string | null } {
  switch (content.kind) {
    case 'blank':
      return { value: { kind: 'blank' }, formula: null };
    case 'number':
      return { value: { kind: 'number', value: numberText(content.value, place) }, formula: null };
    case 'boolean':
      return { value: { kind: 'boolean', value: content.value }, formula: null };
    case 'text':
      return { value: textValue(content.text, place), formula: null };
    case 'formula':
      return { value: cachedText(content.cached, place), formula: formulaText(content.formula, place) };
  }
}

/** A cached value as it is kept. */
export function valueOfCached(cached: CachedValue, place: ValuePlace): ImageValue {
  switch (cached.kind) {
    case 'number':
      return { kind: 'number', value: numberText(cached.value, place) };
    case 'text':
      return textValue(cached.text, place);
    case 'boolean':
      return { kind: 'boolean', value: cached.value };
    case 'error':
      return { kind: 'error', value: cached.error };
  }
}

function bad(place: ValuePlace, detail: string): WorkbookError {
  return new WorkbookError('edit-bad-value', { ...place, detail });
}

/** The decimal as Excel stores it: the shortest text of the nearest double. */
function numberText(text: string, place: ValuePlace): string {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(number)) throw bad(place, `number|${text}`);
  return Object.is(number, -0) ? '0' : String(number);
}

function textValue(text: string, place: ValuePlace): ImageValue {
  if (text.length > MAX_TEXT) throw bad(place, `long text|${text.length}`);
  return { kind: 'text', text };
}

/** A cached value given as text alone: a figure where it reads as one, an error code, else text. */
function cachedText(cached: string | null, place: ValuePlace): ImageValue {
  if (cached === null) return { kind: 'blank' };
  if (NUMBER.test(cached)) return { kind: 'number', value: numberText(cached, place) };
  return /^#[A-Z/0!?]+$/.test(cached) ? { kind: 'error', value: cached } : textValue(cached, place);
}

function formulaText(formula: string, place: ValuePlace): string {
  const text = formula.startsWith('=') ? formula.slice(1) : formula;
  if (text.trim() === '') throw bad(place, 'empty formula');
  if (text.length > MAX_FORMULA) throw bad(place, `long formula|${text.length}`);
  if (!isXmlText(text)) throw bad(place, 'control characters in a formula');
  return text;
}

/** Row and column of an address. */
export function placeOf(address: string): { row: number; column: number; cell: string } {
  const at = parseAddress(address);
  if (!at) throw new WorkbookError('edit-bad-address', { cell: address });
  return { ...at, cell: cellAddress(at.row, at.column) };
}
