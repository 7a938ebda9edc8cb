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

const PROGRAMME_WORDS = /(?:chuong trinh|ctmtqg|ct mtqg|mtqg|chuong trinh mtqg|muc tieu quoc gia|ctmt)/;

/** Ways of writing that stand for each other, folded. */
function spellOut(folded: string): string {
  return ` ${folded} `
    .replace(/ dtts mn /g, ' dan toc thieu so va mien nui ')
    .replace(/ dtts va mn /g, ' dan toc thieu so va mien nui ')
    .replace(/ dtts va mien nui /g, ' dan toc thieu so va mien nui ')
    .replace(/ dttsmn /g, ' dan toc thieu so va mien nui ')
    .replace(/ dtts /g, ' dan toc thieu so ')
    .replace(/ dbdtts /g, ' dong bao dan toc thieu so ')
    .replace(/ (?:kt xh|ktxh) /g, ' kinh te xa hoi ')
    .replace(/ gnbv /g, ' giam ngheo ben vung ')
    .replace(/ (?:xdntm|xd ntm) /g, ' xay dung nong thon moi ')
    .replace(/ ntm /g, ' nong thon moi ')
    .replace(/ thieu so mien nui /g, ' thieu so va mien nui ')
    .trim();
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
  let rest = ` ${spellOut(foldText(text))} `;
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
  return found.sort((a, b) => a.at - b.at).map(({ mention }) => mention);
}
