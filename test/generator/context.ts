import { type Amount, ONE, power10, stepOf } from './amount.js';
import type { ProgrammeId } from './catalogue.js';
import { fitsTcvn3Small, toTcvn3, toVni, withoutAccents } from './encodings.js';
import type { Sheet } from './grid.js';
import { type Build, type Column, type Look, type Row, style, type Unit } from './model.js';
import { communes, districts, type Locality, provinces } from './places.js';
import type { Random } from './random.js';
import { type TitleHabit, titleHabit } from './titles.js';
import type { Scope, WordKey } from './wording.js';

/** What all tables of one case share. */
export interface Context {
  readonly build: Build;
  readonly random: Random;
  readonly scope: Scope;
  readonly look: Look;
  readonly unit: Unit;
  readonly programme: ProgrammeId;
  readonly year: number;
  readonly locality: Locality;
  readonly habit: TitleHabit;
  readonly say: (key: WordKey) => string;
}

export const PROGRAMMES: readonly ProgrammeId[] = [
  'dttsmn-2021-2025',
  'gnbv-2021-2025',
  'ntm-2021-2025',
  'ctmtqg-2026-2035',
];

function chooseUnit(random: Random): Unit {
  const kind = random.pick(['triệu', 'triệu', 'triệu', 'đồng', 'đồng', 'nghìn', 'tỷ'] as const);
  if (kind === 'đồng') return { name: 'đồng', scale: 1, digits: 0 };
  if (kind === 'nghìn') return { name: 'nghìn đồng', scale: 1_000, digits: 0 };
  if (kind === 'tỷ') return { name: 'tỷ đồng', scale: 1_000_000_000, digits: random.pick([3, 3, 2, 4]) };
  return { name: 'triệu đồng', scale: 1_000_000, digits: random.pick([0, 0, 1, 1, 2, 3]) };
}

type Encoding = 'unicode' | 'nfd' | 'tcvn3' | 'vni' | 'no-accents';

function encoder(encoding: Encoding, font: string): Look['encode'] {
  return (text) => {
    if (encoding === 'nfd') return { text: text.normalize('NFD'), font };
    if (encoding === 'no-accents') return { text: withoutAccents(text), font };
    if (encoding === 'vni') return { text: toVni(text), font: 'VNI-Times' };
    if (encoding === 'tcvn3') {
      const capitals = text === text.toUpperCase() && text !== text.toLowerCase() && !fitsTcvn3Small(text);
      return { text: toTcvn3(text, capitals), font: capitals ? '.VnTimeH' : '.VnTime' };
    }
    return { text, font };
  };
}

export function chooseLook(random: Random, encoding: Encoding): Look {
  const font =
    encoding === 'tcvn3'
      ? '.VnTime'
      : encoding === 'vni'
        ? 'VNI-Times'
        : random.pick(['Times New Roman', 'Times New Roman', 'Arial', 'Calibri']);
  const textNumbers = random.chance(0.04);
  return {
    font,
    size: random.pick([11, 12, 13]),
    encode: encoder(encoding, font),
    border: random.chance(0.85),
    formulas: textNumbers ? 'none' : random.pick(['all', 'all', 'all', 'none', 'none', 'rows', 'columns']),
    prefer: random.pick(['row', 'column', 'column']),
    chain: random.pick(['sum', 'sum', 'plus', 'plus', 'subtotal']),
    zero: random.pick(['blank', 'blank', 'zero', 'zero', 'dash', 'long-dash']),
    textNumbers,
    englishNumbers: false,
    format: random.pick(['plain', 'plain', 'plain', 'accounting', 'general', 'zero-dash']),
    totalsAt: random.pick(['first', 'last']),
    subtotalsBelow: false,
    fractionPercent: random.chance(0.4),
    mixedDigits: random.chance(0.08),
    untidy: random.chance(0.15),
    dottedOrdinals: random.chance(0.1),
    looseHeader: random.chance(0.06),
    totalAcross: random.chance(0.12),
  };
}

