import {
  type ConditionResult,
  compileEligibility,
  type Decision,
  decisiveConditions,
  type EligibilityEngine,
  ETHNIC,
  type FactDefinition,
  type Facts,
  findNode,
  findProgramme,
  PROVINCES,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES, RULES } from '@ctmtqg/core/rules';
import type { Language } from './protocol.js';

/** A support that somebody may ask about. */
export interface SupportBrief {
  readonly programme: string;
  readonly node: string;
  readonly nodeTitle: string;
  readonly policy: string;
  readonly name: string;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** A fact to ask for, ready to be put as a question. */
export interface Question {
  readonly key: string;
  readonly text: string;
  readonly kind: 'yes-no' | 'number' | 'date' | 'choice' | 'text';
  readonly choices: readonly Choice[];
  readonly unit: string | null;
}

export interface ReasonLine {
  readonly text: string;
  readonly outcome: 'met' | 'not-met' | 'unknown';
  readonly law: string;
}

export interface Verdict {
  readonly decision: 'eligible' | 'not-eligible' | 'unknown';
  readonly verified: boolean;
  readonly reasons: readonly ReasonLine[];
  readonly caution: string | null;
  readonly law: string;
  /** Facts already told, and those that are still wanted, least effort first. */
  readonly answered: readonly Question[];
  readonly wanted: readonly Question[];
}

let compiled: EligibilityEngine | null = null;

/** The rules, compiled once for the life of the worker. */
export function eligibilityEngine(): EligibilityEngine {
  compiled ??= compileEligibility(ELIGIBILITY_RULES);
  return compiled;
}

const FACTS = new Map(ELIGIBILITY_RULES.facts.map((fact) => [fact.key, fact]));

export function supports(language: Language): SupportBrief[] {
  return ELIGIBILITY_RULES.nodes.flatMap(({ programme, node, policies }) => {
    const found = findProgramme(RULES.programmes, programme);
    const named = found && findNode(found, node);
    const nodeTitle = named ? `${named.label} ${named.number}: ${named.title}` : node;
    return policies.map((policy) => ({
      programme,
      node,
      nodeTitle,
      policy: policy.id,
      name: policy.name[language],
    }));
  });
}

/** The values of a choice with their words, which the catalogue writes behind the label: `(poor: nghèo; …)`. */
function choicesOf(fact: FactDefinition, language: Language): Choice[] {
  const none = language === 'vi' ? 'không thuộc các loại này' : 'none of these';
  const words = new Map(
    (/\(([^()]*)\)\s*$/.exec(fact.label[language])?.[1] ?? '').split(';').flatMap((pair) => {
      const [value, text] = pair.split(':').map((part) => part.trim());
      return value && text ? [[value, text] as const] : [];
    }),
  );
  return (fact.values ?? []).map((value) => ({
    value,
    text: words.get(value) ?? (value === 'none' ? none : value),
  }));
}

const KINDS = { boolean: 'yes-no', number: 'number', date: 'date' } as const;

function questionOf(key: string, language: Language): Question {
  const fact = FACTS.get(key);
  if (!fact) return { key, text: key, kind: 'text', choices: [], unit: null };
  const named = (names: readonly string[]): Choice[] => names.map((name) => ({ value: name, text: name }));
  const choices =
    fact.type === 'ethnic'
      ? named(ETHNIC.groups.map((group) => group.name))
      : fact.type === 'province'
        ? named(PROVINCES.map((province) => province.name))
        : choicesOf(fact, language);
  const kind =
    choices.length > 0 ? 'choice' : fact.type in KINDS ? KINDS[fact.type as keyof typeof KINDS] : 'text';
  const text = fact.question[language].replace(/\s*\([^()]*:[^()]*\)/, '');
  return { key, text, kind, choices, unit: fact.unit ?? null };
}

const lawText = ({ instrument, article }: { instrument: string; article: string }) =>
  article ? `${article}, ${instrument}` : instrument;

function reasonOf(line: ConditionResult, language: Language): ReasonLine {
  const excluded = language === 'vi' ? 'không thuộc trường hợp: ' : 'not: ';
  const turned = { met: 'not-met', 'not-met': 'met', unknown: 'unknown' } as const;
  const exclusion = line.kind === 'exclusion';
  return {
    text: (exclusion ? excluded : '') + line.text[language],
    outcome: exclusion ? turned[line.outcome] : line.outcome,
    law: lawText(line.law),
  };
}

const MOST_REASONS = 12;

/** A condition that stands in several places of the rule is said once. */
function distinct(lines: readonly ReasonLine[]): ReasonLine[] {
  const byText = new Map(lines.map((line) => [`${line.outcome} ${line.text} ${line.law}`, line]));
  return [...byText.values()];
}

export interface CaseAsk {
  readonly programme: string;
  readonly node: string;
  readonly policy: string;
  readonly asOf: string;
  readonly facts: Facts;
  readonly language: Language;
}

/** Decides one support; unknown is never no, and says what to ask next. */
export function decide(ask: CaseAsk): Verdict {
  const { language, facts, ...question } = ask;
  const [first] = eligibilityEngine().decide({ ...question, facts });
  const decision: Decision | undefined = first;
  const answered = Object.keys(facts).map((key) => questionOf(key, language));
  if (!decision) {
    return {
      decision: 'unknown',
      verified: false,
      reasons: [],
      caution: null,
      law: '',
      answered,
      wanted: [],
    };
  }
  return {
    decision: decision.decision,
    verified: decision.status === 'verified',
    reasons: distinct(decisiveConditions(decision).map((line) => reasonOf(line, language))).slice(
      0,
      MOST_REASONS,
    ),
    caution: decision.reason?.[language] ?? null,
    law: decision.law.map(lawText).join('; '),
    answered,
    wanted: decision.missing
      .filter(({ fact }) => !(fact in facts))
      .map(({ fact }) => questionOf(fact, language)),
  };
}
