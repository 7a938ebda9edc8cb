import type { AllocationCriterion } from '../../law/index.js';
import type { TableColumn } from '../../sheet/types.js';
import { foldText } from '../../text/index.js';

/** Words that say nothing of which criterion is meant. */
const EMPTY = new Set(
  'so luong tong cua tinh va cac cong theo tren dia ban cap von nam ho tro duoc'.split(' '),
);
/** Abbreviations of headers, folded. */
const SPELLED: Readonly<Record<string, string>> = {
  dbkk: 'dac biet kho khan',
  kv: 'khu vuc',
  hn: 'ho ngheo',
  hcn: 'ho can ngheo',
  dvhc: 'don vi hanh chinh',
  gdnn: 'giao duc nghe nghiep',
  ntm: 'nong thon moi',
  atk: 'an toan khu',
  sdd: 'suy dinh duong',
  lldl: 'luc luong lao dong',
  ti: 'ty',
};
/** Words that make another quantity of the same: they must stand on both sides, or on neither. */
const TELLING = new Set('can chua duoi tren thoat ty le dang trung tam khac lai i ii iii'.split(' '));
const LEAST_LIKENESS = 0.6;

/** Columns by criterion, and what stays open. */
export interface CriteriaMatch {
  readonly columns: ReadonlyMap<string, TableColumn>;
  readonly missing: readonly string[];
  /** Criteria that two columns fit alike. */
  readonly doubtful: readonly string[];
}

function wordsOf(text: string): Set<string> {
  const spelled = foldText(text)
    .split(' ')
    .flatMap((word) => (SPELLED[word] ?? word).split(' '));
  return new Set(spelled.filter((word) => !EMPTY.has(word)));
}

/** A criterion by its whole name, and by what stands before the first comma, bracket or colon. */
function readingsOf(name: string): Set<string>[] {
  const short = name.split(/[,(:]/)[0] ?? name;
  const withoutBrackets = name.replace(/\([^)]*\)/g, ' ').split(':')[0] ?? name;
  return [wordsOf(name), wordsOf(short), wordsOf(withoutBrackets)];
}

const isTelling = (word: string) => TELLING.has(word) || /^\d+$/.test(word);

function likeness(header: Set<string>, name: Set<string>): number {
  for (const word of [...header, ...name])
    if (isTelling(word) && header.has(word) !== name.has(word)) return 0;
  const shared = [...name].filter((word) => header.has(word)).length;
  return header.size === 0 || name.size === 0 ? 0 : (2 * shared) / (header.size + name.size);
}

/** How well a column's header names a criterion, 0…1. */
export function headerLikeness(column: TableColumn, name: string): number {
  const path = column.headerPath;
  const headers = [path[path.length - 1] ?? '', path.join(' ')].map((text) =>
    wordsOf(text.replace(/\(%\)|%/g, ' ')),
  );
  return Math.max(
    ...headers.flatMap((header) => readingsOf(name).map((reading) => likeness(header, reading))),
  );
}

/**
 * The column of each criterion by its header. Each column serves one criterion; where two fit alike, or none does,
 * nothing is guessed.
 *
 * @param wanted criteria by key
 */
export function matchCriteria(
  columns: readonly TableColumn[],
  wanted: ReadonlyMap<string, Pick<AllocationCriterion, 'name'>>,
): CriteriaMatch {
  const found = new Map<string, TableColumn>();
  const missing: string[] = [];
  const doubtful: string[] = [];
  const keys = [...wanted.keys()];
  const like = (column: TableColumn, key: string) => headerLikeness(column, wanted.get(key)!.name);
  for (const key of keys) {
    const scored = columns
      .map((column) => ({ column, score: like(column, key) }))
      .filter(
        ({ column, score }) => score >= LEAST_LIKENESS && !keys.some((other) => like(column, other) > score),
      )
      .sort((a, b) => b.score - a.score);
    const [best, next] = scored;
    if (!best) missing.push(key);
    else if (next && next.score === best.score) doubtful.push(key);
    else found.set(key, best.column);
  }
  return { columns: found, missing, doubtful };
}
