import { WorkbookError } from '../errors.js';
import { resolveLimits, type WorkbookLimits } from '../limits.js';
import { builtInFormatId } from '../read/number-formats.js';
import { Ns } from '../xml/namespaces.js';
import { XmlScanner } from '../xml/scanner.js';
import { decodeUtf8 } from '../xml/text.js';
import { applySplices, type Splice } from './splice.js';
import type { StyleChange } from './types.js';
import { escapeAttribute } from './xml-write.js';

/** Excel opens files with at most 65,490 cell formats. */
const MAX_CELL_FORMATS = 65_490;
const FIRST_CUSTOM_FORMAT = 164;

/** One of the lists of the styles part that only grows. */
interface StyleList {
  /** Each element as written. */
  readonly items: string[];
  readonly known: Map<string, number>;
  /** How many stood in the file. */
  readonly original: number;
  /** Where new ones go, and the `count` attribute; `null` where the part lacks the list. */
  readonly insertAt: number | null;
  readonly selfClosing: { readonly start: number; readonly end: number; readonly name: string } | null;
  readonly count: { readonly start: number; readonly end: number } | null;
}

type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** A styles part for a workbook that has none. */
export function minimalStyles(font: string, size: number): Uint8Array {
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="${size}"/><name val="${escapeAttribute(font)}"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  );
}

/** Cell formats of the workbook: new ones are derived from those that are there, shared where equal, and appended. */
export class StyleBook {
  private readonly bytes: Uint8Array;
  private readonly prefix: string;
  private readonly afterRoot: number;
  private readonly lists: Readonly<Record<ListName, StyleList>>;
  private readonly formatIds = new Map<string, number>();
  private readonly derived = new Map<string, number>();
  private highestFormat = FIRST_CUSTOM_FORMAT - 1;

  constructor(bytes: Uint8Array | null, limits: WorkbookLimits = resolveLimits(undefined)) {
    this.bytes = bytes ?? minimalStyles('Calibri', 11);
    const xml = new XmlScanner(this.bytes, 'styles', limits);
    const root = xml.root('styleSheet', Ns.main);
    this.prefix = xml.prefix;
    this.afterRoot = xml.base + xml.end;
    const lists = new Map<string, StyleList>();
    while (xml.nextIn(root)) {
      if (xml.ns === Ns.main && ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'].includes(xml.name)) {
        lists.set(xml.name, this.readList(xml));
      }
    }
    const none = (): StyleList => ({
      ...{ items: [], known: new Map(), original: 0, insertAt: null, selfClosing: null, count: null },
    });
    const list = (name: ListName) => lists.get(name) ?? none();
    this.lists = {
      numFmts: list('numFmts'),
      fonts: list('fonts'),
      fills: list('fills'),
      borders: list('borders'),
      cellXfs: list('cellXfs'),
    };
    for (const name of ['fonts', 'fills', 'borders', 'cellXfs'] as const) {
      if (this.lists[name].insertAt === null && this.lists[name].selfClosing === null) {
        throw new WorkbookError('edit-unsupported', { detail: `styles without|${name}` });
      }
    }
  }

  /** Index of a format like `base` with the change; the same for the same question. */
  derive(base: number, change: StyleChange, quotePrefix: boolean | null = null): number {
    checkStyle(change);
    const { cellXfs } = this.lists;
    const from = base < cellXfs.items.length ? base : 0;
    const key = JSON.stringify([from, change, quotePrefix]);
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const index = this.add(
      cellXfs,
      this.changedFormat(cellXfs.items[from] ?? `<${this.prefix}xf/>`, change, quotePrefix),
    );
    if (index >= MAX_CELL_FORMATS)
      throw new WorkbookError('edit-too-many-styles', { count: MAX_CELL_FORMATS });
    this.derived.set(key, index);
    return index;
  }

