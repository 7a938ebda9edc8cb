import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { ConditionResult, Decision, FactDefinition, FactInput, Outcome, Verdict } from './types.js';

/** A language of the reasons. */
export type Language = keyof Bilingual;

const VERDICTS: Readonly<Record<Verdict, Bilingual>> = {
  eligible: { vi: 'ĐƯỢC hỗ trợ', en: 'ELIGIBLE' },
  'not-eligible': { vi: 'KHÔNG được hỗ trợ', en: 'NOT ELIGIBLE' },
  unknown: { vi: 'CHƯA RÕ', en: 'UNKNOWN' },
};

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  vi: ['không', 'có'],
  en: ['no', 'yes'],
};

/**
 * A verdict as a heading, `ĐƯỢC hỗ trợ`.
 *
 * @example verdictWord('unknown', 'vi')
 */
export function verdictWord(verdict: Verdict, language: Language): string {
  return VERDICTS[verdict][language];
}

/** The pairs that a label gives for its values: `(poor: nghèo; near-poor: cận nghèo)`. */
const VALUE_WORDS = /\s*\(([^()]*:[^()]*)\)/;

/**
 * The label of a fact as people say it, without the codes of its values.
 *
 * @example factLabel({ label: { vi: 'diện hộ (poor: nghèo; none: không)', en: 'poverty status' } }, 'vi') // 'diện hộ'
 */
export function factLabel({ label }: Pick<FactDefinition, 'label'>, language: Language): string {
  return label[language].replace(VALUE_WORDS, '');
}

/** A value of a fact as its label calls it, `near-poor` → `cận nghèo`; itself where the label has no word for it. */
export function choiceWord(
  { label }: Pick<FactDefinition, 'label'>,
  value: string,
  language: Language,
): string {
  const pairs = VALUE_WORDS.exec(label[language])?.[1]?.split(';') ?? [];
  for (const pair of pairs) {
    const [code, word] = pair.split(':').map((part) => part.trim());
    if (code === value && word) return word;
  }
  return value;
}

function valueWord(value: FactInput | null, language: Language): string {
  if (value === null) return language === 'vi' ? 'chưa biết' : 'not known';
  if (typeof value === 'boolean') return YES_NO[language][value ? 1 : 0] as string;
  return typeof value === 'number' && language === 'vi' ? String(value).replace('.', ',') : String(value);
}

const MARKS = { met: '✓', 'not-met': '✗', unknown: '?' } as const;

const UNREAD: Readonly<Record<Language, string>> = {
  vi: 'chưa đối chiếu văn bản gốc',
  en: 'not compared with the original text',
};

/**
 * An article as a sentence names it, with a word where nobody read the text.
 *
 * @example citation({ instrument: '1719/QĐ-TTg', article: 'mục III', status: 'verified' }, 'vi') // '1719/QĐ-TTg mục III'
 */
export function citation({ instrument, article, status }: LawReference, language: Language): string {
  const doubt = status === 'unverified' ? `, ${UNREAD[language]}` : '';
  return `${article === '' ? instrument : `${instrument} ${article}`}${doubt}`;
}

/**
 * One condition as a line: how it stands, what it asks, what is known, by which article. With the catalogue of facts,
 * values are told in words.
 *
 * @example conditionLine({ depth: 0, kind: 'condition', outcome: 'met', text: { vi: 'là hộ nghèo', en: 'a poor household' }, law: { instrument: '1719/QĐ-TTg', article: 'phần III', status: 'verified' }, facts: [] }, 'vi')
 */
export function conditionLine(
  line: ConditionResult,
  language: Language,
  facts: readonly FactDefinition[] = [],
): string {
  // An exclusion that holds speaks against the case.
  const standing =
    line.kind !== 'exclusion' || line.outcome === 'unknown'
      ? line.outcome
      : line.outcome === 'met'
        ? 'not-met'
        : 'met';
  const known = line.fact === null ? '' : ` [${knownAs(line, facts, language)}]`;
  const excluded = line.kind === 'exclusion' ? (language === 'vi' ? 'loại trừ: ' : 'excluded: ') : '';
  return `${'  '.repeat(line.depth)}${MARKS[standing]} ${excluded}${line.text[language]}${known} (${citation(line.law, language)})`;
}

