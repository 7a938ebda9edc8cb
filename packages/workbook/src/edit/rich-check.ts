import { WorkbookError } from '../errors.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { Ns } from '../xml/namespaces.js';
import { Token, XmlScanner } from '../xml/scanner.js';
import type { CellImage } from './types.js';

/** What may stand in a rich text. */
const ALLOWED = new Set(
  'is r rPr t rPh phoneticPr rFont charset family b i strike outline shadow condense extend color sz u vertAlign scheme'.split(
    ' ',
  ),
);

/** Images may come from a file that somebody changed: XML in them must be the runs of a text and nothing else. */
export function checkRich(image: CellImage): void {
  const { value, sheet, cell } = image;
  if (value.kind !== 'text' || value.rich === undefined) return;
  const xml = new XmlScanner(
    new TextEncoder().encode(
      `<is xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${value.rich}</is>`,
    ),
    'rich text',
    DEFAULT_LIMITS,
  );
  for (let token = xml.next(); token !== Token.end; token = xml.next()) {
    if (token === Token.open && !(xml.ns === Ns.main && ALLOWED.has(xml.name))) {
      throw new WorkbookError('edit-bad-value', { sheet, cell, detail: `element|${xml.name}` });
    }
  }
}
