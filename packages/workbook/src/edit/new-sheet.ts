import { areaAddress, columnName, columnNumber, parseAddress, parseArea, quoteSheetName } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import { cellContent, typeOf } from './cell-xml.js';
import { placeOf, valueOfCached, valueOfContent } from './content.js';
import { checkColor, type StyleBook } from './style-book.js';
import type { ImageValue, NewCell, NewSheet } from './types.js';
import { escapeAttribute, escapeText } from './xml-write.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAX_NAME = 31;
const MAX_LIST = 255;
/** Larger than any amount that a double holds to the đồng. */
const MOST_NUMBER = '9000000000000000';
const DEFAULT_HEIGHT = 15;
const DEFAULT_WIDTH = 9;
/** Excel shows no row higher than this. */
const MAX_HEIGHT = 409;

/** Refuses names that Excel does not take, or that are taken. */
export function checkSheetName(name: string, taken: readonly string[]): void {
  const refuse = (detail: string) => new WorkbookError('edit-sheet-name', { sheet: name, detail });
  if (name === '' || name.length > MAX_NAME) throw refuse(`length|${MAX_NAME}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  const odd = /[[\]:*?/\\\u0000-\u001f]/.exec(name)?.[0];
  if (odd !== undefined) throw refuse(`character|${odd}`);
  if (name.startsWith("'") || name.endsWith("'")) throw refuse("character|'");
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) throw refuse('taken');
}

interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: string;
  readonly given: NewCell;
}

function placedCells(sheet: NewSheet): PlacedCell[] {
  return Object.entries(sheet.cells)
    .map(([address, given]) => ({ ...placeOf(address), given }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The part of a new sheet. */
export function newSheetXml(sheet: NewSheet, styles: StyleBook, namespace: string): string {
  const cells = placedCells(sheet);
  const pieces = [
    `${HEAD}<worksheet xmlns="${namespace}">`,
    sheetProperties(sheet),
    views(sheet),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columns(sheet),
    `<sheetData>${rows(sheet, cells, styles)}</sheetData>`,
    sheet.protected ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : '',
    merges(sheet),
    validations(sheet),
    hyperlinks(cells),
    page(sheet),
    '</worksheet>',
  ];
  return pieces.join('');
}

function sheetProperties(sheet: NewSheet): string {
  if (sheet.tabColor !== undefined) checkColor(sheet.tabColor);
  const color = sheet.tabColor === undefined ? '' : `<tabColor rgb="FF${sheet.tabColor}"/>`;
  const fit = sheet.page ? '<pageSetUpPr fitToPage="1"/>' : '';
  return color + fit === '' ? '' : `<sheetPr>${color}${fit}</sheetPr>`;
}

function views(sheet: NewSheet): string {
  const { rows = 0, columns: across = 0 } = sheet.frozen ?? {};
  if (rows === 0 && across === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const pane = rows > 0 && across > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const topLeft = areaAddress({ top: rows + 1, left: across + 1, bottom: rows + 1, right: across + 1 });
  const split = `${across > 0 ? ` xSplit="${across}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${split} topLeftCell="${topLeft}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

function columns(sheet: NewSheet): string {
  const widths = Object.entries(sheet.columnWidths ?? {})
    .map(([name, width]) => ({ column: columnOf(name), width }))
    .sort((a, b) => a.column - b.column);
  if (widths.length === 0) return '';
  const items = widths.map(
    ({ column, width }) => `<col min="${column}" max="${column}" width="${width}" customWidth="1"/>`,
  );
  return `<cols>${items.join('')}</cols>`;
}

function columnOf(name: string): number {
  const column = columnNumber(name);
  if (column === 0) throw new WorkbookError('edit-bad-address', { cell: name });
  return column;
}

function rows(sheet: NewSheet, cells: readonly PlacedCell[], styles: StyleBook): string {
  const byRow = new Map<number, PlacedCell[]>();
  for (const row of Object.keys(sheet.rowHeights ?? {})) byRow.set(Number(row), []);
  for (const cell of cells) {
    const known = byRow.get(cell.row);
    if (known) known.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const merged = new Set((sheet.merges ?? []).map((area) => area.split(':')[0]));
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, placed]) => {
      const fixed = sheet.rowHeights?.[row];
      const needed =
        fixed ??
        neededHeight(
          sheet,
          placed.filter(({ cell }) => !merged.has(cell)),
        );
      const height = fixed === undefined && needed <= DEFAULT_HEIGHT ? '' : ` ht="${needed}"`;
      const custom = fixed === undefined ? '' : ' customHeight="1"';
      return `<row r="${row}"${height}${custom}>${placed.map((cell) => cellXml(sheet, cell, styles)).join('')}</row>`;
    })
    .join('');
}

/** Height in points that the texts of a row need: not every program fits rows to their texts when it opens a file. */
function neededHeight(sheet: NewSheet, cells: readonly PlacedCell[]): number {
  const heights = cells.map(({ column, given: { content, style } }) => {
    const size = style?.fontSize ?? 11;
    const text = content?.kind === 'text' ? content.text : '';
    const width = sheet.columnWidths?.[columnName(column)] ?? DEFAULT_WIDTH;
    const perLine = Math.max(1, (width * 11) / size);
    const lines = style?.wrap
      ? text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
      : 1;
    return Math.ceil(lines * size * 1.36);
  });
  return Math.min(MAX_HEIGHT, Math.max(DEFAULT_HEIGHT, ...heights));
}

function cellXml(sheet: NewSheet, { cell, given }: PlacedCell, styles: StyleBook): string {
  const place = { sheet: sheet.name, cell };
  const { value, formula } = given.content
    ? valueOfContent(given.content, place)
    : { value: { kind: 'blank' } as ImageValue, formula: null };
  const shown = given.cached && formula !== null ? valueOfCached(given.cached, place) : value;
  const quoted = formula === null && shown.kind === 'text' && /^[=+\-@']/.test(shown.text);
  const plain = given.style ? styles.derive(0, given.style) : 0;
  const style = quoted ? styles.derive(plain, {}, true) : plain;
  const type = typeOf(shown, formula !== null);
  const head = `<c r="${cell}"${style > 0 ? ` s="${style}"` : ''}${type === null ? '' : ` t="${type}"`}`;
  const content = cellContent(shown, formula, null, '');
  return content === '' ? `${head}/>` : `${head}>${content}</c>`;
}

function merges(sheet: NewSheet): string {
  const areas = sheet.merges ?? [];
  if (areas.length === 0) return '';
  const items = areas.map((area) => {
    if (!parseArea(area)) throw new WorkbookError('edit-bad-address', { cell: area });
    return `<mergeCell ref="${area}"/>`;
  });
  return `<mergeCells count="${areas.length}">${items.join('')}</mergeCells>`;
}

function validations(sheet: NewSheet): string {
  const given = sheet.validations ?? [];
  if (given.length === 0) return '';
  const items = given.map((one) => {
    const { area } = one;
    if (!parseArea(area)) throw new WorkbookError('edit-bad-address', { cell: area });
    if ('number' in one)
      return `<dataValidation type="decimal" allowBlank="1" showErrorMessage="1" error="${escapeAttribute(one.number)}" sqref="${area}"><formula1>-${MOST_NUMBER}</formula1><formula2>${MOST_NUMBER}</formula2></dataValidation>`;
    const source = typeof one.list === 'string' ? one.list : listText(sheet.name, area, one.list);
    const error = one.strict === false ? '' : ' showErrorMessage="1"';
    return `<dataValidation type="list" allowBlank="1"${error} sqref="${area}"><formula1>${escapeText(source)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${given.length}">${items.join('')}</dataValidations>`;
}

/** Items of a drop-down written out; longer lists must stand in cells. */
function listText(sheet: string, cell: string, items: readonly string[]): string {
  const text = items.join(',');
  if (text.length > MAX_LIST || items.some((item) => item.includes(','))) {
    throw new WorkbookError('edit-bad-value', { sheet, cell, detail: `list|${MAX_LIST}` });
  }
  return `"${text.replaceAll('"', '""')}"`;
}

function hyperlinks(cells: readonly PlacedCell[]): string {
  const items = cells.flatMap(({ cell, given }) =>
    given.link === undefined ? [] : [`<hyperlink ref="${cell}" location="${escapeAttribute(given.link)}"/>`],
  );
  return items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`;
}

function page(sheet: NewSheet): string {
  if (!sheet.page) return '';
  const orientation = sheet.page.landscape ? 'landscape' : 'portrait';
  return `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`;
}

/** Names that printing goes by, as `definedName` content. */
export function printNames(sheet: NewSheet): { readonly name: string; readonly refersTo: string }[] {
  const quoted = quoteSheetName(sheet.name);
  const names: { name: string; refersTo: string }[] = [];
  if (sheet.printArea !== undefined) {
    const area = parseArea(sheet.printArea);
    if (!area) throw new WorkbookError('edit-bad-address', { cell: sheet.printArea });
    const absolute = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    names.push({ name: '_xlnm.Print_Area', refersTo: `${quoted}!${absolute}` });
  }
  if (sheet.printTitleRows !== undefined) {
    const [first = '', last = first] = sheet.printTitleRows.split(':');
    if (!parseAddress(`A${first}`) || !parseAddress(`A${last}`)) {
      throw new WorkbookError('edit-bad-address', { cell: sheet.printTitleRows });
    }
    names.push({ name: '_xlnm.Print_Titles', refersTo: `${quoted}!$${first}:$${last}` });
  }
  return names;
}

/**
 * A cell or area of a sheet as a link names it, for {@link NewCell.link}.
 *
 * @example
 * ```ts
 * linkTo('PL kèm KH', 'E10'); // "'PL kèm KH'!E10"
 * ```
 */
export function linkTo(sheet: string, address: string): string {
  return `${quoteSheetName(sheet)}!${address}`;
}
