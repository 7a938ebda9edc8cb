import { readAmount } from '../amount/index.js';
import { isDay } from '../law/dated.js';
import { cellAddress } from '../snapshot/address.js';
import { CellKind, locate, type WorkbookSnapshot } from '../snapshot/index.js';
import { cellText, foldText } from '../text/index.js';
import { headerNames, headerOf, type ListHeader, type Meaning } from './household-header.js';
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
  /** Header cells that were not understood: nothing in their columns counts. */
  readonly unused: readonly { readonly cell: string; readonly text: string }[];
}

const YES = new Set(['co', 'x', 'v', 'dung', 'true', 'yes', '1']);
/** Signs that fold to nothing. */
const TICK = /^[×✓✔√☑+]$/;
const NO = new Set(['khong', 'k', 'sai', 'false', 'no', '0']);
const NOT_KNOWN = new Set(['', 'chua ro', 'khong ro', 'chua biet']);
const TOTAL = /^(?:tong(?: cong| so)?|cong)$/;
/** A row under the header that numbers the columns: `1`, `(2)`, `3=1+2`. */
const COLUMN_NUMBER = /^\(?(\d{1,2})\)?(?:\s*=.*)?$/;
const DAY = 86_400_000;
/** Day 0 of Excel's calendar, right from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * Finds a household list on the first sheet that has one: a header of fact labels (`diện hộ`, `đã có đất ở`, also
 * `chưa có đất ở`), values to be marked (`hộ nghèo`) or fact keys (`household.poverty`), in one row or two, one case a row
 * below. Yes is `có` or `x`, no is `không`; an empty cell is not known.
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

function readRows(snapshot: WorkbookSnapshot, sheet: number, header: ListHeader): HouseholdList {
  const { name, cells } = snapshot.sheets[sheet] as WorkbookSnapshot['sheets'][number];
  const problems: CaseProblem[] = [];
  const rows: HouseholdList['rows'][number][] = [];
  const filled = new Set<number>();
  for (let at = 0; at < cells.count; at += 1) {
    const row = cells.rows[at] as number;
    if (row > header.row && header.columns.has(cells.columns[at] as number)) filled.add(row);
  }
  for (const row of filled) {
    const entries = entriesOf(snapshot, sheet, row, header);
    if (row === header.row + 1 && numbersColumns(entries)) continue;
    const read = readRow(entries, (column) => `${name}!${cellAddress(row, column)}`);
    if (typeof read.data.id === 'string' && TOTAL.test(foldText(read.data.id))) continue;
    problems.push(...read.problems);
    // A heading or a signature says nothing of a household.
    if (Object.keys(read.facts).length > 0) rows.push({ row, data: { ...read.data, facts: read.facts } });
  }
  const { row: headerRow, last, unused } = header;
  return { sheet: name, headerRow, nextColumn: last + 1, rows, problems, unused };
}

/** One cell of a row that says something. */
interface Entry {
  readonly column: number;
  readonly meaning: Meaning;
  readonly text: string;
  readonly number: number | null;
}

function entriesOf(
  snapshot: WorkbookSnapshot,
  sheet: number,
  row: number,
  header: ListHeader,
): readonly Entry[] {
  const entries: Entry[] = [];
  for (const [column, meaning] of header.columns) {
    const plain = plainAt(snapshot, sheet, row, column);
    const number = typeof plain === 'number' ? plain : null;
    const text = String(plain ?? cellText(snapshot, sheet, row, column)).trim();
    if (NOT_KNOWN.has(foldText(text)) && !/\d/.test(text) && !TICK.test(text)) continue;
    entries.push({ column, meaning, text, number });
  }
  return entries.sort((one, other) => one.column - other.column);
}

function numbersColumns(entries: readonly Entry[]): boolean {
  const numbers = entries.map(({ text }) => Number(COLUMN_NUMBER.exec(text)?.[1] ?? Number.NaN));
  return numbers.length > 1 && numbers.every((one, at) => at === 0 || one > (numbers[at - 1] as number));
}