export function createContext(
  build: Build,
  scope: Scope,
  fixed: { programme?: ProgrammeId; encoding?: Encoding; unit?: Unit } = {},
): Context {
  const { random } = build;
  const heldOut = scope === 'held-out';
  const encoding =
    fixed.encoding ??
    random.pick([
      'unicode',
      'unicode',
      'unicode',
      'unicode',
      'unicode',
      'unicode',
      'unicode',
      'nfd',
      'tcvn3',
      'vni',
      'no-accents',
    ] as const);
  if (encoding !== 'unicode') build.tags.add(encoding);
  const programme = fixed.programme ?? random.pick(PROGRAMMES);
  const year = programme === 'ctmtqg-2026-2035' ? random.integer(2026, 2027) : random.integer(2022, 2025);
  const level = random.pick(
    year >= 2025
      ? (['commune', 'commune', 'province'] as const)
      : (['commune', 'district', 'province'] as const),
  );
  const names =
    level === 'commune' ? communes(heldOut) : level === 'district' ? districts(heldOut) : provinces(heldOut);
  const above = random.pick(
    level === 'commune' ? (year >= 2025 ? provinces(heldOut) : districts(heldOut)) : provinces(heldOut),
  );
  const look = chooseLook(random, encoding);
  const unit = fixed.unit ?? chooseUnit(random);
  return {
    build,
    random,
    scope,
    look,
    // Three decimals written as text read as thousands just as well: no clean sheet has that.
    unit: look.textNumbers && unit.digits === 3 ? { ...unit, digits: 2 } : unit,
    programme,
    year,
    locality: { level, name: random.pick(names), above },
    habit: titleHabit(random, scope),
    say: (key) => build.words.say(key),
  };
}

/** A figure as a locality of this level would have it, in the table's unit and precision. */
export function money(context: Context, unit: Unit, low = 7.6, high = 10.2): Amount {
  const { random } = context;
  const shift = context.locality.level === 'commune' ? -0.6 : context.locality.level === 'province' ? 0.7 : 0;
  const dong = BigInt(Math.round(10 ** (low + shift + random.unit() * (high - low))));
  const coarse = unit.scale === 1 ? random.pick([1_000n, 1_000_000n, 1n]) : 1n;
  const units = (dong / coarse) * coarse * ONE;
  const step =
    random.chance(0.25) && unit.scale > 1 ? stepOf(Math.max(0, unit.digits - 1)) : stepOf(unit.digits);
  const amount = (units / BigInt(unit.scale) / step) * step;
  return amount > 0n ? amount : step;
}

/** At least `ratio` (in parts of ten thousand) of `base`, rounded up to a whole step. */
export function share(base: Amount, ratio: number, digits: number): Amount {
  const step = stepOf(digits);
  const exact = base * BigInt(ratio);
  const unitStep = step * 10_000n;
  return ((exact + unitStep - 1n) / unitStep) * step;
}

/** True where this row may have money of this kind. */
export function mayHave(row: Row, column: Column): boolean {
  if (row.capital === '') return true;
  if (column.capital === 'investment') return row.capital.includes('I');
  if (column.capital === 'recurrent') return row.capital.includes('R');
  return true;
}

/** The figures typed by habit: central money at random, everything else sparser. */
export function habitualLeaf(
  context: Context,
  unit: Unit,
): (row: Row, column: Column, known: (key: string) => Amount) => Amount | null {
  return (row, column, known) => {
    if (!mayHave(row, column)) return null;
    if (column.leaf) return column.leaf(row, context.random, known);
    const { random } = context;
    switch (column.source) {
      case 'central':
      case 'total':
      case undefined:
        return random.chance(0.93) ? money(context, column.unit ?? unit) : null;
      case 'other':
      case 'community':
      case 'enterprise':
        return random.chance(0.35) ? money(context, column.unit ?? unit, 6.8, 8.4) : null;
      default:
        return random.chance(0.75) ? money(context, column.unit ?? unit, 7, 9) : null;
    }
  };
}

/** Ratio of local to central money, in parts of ten thousand; at least the central money in NTM and the merged programme. */
export function localRatio(context: Context): number {
  const equal = context.programme === 'ntm-2021-2025' || context.programme === 'ctmtqg-2026-2035';
  return equal
    ? context.random.pick([10_000, 11_400, 15_000, 30_000])
    : context.random.pick([500, 1_000, 1_500, 1_500, 2_000]);
}

export const upper = (text: string) => text.toLocaleUpperCase('vi');

export function localityText(locality: Locality): string {
  const names = { province: 'tỉnh', district: 'huyện', commune: 'xã' } as const;
  return `${names[locality.level]} ${locality.name}`;
}

/** Writes one text of the surroundings of a table. */
export function writeText(
  context: Context,
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  more: Parameters<typeof style>[1] = {},
): void {
  const encoded = context.look.encode(text);
  sheet.put(
    row,
    column,
    { kind: 'text', text: encoded.text },
    style(context.look, { ...more, font: encoded.font }),
  );
}

export { power10 };
