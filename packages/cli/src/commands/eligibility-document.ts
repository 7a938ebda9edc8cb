import { type Choice, type Decision, type NormFile, normsOf, reasonSentence } from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import type { Language } from '../terminal.js';
import { questionOf } from '../text/eligibility-text.js';

/** A decision as printed with `--json`: the words in one language, amounts as decimal strings. */
export function decisionDocument(
  decision: Decision,
  choices: readonly Choice[],
  files: readonly NormFile[],
  language: Language,
): object {
  const { conditions, priorities, name, reason, settle, missing, ...rest } = decision;
  return {
    ...rest,
    name: name?.[language] ?? null,
    reason: reasonSentence(decision, ELIGIBILITY_RULES.facts, language),
    caution: conditions.length > 0 ? (reason?.[language] ?? null) : null,
    conditions: conditions.map((line) => ({ ...line, text: line.text[language] })),
    priorities: priorities.map((one) => ({ ...one, name: one.name[language] })),
    missing: missing.map((one) => ({ ...one, question: questionOf(one.fact, language) })),
    settle,
    choice: choiceDocument(decision, choices),
    norms: normsOf(decision, files).map((norm) => ({
      subject: norm.subject,
      name: norm.name[language],
      kind: norm.kind,
      value: norm.value,
      unit: norm.unit,
      source: norm.source,
      law: norm.law,
    })),
  };
}

/** Where the case may receive one kind of support several ways: whether this is the one that is paid. */
function choiceDocument(decision: Decision, choices: readonly Choice[]): object | null {
  const choice = choices.find(({ among }) => among.includes(decision));
  if (choice === undefined) return null;
  const { support, highest, chosen, amount, law } = choice;
  const open = amount === null || (chosen === null && highest.includes(decision));
  return { support, chosen: open ? null : decision === chosen, highest: amount, law };
}
