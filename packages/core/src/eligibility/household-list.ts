import { readAmount } from '../amount/index.js';
import { cellAddress } from '../snapshot/address.js';
import { CellKind, locate, type WorkbookSnapshot } from '../snapshot/index.js';
import { cellText, foldText } from '../text/index.js';
import type { CaseProblem } from './read.js';
import type { FactDefinition, FactInput } from './types.js';
import { choiceWord, factLabel } from './words.js';

/** A household list as found on a sheet: one case a row, as plain data for `readCases`. */
export interface HouseholdList {
  readonly sheet: string;
  readonly headerRow: number;
  /** First column right of the table, for the answers. */
  readonly nextColumn: number;
  readonly rows: readonly { readonly row: number; readonly data: Readonly<Record<string, unknown>> }[];
  readonly problems: readonly CaseProblem[];
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'ma ho', 'ho ten', 'ho va ten', 'chu ho', 'ten chu ho', 'ho ten chu ho', 'ho va ten chu ho'],
  programme: ['programme', 'chuong trinh', 'ma chuong trinh'],
  node: ['node', 'du an', 'noi dung', 'ma du an', 'ma noi dung'],
  policy: ['policy', 'chinh sach'],
  asOf: ['asof', 'ngay ap dung', 'ngay xet'],
};
/** Headers that people write for facts whose label is longer. */
const SHORT: Readonly<Record<string, string>> = {
  'dan toc': 'household.headEthnicGroup',
  'dan toc chu ho': 'household.headEthnicGroup',
  'dien ho': 'household.poverty',
  'phan loai ho': 'household.poverty',
  'thu nhap': 'household.incomePerPersonMonth',
  tinh: 'place.province',
};
const YES = new Set(['co', 'x', 'dung', 'true', 'yes', '1']);
const NO = new Set(['khong', 'k', 'sai', 'false', 'no', '0']);
const NOT_KNOWN = new Set(['', 'chua ro', 'khong ro', 'chua biet']);
/** A header stands in one of the first rows. */
const HEADER_WITHIN = 30;
const DAY = 86_400_000;
/** Day 0 of Excel's calendar, right from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * Finds a household list on the first sheet that has one: a header row of fact labels (`diện hộ`, `đã có đất ở`) or fact
 * keys (`household.poverty`), one case a row below. Yes is `có` or `x`, no is `không`; an empty cell is not known.
 *
 * @returns `null` where no sheet has a row with a fact in it
 * @example readHouseholdList(buildSnapshot([]), ELIGIBILITY_RULES.facts) // null
 */
export function readHouseholdList(
  snapshot: WorkbookSnapshot,
  facts: readonly FactDefinition[],
): HouseholdList | null {
  const headers = headerNames(facts);
  for (let sheet = 0; sheet < snapshot.sheets.length; sheet += 1) {
    const found = headerOf(snapshot, sheet, headers);
    if (found !== null) return readRows(snapshot, sheet, found);
  }
  return null;
}

type Meaning = { readonly field: string } | { readonly fact: FactDefinition };
interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<number, Meaning>;
  readonly last: number;
}

function headerNames(facts: readonly FactDefinition[]): ReadonlyMap<string, Meaning> {
  const names = new Map<string, Meaning>();
  for (const [field, words] of Object.entries(FIELDS)) for (const word of words) names.set(word, { field });
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  for (const fact of facts) {
    for (const label of [fact.key, fact.label.vi, fact.label.en, fact.question.vi, fact.question.en]) {
      names.set(foldText(label.replace(/\(.*\)/, '')), { fact });
    }
  }
  for (const [word, key] of Object.entries(SHORT)) {
    const fact = byKey.get(key);
    if (fact) names.set(word, { fact });
  }
  return names;
}

function headerOf(
  snapshot: WorkbookSnapshot,
  sheet: number,
  names: ReadonlyMap<string, Meaning>,
): Header | null {
  const { rows, columns, count } = (snapshot.sheets[sheet] as WorkbookSnapshot['sheets'][number]).cells;
  const found = new Map<number, Map<number, Meaning>>();
  let last = 0;
  for (let at = 0; at < count; at += 1) {
    const [row, column] = [rows[at] as number, columns[at] as number];
    last = Math.max(last, column);
    if (row > HEADER_WITHIN) continue;
    const meaning = names.get(foldText(cellText(snapshot, sheet, row, column)));
    if (meaning === undefined) continue;
    const line = found.get(row) ?? new Map<number, Meaning>();
    found.set(row, line.set(column, meaning));
  }
  for (const [row, line] of found) {
    const hasFact = [...line.values()].some((meaning) => 'fact' in meaning);
    if (hasFact && line.size > 1) return { row, columns: line, last };
  }
  return null;
}

