import { cellAddress } from '../snapshot/address.js';
import type { WorkbookSnapshot } from '../snapshot/index.js';
import { cellText, foldText } from '../text/index.js';
import type { FactDefinition } from './types.js';
import { choiceWord, factLabel } from './words.js';

/** What a column of a household list says. */
export type Meaning =
  | { readonly field: string }
  /** `negated`: the header asks the opposite, `chưa có đất ở`. `value`: a mark in the column means that value. */
  | { readonly fact: FactDefinition; readonly negated?: boolean; readonly value?: string };

/** The header of a household list: one row, or two where groups stand above their columns. */
export interface ListHeader {
  /** Last row of the header. */
  readonly row: number;
  readonly columns: ReadonlyMap<number, Meaning>;
  /** Last column of the sheet that holds anything. */
  readonly last: number;
  /** Header cells that were not understood. */
  readonly unused: readonly { readonly cell: string; readonly text: string }[];
}

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'ma ho', 'ho ten', 'ho va ten', 'chu ho', 'ten chu ho', 'ho ten chu ho', 'ho va ten chu ho'],
  programme: ['programme', 'chuong trinh', 'ma chuong trinh'],
  node: ['node', 'du an', 'noi dung', 'ma du an', 'ma noi dung'],
  policy: ['policy', 'chinh sach'],
  asOf: ['asof', 'ngay ap dung', 'ngay xet'],
};
/** Headers that people write for facts whose label is longer. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  'household.headEthnicGroup': ['dan toc', 'dan toc chu ho', 'thanh phan dan toc'],
  'household.spouseEthnicGroup': ['dan toc vo chong', 'dan toc cua vo chong', 'dan toc vo hoac chong'],
  'household.poverty': [
    'dien ho',
    'phan loai ho',
    'ho ngheo can ngheo',
    'ho ngheo ho can ngheo',
    'loai ho',
    'doi tuong ho',
    'doi tuong',
    'dien doi tuong',
  ],
  'household.incomePerPersonMonth': [
    'thu nhap',
    'thu nhap binh quan',
    'thu nhap binh quan dau nguoi',
    'thu nhap binh quan dau nguoi thang',
    'thu nhap binh quan nguoi thang',
  ],
  'household.deprivations': ['so chi so thieu hut', 'chi so thieu hut', 'so chi so thieu hut dvxhcb'],
  'household.escapedPovertyOn': ['ngay thoat ngheo', 'ngay cong nhan thoat ngheo', 'ngay ra khoi ho ngheo'],
  'household.houseDilapidated': [
    'nha dot nat',
    'nha o dot nat',
    'nha dot nat hu hong',
    'nha o dot nat hu hong',
  ],
  'household.waterDifficulty': [
    'kho khan ve nuoc sinh hoat',
    'kho khan nuoc sinh hoat',
    'thieu nuoc sinh hoat',
  ],
  'household.productionLandArea': ['dien tich dat san xuat', 'dat san xuat hien co'],
  'place.communeZone': ['khu vuc', 'khu vuc xa', 'xa khu vuc', 'thuoc khu vuc'],
  'place.province': ['tinh', 'tinh thanh pho'],
};
const ZONES = { I: ['i', '1'], II: ['ii', '2'], III: ['iii', '3'] } as const;
/** Columns of every list that say nothing of who is eligible. */
const PLAIN = new Set(['', 'tt', 'stt', 'so tt', 'ghi chu']);
const NUMBERING = new Set(['tt', 'stt', 'so tt']);
/** A header stands in one of the first rows. */
const HEADER_WITHIN = 30;

const named = (label: string) => foldText(label.replace(/\([^()]*\)/g, ' '));

/** What each header that is understood means. */
export function headerNames(facts: readonly FactDefinition[]): ReadonlyMap<string, Meaning> {
  const names = new Map<string, Meaning>();
  for (const [field, words] of Object.entries(FIELDS)) for (const word of words) names.set(word, { field });
  for (const fact of facts) {
    for (const label of [fact.key, fact.label.vi, fact.label.en, fact.question.vi, fact.question.en]) {
      names.set(named(label), { fact });
    }
  }
  const byKey = new Map(facts.map((fact) => [fact.key, fact]));
  for (const [key, words] of Object.entries(SHORT)) {
    const fact = byKey.get(key);
    for (const word of fact ? words : []) names.set(word, { fact: fact as FactDefinition });
  }
  for (const [word, meaning] of onlyOnce(facts.flatMap(variantsOf))) {
    if (!names.has(word)) names.set(word, meaning);
  }
  return names;
}

type Named = readonly [word: string, meaning: Meaning];

/** Names that stand for one meaning only. */
function onlyOnce(all: readonly Named[]): readonly Named[] {
  const counts = new Map<string, number>();
  for (const [word] of all) counts.set(word, (counts.get(word) ?? 0) + 1);
  return all.filter(([word]) => counts.get(word) === 1);
}

/** `đã có đất ở` also as `có đất ở`, `chưa có đất ở`; `diện hộ` also as a column `hộ nghèo` to be marked. */
function variantsOf(fact: FactDefinition): readonly Named[] {
  if (fact.type === 'choice') return marksOf(fact);
  if (fact.type !== 'boolean') return [];
  const label = named(factLabel(fact, 'vi'));
  const as = (words: readonly string[], negated: boolean) =>
    words.map((word): Named => [word, { fact, negated }]);
  const [, owned] = /^da co (.+)$/.exec(label) ?? [];
  if (owned) {
    return [
      ...as([`co ${owned}`], false),
      ...as([`chua co ${owned}`, `khong co ${owned}`, `thieu ${owned}`], true),
    ];
  }
  const [, done] = /^da (.+)$/.exec(label) ?? [];
  if (done) return as([`chua ${done}`], true);
  const [, held] = /^co (.+)$/.exec(label) ?? [];
  return held ? [...as([held], false), ...as([`khong co ${held}`, `chua co ${held}`], true)] : [];
}

