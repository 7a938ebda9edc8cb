import type { MoneyUnit } from '../sheet/types.js';
import { flattenText } from '../text/index.js';

const UNITS = {
  dong: { name: 'đồng', scale: 1 },
  thousand: { name: 'nghìn đồng', scale: 1_000 },
  million: { name: 'triệu đồng', scale: 1_000_000 },
  hundredMillion: { name: 'trăm triệu đồng', scale: 100_000_000 },
  billion: { name: 'tỷ đồng', scale: 1_000_000_000 },
} as const satisfies Record<string, MoneyUnit>;

/** Names for the units on a command line and in files of ours. */
export const MONEY_UNITS: Readonly<Record<'dong' | 'nghin' | 'trieu' | 'ty', MoneyUnit>> = {
  dong: UNITS.dong,
  nghin: UNITS.thousand,
  trieu: UNITS.million,
  ty: UNITS.billion,
};

const DONG = '(?:viet nam )?(?:dong|d|vnd)(?: viet nam| vn)?';

/**
 * Spellings without accents, white space and points folded. “ức đồng” is the word for triệu in Cơ Tu texts of
 * Quảng Nam. The order matters: the longest spelling first.
 */
const SPELLINGS: readonly (readonly [pattern: string, unit: MoneyUnit])[] = [
  ['tram trieu(?: dong)?|100 trieu dong|100000000 ?(?:dong|d|vnd)', UNITS.hundredMillion],
  [
    '1000000000 ?(?:dong|d|vnd)|(?:1 )?(?:ty|ti) ?(?:dong|d|vnd)|ty|ti|bil(?:lion)?(?: (?:vnd|dong))?',
    UNITS.billion,
  ],
  [
    `1000000 ?(?:dong|d|vnd)|(?:1 )?trieu ?${DONG}|trieu|tr ?dong|tr ?d|trd|tr|uc ?dong|uc|mil(?:lion)?(?: (?:vnd|dong))?`,
    UNITS.million,
  ],
  [
    `1000 ?(?:dong|d|vnd)|(?:1 )?(?:nghin|ngan) ?${DONG}|nghin|ngan|ng ?dong|ng ?d|ngd|thousand(?: (?:vnd|dong))?`,
    UNITS.thousand,
  ],
  [`1 ?dong|${DONG}`, UNITS.dong],
];

const WHOLE: readonly (readonly [RegExp, MoneyUnit])[] = SPELLINGS.map(([pattern, unit]) => [
  new RegExp(`^(?:${pattern})$`),
  unit,
]);

/** As spellings are compared: no accents, no points inside numbers, single blanks. */
function folded(text: string): string {
  return flattenText(text.normalize('NFC'))
    .replace(/(\d)[., ](?=\d{3}(?!\d))/g, '$1')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * The unit that a bare expression names, `triệu đồng`, `Tr.đ`, `1.000 đồng`; `null` for anything else. Use
 * {@link readUnit} for whole lines.
 *
 * @example
 * ```ts
 * unitNamed('Tr.đ')?.scale; // 1000000
 * ```
 */
export function unitNamed(expression: string): MoneyUnit | null {
  const text = folded(expression);
  return WHOLE.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const LABEL = /(?:don vi(?: tinh| tien)?|dvt|d v t|dv tinh|dv|dvi(?: tinh)?|unit)\s*[:.]?\s*(?:la|bang)?\s*/g;
/** Words that may stand behind the unit of a unit line. */
const TAIL = /^(.*?)\s*(?:$|[;,)\]\n/|–-])/;

/**
 * The unit of money that a unit line, a header or a note states: `ĐVT: 1.000 đồng`, `(Đơn vị tính: Tr.đ)`,
 * `Kế hoạch vốn (triệu đồng)`, `trđ`. Words that only look alike (hội đồng, tỷ lệ, Đơn vị: UBND xã) name no unit.
 *
 * @returns the unit with its size in đồng, or `null` where the text states none
 * @example
 * ```ts
 * readUnit('Đơn vị tính: Triệu đồng'); // { name: 'triệu đồng', scale: 1000000 }
 * ```
 */
export function readUnit(text: string): MoneyUnit | null {
  const flat = flattenText(text.normalize('NFC'));
  for (const label of flat.matchAll(LABEL)) {
    const rest = flat.slice(label.index + label[0].length);
    const unit = unitNamed(TAIL.exec(rest)?.[1] ?? rest) ?? unitNamed(rest);
    if (unit) return unit;
  }
  const whole = unitNamed(flat);
  if (whole) return whole;
  for (const bracket of flat.matchAll(/[([]([^()[\]]{1,60})[)\]]/g)) {
    const unit = unitNamed(bracket[1]!);
    if (unit) return unit;
  }
  const last = /(?:[,;:–-]|\btinh bang|\bbang)\s*([^,;:–-]{4,24})$/.exec(flat);
  return last ? unitNamed(last[1]!) : null;
}

const SUFFIX = new RegExp(`^\\s*((?:${SPELLINGS.map(([pattern]) => pattern).join('|')}))(?![a-z0-9])`);

/** The unit word right at `from`, with where it ends; for `262 tỷ 384 triệu đồng`. `flat` comes from flattenText. */
export function unitAt(flat: string, from: number): { unit: MoneyUnit; end: number } | null {
  const rest = flat.slice(from, from + 40).replace(/\./g, ' ');
  const match = SUFFIX.exec(rest);
  const unit = match ? unitNamed(match[1]!) : null;
  return unit ? { unit, end: from + match![0].length } : null;
}
