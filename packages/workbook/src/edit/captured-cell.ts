import { readPlain } from '../read/strings.js';
import { Ns } from '../xml/namespaces.js';
import { Token, type XmlScanner } from '../xml/scanner.js';
import { unescapeCellText } from '../xml/text.js';
import { escapeAttribute, escapeText } from './xml-write.js';

/** Place of something in the part. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Formula of a cell as its element says. */
export interface CapturedFormula extends Range {
  /** `normal`, `shared`, `array`, `dataTable`. */
  readonly kind: string;
  readonly group: string | null;
  readonly ref: string | null;
  readonly text: string;
}

/** A cell element with the places of its parts, so that each can be replaced alone. */
export interface CapturedCell extends Range {
  readonly prefix: string;
  readonly tag: Range;
  readonly selfClosing: boolean;
  /** Attributes as written, escapes kept. */
  readonly attributes: readonly { readonly name: string; readonly raw: string }[];
  readonly style: number;
  readonly styleRange: Range | null;
  readonly type: string;
  readonly typeRange: Range | null;
  readonly formula: CapturedFormula | null;
  /** Text of `v`, not unescaped. */
  readonly value: string | null;
  readonly valueRange: Range | null;
  readonly inline: RichSource | null;
}

/** A text with the XML of its runs, element names without prefix. */
export interface RichSource {
  readonly text: string;
  readonly rich: string | null;
}

/** Reads the `c` just opened, up to its end. */
export function captureCell(xml: XmlScanner): CapturedCell {
  const { prefix, selfClosing } = xml;
  const tag = { start: xml.base + xml.start, end: xml.base + xml.end };
  const attributes: { name: string; raw: string }[] = [];
  let styleRange: Range | null = null;
  let typeRange: Range | null = null;
  for (let i = 0; i < xml.attributeCount; i++) {
    const name = xml.attributeName(i);
    const range = { start: xml.base + xml.attributeStart(i), end: xml.base + xml.attributeEnd(i) };
    attributes.push({ name, raw: escapeAttribute(xml.attributeValue(i)) });
    if (name === 's') styleRange = range;
    else if (name === 't') typeRange = range;
  }
  const style = Number(xml.attribute('s') ?? 0);
  const type = xml.attribute('t') ?? 'n';
  let formula: CapturedFormula | null = null;
  let value: string | null = null;
  let valueRange: Range | null = null;
  let inline: RichSource | null = null;
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    const start = xml.base + xml.start;
    if (xml.is('f')) formula = captureFormula(xml);
    else if (xml.is('v')) {
      value = readPlain(xml);
      valueRange = { start, end: endOfElement(xml) };
    } else if (xml.is('is')) inline = captureRich(xml);
  }
  const end = xml.base + xml.end;
  return {
    ...{ start: tag.start, end, prefix, tag, selfClosing, attributes, styleRange, typeRange },
    ...{ style, type, formula, value, valueRange, inline },
  };
}

/** Reads the `f` just opened. */
export function captureFormula(xml: XmlScanner): CapturedFormula {
  const start = xml.base + xml.start;
  const kind = xml.attribute('t') ?? 'normal';
  const group = xml.attribute('si');
  const ref = xml.attribute('ref');
  const text = readPlain(xml);
  return { start, end: endOfElement(xml), kind, group: kind === 'shared' ? group : null, ref, text };
}

/** Place behind the element that `readPlain` just read: its close was the last token. */
function endOfElement(xml: XmlScanner): number {
  return xml.base + xml.end;
}

/** Reads the `si` or `is` just opened: its text, and its runs as XML where it has any. */
export function captureRich(xml: XmlScanner): RichSource {
  const depth = xml.depth;
  let text = '';
  let rich = '';
  let runs = false;
  let phonetic = 0;
  let inText = false;
  for (;;) {
    const token = xml.next();
    if (token === Token.end || (token === Token.close && xml.depth === depth)) break;
    if (token === Token.text) {
      if (!inText) continue;
      if (phonetic === 0) text += xml.text();
      rich += escapeText(xml.text());
    } else if (xml.ns === Ns.main) {
      const opened = token === Token.open;
      if (xml.name === 'r') runs = true;
      if (xml.name === 'rPh') phonetic += opened ? 1 : -1;
      if (xml.name === 't') inText = opened;
      rich += opened ? openTag(xml) : `</${xml.name}>`;
    }
  }
  return { text: unescapeCellText(text), rich: runs ? rich : null };
}

function openTag(xml: XmlScanner): string {
  let tag = `<${xml.name}`;
  for (let i = 0; i < xml.attributeCount; i++) {
    const name = xml.attributeName(i);
    if (!name.startsWith('xmlns') && (!name.includes(':') || name === 'xml:space')) {
      tag += ` ${name}="${escapeAttribute(xml.attributeValue(i))}"`;
    }
  }
  return `${tag}>`;
}