/** What is known of a condition: the word of a value; of which fact a yes or no is, where the condition asks for the other. */
function knownAs(
  { fact, value, outcome }: ConditionResult,
  facts: readonly FactDefinition[],
  language: Language,
): string {
  const asked = facts.find(({ key }) => key === fact);
  if (asked === undefined || value === null) return valueWord(value, language);
  if (typeof value === 'string') return choiceWord(asked, value, language);
  const word = valueWord(value, language);
  const asksForOther = typeof value === 'boolean' && value !== (outcome === 'met');
  return asksForOther ? `${factLabel(asked, language)}: ${word}` : word;
}

/**
 * The conditions that decided: those not met for a no, all leaves that hold for a yes, the open ones otherwise.
 *
 * @example decisiveConditions(engine.decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30', facts: {} })[0]!)
 */
export function decisiveConditions({ decision, conditions }: Decision): readonly ConditionResult[] {
  const wanted = decision === 'not-eligible' ? 'not-met' : decision === 'eligible' ? 'met' : 'unknown';
  return linesBelow(conditions).flatMap((part) => decisiveIn(part, wanted));
}

/** A condition with the parts below it. */
interface Part {
  readonly line: ConditionResult;
  readonly parts: readonly Part[];
}

function linesBelow(lines: readonly ConditionResult[]): readonly Part[] {
  const depth = Math.min(...lines.map((line) => line.depth));
  const starts = lines.flatMap((line, at) => (line.depth === depth ? [at] : []));
  return starts.map((start, at) => ({
    line: lines[start] as ConditionResult,
    parts: linesBelow(lines.slice(start + 1, starts[at + 1])),
  }));
}

/** The leaves that brought a part to the outcome that decides; a part that stands otherwise has none. */
function decisiveIn({ line, parts }: Part, wanted: Outcome): readonly ConditionResult[] {
  if (line.kind === 'exclusion') {
    const decides =
      wanted === 'unknown' ? line.outcome === wanted : wanted === 'not-met' && line.outcome === 'met';
    return decides ? [line] : [];
  }
  if (line.outcome !== wanted) return [];
  if (line.kind === 'not') return [line];
  if (parts.length === 0) return line.fact !== null || line.kind === 'unread' ? [line] : [];
  const own = parts.map((part) => decisiveIn(part, wanted));
  const common = wanted === 'not-met' && line.kind === 'any' ? sharedFailure(parts) : null;
  return common ?? own.flat();
}

/** Where every alternative fails by one and the same condition, that one says it all. */
function sharedFailure(alternatives: readonly Part[]): readonly ConditionResult[] | null {
  const failing = alternatives.map(({ line, parts }) =>
    (line.kind === 'all' ? parts.map((part) => part.line) : [line]).filter(
      ({ fact, outcome }) => fact !== null && outcome === 'not-met',
    ),
  );
  const [first = [], ...others] = failing;
  const same = (one: ConditionResult) => (other: ConditionResult) =>
    other.fact === one.fact && other.text.vi === one.text.vi;
  const shared = first.filter((one) => others.every((lines) => lines.some(same(one))));
  return shared.length > 0 ? shared : null;
}

/**
 * The reason in one sentence, for a column of a list.
 *
 * @example reasonSentence(engine.decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30', facts: {} })[0]!, ELIGIBILITY_RULES.facts, 'vi')
 */
export function reasonSentence(
  decision: Decision,
  facts: readonly FactDefinition[],
  language: Language,
): string {
  if (decision.conditions.length === 0 && decision.reason) return decision.reason[language];
  const vi = language === 'vi';
  if (decision.decision === 'unknown') {
    const asked = decision.missing.map(({ fact }) => {
      const known = facts.find((one) => one.key === fact);
      return known ? factLabel(known, language) : fact;
    });
    if (asked.length === 0) return decision.reason?.[language] ?? '';
    return `${vi ? 'Còn thiếu' : 'Missing'}: ${asked.join('; ')}`;
  }
  const parts = decisiveConditions(decision).map((line) => {
    const text =
      line.kind === 'exclusion' || decision.decision === 'eligible'
        ? line.text[language]
        : negated(line, facts, language);
    return `${text} (${citation(line.law, language)})`;
  });
  return [...new Set(parts)].join('; ');
}

function negated(line: ConditionResult, facts: readonly FactDefinition[], language: Language): string {
  const { value, fact } = line;
  const asked = facts.find((one) => one.key === fact);
  // Yes and no say nothing more: the condition itself may ask for a "no".
  const word =
    asked && typeof value === 'string' ? choiceWord(asked, value, language) : valueWord(value, language);
  const known = value === null || typeof value === 'boolean' ? '' : ` [${word}]`;
  return language === 'vi' ? `không đạt “${line.text.vi}”${known}` : `fails “${line.text.en}”${known}`;
}
