import type { OtherProgramme, Programme, RuleSet } from '../rules/types.js';
import { foldText } from '../text/index.js';

/** A programme that a text names. */
export interface ProgrammeMention {
  /** Id of one of the rule set's programmes, or `null` for a programme that exists but is not among them. */
  readonly programme: string | null;
  /** The programme's full title. */
  readonly title: string;
  /** True where the text says that it is a programme: "Chương trình", "CTMTQG", or the number of its decision. */
  readonly explicit: boolean;
}

interface Name {
  readonly words: string;
  readonly programme: Programme | null;
  readonly other: OtherProgramme | null;
  /** The number of a decision: proof by itself. */
  readonly decision: boolean;
}

const PROGRAMME_WORDS = /(?:chuong trinh|ctmtqg|mtqg|muc tieu quoc gia|ctmt)/;

/** Abbreviations of headings, folded, and what they stand for. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  dtts: 'dan toc thieu so',
  dbdtts: 'dong bao dan toc thieu so',
  dttsmn: 'dan toc thieu so va mien nui',
  db: 'dong bao',
  mn: 'mien nui',
  kt: 'kinh te',
  xh: 'xa hoi',
  ktxh: 'kinh te xa hoi',
  pt: 'phat trien',
  gn: 'giam ngheo',
  gnbv: 'giam ngheo ben vung',
  bv: 'ben vung',
  xd: 'xay dung',
  ntm: 'nong thon moi',
  xdntm: 'xay dung nong thon moi',
};

/** Ways of writing that stand for each other, folded. */
function spellOut(folded: string): string {
  const words = folded.split(' ').map((word) => ABBREVIATIONS[word] ?? word);
  return words.join(' ').replace(/thieu so mien nui/g, 'thieu so va mien nui');
}

const DECISION = /^\d+ (?:\d+ )?(?:qd|qh)/;

function namesOf(rules: RuleSet): Name[] {
  const names: Name[] = [];
  const add = (name: string, programme: Programme | null, other: OtherProgramme | null) => {
    const words = spellOut(foldText(name)).replace(/^(?:ctmtqg|muc tieu quoc gia) /, '');
    names.push({ words, programme, other, decision: DECISION.test(words) });
  };
  for (const programme of rules.programmes) for (const name of programme.names) add(name, programme, null);
  for (const other of rules.otherProgrammes) for (const name of other.names) add(name, null, other);
  return names.sort((a, b) => b.words.length - a.words.length);
}

const prepared = new WeakMap<RuleSet, Name[]>();

/**
 * The programmes that a heading, a sheet name or a row names, in order of appearance. The longest name wins where
 * names overlap: the merged programme's title holds the names of the three others.
 *
 * @param text as decoded; any case
 * @example programmesNamed(RULES, 'Vốn CTMTQG giảm nghèo bền vững năm 2024')[0]?.programme // 'gnbv-2021-2025'
 */
export function programmesNamed(rules: RuleSet, text: string): readonly ProgrammeMention[] {
  let names = prepared.get(rules);
  if (!names) {
    names = namesOf(rules);
    prepared.set(rules, names);
  }
  const words = spellOut(foldText(text));
  const found = longestNames(names, ` ${words} `);
  const short = shortNamed(rules, words);
  if (short && !found.some(({ mention }) => mention.programme === short.programme))
    found.push({ at: 0, mention: short });
  const merged = mergedNamed(
    rules,
    words,
    found.map(({ mention }) => mention.programme),
  );
  if (merged) return [merged];
  return found.sort((a, b) => a.at - b.at).map(({ mention }) => mention);
}

function longestNames(names: readonly Name[], text: string): { at: number; mention: ProgrammeMention }[] {
  let rest = text;
  const found: { at: number; mention: ProgrammeMention }[] = [];
  for (const name of names) {
    const at = rest.indexOf(` ${name.words} `);
    if (at < 0) continue;
    const before = rest.slice(0, at + 1);
    const explicit = name.decision || PROGRAMME_WORDS.test(before);
    rest = `${before}${'#'.repeat(name.words.length)}${rest.slice(at + 1 + name.words.length)}`;
    const id = name.programme?.id ?? null;
    const title = name.programme?.title ?? name.other?.title ?? '';
    if (!found.some(({ mention }) => mention.programme === id && mention.title === title)) {
      found.push({ at, mention: { programme: id, title, explicit } });
    }
  }
  return found;
}

const ETHNIC = 'dttsmn-2021-2025';
const MERGED = 'ctmtqg-2026-2035';
const SHORT_ETHNIC =
  /(?:ctmtqg|mtqg|muc tieu quoc gia|chuong trinh) (?:vung )?(?:dong bao )?(?:dan toc thieu so|1719)(?: |$)/;

function mentionOf(rules: RuleSet, id: string, explicit: boolean): ProgrammeMention | null {
  const programme = rules.programmes.find((one) => one.id === id);
  return programme ? { programme: id, title: programme.title, explicit } : null;
}

/** "CTMTQG DTTS", "Chương trình 1719", a sheet called "DTTS": words too common to count anywhere else. */
function shortNamed(rules: RuleSet, words: string): ProgrammeMention | null {
  if (SHORT_ETHNIC.test(words)) return mentionOf(rules, ETHNIC, true);
  return words === 'dan toc thieu so' ? mentionOf(rules, ETHNIC, false) : null;
}

/** From 2026 one programme bears the three names; a list of "các chương trình" keeps them apart. */
function mergedNamed(
  rules: RuleSet,
  words: string,
  found: readonly (string | null)[],
): ProgrammeMention | null {
  const late = /\b20(?:2[6-9]|3[0-5])\b/.test(words);
  if (!late || /(?:cac|ba|03|3) (?:chuong trinh|ctmtqg|ct mtqg)/.test(words)) return null;
  const three = [ETHNIC, 'gnbv-2021-2025', 'ntm-2021-2025'].every((id) => found.includes(id));
  const united =
    found.length === 0 && PROGRAMME_WORDS.test(words) && /hop nhat|tich hop|2026 2035/.test(words);
  return three || united ? mentionOf(rules, MERGED, true) : null;
}
