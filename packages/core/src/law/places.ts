import { foldSpace, foldText } from '../text/index.js';

/** Level of a place by the word before its name. */
export type PlaceLevel = 'province' | 'district' | 'commune' | 'village';

/** A place as a list or a sheet writes it. */
export interface PlaceName {
  /** Word before the name, `xã`, `thị trấn`; `null` where there is none. */
  readonly kind: string | null;
  readonly level: PlaceLevel | null;
  /** Without the word, lower case, with accents. */
  readonly name: string;
  /** Name of the unit that it lies in, where that is told; lower case. */
  readonly within: string | null;
}

const KINDS: readonly (readonly [PlaceLevel, readonly string[]])[] = [
  [
    'village',
    ['thôn', 'bản', 'xóm', 'buôn', 'làng', 'ấp', 'khóm', 'sóc', 'phum', 'tổ dân phố', 'khu phố', 'tdp'],
  ],
  ['commune', ['xã', 'phường', 'thị trấn', 'đặc khu', 'tt', 'p', 'x']],
  ['district', ['huyện', 'quận', 'thị xã', 'tx', 'h']],
  ['province', ['tỉnh']],
];
/** `thị xã` before `xã`, and only whole words; a single letter needs its point, `H. Mường Tè`. */
const WORDS = KINDS.flatMap(([level, words]) => words.map((word) => ({ level, word }))).sort(
  (one, other) => other.word.length - one.word.length,
);

const clean = (text: string) =>
  foldSpace(text.normalize('NFC'))
    .toLowerCase()
    .replace(/[-–’'`]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[.;:]+$/, '')
    .trim();

function part(written: string, as?: PlaceLevel): Omit<PlaceName, 'within'> {
  const text = clean(written);
  for (const { level, word } of WORDS) {
    if (as !== undefined && as !== level) continue;
    const rest = text.startsWith(word) ? text.slice(word.length) : '';
    const apart = word.length > 1 ? /^\.?\s+/ : /^\.\s*/;
    if (apart.test(rest)) return { kind: word, level, name: rest.replace(apart, '') };
  }
  return { kind: null, level: as ?? null, name: text };
}

/**
 * A place by its own name, its kind, and the unit it lies in: `Bản Pa Ủ, xã Thu Lũm`, `Xuân Lộc (huyện Phú Lộc)`.
 *
 * @param as a level known from elsewhere: a word of another level then belongs to the name, as in the commune `Bản Bo`
 * @example readPlace('Bản Pa Ủ, xã Thu Lũm') // { kind: 'bản', level: 'village', name: 'pa ủ', within: 'thu lũm' }
 */
export function readPlace(written: string, as?: PlaceLevel): PlaceName {
  const [own = '', above] = written
    .replace(/\(([^)]*)\)/g, ', $1')
    .split(/[,;]|\s(?:thuộc|của)\s+(?=xã|huyện|thị|phường)/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return { ...part(own, as), within: above === undefined ? null : part(above).name };
}

/**
 * Whether two writings can mean one place: the same name, and no different kind or unit above where both tell it.
 *
 * @example samePlace(readPlace('Xã Thu Lũm'), readPlace('Thu Lũm (huyện Mường Tè)')) // true
 */
export function samePlace(one: PlaceName, other: PlaceName): boolean {
  if (one.name !== other.name && bare(one.name) !== bare(other.name)) return false;
  if (one.level !== null && other.level !== null && one.level !== other.level) return false;
  if (one.level === 'commune' && other.level === 'commune' && isTown(one) !== isTown(other)) return false;
  return one.within === null || other.within === null || bare(one.within) === bare(other.within);
}

const isTown = ({ kind }: PlaceName) => kind === 'thị trấn' || kind === 'tt';

/**
 * One key for the ways of writing one name, for look-ups; names of one key may still differ in kind.
 *
 * @example placeKey('hoà bình') === placeKey('hòa bình') // true
 */
export function placeKey(name: string): string {
  return bare(name);
}

/** `hoà bình` and `hòa bình`, `bắc yên` and `Bắc-Yên` are one; names that differ in their accents are two. */
const bare = (name: string) =>
  name
    .normalize('NFD')
    .split(' ')
    .map((word) => `${foldText(word)}${marksOf(word)}`)
    .join(' ');

const marksOf = (word: string) =>
  [...word.matchAll(/[\u0300-\u036f]/g)]
    .map(([mark]) => mark)
    .sort()
    .join('');
