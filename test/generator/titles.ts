import { NODES, type Node, nodeOf } from './catalogue.js';
import { withoutAccents } from './encodings.js';
import { HELD_OUT_NUMBERING, HELD_OUT_REWORDINGS } from './held-out/titles.js';
import type { Random } from './random.js';
import type { Scope } from './wording.js';

export type Variant = 'full' | 'cut' | 'reworded' | 'misspelt' | 'without-accents';

const LABELS: Readonly<Record<Node['prefix'], string>> = {
  DA: 'Dự án',
  TDA: 'Tiểu dự án',
  ND: 'Nội dung',
  NDTP: 'Nội dung thành phần',
  HP: 'Hợp phần',
};

const REWORDINGS: readonly (readonly [RegExp, string])[] = [
  [/vùng đồng bào dân tộc thiểu số và miền núi/g, 'vùng đồng bào DTTS&MN'],
  [/dân tộc thiểu số và miền núi/g, 'DTTS và miền núi'],
  [/các vùng miền/g, 'các vùng'],
  [/kinh tế - xã hội/g, 'kinh tế xã hội'],
  [/dân tộc thiểu số/g, 'DTTS'],
  [/sản xuất nông, lâm nghiệp/g, 'sản xuất nông lâm nghiệp'],
  [/Nhân dân/g, 'nhân dân'],
];

/** The beginning of a title up to a natural stop, enough to tell it from its neighbours; whole where there is none. */
function cut(node: Node, random: Random): string {
  const rivals = NODES.filter((one) => one.programme === node.programme && one.code !== node.code);
  const stops = [...node.title.matchAll(/(?:[,;.:]| và| gắn với| trong| nhằm| theo| của)(?= )/g)]
    .map((match) => node.title.slice(0, match.index).trim())
    .filter((text) => text.split(' ').length >= 5 && !rivals.some((one) => one.title.startsWith(text)));
  if (stops.length === 0) return node.title;
  const kept = random.pick(stops);
  return random.chance(0.3) ? `${kept}...` : kept;
}

/** One slip of the fingers in a longer word: two letters swapped, a tone lost or a letter doubled. */
function misspell(title: string, random: Random): string {
  const words = title.split(' ');
  const long = words
    .map((word, index) => ({ word, index }))
    .filter(({ word, index }) => index > 0 && word.length >= 4 && /^[\p{L}]+$/u.test(word));
  if (long.length === 0) return title;
  const { word, index } = random.pick(long);
  const letters = [...word];
  const at = random.integer(1, letters.length - 2);
  const how = random.integer(0, 2);
  if (how === 0) {
    const kept = letters[at] as string;
    letters[at] = letters[at + 1] as string;
    letters[at + 1] = kept;
  } else if (how === 1) {
    words[index] = withoutAccents(word);
    return words.join(' ');
  } else letters.splice(at, 0, letters[at] as string);
  words[index] = letters.join('');
  return words.join(' ');
}

function reword(title: string, random: Random, scope: Scope): string {
  const table =
    scope === 'open'
      ? REWORDINGS
      : scope === 'held-out'
        ? HELD_OUT_REWORDINGS
        : [...REWORDINGS, ...HELD_OUT_REWORDINGS];
  const fitting = table.filter(([pattern]) => new RegExp(pattern.source).test(title));
  return random
    .sample(fitting, random.integer(1, 2))
    .reduce((text, [pattern, by]) => text.replace(pattern, by), title);
}

export interface TitleHabit {
  readonly numbered: boolean;
  readonly short: boolean;
  readonly variants: boolean;
  readonly numbering: string;
  readonly twoDigits: boolean;
}

export function titleHabit(random: Random, scope: Scope): TitleHabit {
  const heldOut = scope !== 'open' && random.chance(scope === 'held-out' ? 0.5 : 0.2);
  return {
    numbered: random.chance(0.85),
    short: random.chance(0.12),
    variants: random.chance(0.5),
    numbering: heldOut
      ? random.pick(HELD_OUT_NUMBERING)
      : random.pick(['{L} {n}: {t}', '{L} {n}: {t}', '{L} {n}. {t}']),
    twoDigits: random.chance(0.1),
  };
}

const SHORT: Readonly<Record<Node['prefix'], string>> = {
  DA: 'DA',
  TDA: 'TDA',
  ND: 'ND',
  NDTP: 'NDTP',
  HP: 'HP',
};

/** The label and number of a node as written, perhaps with another number than its own. */
export function numbered(node: Node, title: string, habit: TitleHabit, number = node.number): string {
  if (node.prefix === 'HP') return title;
  const label = habit.short ? SHORT[node.prefix] : LABELS[node.prefix];
  const digits = habit.twoDigits && node.prefix.startsWith('ND') ? `số ${number.padStart(2, '0')}` : number;
  return habit.numbering
    .replace('{L}', label)
    .replace('{n}', digits.replace(/^số (?=.*)/, habit.numbering.includes('số') ? '' : 'số '))
    .replace('{t}', title);
}

export function wordedTitle(
  node: Node,
  habit: TitleHabit,
  random: Random,
  scope: Scope,
  plainOnly = false,
): { text: string; variant: Variant } {
  if (node.prefix === 'HP')
    return { text: node.number === '1' ? 'Hợp phần thứ nhất' : 'Hợp phần thứ hai', variant: 'full' };
  if (plainOnly || !habit.variants || random.chance(0.5)) return { text: node.title, variant: 'full' };
  const variant = random.pick(['cut', 'reworded', 'misspelt'] as const);
  const text =
    variant === 'cut'
      ? cut(node, random)
      : variant === 'reworded'
        ? reword(node.title, random, scope)
        : misspell(node.title, random);
  return { text, variant };
}

/** The whole text of a row's title cell. */
export function titleText(
  node: Node,
  habit: TitleHabit,
  random: Random,
  scope: Scope,
  numberedAs?: string,
): string {
  const { text } = wordedTitle(node, habit, random, scope, numberedAs !== undefined);
  return habit.numbered || numberedAs !== undefined ? numbered(node, text, habit, numberedAs) : text;
}

/** `Dự án 4: … - Tiểu dự án 1: …` in one cell. */
export function combinedTitle(node: Node, habit: TitleHabit, random: Random, scope: Scope): string {
  const above = nodeOf(node.programme, node.parent);
  const joint = random.pick([' - ', ' – ', '; ', '. ']);
  const loud = { ...habit, numbered: true };
  return titleText(above, loud, random, scope) + joint + titleText(node, loud, random, scope);
}
