import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';
import type { PartEdits } from './part-edits.js';
import type { Splice } from './splice.js';
import { escapeAttribute, escapeText } from './xml-write.js';

/** A sheet to be listed in the workbook part. */
export interface ListedSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly relationship: string;
  readonly names: readonly { readonly name: string; readonly refersTo: string }[];
}

/** What may stand behind `definedNames` in a workbook part. */
const AFTER_NAMES = new Set(
  'calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  ),
);

interface Slot {
  readonly prefix: string;
  readonly selfClosing: boolean;
  readonly tagEnd: number;
  readonly closeAt: number;
}

function readSlot(xml: XmlScanner): Slot {
  const { prefix, selfClosing } = xml;
  const tagEnd = xml.base + xml.end;
  xml.skip();
  return { prefix, selfClosing, tagEnd, closeAt: xml.base + xml.start };
}

function append(slot: Slot, name: string, text: string): Splice {
  if (!slot.selfClosing) return { start: slot.closeAt, end: slot.closeAt, text };
  return { start: slot.tagEnd - 2, end: slot.tagEnd, text: `>${text}</${slot.prefix}${name}>` };
}

/** Lists new sheets behind the others, with the names that printing goes by. */
export function listSheets(edits: PartEdits, part: string, added: readonly ListedSheet[]): void {
  const xml = edits.scan(part);
  const root = xml.root('workbook', Ns.main);
  const { prefix: p } = xml;
  let sheets: Slot | null = null;
  let names: Slot | null = null;
  let namesAt = -1;
  let count = 0;
  let highestId = 0;
  while (xml.nextIn(root)) {
    if (xml.ns !== Ns.main) continue;
    const start = xml.base + xml.start;
    if (xml.name === 'sheets') {
      const { prefix, selfClosing } = xml;
      const tagEnd = xml.base + xml.end;
      const depth = xml.depth;
      while (xml.nextIn(depth)) {
        count++;
        highestId = Math.max(highestId, Number(xml.attribute('sheetId') ?? 0));
      }
      sheets = { prefix, selfClosing, tagEnd, closeAt: xml.base + xml.start };
    } else if (xml.name === 'definedNames') names = readSlot(xml);
    else if (AFTER_NAMES.has(xml.name) && namesAt < 0) namesAt = start;
  }
  if (!sheets) throw xml.damaged('no sheets');
  const base = edits.relationshipBase;
  const items = added.map(({ name, state, relationship }, i) => {
    const shown = state === 'visible' ? '' : ` state="${state === 'hidden' ? 'hidden' : 'veryHidden'}"`;
    const id = `sheetId="${highestId + 1 + i}"${shown} xmlns:r="${base}" r:id="${relationship}"`;
    return `<${p}sheet name="${escapeAttribute(name)}" ${id}/>`;
  });
  const splices = [append(sheets, 'sheets', items.join(''))];
  const definitions = added.flatMap((sheet, i) =>
    sheet.names.map(
      ({ name, refersTo }) =>
        `<${p}definedName name="${name}" localSheetId="${count + i}">${escapeText(refersTo)}</${p}definedName>`,
    ),
  );
  if (definitions.length > 0) {
    const text = definitions.join('');
    const at = namesAt < 0 ? xml.rootEnd : namesAt;
    if (names) splices.push(append(names, 'definedNames', text));
    else splices.push({ start: at, end: at, text: `<${p}definedNames>${text}</${p}definedNames>` });
  }
  edits.splice(part, splices);
}

/** Asks the program that opens the file to compute all formulas anew; how it computes stays as it is. */
export function askToRecalculate(edits: PartEdits, part: string): void {
  const xml = edits.scan(part);
  const root = xml.root('workbook', Ns.main);
  const { prefix: p } = xml;
  let at = -1;
  let done = false;
  const splices: Splice[] = [];
  while (xml.nextIn(root)) {
    if (xml.ns !== Ns.main) continue;
    if (xml.name === 'calcPr') {
      done = true;
      splices.push(...setAttribute(xml, 'fullCalcOnLoad', '1'));
    } else if (xml.name !== 'calcPr' && AFTER_NAMES.has(xml.name) && at < 0) at = xml.base + xml.start;
  }
  if (!done) {
    const start = at < 0 ? xml.rootEnd : at;
    splices.push({ start, end: start, text: `<${p}calcPr fullCalcOnLoad="1"/>` });
  }
  edits.splice(part, splices);
}

/** Splice that sets an attribute of the element just opened. */
function setAttribute(xml: XmlScanner, name: string, value: string): Splice[] {
  for (let i = 0; i < xml.attributeCount; i++) {
    if (xml.attributeName(i) !== name) continue;
    return [{ start: xml.base + xml.attributeStart(i), end: xml.base + xml.attributeEnd(i), text: value }];
  }
  const at = xml.base + xml.end - (xml.selfClosing ? 2 : 1);
  return [{ start: at, end: at, text: ` ${name}="${value}"` }];
}

/** Keeps the list of sheet names in the document's properties in step; a list not understood is left as it is. */
export function listTitles(
  edits: PartEdits,
  part: string,
  names: readonly string[],
  sheetCount: number,
): void {
  const text = new TextDecoder().decode(edits.read(part));
  const titles =
    /(<(\w+:)?TitlesOfParts\s*>\s*<(\w+:)?vector\s[^>]*?size=")(\d+)("[^>]*>)([\s\S]*?)(<\/\w*:?vector>)/.exec(
      text,
    );
  const pairs = /(<(?:\w+:)?HeadingPairs\s*>[\s\S]*?<\w*:?i4\s*>)(\d+)(<\/\w*:?i4\s*>)/.exec(text);
  if (!titles || !pairs || Number(pairs[2]) !== sheetCount) return;
  const [, head = '', , prefix = '', size = '0', middle = '', items = '', close = ''] = titles;
  const parts = items.match(/<\w*:?lpstr\s*>[\s\S]*?<\/\w*:?lpstr\s*>/g) ?? [];
  if (parts.length !== Number(size) || parts.length < sheetCount) return;
  const added = names.map((name) => `<${prefix}lpstr>${escapeText(name)}</${prefix}lpstr>`);
  parts.splice(sheetCount, 0, ...added);
  const vector = `${head}${parts.length}${middle}${parts.join('')}${close}`;
  const replaced = text
    .replace(titles[0], () => vector)
    .replace(pairs[0], () => `${pairs[1]}${sheetCount + names.length}${pairs[3]}`);
  edits.write(part, replaced);
}
