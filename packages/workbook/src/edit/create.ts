import { WorkbookError } from '../errors.js';
import { Package } from '../parts/package.js';
import { packBytes, writeZip } from '../zip/write.js';
import { PartEdits } from './part-edits.js';
import { minimalStyles, StyleBook } from './style-book.js';
import type { NewSheet } from './types.js';
import { checkSheet, MAIN, writeSheets, writeStyles } from './write-sheets.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORKBOOK = 'xl/workbook.xml';

/** A package with a workbook part that lists no sheet yet. */
const EMPTY: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${WORKBOOK}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="${WORKBOOK}"/></Relationships>`,
  [WORKBOOK]: `${HEAD}<workbook xmlns="${MAIN}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
};

/** How a new workbook looks where a cell does not say otherwise. */
export interface NewWorkbookOptions {
  readonly fontName?: string;
  readonly fontSize?: number;
}

/**
 * Makes a new workbook of given sheets. Use it for templates and results that have no file to start from; to add a
 * sheet to a file there is {@link Workbook.addSheet}.
 *
 * @param sheets at least one, visible
 * @returns the `.xlsx` file; the same sheets give the same bytes
 * @throws WorkbookError `edit-…` where a name, an address or a value cannot be written
 * @example
 * ```ts
 * const bytes = createWorkbook([{ name: 'Biểu 1', cells: { A1: { content: { kind: 'text', text: 'STT' } } } }]);
 * ```
 */
export function createWorkbook(sheets: readonly NewSheet[], options: NewWorkbookOptions = {}): Uint8Array {
  if (!sheets.some((sheet) => (sheet.state ?? 'visible') === 'visible')) throw new WorkbookError('no-sheets');
  const styles = new StyleBook(minimalStyles(options.fontName ?? 'Times New Roman', options.fontSize ?? 12));
  sheets.forEach((sheet, i) => {
    checkSheet(
      sheet,
      sheets.slice(0, i).map((other) => other.name),
      styles,
    );
  });
  const edits = new PartEdits(new Package(emptyPackage()));
  writeSheets(edits, WORKBOOK, sheets, styles);
  writeStyles(edits, WORKBOOK, null, styles);
  return edits.save();
}

function emptyPackage(): Uint8Array {
  const end = new Uint8Array(22);
  end.set([0x50, 0x4b, 5, 6]);
  const nothing = { bytes: end, entries: [], directoryOffset: 0, endOffset: 0 };
  const added = new Map(
    Object.entries(EMPTY).map(([name, xml]) => [name, packBytes(new TextEncoder().encode(xml))]),
  );
  return writeZip(nothing, { replaced: new Map(), removed: new Set(), added });
}
