import type { WorkbookSnapshot } from '@ctmtqg/core';
import { Workbook } from './edit/editor.js';
import type { ReadOptions } from './limits.js';
import { Package } from './parts/package.js';
import { readSnapshot } from './read/snapshot.js';

/**
 * Reads an `.xlsx` or `.xlsm` file: values, formulas, cached values, formats, notes, names. Use it where the file is
 * only looked at; {@link openWorkbook} also edits it.
 *
 * @param bytes the whole file
 * @param options limits that differ from {@link DEFAULT_LIMITS}
 * @returns plain data, the same shape that a live Excel range gives
 * @throws WorkbookError where the file is no workbook, is damaged, encrypted or hostile
 * @example
 * ```ts
 * const snapshot = readWorkbook(new Uint8Array(await file.arrayBuffer()));
 * snapshot.sheets[0]?.name; // 'PL kèm KH'
 * ```
 */
export function readWorkbook(bytes: Uint8Array, options?: ReadOptions): WorkbookSnapshot {
  return readSnapshot(new Package(bytes, options));
}

/**
 * Opens a workbook to edit it in place: values, formulas, formats, notes, new sheets. Everything that no change names
 * stays byte for byte as it was.
 *
 * @param bytes the whole file; it is not changed
 * @param options limits that differ from {@link DEFAULT_LIMITS}
 * @throws WorkbookError where the file is no workbook, is damaged, encrypted or hostile
 * @example
 * ```ts
 * const book = openWorkbook(bytes);
 * const before = book.change([
 *   { sheet: 'PL kèm KH', cell: 'C10', content: { kind: 'formula', formula: '=SUM(C11:C16)', cached: '12063.2' } },
 * ]);
 * const edited = book.save();
 * ```
 */
export function openWorkbook(bytes: Uint8Array, options?: ReadOptions): Workbook {
  return new Workbook(bytes, options);
}
