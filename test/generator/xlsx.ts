import { strToU8, zipSync } from 'fflate';
import { plain } from './amount.js';
import { moved, print, type Value, Values } from './formula.js';
import { a1, type GridCell, letters, type Sheet, type Style, type Workbook } from './grid.js';

/** How a program writes its files; each of these occurs in the field. */
export interface FileStyle {
  readonly program: 'excel' | 'openpyxl' | 'libreoffice' | 'google' | 'sdk';
  readonly cachedValues: boolean;
  readonly strings: 'shared' | 'inline';
  readonly prefix: '' | 'x:';
  readonly cellAddresses: boolean;
  readonly absoluteTargets: boolean;
  readonly sharedFormulas: boolean;
}

const escapeXml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

class Styles {
  private readonly keys = new Map<string, number>();
  readonly list: Style[] = [];

  index(style: Style): number {
    const key = JSON.stringify(style);
    const known = this.keys.get(key);
    if (known !== undefined) return known + 1;
    this.keys.set(key, this.list.length);
    this.list.push(style);
    return this.list.length;
  }

  xml(p: string): string {
    const formats = [...new Set(this.list.map((style) => style.format))].filter(
      (format) => format !== 'General',
    );
    const fonts = this.list.map(
      (style) =>
        `<${p}font>${style.bold ? `<${p}b/>` : ''}${style.italic ? `<${p}i/>` : ''}<${p}sz val="${style.size}"/><${p}name val="${escapeXml(style.font)}"/><${p}family val="1"/></${p}font>`,
    );
    const cells = this.list.map((style, index) => {
      const format = style.format === 'General' ? 0 : 164 + formats.indexOf(style.format);
      const alignment = `<${p}alignment${style.align ? ` horizontal="${style.align}"` : ''} vertical="center"${style.wrap ? ' wrapText="1"' : ''}${style.indent ? ` indent="${style.indent}"` : ''}/>`;
      return `<${p}xf numFmtId="${format}" fontId="${index + 1}" fillId="0" borderId="${style.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</${p}xf>`;
    });
    const base = `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
    const side = (name: string) => `<${p}${name} style="thin"><${p}color indexed="64"/></${p}${name}>`;
    return (
      `${XML}<${p}styleSheet ${p ? 'xmlns:x' : 'xmlns'}="${MAIN}">` +
      (formats.length
        ? `<${p}numFmts count="${formats.length}">${formats.map((format, i) => `<${p}numFmt numFmtId="${164 + i}" formatCode="${escapeXml(format)}"/>`).join('')}</${p}numFmts>`
        : '') +
      `<${p}fonts count="${fonts.length + 1}"><${p}font><${p}sz val="11"/><${p}name val="Times New Roman"/></${p}font>${fonts.join('')}</${p}fonts>` +
      `<${p}fills count="2"><${p}fill><${p}patternFill patternType="none"/></${p}fill><${p}fill><${p}patternFill patternType="gray125"/></${p}fill></${p}fills>` +
      `<${p}borders count="2"><${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border><${p}border>${side('left')}${side('right')}${side('top')}${side('bottom')}<${p}diagonal/></${p}border></${p}borders>` +
      `<${p}cellStyleXfs count="1">${base}</${p}cellStyleXfs><${p}cellXfs count="${cells.length + 1}">${base}${cells.join('')}</${p}cellXfs>` +
      `<${p}cellStyles count="1"><${p}cellStyle name="Normal" xfId="0" builtinId="0"/></${p}cellStyles></${p}styleSheet>`
    );
  }
}

class Strings {
  private readonly keys = new Map<string, number>();
  count = 0;

  index(text: string): number {
    this.count++;
    const known = this.keys.get(text);
    if (known !== undefined) return known;
    this.keys.set(text, this.keys.size);
    return this.keys.size - 1;
  }

  xml(p: string): string {
    const items = [...this.keys.keys()].map(
      (text) => `<${p}si><${p}t${space(text)}>${escapeXml(text)}</${p}t></${p}si>`,
    );
    return `${XML}<${p}sst ${p ? 'xmlns:x' : 'xmlns'}="${MAIN}" count="${this.count}" uniqueCount="${items.length}">${items.join('')}</${p}sst>`;
  }
}

const space = (text: string) => (/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '');

function cachedText(value: Value): { type: string; text: string } {
  if (value.kind === 'number') return { type: '', text: String(value.double) };
  if (value.kind === 'error') return { type: ' t="e"', text: value.code };
  if (value.kind === 'text') return { type: ' t="str"', text: escapeXml(value.text) };
  return { type: '', text: '0' };
}

function cellXml(
  cell: GridCell,
  context: {
    style: FileStyle;
    styles: Styles;
    strings: Strings;
    values: Values;
    sheet: string;
    shared: ReadonlyMap<GridCell, Shared>;
  },
): string {
  const { style, styles, strings, values } = context;
  const p = style.prefix;
  const start = `<${p}c${style.cellAddresses ? ` r="${a1(cell.row, cell.column)}"` : ''} s="${styles.index(cell.style)}"`;
  const content = cell.content;
  switch (content.kind) {
    case 'number':
      return `${start}><${p}v>${content.raw ?? plain(content.amount)}</${p}v></${p}c>`;
    case 'plain':
      return `${start}><${p}v>${content.text}</${p}v></${p}c>`;
    case 'text':
      return style.strings === 'shared'
        ? `${start} t="s"><${p}v>${strings.index(content.text)}</${p}v></${p}c>`
        : `${start} t="inlineStr"><${p}is><${p}t${space(content.text)}>${escapeXml(content.text)}</${p}t></${p}is></${p}c>`;
    case 'formula': {
      const calc = style.program === 'libreoffice' ? ' aca="false"' : '';
      const shared = context.shared.get(cell);
      const text = shared?.master === false ? '' : escapeXml(print(content.expression));
      const share = shared
        ? ` t="shared"${shared.area ? ` ref="${shared.area}"` : ''} si="${shared.index}"`
        : '';
      const formula = text === '' ? `<${p}f${share}/>` : `<${p}f${calc}${share}>${text}</${p}f>`;
      if (!style.cachedValues) return `${start}>${formula}<${p}v></${p}v></${p}c>`;
      const cached =
        content.staleCache === undefined
          ? cachedText(values.at(context.sheet, cell.row, cell.column))
          : { type: '', text: content.staleCache };
      return `${start}${cached.type}>${formula}<${p}v>${cached.text}</${p}v></${p}c>`;
    }
  }
}

interface Shared {
  readonly index: number;
  readonly master: boolean;
  readonly area: string | null;
}

/** Formulas copied down a column, written once as Excel does. */
function sharedFormulas(cells: readonly GridCell[]): Map<GridCell, Shared> {
  const found = new Map<GridCell, Shared>();
  const at = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  let index = 0;
  for (const cell of cells) {
    if (cell.content.kind !== 'formula' || found.has(cell)) continue;
    const { expression } = cell.content;
    const run = [cell];
    for (let row = cell.row + 1; ; row++) {
      const below = at.get(`${row}:${cell.column}`);
      if (
        below?.content.kind !== 'formula' ||
        print(below.content.expression) !== print(moved(expression, row - cell.row, 0))
      )
        break;
      run.push(below);
    }
    if (run.length < 3) continue;
    const area = `${a1(cell.row, cell.column)}:${a1(cell.row + run.length - 1, cell.column)}`;
    for (const one of run) found.set(one, { index, master: one === cell, area: one === cell ? area : null });
    index++;
  }
  return found;
}

function sheetXml(sheet: Sheet, style: FileStyle, styles: Styles, strings: Strings, values: Values): string {
  const p = style.prefix;
  const cells = sheet.sorted();
  const rows = new Map<number, GridCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  for (const row of sheet.hiddenRows) if (!rows.has(row)) rows.set(row, []);
  const last = Math.max(...cells.map((cell) => cell.column), 1);
  const bottom = Math.max(...cells.map((cell) => cell.row), 1);
  const shared = style.sharedFormulas ? sharedFormulas(cells) : new Map<GridCell, Shared>();
  const context = { style, styles, strings, values, sheet: sheet.name, shared };
  const lines: string[] = [];
  let expected = 1;
  for (const row of [...rows.keys()].sort((x, y) => x - y)) {
    if (!style.cellAddresses) for (; expected < row; expected++) lines.push(`<${p}row/>`);
    expected = row + 1;
    const attributes =
      (style.cellAddresses ? ` r="${row}"` : '') +
      (style.program === 'excel' ? ` spans="1:${last}" x14ac:dyDescent="0.25"` : '') +
      (sheet.hiddenRows.has(row) ? ' hidden="1"' : '');
    let column = 1;
    let text = '';
    for (const cell of rows.get(row) ?? []) {
      if (!style.cellAddresses) for (; column < cell.column; column++) text += `<${p}c/>`;
      column = cell.column + 1;
      text += cellXml(cell, context);
    }
    lines.push(`<${p}row${attributes}>${text}</${p}row>`);
  }
  const columns: string[] = [];
  for (let column = 1; column <= last; column++) {
    const width = sheet.widths.get(column) ?? 12;
    columns.push(
      `<${p}col min="${column}" max="${column}" width="${width}" customWidth="1"${sheet.hiddenColumns.has(column) ? ' hidden="1"' : ''}/>`,
    );
  }
  const merges = sheet.merges.map(
    (area) => `<${p}mergeCell ref="${a1(area.top, area.left)}:${a1(area.bottom, area.right)}"/>`,
  );
  const namespaces =
    `${p ? 'xmlns:x' : 'xmlns'}="${MAIN}" xmlns:r="${RELATIONSHIPS}"` +
    (style.program === 'excel'
      ? ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"'
      : '');
  return (
    `${XML}<${p}worksheet ${namespaces}><${p}dimension ref="A1:${letters(last)}${bottom}"/>` +
    `<${p}sheetViews><${p}sheetView workbookViewId="0"/></${p}sheetViews><${p}sheetFormatPr defaultRowHeight="15"/>` +
    `<${p}cols>${columns.join('')}</${p}cols><${p}sheetData>${lines.join('')}</${p}sheetData>` +
    (merges.length ? `<${p}mergeCells count="${merges.length}">${merges.join('')}</${p}mergeCells>` : '') +
    `<${p}pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/></${p}worksheet>`
  );
}

function relationships(entries: readonly { id: string; type: string; target: string }[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries.map((entry) => `<Relationship Id="${entry.id}" Type="${RELATIONSHIPS}/${entry.type}" Target="${entry.target}"/>`).join('')}</Relationships>`;
}

/** Writes the workbook as the bytes of an `.xlsx` file in the manner of `style`. */
export function writeXlsx(workbook: Workbook, style: FileStyle): Uint8Array {
  const p = style.prefix;
  const styles = new Styles();
  const strings = new Strings();
  const values = new Values(workbook);
  const parts: Record<string, string> = {};
  const base = style.absoluteTargets ? '/xl/' : '';
  const links: { id: string; type: string; target: string }[] = [];
  workbook.sheets.forEach((sheet, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, style, styles, strings, values);
    links.push({
      id: `rId${index + 1}`,
      type: 'worksheet',
      target: `${base}worksheets/sheet${index + 1}.xml`,
    });
  });
  links.push({ id: 'rIdS', type: 'styles', target: `${base}styles.xml` });
  if (style.strings === 'shared') {
    links.push({ id: 'rIdT', type: 'sharedStrings', target: `${base}sharedStrings.xml` });
    parts['xl/sharedStrings.xml'] = strings.xml(p);
  }
  parts['xl/styles.xml'] = styles.xml(p);
  parts['xl/workbook.xml'] =
    `${XML}<${p}workbook ${p ? 'xmlns:x' : 'xmlns'}="${MAIN}" xmlns:r="${RELATIONSHIPS}"><${p}workbookPr/><${p}bookViews><${p}workbookView/></${p}bookViews><${p}sheets>` +
    workbook.sheets
      .map(
        (sheet, i) =>
          `<${p}sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('') +
    `</${p}sheets><${p}calcPr calcId="191029"/></${p}workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relationships(links);
  parts['_rels/.rels'] = relationships([
    { id: 'rId1', type: 'officeDocument', target: `${style.absoluteTargets ? '/' : ''}xl/workbook.xml` },
  ]);
  const override = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  parts['[Content_Types].xml'] =
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    override('xl/workbook.xml', 'sheet.main') +
    workbook.sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('') +
    override('xl/styles.xml', 'styles') +
    (style.strings === 'shared' ? override('xl/sharedStrings.xml', 'sharedStrings') : '') +
    '</Types>';
  const order = [
    '[Content_Types].xml',
    '_rels/.rels',
    ...Object.keys(parts).filter((name) => name.startsWith('xl/')),
  ];
  return zipSync(Object.fromEntries(order.map((name) => [name, strToU8(parts[name] as string)])), {
    level: 1,
  });
}