  /** True where a cell of this format shows its text with a leading apostrophe in the formula bar. */
  isQuoted(index: number): boolean {
    return /\squotePrefix\s*=\s*["'](?:1|true)["']/.test(this.lists.cellXfs.items[index] ?? '');
  }

  /** Number of cell formats, those added included. */
  get count(): number {
    return Math.max(1, this.lists.cellXfs.items.length);
  }

  get isChanged(): boolean {
    return Object.values(this.lists).some((list) => list.items.length > list.original);
  }

  /** The part with what was added. */
  write(): Uint8Array {
    const splices: Splice[] = [];
    for (const name of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'] as const) {
      const list = this.lists[name];
      const added = list.items.slice(list.original).join('');
      if (added === '') continue;
      const { insertAt, count, selfClosing } = list;
      const total = list.items.length;
      if (count) splices.push({ start: count.start, end: count.end, text: String(total) });
      if (selfClosing) {
        splices.push({
          start: selfClosing.start,
          end: selfClosing.end,
          text: `>${added}</${selfClosing.name}>`,
        });
      } else if (insertAt !== null) splices.push({ start: insertAt, end: insertAt, text: added });
      else {
        const { prefix } = this;
        const text = `<${prefix}${name} count="${total}">${added}</${prefix}${name}>`;
        splices.push({ start: this.afterRoot, end: this.afterRoot, text });
      }
    }
    return applySplices(this.bytes, splices);
  }

  private readList(xml: XmlScanner): StyleList {
    const { selfClosing, prefix, name } = xml;
    const end = xml.base + xml.end;
    let count: StyleList['count'] = null;
    for (let i = 0; i < xml.attributeCount; i++) {
      if (xml.attributeName(i) === 'count') {
        count = { start: xml.base + xml.attributeStart(i), end: xml.base + xml.attributeEnd(i) };
      }
    }
    const items: string[] = [];
    const known = new Map<string, number>();
    const depth = xml.depth;
    while (xml.nextIn(depth)) {
      const start = xml.base + xml.start;
      if (xml.is('numFmt')) this.learnFormat(xml);
      xml.skip();
      const item = decodeUtf8(this.bytes, start, xml.base + xml.end);
      if (!known.has(item)) known.set(item, items.length);
      items.push(item);
    }
    return {
      ...{ items, known, count, original: items.length },
      insertAt: selfClosing ? null : xml.base + xml.start,
      selfClosing: selfClosing ? { start: end - 2, end, name: prefix + name } : null,
    };
  }

  private learnFormat(xml: XmlScanner): void {
    const id = Number(xml.attribute('numFmtId'));
    this.highestFormat = Math.max(this.highestFormat, id);
    const code = xml.attribute('formatCode') ?? '';
    if (!this.formatIds.has(code)) this.formatIds.set(code, id);
  }

  private add(list: StyleList, item: string): number {
    const known = list.known.get(item);
    if (known !== undefined) return known;
    const index = list.items.push(item) - 1;
    list.known.set(item, index);
    return index;
  }

  private formatId(code: string): number {
    const known = builtInFormatId(code) ?? this.formatIds.get(code);
    if (known !== undefined) return known;
    const id = ++this.highestFormat;
    this.formatIds.set(code, id);
    this.add(
      this.lists.numFmts,
      `<${this.prefix}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return id;
  }

  private changedFormat(item: string, change: StyleChange, quotePrefix: boolean | null): string {
    const { prefix: p } = this;
    let xf = item;
    const number = (name: string) => Number(/^\d+$/.test(attributeOf(xf, name)) ? attributeOf(xf, name) : 0);
    const point = (name: string, to: number, apply: string) => {
      xf = withAttribute(withAttribute(xf, name, String(to)), apply, '1');
    };
    if (change.numberFormat !== undefined)
      point('numFmtId', this.formatId(change.numberFormat), 'applyNumberFormat');
    const font = this.changedFont(this.lists.fonts.items[number('fontId')] ?? `<${p}font/>`, change);
    if (font !== null) point('fontId', this.add(this.lists.fonts, font), 'applyFont');
    if (change.fill !== undefined) {
      const fill =
        change.fill === null
          ? `<${p}fill><${p}patternFill patternType="none"/></${p}fill>`
          : `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${change.fill}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
      point('fillId', change.fill === null ? 0 : this.add(this.lists.fills, fill), 'applyFill');
    }
    if (change.border !== undefined) {
      const side = (name: string) => `<${p}${name} style="thin"><${p}color auto="1"/></${p}${name}>`;
      const border = `<${p}border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<${p}diagonal/></${p}border>`;
      point('borderId', change.border ? this.add(this.lists.borders, border) : 0, 'applyBorder');
    }
    if (quotePrefix !== null) xf = withAttribute(xf, 'quotePrefix', quotePrefix ? '1' : '0');
    return this.withAlignment(xf, change);
  }

  /** The font with the change, or `null` where nothing of it changes. */
  private changedFont(item: string, change: StyleChange): string | null {
    const { prefix: p } = this;
    let font = item;
    const set = (name: string, value: string | null) => {
      font = withChild(font, p, name, value === null ? '' : `<${p}${name}${value}/>`);
    };
    if (change.bold !== undefined) set('b', change.bold ? '' : null);
    if (change.italic !== undefined) set('i', change.italic ? '' : null);
    if (change.fontColor !== undefined) set('color', ` rgb="FF${change.fontColor}"`);
    if (change.fontSize !== undefined) set('sz', ` val="${change.fontSize}"`);
    if (change.fontName !== undefined) {
      set('name', ` val="${escapeAttribute(change.fontName)}"`);
      // A theme font would win over the name.
      set('scheme', null);
    }
    return font === item ? null : font;
  }

  private withAlignment(item: string, change: StyleChange): string {
    const { prefix: p } = this;
    const wanted: [string, string | undefined][] = [
      ['horizontal', change.horizontal],
      ['vertical', change.vertical],
      ['wrapText', change.wrap === undefined ? undefined : change.wrap ? '1' : '0'],
      ['indent', change.indent === undefined ? undefined : String(change.indent)],
    ];
    let xf = item;
    if (wanted.some(([, value]) => value !== undefined)) {
      let alignment = childOf(xf, p, 'alignment') ?? `<${p}alignment/>`;
      for (const [name, value] of wanted)
        if (value !== undefined) alignment = withAttribute(alignment, name, value);
      xf = withAttribute(withChild(xf, p, 'alignment', alignment), 'applyAlignment', '1');
    }
    if (change.locked === undefined) return xf;
    let protection = childOf(xf, p, 'protection') ?? `<${p}protection/>`;
    protection = withAttribute(protection, 'locked', change.locked ? '1' : '0');
    return withAttribute(withChild(xf, p, 'protection', protection), 'applyProtection', '1');
  }
}

/** Colours and sizes go into XML as they are given. */
function checkStyle({ fill, fontColor, fontSize = 11, indent = 0 }: StyleChange): void {
  for (const color of [fill, fontColor]) {
    if (typeof color === 'string') checkColor(color);
  }
  if (!(fontSize >= 1 && fontSize <= 409))
    throw new WorkbookError('edit-unsupported', { detail: `font size|${fontSize}` });
  if (!(indent >= 0 && indent <= 250))
    throw new WorkbookError('edit-unsupported', { detail: `indent|${indent}` });
}

/** Refuses what is no colour. */
export function checkColor(color: string): void {
  if (!/^[0-9A-Fa-f]{6}$/.test(color))
    throw new WorkbookError('edit-unsupported', { detail: `color|${color}` });
}

/** Children of a font and of an `xf` in the order of the schema. */
const ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme alignment protection extLst'.split(
    ' ',
  );

