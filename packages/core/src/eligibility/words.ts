import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { ConditionResult, Decision, FactDefinition, FactInput, Verdict } from './types.js';

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
 * One condition as a line: how it stands, what it asks, what is known, by which article.
 *
 * @example conditionLine({ depth: 0, kind: 'condition', outcome: 'met', text: { vi: 'là hộ nghèo', en: 'a poor household' }, law: { instrument: '1719/QĐ-TTg', article: 'phần III', status: 'verified' }, facts: [] }, 'vi')
 */
export function conditionLine(line: ConditionResult, language: Language): string {
  // An exclusion that holds speaks against the case.
  const standing =
    line.kind !== 'exclusion' || line.outcome === 'unknown'
      ? line.outcome
      : line.outcome === 'met'
        ? 'not-met'
        : 'met';
  const known = line.fact === null ? '' : ` [${valueWord(line.value, language)}]`;
  const excluded = line.kind === 'exclusion' ? (language === 'vi' ? 'loại trừ: ' : 'excluded: ') : '';
  return `${'  '.repeat(line.depth)}${MARKS[standing]} ${excluded}${line.text[language]}${known} (${citation(line.law, language)})`;
}

/**
 * The conditions that decided: those not met for a no, all leaves that hold for a yes, the open ones otherwise.
 *
 * @example decisiveConditions(engine.decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30', facts: {} })[0]!)
 */
export function decisiveConditions({ decision, conditions }: Decision): readonly ConditionResult[] {
  const leaves = conditions.filter((line) => line.fact !== null || line.kind === 'unread');
  const against = (line: ConditionResult) =>
    line.kind === 'exclusion' ? line.outcome === 'met' : line.outcome === 'not-met';
  if (decision === 'not-eligible') return leaves.filter(against);
  if (decision === 'unknown') return leaves.filter((line) => line.outcome === 'unknown');
  return leaves.filter((line) => line.outcome === 'met' && line.kind !== 'exclusion');
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