function readRows(snapshot: WorkbookSnapshot, sheet: number, header: Header): HouseholdList {
  const { name, cells } = snapshot.sheets[sheet] as WorkbookSnapshot['sheets'][number];
  const problems: CaseProblem[] = [];
  const rows: HouseholdList['rows'][number][] = [];
  const filled = new Set<number>();
  for (let at = 0; at < cells.count; at += 1) {
    const row = cells.rows[at] as number;
    if (row > header.row && header.columns.has(cells.columns[at] as number)) filled.add(row);
  }
  for (const row of filled) {
    const data: Record<string, unknown> = {};
    const facts: Record<string, FactInput> = {};
    for (const [column, meaning] of header.columns) {
      const plain = plainAt(snapshot, sheet, row, column);
      const number = typeof plain === 'number' ? plain : null;
      const text = String(plain ?? cellText(snapshot, sheet, row, column)).trim();
      if (NOT_KNOWN.has(foldText(text)) && !/\d/.test(text)) continue;
      if ('field' in meaning) data[meaning.field] = text;
      else {
        const value = factValue(meaning.fact, text, number);
        if (value !== null) facts[meaning.fact.key] = value;
        else problems.push(problemAt(`${name}!${cellAddress(row, column)}`, meaning.fact, text));
      }
    }
    // A row of column numbers, a heading or a signature says nothing of a household.
    if (Object.keys(facts).length > 0) rows.push({ row, data: { ...data, facts } });
  }
  return { sheet: name, headerRow: header.row, nextColumn: header.last + 1, rows, problems };
}

/** What a cell holds if it is no text. */
function plainAt(snapshot: WorkbookSnapshot, sheet: number, row: number, column: number) {
  const one = snapshot.sheets[sheet] as WorkbookSnapshot['sheets'][number];
  const cell = locate(one).find(row, column);
  if (cell < 0) return null;
  const number = one.cells.numbers[cell] as number;
  if (one.cells.kinds[cell] === CellKind.boolean) return number !== 0;
  return one.cells.kinds[cell] === CellKind.number ? number : null;
}

function factValue(fact: FactDefinition, text: string, number: number | null): FactInput | null {
  const folded = foldText(text);
  if (fact.type === 'boolean') return YES.has(folded) ? true : NO.has(folded) ? false : null;
  if (fact.type === 'number') {
    if (number !== null) return number;
    const reading = readAmount(text, null);
    return reading.kind === 'amount' ? reading.value.toNumber() : null;
  }
  if (fact.type === 'date') return dayOf(text, number);
  return fact.type === 'choice' ? choiceOf(fact, text) : text;
}

function dayOf(text: string, number: number | null): string {
  if (number !== null) return new Date(EPOCH + Math.floor(number) * DAY).toISOString().slice(0, 10);
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** The value itself, or the words that the label gives for it: `poor: nghèo; near-poor: cận nghèo`. */
function choiceOf({ label, values }: FactDefinition, text: string): string | null {
  const folded = foldText(text).replace(/^(?:ho|khu vuc|xa khu vuc) /, '');
  for (const value of values ?? []) if (foldText(value) === folded) return value;
  const words = /\((.*)\)/.exec(label.vi)?.[1] ?? '';
  for (const part of words.split(';')) {
    const [value = '', meaning = ''] = part.split(':').map((piece) => piece.trim());
    if (values?.includes(value) && foldText(meaning) === folded) return value;
  }
  return folded === 'khong' && values?.includes('none') ? 'none' : null;
}

function problemAt(path: string, fact: FactDefinition, text: string): CaseProblem {
  const { type, values = [] } = fact;
  const oneOf = (language: 'vi' | 'en') =>
    values.map((value) => choiceWord(fact, value, language)).join(', ');
  const [vi, en] =
    type === 'boolean'
      ? ['“có” (hoặc x), “không”, hoặc để trống nếu chưa rõ', '“có” (or x), “không”, or empty if not known']
      : type === 'number'
        ? ['một số', 'a number']
        : [`một trong: ${oneOf('vi')}`, `one of: ${oneOf('en')}`];
  return {
    path,
    vi: `“${text}” không dùng được cho “${factLabel(fact, 'vi')}”: hãy ghi ${vi}`,
    en: `“${text}” cannot be used for “${factLabel(fact, 'en')}”: write ${en}`,
  };
}
