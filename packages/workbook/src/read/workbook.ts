import type { DefinedName, ReadingGap } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import { type Package, partKey, type Relationship } from '../parts/package.js';
import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly sheetId: string;
  readonly part: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly part: string;
  readonly relationships: readonly Relationship[];
  /** Worksheets only, in the order of the tabs. */
  readonly sheets: readonly SheetEntry[];
  /** Names of all sheets, chart sheets included. */
  readonly allNames: readonly string[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly precisionAsDisplayed: boolean;
  readonly gaps: readonly ReadingGap[];
}

interface ListedSheet {
  readonly name: string;
  readonly state: string | null;
  readonly sheetId: string;
  readonly relationship: string;
}

interface ListedName {
  readonly name: string;
  readonly refersTo: string;
  readonly localTo: string | null;
  readonly hidden: boolean;
}

/** Finds and reads the workbook part. */
export function readWorkbookPart(pack: Package): WorkbookPart {
  const part = findWorkbookPart(pack);
  const listed: ListedSheet[] = [];
  const names: ListedName[] = [];
  let date1904 = false;
  let precisionAsDisplayed = false;
  const xml = pack.scan(part);
  const root = xml.root('workbook', Ns.main);
  while (xml.nextIn(root)) {
    if (xml.ns !== Ns.main) continue;
    if (xml.name === 'workbookPr') date1904 = xml.flag('date1904');
    else if (xml.name === 'calcPr') precisionAsDisplayed = !xml.flag('fullPrecision', true);
    else if (xml.name === 'sheets') readSheetList(xml, listed);
    else if (xml.name === 'definedNames') readNames(xml, names, pack.limits.maxNames);
  }
  if (listed.length > pack.limits.maxSheets) {
    throw new WorkbookError('too-many-sheets', { count: listed.length, limit: pack.limits.maxSheets });
  }
  const relationships = pack.relationships(part);
  const { sheets, placeOf, gaps } = resolveSheets(listed, relationships, pack);
  return {
    part,
    relationships,
    sheets,
    allNames: listed.map((sheet) => sheet.name),
    names: names.flatMap((name) => resolveName(name, placeOf)),
    date1904,
    precisionAsDisplayed,
    gaps,
  };
}

function findWorkbookPart(pack: Package): string {
  if (!pack.has('[Content_Types].xml'))
    throw new WorkbookError('not-a-workbook', { detail: otherPackage(pack) });
  const main = pack.relationships('').find((rel) => rel.kind === 'officeDocument' && !rel.external);
  const part = main?.target ?? 'xl/workbook.xml';
  if (!pack.has(part)) {
    if (main) throw new WorkbookError('part-missing', { part });
    throw new WorkbookError('not-a-workbook', { detail: otherPackage(pack) });
  }
  const type = pack.contentTypes().overrides.get(partKey(part)) ?? '';
  if (/sheet\.binary/.test(type) || partKey(part).endsWith('.bin')) throw new WorkbookError('binary-xlsb');
  if (/wordprocessingml|msword/.test(type)) throw new WorkbookError('not-a-workbook', { detail: 'word' });
  if (/presentationml|powerpoint/.test(type))
    throw new WorkbookError('not-a-workbook', { detail: 'powerpoint' });
  return part;
}

function otherPackage(pack: Package): string {
  if (pack.has('word/document.xml')) return 'word';
  if (pack.has('ppt/presentation.xml')) return 'powerpoint';
  return pack.has('mimetype') || pack.has('META-INF/manifest.xml') ? 'opendocument' : 'zip';
}

function readSheetList(xml: XmlScanner, listed: ListedSheet[]): void {
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    if (!xml.is('sheet')) continue;
    listed.push({
      name: xml.attribute('name') ?? '',
      state: xml.attribute('state'),
      sheetId: xml.attribute('sheetId') ?? '',
      relationship: xml.attributeOf(Ns.relationships, 'id') ?? '',
    });
  }
}

function readNames(xml: XmlScanner, names: ListedName[], most: number): void {
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    if (!xml.is('definedName')) continue;
    const name = xml.attribute('name') ?? '';
    const localTo = xml.attribute('localSheetId');
    const hidden = xml.flag('hidden');
    if (names.length >= most) throw xml.damaged('too many names');
    names.push({ name, refersTo: xml.content(), localTo, hidden });
  }
}

const STATES: ReadonlyMap<string | null, SheetEntry['state']> = new Map([
  ['hidden', 'hidden'],
  ['veryHidden', 'very-hidden'],
]);

function resolveSheets(
  listed: readonly ListedSheet[],
  relationships: readonly Relationship[],
  pack: Package,
) {
  const sheets: SheetEntry[] = [];
  const gaps: ReadingGap[] = [];
  /** By place in the list of all sheets: the index among the worksheets. */
  const placeOf: (number | null)[] = [];
  const byId = new Map(relationships.map((rel) => [rel.id, rel]));
  for (const { name, state, sheetId, relationship } of listed) {
    const rel = byId.get(relationship);
    if (!rel || rel.external || !pack.has(rel.target)) {
      throw new WorkbookError('part-missing', { part: rel?.target ?? `sheet ${name}` });
    }
    if (rel.kind !== 'worksheet') {
      gaps.push({ sheet: name, cell: null, code: 'unsupported-sheet', detail: rel.kind });
      placeOf.push(null);
      continue;
    }
    placeOf.push(sheets.length);
    sheets.push({ name, state: STATES.get(state) ?? 'visible', sheetId, part: rel.target });
  }
  if (sheets.length === 0) throw new WorkbookError('no-sheets');
  return { sheets, placeOf, gaps };
}

function resolveName(name: ListedName, placeOf: readonly (number | null)[]): DefinedName[] {
  const { refersTo, hidden, localTo } = name;
  if (localTo === null) return [{ name: name.name, refersTo, sheet: null, hidden }];
  const sheet = placeOf[Number(localTo)];
  return sheet === undefined || sheet === null ? [] : [{ name: name.name, refersTo, sheet, hidden }];
}
