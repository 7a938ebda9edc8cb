import { partOf } from '../read/snapshot.js';
import type { WorkbookPart } from '../read/workbook.js';
import { Ns } from '../xml/namespaces.js';
import type { PartEdits } from './part-edits.js';
import type { Splice } from './splice.js';

/** A cell of the calculation chain. */
export interface ChainCell {
  readonly sheetId: string;
  readonly cell: string;
}

interface ChainEntry {
  readonly sheetId: string;
  readonly ownSheetId: boolean;
  readonly start: number;
  readonly end: number;
  readonly tagEnd: number;
  readonly gone: boolean;
}

/** Keeps the calculation chain in step: cells that lost their formula leave it, cells that got one join it. */
export function updateCalcChain(
  edits: PartEdits,
  workbook: WorkbookPart,
  lost: readonly ChainCell[],
  gained: readonly ChainCell[],
): void {
  const part = partOf(edits.pack, workbook.relationships, 'calcChain');
  if (part === null || lost.length + gained.length === 0) return;
  const keyOf = (sheetId: string, cell: string) => `${sheetId}!${cell}`;
  const leaving = new Set(lost.map(({ sheetId, cell }) => keyOf(sheetId, cell)));
  const xml = edits.scan(part);
  const root = xml.root('calcChain', Ns.main);
  const { prefix: p } = xml;
  const entries: ChainEntry[] = [];
  const present = new Set<string>();
  let sheetId = '';
  while (xml.nextIn(root)) {
    if (!xml.is('c')) continue;
    const own = xml.attribute('i');
    sheetId = own ?? sheetId;
    const key = keyOf(sheetId, xml.attribute('r') ?? '');
    present.add(key);
    const start = xml.base + xml.start;
    const tagEnd = xml.base + xml.end - (xml.selfClosing ? 2 : 1);
    xml.skip();
    const entry = { sheetId, ownSheetId: own !== null, start, tagEnd, end: xml.base + xml.end };
    entries.push({ ...entry, gone: leaving.has(key) });
  }
  const joining = gained.filter(({ sheetId: id, cell }) => !present.has(keyOf(id, cell)));
  if (entries.every((entry) => entry.gone) && joining.length === 0) {
    edits.remove(part);
    edits.undeclare(part);
    edits.unrelate(workbook.part, part);
    return;
  }
  const added = joining.map(({ sheetId: id, cell }) => `<${p}c r="${cell}" i="${id}"/>`).join('');
  edits.splice(part, [...removals(entries), { start: xml.rootEnd, end: xml.rootEnd, text: added }]);
}

/** An entry without sheet takes that of the entry before it, so that one left behind must be told its own. */
function removals(entries: readonly ChainEntry[]): Splice[] {
  const splices: Splice[] = [];
  entries.forEach((entry, i) => {
    if (entry.gone) splices.push({ start: entry.start, end: entry.end, text: '' });
    else if (!entry.ownSheetId && entries[i - 1]?.gone) {
      splices.push({ start: entry.tagEnd, end: entry.tagEnd, text: ` i="${entry.sheetId}"` });
    }
  });
  return splices;
}
