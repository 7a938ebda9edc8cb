import {
  type Choice,
  citation,
  conditionLine,
  type Decision,
  type EligibilityCase,
  factLabel,
  type NormFile,
  normsOf,
  verdictWord,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import type { Language } from '../terminal.js';

/** What a person is asked to find a fact out. */
export function questionOf(fact: string, language: Language): string {
  return ELIGIBILITY_RULES.facts.find((one) => one.key === fact)?.question[language] ?? fact;
}

/** The decisions for one case as people read them, each with its conditions, questions and amounts. */
export function caseText(
  one: EligibilityCase,
  decisions: readonly Decision[],
  choices: readonly Choice[],
  files: readonly NormFile[],
  language: Language,
): string {
  const title = [one.id, one.programme, one.node].filter((part) => part !== undefined).join(' · ');
  const blocks = decisions.map((decision) => decisionText(decision, files, language));
  const lines = choices.map((choice) => choiceText(choice, language));
  return `${title} (${one.asOf})\n${blocks.join('')}${lines.join('')}`;
}

function choiceText({ among, highest, chosen, amount, law }: Choice, language: Language): string {
  const vi = language === 'vi';
  const named = (decisions: readonly Decision[]) =>
    decisions
      .map(({ programme, node, name }) => `${programme} ${node} “${name?.[language] ?? ''}”`)
      .join('; ');
  const which =
    chosen !== null
      ? named([chosen])
      : amount === null
        ? `${vi ? 'chưa so được mức' : 'the amounts cannot be compared'}: ${named(among)}`
        : `${vi ? 'các mức bằng nhau, chọn một' : 'the amounts are equal, choose one'}: ${named(highest)}`;
  const rule = vi
    ? 'Cùng một loại hỗ trợ: chỉ hưởng mức cao nhất, một lần'
    : 'One kind of support: only the highest is paid, once';
  return `  ${rule}: ${which} (${citation(law, language)})\n`;
}

function decisionText(decision: Decision, files: readonly NormFile[], language: Language): string {
  const vi = language === 'vi';
  const { facts } = ELIGIBILITY_RULES;
  const head = `  ${[decision.node, decision.name?.[language]].filter(Boolean).join(' ')}: ${verdictWord(decision.decision, language)}`;
  const status = decision.status === 'unverified' ? (vi ? ' (chưa xác minh)' : ' (unverified)') : '';
  const lines = [`${head}${status}`];
  if (decision.reason) lines.push(`    ${decision.reason[language]}`);
  for (const line of decision.conditions) lines.push(`    ${conditionLine(line, language, facts)}`);
  const met = decision.priorities
    .filter(({ outcome }) => outcome === 'met')
    .map(({ name }) => name[language]);
  if (met.length > 0) lines.push(`    ${vi ? 'Ưu tiên' : 'Priority'}: ${met.join('; ')}`);
  if (decision.missing.length > 0) {
    lines.push(`    ${vi ? 'Cần hỏi, từ việc dễ nhất' : 'To ask, easiest first'}:`);
    for (const { fact } of decision.missing) lines.push(`      - ${questionOf(fact, language)} (${fact})`);
  }
  for (const { to, facts: keys } of decision.settle) {
    if (keys.length === decision.missing.length) continue;
    const asked = keys.map((key) => facts.find((one) => one.key === key)).filter((one) => one !== undefined);
    const labels = asked.map((one) => factLabel(one, language)).join('; ');
    const word = verdictWord(to, language);
    lines.push(`    ${vi ? `Có thể đủ để biết ${word}` : `May be enough for ${word}`}: ${labels}`);
  }
  for (const norm of normsOf(decision, files)) {
    const law = citation(norm.law, language);
    lines.push(`    ${norm.name[language]}: ${grouped(norm.value, language)} ${norm.unit} (${law})`);
  }
  return `${lines.join('\n')}\n`;
}

function grouped(decimal: string, language: Language): string {
  const [whole = '', part] = decimal.split('.');
  const separators = language === 'vi' ? ['.', ','] : [',', '.'];
  const digits = whole.replace(/\B(?=(\d{3})+(?!\d))/g, separators[0] as string);
  return part === undefined ? digits : `${digits}${separators[1]}${part}`;
}
