import ethnicData from '../../data/law/ethnic-groups.json';
import { holdsOn } from '../law/dated.js';
import type { Bilingual, Period } from '../law/types.js';
import type { LawReference } from '../report/types.js';

/** One of the 54 groups, with other ways of writing it. */
export interface EthnicGroup {
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** A dated list of ethnic groups, such as the 32 and the 14 of QĐ 1227/QĐ-TTg. */
export interface EthnicList extends Period {
  readonly id: string;
  readonly name: Bilingual;
  readonly members: readonly string[];
  readonly law: LawReference;
  readonly scope: Bilingual;
}

interface EthnicData {
  readonly law: LawReference;
  readonly groups: readonly EthnicGroup[];
  readonly lists: readonly EthnicList[];
  readonly gaps: readonly (Period & { readonly list: string; readonly reason: Bilingual })[];
}

/** The ethnic groups, and the lists of those that the law names, dated. */
export const ETHNIC: EthnicData = ethnicData as unknown as EthnicData;

/** Stands for “there is none”: a head without a spouse, a household that never was poor. */
export const NONE = 'none';
const NO_WORDS: ReadonlySet<string> = new Set(['none', 'không', 'không có', 'khong']);

const plain = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:dân tộc|người)\s+/u, '')
    .replace(/[-–'’`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const joined = (name: string) => plain(name).replaceAll(' ', '');

function namesOf(groups: readonly EthnicGroup[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const group of groups) {
    for (const name of [group.name, ...group.otherNames]) names.set(joined(name), group.name);
  }
  return names;
}

const NAMES = namesOf(ETHNIC.groups);
/** Names exactly as the list of groups spells them, looked at first. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ...ETHNIC.groups.flatMap((group) =>
    [group.name, ...group.otherNames].map((name) => [name, group.name] as const),
  ),
  ...[...NO_WORDS].map((word) => [word, NONE] as const),
]);

/**
 * The group of the list of 54 that a name means, however it is spelt; `none` for “không”; `null` if no group has it.
 *
 * @example ethnicGroup('H’Mông') // 'Hmông'
 */
export function ethnicGroup(written: string): string | null {
  const spelt = SPELT.get(written);
  if (spelt !== undefined) return spelt;
  return NO_WORDS.has(plain(written)) ? NONE : (NAMES.get(joined(written)) ?? null);
}

const MINORITY: ReadonlySet<string> = new Set(
  ETHNIC.groups.map((group) => group.name).filter((name) => name !== 'Kinh'),
);
const LISTS = ETHNIC.lists.map((list) => ({ ...list, set: new Set(list.members) as ReadonlySet<string> }));

/**
 * `hardship`, `specific` or `minority` on a day: its members, or `null` where no list holds on that day.
 *
 * @example ethnicList('no-such-list', '2025-06-30') // null
 */
export function ethnicList(id: string, day: string): ReadonlySet<string> | null {
  if (id === 'minority') return MINORITY;
  return LISTS.find((list) => list.id === id && holdsOn(list, day))?.set ?? null;
}

/**
 * Whether a group stands on a list on a day; `null`: no list holds, or the name is no group.
 *
 * @example isOnList('Kinh', 'no-such-list', '2025-06-30') // null
 */
export function isOnList(written: string, id: string, day: string): boolean | null {
  return listTest(id)(written, day);
}

/** {@link isOnList} for one list, looked up once. */
export function listTest(id: string): (written: string, day: string) => boolean | null {
  const among = (members: ReadonlySet<string>, written: string): boolean | null => {
    const group = SPELT.get(written) ?? ethnicGroup(written);
    return group === null ? null : members.has(group);
  };
  if (id === 'minority') return (written) => among(MINORITY, written);
  const lists = LISTS.filter((list) => list.id === id);
  return (written, day) => {
    for (const list of lists) {
      if (holdsOn(list, day)) return among(list.set, written);
    }
    return null;
  };
}

/**
 * Why a list does not hold on a day, if the law names a successor that was not at hand.
 *
 * @example listGap('no-such-list', '2025-06-30') // null
 */
export function listGap(id: string, day: string): Bilingual | null {
  return ETHNIC.gaps.find((gap) => gap.list === id && holdsOn(gap, day))?.reason ?? null;
}