function attributeOf(item: string, name: string): string {
  const tag = /^<[^>]*>/.exec(item)?.[0] ?? '';
  return (
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(tag)
      ?.slice(1)
      .find((text) => text !== undefined) ?? ''
  );
}

function withAttribute(item: string, name: string, value: string): string {
  const pattern = new RegExp(`^(<[^>]*?\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  if (pattern.test(item)) return item.replace(pattern, (_, head: string) => `${head}"${value}"`);
  return item.replace(/^<[^\s/>]+/, (head) => `${head} ${name}="${value}"`);
}

function childPattern(prefix: string, name: string): RegExp {
  return new RegExp(`<${prefix}${name}(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</${prefix}${name}\\s*>)`);
}

function childOf(item: string, prefix: string, name: string): string | null {
  return childPattern(prefix, name).exec(item)?.[0] ?? null;
}

/** The element with one child set, replaced or (empty) taken away, in the order that the schema wants. */
function withChild(item: string, prefix: string, name: string, child: string): string {
  const pattern = childPattern(prefix, name);
  if (pattern.test(item)) return item.replace(pattern, () => child);
  if (child === '') return item;
  const open =
    /\/>\s*$/.test(item) && !/^<[^>]*[^/]>/.test(item)
      ? item.replace(/\/>\s*$/, `></${/^<([^\s/>]+)/.exec(item)?.[1]}>`)
      : item;
  for (const later of ORDER.slice(ORDER.indexOf(name) + 1)) {
    const place = childPattern(prefix, later).exec(open);
    if (place) return open.slice(0, place.index) + child + open.slice(place.index);
  }
  return open.replace(/<\/[^>]*>\s*$/, (close) => child + close);
}
