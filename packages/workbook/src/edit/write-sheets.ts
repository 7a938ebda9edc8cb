import { checkChart, drawingElement, writeCharts } from './charts.js';
import { checkSheetName, newSheetXml, printNames } from './new-sheet.js';
import type { PartEdits } from './part-edits.js';
import type { StyleBook } from './style-book.js';
import type { NewChart, NewSheet } from './types.js';
import { listSheets } from './workbook-edits.js';

const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Namespace of the workbook's own parts: transitional files and strict ones differ. */
export function mainNamespace(edits: PartEdits): string {
  return edits.relationshipBase.includes('purl.oclc.org') ? STRICT_MAIN : MAIN;
}

/** Refuses a sheet that could not be written, before anything is. */
export function checkSheet(sheet: NewSheet, taken: readonly string[], styles: StyleBook): void {
  checkSheetName(sheet.name, taken);
  printNames(sheet);
  newSheetXml(sheet, styles, MAIN);
  for (const chart of sheet.charts ?? []) checkChart(sheet.name, chart);
}

/** Writes new sheets behind those that the workbook part lists. */
export function writeSheets(
  edits: PartEdits,
  workbook: string,
  sheets: readonly NewSheet[],
  styles: StyleBook,
): void {
  const namespace = mainNamespace(edits);
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const listed = sheets.map((sheet) => {
    const part = edits.freeName(`${folder}worksheets/sheet#.xml`);
    edits.write(part, newSheetXml(sheet, styles, namespace));
    edits.declareType(part, WORKSHEET_TYPE);
    if (sheet.charts && sheet.charts.length > 0) addDrawing(edits, part, sheet.charts);
    const relationship = edits.relate(workbook, 'worksheet', part);
    return {
      name: sheet.name,
      state: sheet.state ?? 'visible',
      relationship,
      names: printNames(sheet),
    } as const;
  });
  listSheets(edits, workbook, listed);
}

/** A new sheet ends with its page: a drawing comes last. */
function addDrawing(edits: PartEdits, part: string, charts: readonly NewChart[]): void {
  const end = edits.read(part).length - '</worksheet>'.length;
  const text = drawingElement('', edits.relationshipBase, writeCharts(edits, part, charts));
  edits.splice(part, [{ start: end, end, text }]);
}

/** Writes the styles part, a new one where the workbook had none. */
export function writeStyles(
  edits: PartEdits,
  workbook: string,
  known: string | null,
  styles: StyleBook,
): void {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const part =
    known ??
    (edits.has(`${folder}styles.xml`) ? edits.freeName(`${folder}styles#.xml`) : `${folder}styles.xml`);
  edits.write(part, styles.write());
  if (known !== null) return;
  edits.declareType(part, STYLES_TYPE);
  edits.relate(workbook, 'styles', part);
}