function readRow(entries: readonly Entry[], at: (column: number) => string) {
  const data: Record<string, unknown> = {};
  const facts: Record<string, FactInput> = {};
  const problems: CaseProblem[] = [];
  const refused = new Map<FactDefinition, Set<string>>();
  for (const { column, meaning, text, number } of entries) {
    if ('field' in meaning) {
      data[meaning.field] = meaning.field === 'asOf' ? (dayOf(text, number) ?? text) : text;
      continue;
    }
    const { fact, value: marked, negated } = meaning;
    const value = marked === undefined ? factValue(fact, text, number) : yesOrNo(text);
    if (value === null) problems.push(problemAt(at(column), fact, text, marked !== undefined));
    else if (marked === undefined) facts[fact.key] = negated ? value === false : value;
    else if (value === false) refused.set(fact, (refused.get(fact) ?? new Set()).add(marked));
    else if (facts[fact.key] === undefined || facts[fact.key] === marked) facts[fact.key] = marked;
    else problems.push(twiceMarked(at(column), fact));
  }
  for (const [fact, values] of refused) {
    const others = (fact.values ?? []).filter((value) => value !== 'none');
    const all = fact.values?.includes('none') && others.every((value) => values.has(value));
    if (all && facts[fact.key] === undefined) facts[fact.key] = 'none';
  }
  return { data, facts, problems };
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
  if (fact.type === 'boolean') return yesOrNo(text);
  if (fact.type === 'number') {
    if (number !== null) return number;
    const reading = readAmount(text, null);
    return reading.kind === 'amount' ? reading.value.toNumber() : null;
  }
  if (fact.type === 'date') return NO.has(folded) ? text : dayOf(text, number);
  return fact.type === 'choice' ? choiceOf(fact, text) : text;
}

function yesOrNo(text: string): boolean | null {
  const folded = foldText(text);
  return YES.has(folded) || TICK.test(text) ? true : NO.has(folded) ? false : null;
}

/** A day as people write it, `15/03/2023`, or as a sheet keeps it. */
function dayOf(text: string, number: number | null): string | null {
  if (number !== null) return new Date(EPOCH + Math.floor(number) * DAY).toISOString().slice(0, 10);
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const written = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** The value itself, or the words that the label gives for it: `poor: nghèo; near-poor: cận nghèo`. */
function choiceOf({ label, values }: FactDefinition, text: string): string | null {
  const folded = foldText(text)
    .replace(/^(?:ho |(?:xa )?(?:khu vuc|kv) ?)/, '')
    // Zones of communes are I, II and III; people write 3 for III.
    .replace(values?.includes('III') ? /^[123]$/ : /$^/, (digit) => 'i'.repeat(Number(digit)));
  for (const value of values ?? []) if (foldText(value) === folded) return value;
  const words = /\((.*)\)/.exec(label.vi)?.[1] ?? '';
  for (const part of words.split(';')) {
    const [value = '', meaning = ''] = part.split(':').map((piece) => piece.trim());
    if (values?.includes(value) && foldText(meaning) === folded) return value;
  }
  return folded === 'khong' && values?.includes('none') ? 'none' : null;
}

function problemAt(path: string, fact: FactDefinition, text: string, mark: boolean): CaseProblem {
  const [vi, en] = expected(fact, mark);
  return {
    path,
    vi: `“${text}” không dùng được cho “${factLabel(fact, 'vi')}”: hãy ghi ${vi}`,
    en: `“${text}” cannot be used for “${factLabel(fact, 'en')}”: write ${en}`,
  };
}

function expected(fact: FactDefinition, mark: boolean): readonly [vi: string, en: string] {
  const { type, values = [] } = fact;
  if (type === 'boolean' || mark) {
    return [
      '“có” (hoặc x), “không”, hoặc để trống nếu chưa rõ',
      '“có” (or x), “không”, or empty if not known',
    ];
  }
  if (type === 'number') return ['một số', 'a number'];
  if (type === 'date') return ['ngày có thật, ví dụ 15/03/2023', 'a day that exists, such as 15/03/2023'];
  const oneOf = (language: 'vi' | 'en') =>
    values.map((value) => choiceWord(fact, value, language)).join(', ');
  return [`một trong: ${oneOf('vi')}`, `one of: ${oneOf('en')}`];
}

function twiceMarked(path: string, fact: FactDefinition): CaseProblem {
  return {
    path,
    vi: `“${factLabel(fact, 'vi')}” được đánh dấu hai giá trị: hãy để lại một`,
    en: `“${factLabel(fact, 'en')}” is marked with two values: leave one`,
  };
}
