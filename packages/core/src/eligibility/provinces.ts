import provinceData from '../../data/law/provinces.json';
import type { Test } from './fact-test.js';

/** A province since 1 July 2025, with those that it was made of. */
export interface Province {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly predecessors: readonly { readonly name: string; readonly code: string }[];
}

/** The provinces of today with those of before July 2025 that each was made of. */
export const PROVINCES: readonly Province[] = provinceData.provinces;
/** First day of the 34 provinces (NQ 202/2025/QH15). */
export const MERGED_FROM = provinceData.from;
/** The fact to ask for where a province of today was made of some inside and some outside a list. */
export const FORMER_PROVINCE = 'place.formerProvince';

const plain = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:tỉnh|thành phố|tp\.?)\s+/u, '')
    .replace(/[-–]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const OTHER_NAMES: Readonly<Record<string, string>> = {
  'thừa thiên huế': 'Huế',
  'hồ chí minh': 'Hồ Chí Minh',
  'bà rịa vũng tàu': 'Bà Rịa - Vũng Tàu',
};

const NAMES: ReadonlyMap<string, string> = new Map([
  ...PROVINCES.flatMap(({ name, predecessors }) => [name, ...predecessors.map((one) => one.name)]).map(
    (name) => [plain(name), name] as const,
  ),
  ...Object.entries(OTHER_NAMES),
]);

/**
 * The province of today or of before July 2025 that a name means; `null` if none has it.
 *
 * @example provinceName('Tỉnh Thừa Thiên - Huế') // 'Huế'
 */
export function provinceName(written: string): string | null {
  return NAMES.get(plain(written)) ?? null;
}

/**
 * Old provinces that a province of today was made of; `null` if the name is not one of today's.
 *
 * @example predecessorsOf('Gia Lai') // ['Bình Định', 'Gia Lai']
 */
export function predecessorsOf(name: string): readonly string[] | null {
  const province = PROVINCES.find((one) => one.name === name);
  return province ? province.predecessors.map((one) => one.name) : null;
}

/**
 * Membership in a list of provinces as they were before July 2025. After that day a merged province is inside if all
 * it was made of is, outside if none of it is, and not known in between until the former province is told.
 */
export function provinceTest(listed: readonly string[]): Test {
  const members = new Set(listed.map((name) => provinceName(name) ?? name));
  const before = new Map([...new Set(NAMES.values())].map((name) => [name, members.has(name)] as const));
  const since = new Map<string, boolean | null>(before);
  for (const { name, predecessors } of PROVINCES) {
    const count = predecessors.filter((one) => members.has(one.name)).length;
    since.set(name, count === 0 ? false : count === predecessors.length ? true : null);
  }
  const look = (map: ReadonlyMap<string, boolean | null>, value: string): boolean | null => {
    const known = map.get(value);
    if (known !== undefined) return known;
    const name = provinceName(value);
    return name === null ? null : (map.get(name) ?? null);
  };
  const of: Test['of'] = (value, { facts, asOf }) => {
    if (typeof value !== 'string') return null;
    const former = facts[FORMER_PROVINCE];
    if (typeof former === 'string') return look(before, former);
    return look(asOf < MERGED_FROM ? before : since, value);
  };
  return { beside: 'case', of };
}
