import type { CellImage, ImageValue, StyleChange } from './types.js';

/** What shall stand in a cell; `undefined` parts stay as they are. */
export interface PendingCell {
  readonly row: number;
  readonly column: number;
  /** New value, and formula if it has one. */
  readonly value?: ImageValue;
  readonly formula?: string | null;
  readonly array?: string | null;
  /** New cached value under the formula that stands there. */
  readonly cached?: ImageValue;
  /** Changes of format, one after the other, on the format that stands there or on `styleIndex`. */
  readonly styles: readonly StyleChange[];
  readonly styleIndex?: number;
  /** The cell goes away altogether: there was none before. */
  readonly absent?: boolean;
}

export const cellKey = (row: number, column: number) => row * 16_384 + (column - 1);

/** Two changes of one cell, one after the other, as one. */
export function mergePending(first: PendingCell, second: PendingCell): PendingCell {
  const { row, column } = second;
  if (second.absent) return second;
  const restyled = second.styleIndex !== undefined;
  const styles = restyled ? second.styles : [...first.styles, ...second.styles];
  const styleIndex = restyled ? second.styleIndex : first.styleIndex;
  const style = { styles, ...(styleIndex === undefined ? {} : { styleIndex }) };
  if (second.value !== undefined) {
    const { value, formula = null, array = null } = second;
    return { row, column, value, formula, array, ...style };
  }
  if (first.value !== undefined) {
    const { value, formula = null, array = null } = first;
    const kept = second.cached !== undefined && formula !== null ? second.cached : value;
    return { row, column, value: kept, formula, array, ...style };
  }
  const cached = second.cached ?? first.cached;
  return { row, column, ...(cached === undefined ? {} : { cached }), ...style };
}

/** The cell put back as it was. */
export function pendingOfImage(image: CellImage, row: number, column: number): PendingCell {
  if (!image.present) return { row, column, styles: [], absent: true };
  const { changed, value, formula, array, style } = image;
  const format = { row, column, styles: [], styleIndex: style };
  if (changed === 'format') return format;
  return changed === 'cached' ? { ...format, cached: value } : { ...format, value, formula, array };
}

/** What two changes together change. */
export function changedBy(
  before: CellImage['changed'] | undefined,
  pending: PendingCell,
): CellImage['changed'] {
  if (before === 'content' || pending.absent || pending.value !== undefined) return 'content';
  return before === 'cached' || pending.cached !== undefined ? 'cached' : 'format';
}
