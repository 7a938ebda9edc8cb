import type { CellStyle } from '@ctmtqg/core';
import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';
import { type ColorSource, readColorSource, resolveColor } from './colors.js';
import { builtInFormat } from './number-formats.js';

interface FontPart {
  name: string;
  size: number | null;
  bold: boolean;
  italic: boolean;
  color: ColorSource | null;
}

interface StyleTables {
  readonly formats: Map<number, string>;
  readonly fonts: FontPart[];
  readonly fills: (ColorSource | null)[];
  readonly borders: boolean[];
  readonly indexed: string[];
}

const PLAIN_FONT: FontPart = { name: 'Calibri', size: 11, bold: false, italic: false, color: null };

/** The style of a workbook without a styles part. */
export const PLAIN_STYLE: CellStyle = {
  font: PLAIN_FONT.name,
  numberFormat: 'General',
  bold: false,
  italic: false,
  indent: 0,
  locked: true,
  fill: null,
  fontColor: null,
  fontSize: PLAIN_FONT.size,
  horizontal: null,
  wrap: false,
  border: false,
};

/** Reads the cell formats (`cellXfs`) of the styles part, each put together from its font, fill, border and number format. */
export function readStyles(xml: XmlScanner, theme: readonly string[], maxStyles: number): CellStyle[] {
  const tables: StyleTables = { formats: new Map(), fonts: [], fills: [], borders: [], indexed: [] };
  const styles: CellStyle[] = [];
  const pending: (() => CellStyle)[] = [];
  const root = xml.root('styleSheet', Ns.main);
  while (xml.nextIn(root)) {
    if (xml.ns !== Ns.main) continue;
    switch (xml.name) {
      case 'numFmts':
        readEach(xml, 'numFmt', maxStyles, () => {
          tables.formats.set(Number(xml.attribute('numFmtId')), xml.attribute('formatCode') ?? 'General');
        });
        break;
      case 'fonts':
        readEach(xml, 'font', maxStyles, () => tables.fonts.push(readFont(xml)));
        break;
      case 'fills':
        readEach(xml, 'fill', maxStyles, () => tables.fills.push(readFill(xml)));
        break;
      case 'borders':
        readEach(xml, 'border', maxStyles, () => tables.borders.push(readBorder(xml)));
        break;
      case 'cellXfs':
        readEach(xml, 'xf', maxStyles, () => pending.push(readCellFormat(xml, tables, theme)));
        break;
      case 'colors':
        readIndexedColors(xml, tables.indexed);
        break;
    }
  }
  for (const make of pending) styles.push(make());
  return styles.length > 0 ? styles : [PLAIN_STYLE];
}

function readEach(xml: XmlScanner, name: string, most: number, read: () => void): void {
  const depth = xml.depth;
  let count = 0;
  while (xml.nextIn(depth)) {
    if (!xml.is(name)) continue;
    if (++count > most) throw xml.damaged('too many styles');
    read();
  }
}

function readFont(xml: XmlScanner): FontPart {
  const font: FontPart = { ...PLAIN_FONT };
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    if (xml.name === 'name') font.name = xml.attribute('val') ?? font.name;
    else if (xml.name === 'sz') font.size = finite(xml.attribute('val'));
    else if (xml.name === 'b') font.bold = xml.flag('val', true);
    else if (xml.name === 'i') font.italic = xml.flag('val', true);
    else if (xml.name === 'color') font.color = readColorSource(xml);
  }
  return font;
}

function finite(value: string | null): number | null {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}

function readFill(xml: XmlScanner): ColorSource | null {
  const depth = xml.depth;
  let color: ColorSource | null = null;
  while (xml.nextIn(depth)) {
    if (!xml.is('patternFill')) continue;
    const pattern = xml.attribute('patternType') ?? 'none';
    const inner = xml.depth;
    while (xml.nextIn(inner)) {
      if (xml.is('fgColor') && pattern === 'solid') color = readColorSource(xml);
    }
  }
  return color;
}

function readBorder(xml: XmlScanner): boolean {
  const depth = xml.depth;
  let any = false;
  while (xml.nextIn(depth)) {
    const style = xml.attribute('style');
    if (style !== null && style !== 'none') any = true;
  }
  return any;
}

function readIndexedColors(xml: XmlScanner, indexed: string[]): void {
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    if (!xml.is('indexedColors')) continue;
    const inner = xml.depth;
    while (xml.nextIn(inner)) indexed.push((xml.attribute('rgb') ?? '').slice(-6).toUpperCase());
  }
}

/** Reads one `xf`; its parts are looked up when the whole styles part is known. */
function readCellFormat(xml: XmlScanner, tables: StyleTables, theme: readonly string[]): () => CellStyle {
  const id = (name: string) => Number(xml.attribute(name) ?? 0);
  const fontId = id('fontId');
  const fillId = id('fillId');
  const borderId = id('borderId');
  const formatId = id('numFmtId');
  let horizontal: string | null = null;
  let wrap = false;
  let indent = 0;
  let locked = true;
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    if (xml.name === 'alignment') {
      horizontal = xml.attribute('horizontal');
      wrap = xml.flag('wrapText');
      indent = finite(xml.attribute('indent')) ?? 0;
    } else if (xml.name === 'protection') locked = xml.flag('locked', true);
  }
  return () => {
    const font = tables.fonts[fontId] ?? tables.fonts[0] ?? PLAIN_FONT;
    const indexed = tables.indexed.length > 0 ? tables.indexed : undefined;
    const fill = tables.fills[fillId];
    return {
      font: font.name,
      numberFormat: tables.formats.get(formatId) ?? builtInFormat(formatId),
      bold: font.bold,
      italic: font.italic,
      indent,
      locked,
      fill: fill ? resolveColor(fill, theme, indexed) : null,
      fontColor: font.color ? resolveColor(font.color, theme, indexed) : null,
      fontSize: font.size,
      horizontal,
      wrap,
      border: tables.borders[borderId] ?? false,
    };
  };
}
