import { parseArea } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { Ns } from '../xml/namespaces.js';
import { Token, XmlScanner } from '../xml/scanner.js';
import { valueOfCached, valueOfContent } from './content.js';
import type { CellImage } from './types.js';

/** What may stand in a rich text. */
const ALLOWED = new Set(
  'is r rPr t rPh phoneticPr rFont charset family b i strike outline shadow condense extend color sz u vertAlign scheme'.split(
    ' ',
  ),
);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Images may come from a file that somebody changed: what cannot have been a cell is refused before it is written. */
export function checkImage(image: CellImage, styleCount: number): void {
  const { sheet, cell, value, formula, array, style } = image;
  const place = { sheet, cell };
  const refuse = (detail: string) => new WorkbookError('edit-bad-value', { ...place, detail });
  if (!isImage(image)) throw refuse('image');
  if (!Number.isInteger(style) || style < 0 || style >= styleCount) throw refuse(`style|${style}`);
  if (formula !== null) valueOfContent({ kind: 'formula', formula, cached: null }, place);
  if (array !== null && !parseArea(array)) throw refuse(`area|${array}`);
  if (value.kind === 'number') valueOfCached({ kind: 'number', value: value.value }, place);
  else if (value.kind === 'text') {
    valueOfCached({ kind: 'text', text: value.text }, place);
    if (value.rich !== undefined) checkRich(value.rich, refuse);
  }
}

/** True where all parts have the kind that they must have. */
function isImage({ present, style, formula, array, value, note }: CellImage): boolean {
  const isText = (part: unknown) => part === null || typeof part === 'string';
  if (typeof present !== 'boolean' || typeof style !== 'number' || !isText(formula) || !isText(array))
    return false;
  if ((note !== undefined && !isText(note)) || typeof value !== 'object' || value === null) return false;
  switch (value.kind) {
    case 'blank':
      return true;
    case 'text':
      return typeof value.text === 'string' && (value.rich === undefined || typeof value.rich === 'string');
    case 'boolean':
      return typeof value.value === 'boolean';
    case 'number':
    case 'error':
    case 'date':
      return typeof value.value === 'string';
    default:
      return false;
  }
}

function checkRich(rich: string, refuse: (detail: string) => WorkbookError): void {
  const bytes = new TextEncoder().encode(`<is xmlns="${MAIN}">${rich}</is>`);
  const xml = new XmlScanner(bytes, 'rich text', DEFAULT_LIMITS);
  for (let token = xml.next(); token !== Token.end; token = xml.next()) {
    if (token === Token.open && !(xml.ns === Ns.main && ALLOWED.has(xml.name)))
      throw refuse(`element|${xml.name}`);
  }
}
