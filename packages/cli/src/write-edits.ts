import { type Book, type Edit, recalculated } from '@ctmtqg/core';
import { type CellChange, type CellImage, openWorkbook } from '@ctmtqg/workbook';
import { VERSION } from './version.js';
import { withWorkbook } from './workbook-fault.js';

/** What `OUT.xlsx.edits.json` holds: enough for `ctmtqg undo` to put each touched cell back. */
export interface EditsFile {
  readonly schema: 'edits/1';
  readonly tool: { readonly name: 'ctmtqg'; readonly version: string };
  readonly edits: readonly Edit[];
  /** Each touched cell as it was before, in the words of `@ctmtqg/workbook`. */
  readonly images: readonly CellImage[];
}

export interface WrittenEdits {
  readonly bytes: Uint8Array;
  readonly file: EditsFile;
}

/** Makes edits in the file's own bytes; formulas that depend on them show their new values. */
export function writeEdits(
  path: string,
  bytes: Uint8Array,
  book: Book,
  edits: readonly Edit[],
): WrittenEdits {
  const dependants = recalculated(book, edits);
  const changes: CellChange[] = [
    ...edits.map(
      (edit): CellChange => ({
        sheet: edit.sheet,
        cell: edit.cell,
        content: edit.after,
        ...(edit.numberFormat === undefined ? {} : { style: { numberFormat: edit.numberFormat } }),
      }),
    ),
    ...dependants.cells.flatMap(({ sheet, cell, value }): CellChange[] => {
      if (value.kind === 'number')
        return [
          { sheet, cell, cached: { kind: 'number', value: value.value.toSignificantDigits(15).toFixed() } },
        ];
      if (value.kind === 'text') return [{ sheet, cell, cached: { kind: 'text', text: value.text } }];
      if (value.kind === 'boolean') return [{ sheet, cell, cached: { kind: 'boolean', value: value.value } }];
      return value.kind === 'error' ? [{ sheet, cell, cached: { kind: 'error', error: value.error } }] : [];
    }),
  ];
  return withWorkbook(path, () => {
    const workbook = openWorkbook(bytes);
    const images = workbook.change(changes);
    if (dependants.unknown > 0) workbook.recalculateOnOpen();
    return {
      bytes: workbook.save(),
      file: { schema: 'edits/1', tool: { name: 'ctmtqg', version: VERSION }, edits, images },
    };
  });
}

/** Name of the list of edits beside a written workbook. */
export function editsPath(output: string): string {
  return `${output}.edits.json`;
}