function marksOf(fact: FactDefinition): readonly Named[] {
  const values = (fact.values ?? []).filter((value) => value !== 'none');
  return values.flatMap((value): readonly Named[] => {
    const meaning = { fact, value };
    if (fact.key === 'place.communeZone') {
      const zones = ZONES[value as keyof typeof ZONES] ?? [];
      return zones.flatMap((zone) =>
        ['khu vuc', 'xa khu vuc', 'kv', 'xa kv'].map((word): Named => [`${word} ${zone}`, meaning]),
      );
    }
    const word = foldText(choiceWord(fact, value, 'vi'));
    if (word === '' || word === foldText(value)) return [];
    return fact.key === 'household.poverty'
      ? [
          [word, meaning],
          [`ho ${word}`, meaning],
        ]
      : [[word, meaning]];
  });
}

type Row = ReadonlyMap<number, string>;

/** The header of the list on a sheet, or `null`. */
export function headerOf(
  snapshot: WorkbookSnapshot,
  sheet: number,
  names: ReadonlyMap<string, Meaning>,
): ListHeader | null {
  const { rows, columns, count } = (snapshot.sheets[sheet] as WorkbookSnapshot['sheets'][number]).cells;
  const texts = new Map<number, Map<number, string>>();
  let last = 0;
  for (let at = 0; at < count; at += 1) {
    const [row, column] = [rows[at] as number, columns[at] as number];
    last = Math.max(last, column);
    if (row > HEADER_WITHIN + 1) continue;
    const text = cellText(snapshot, sheet, row, column).trim();
    if (text === '') continue;
    const line = texts.get(row) ?? new Map<number, string>();
    texts.set(row, line.set(column, text));
  }
  const meaningsOf = (row: number) =>
    new Map(
      [...(texts.get(row) ?? [])].flatMap(([column, text]) => {
        const meaning = names.get(named(text));
        return meaning === undefined ? [] : [[column, meaning] as const];
      }),
    );
  for (const row of [...texts.keys()].sort((one, other) => one - other)) {
    if (row > HEADER_WITHIN) break;
    const own = meaningsOf(row);
    if (own.size < 2 || !isHeader(own)) continue;
    const above = namesPeople(own) ? new Map<number, Meaning>() : peopleIn(meaningsOf(row - 1));
    const below = isSecondRow(texts.get(row), texts.get(row + 1), own) ? meaningsOf(row + 1) : new Map();
    const lastRow = below.size > 0 ? row + 1 : row;
    const merged = forPersons(new Map([...above, ...own, ...below]), names);
    const seen = [row - 1, row, lastRow].filter((one, index, all) => all.indexOf(one) === index);
    const unused = seen
      .filter((one) => one !== row - 1 || above.size > 0)
      .flatMap((one) => unusedIn(one, texts.get(one) ?? new Map(), merged));
    return { row: lastRow, columns: merged, last, unused };
  }
  return null;
}

const namesPeople = (columns: ReadonlyMap<number, Meaning>) =>
  [...columns.values()].some((meaning) => 'field' in meaning && meaning.field === 'id');

/** The row above belongs to the header where it names the people of the list. */
const peopleIn = (columns: ReadonlyMap<number, Meaning>) =>
  namesPeople(columns) ? columns : new Map<number, Meaning>();

/** A fact, or two columns to be marked: a single `hộ nghèo` beside something else may be what a row says. */
function isHeader(columns: ReadonlyMap<number, Meaning>): boolean {
  const facts = [...columns.values()].filter((meaning) => 'fact' in meaning);
  const marks = facts.filter((meaning) => 'fact' in meaning && meaning.value !== undefined);
  return (
    facts.length > marks.length || marks.length > 1 || (marks.length === 1 && columns.size > facts.length)
  );
}

/** Below groups stand their columns; below numbering and names nothing stands then. */
function isSecondRow(
  header: Row | undefined,
  next: Row | undefined,
  own: ReadonlyMap<number, Meaning>,
): boolean {
  if (header === undefined || next === undefined) return false;
  const upright = [...header].filter(([column, text]) => {
    const meaning = own.get(column);
    return NUMBERING.has(named(text)) || (meaning !== undefined && 'field' in meaning);
  });
  return upright.length > 0 && upright.every(([column]) => !next.has(column));
}

/** `dân tộc` is the person's where the list is one of persons. */
function forPersons(
  columns: ReadonlyMap<number, Meaning>,
  names: ReadonlyMap<string, Meaning>,
): ReadonlyMap<number, Meaning> {
  const keys = [...columns.values()].map((meaning) => ('fact' in meaning ? meaning.fact.key : ''));
  const person = names.get(foldText('person.ethnicGroup'));
  if (person === undefined || !keys.some((key) => key.startsWith('person.'))) return columns;
  if (
    keys.some(
      (key) =>
        key.startsWith('household.') && key !== 'household.headEthnicGroup' && key !== 'household.poverty',
    )
  )
    return columns;
  return new Map(
    [...columns].map(([column, meaning]) =>
      'fact' in meaning && meaning.fact.key === 'household.headEthnicGroup'
        ? [column, person]
        : [column, meaning],
    ),
  );
}

function unusedIn(row: number, texts: Row, columns: ReadonlyMap<number, Meaning>) {
  return [...texts]
    .filter(([column, text]) => !columns.has(column) && !PLAIN.has(named(text)))
    .map(([column, text]) => ({ cell: cellAddress(row, column), text }));
}
