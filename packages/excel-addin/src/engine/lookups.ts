import { counterpartMinimum, counterpartRatio, findNorms } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { Language } from './protocol.js';

/** A norm of a node, as the lookup shows it. */
export interface NormBrief {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly per: string;
  readonly source: 'central' | 'local' | 'state';
  readonly atLeast: boolean;
  readonly law: string;
  readonly verified: boolean;
}

export interface NormsAnswer {
  readonly norms: readonly NormBrief[];
  /** Texts that govern on that day but were not at hand, and articles that set no amount but refer to others. */
  readonly gaps: readonly string[];
}

const lawText = ({ instrument, article }: { instrument: string; article: string }) =>
  article ? `${article}, ${instrument}` : instrument;

/** Norms and ceilings of this very node in force on a day; those of the whole programme are left to the checks. */
export function normsOf(programme: string, node: string, asOf: string, language: Language): NormsAnswer {
  const { norms, gaps, references } = findNorms({ programme, node, asOf });
  return {
    norms: norms
      .filter((norm) => norm.node === node)
      .map((norm) => ({
        name: norm.name[language],
        value: norm.value,
        unit: norm.unit,
        per: norm.per,
        source: norm.source,
        atLeast: norm.kind.endsWith('minimum'),
        law: lawText(norm.law),
        verified: norm.law.status === 'verified',
      })),
    gaps: [
      ...gaps.map((gap) => `${gap.instrument}: ${gap.reason[language]}`),
      ...references.map((one) => `${lawText(one.law)}: ${one.text[language]}`),
    ],
  };
}

export type CounterpartAnswer =
  | {
      readonly kind: 'known';
      readonly ratio: string;
      readonly minimum: string | null;
      readonly law: string;
      readonly verified: boolean;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: 'no-rule-for-programme' | 'not-in-force' | 'text-not-available' | 'rate-outside';
    };

/** The counterpart ratio that the law asks for, and the minimum for a central amount where one is given. */
export function counterpartOf(ask: {
  readonly programme: string;
  readonly year: number;
  readonly supportRate: string;
  readonly central: string | null;
}): CounterpartAnswer {
  const answer = counterpartRatio(RULES.counterpart ?? [], ask);
  if (answer.kind === 'unknown') return { kind: 'unknown', reason: answer.reason };
  return {
    kind: 'known',
    ratio: answer.ratio,
    minimum:
      ask.central === null ? null : counterpartMinimum({ central: ask.central, ratio: answer.ratio }).exact,
    law: answer.law.map(lawText).join('; '),
    verified: answer.law.every((law) => law.status === 'verified'),
  };
}
