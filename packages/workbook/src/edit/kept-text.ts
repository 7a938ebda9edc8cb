import type { Package, Relationship } from '../parts/package.js';
import type { PartEdits } from './part-edits.js';
import { escapeCellText } from './xml-write.js';

const NAMESPACE = 'urn:ctmtqg:kept';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The part in which a program keeps a text of its own, with the text. */
export interface KeptText {
  readonly part: string;
  readonly text: string;
}

/** What was kept in the workbook; parts of others, and parts that cannot be read, are none of ours. */
export function readKeptText(pack: Package, relationships: readonly Relationship[]): KeptText | null {
  for (const rel of relationships) {
    if (rel.kind !== 'customXml' || rel.external || !pack.has(rel.target)) continue;
    const xml = new TextDecoder().decode(pack.read(rel.target));
    const found = new RegExp(`<kept xmlns="${NAMESPACE}">([^<]*)</kept>\\s*$`).exec(xml);
    if (found) return { part: rel.target, text: unescapeText(found[1] ?? '') };
  }
  return null;
}

/** Writes the text into its part, a new one where there is none; `null` takes the part away. */
export function writeKeptText(
  edits: PartEdits,
  workbook: string,
  known: KeptText | null,
  text: string | null,
): void {
  if (text === null) {
    if (!known) return;
    edits.remove(known.part);
    edits.unrelate(workbook, known.part);
    return;
  }
  const part = known?.part ?? edits.freeName('customXml/item#.xml');
  edits.write(part, `${HEAD}<kept xmlns="${NAMESPACE}">${escapeCellText(text)}</kept>`);
  if (known) return;
  edits.declareEnding('xml', 'application/xml');
  edits.relate(workbook, 'customXml', part);
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Our own writing turned round. */
function unescapeText(text: string): string {
  return text
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]!)
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
