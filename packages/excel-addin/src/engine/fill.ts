import {
  type Book,
  type Edit,
  type FillCode,
  planFill,
  USUAL_FILL_OPTIONS,
  USUAL_FILLS,
  understand,
  type Wording,
} from '@ctmtqg/core';
import { en, enFillWords } from '@ctmtqg/core/en';
import { RULES } from '@ctmtqg/core/rules';
import { vi, viFillWords } from '@ctmtqg/core/vi';
import type { Memory } from '../port/types.js';
import { correctTables } from './corrections.js';
import type { Language } from './protocol.js';

export interface FillWish {
  readonly language: Language;
  readonly memory: Memory;
  readonly fills: readonly FillCode[];
  /** Also replace figures that were typed. */
  readonly overwrite: boolean;
}

/** An edit of the plan with its reason. */
export interface PlannedLine {
  readonly edit: Edit;
  readonly fill: FillCode;
  readonly reason: string;
  readonly law: readonly string[];
}

export interface FillOutcome {
  readonly lines: readonly PlannedLine[];
  readonly left: readonly {
    readonly code: string;
    readonly text: string;
    readonly sheet: string;
    readonly cell: string | null;
  }[];
}

export interface FillKind {
  readonly code: FillCode;
  readonly title: string;
}

const wordsOf = (language: Language) => (language === 'vi' ? viFillWords : enFillWords);

/** The fills that can be chosen. */
export function fillKinds(language: Language): FillKind[] {
  return USUAL_FILLS.map((code) => {
    const title = wordsOf(language).titles[code];
    return { code, title: title.charAt(0).toUpperCase() + title.slice(1) };
  });
}

/** What the fills would write, with every reason; nothing is written. */
export function plannedFill(book: Book, wish: FillWish): FillOutcome {
  const { memory, fills, overwrite, language } = wish;
  const understood = understand(book, { rules: RULES, programme: memory.programme, year: memory.year });
  const tables = correctTables(understood, memory.columns);
  const options = {
    ...USUAL_FILL_OPTIONS,
    match: memory.match,
    supportRate: memory.supportRate,
    overwrite,
    fills,
  };
  const plan = planFill(book, tables, RULES, options);
  const words = wordsOf(language);
  const wording: Wording = (language === 'vi' ? vi : en).wording;
  return {
    lines: plan.edits.map((planned) => {
      const { sheet, cell, before, after, numberFormat } = planned;
      const edit = { sheet, cell, before, after, ...(numberFormat === undefined ? {} : { numberFormat }) };
      const law = planned.law.map((one) =>
        one.article ? `${one.article}, ${one.instrument}` : one.instrument,
      );
      return { edit, fill: planned.fill, reason: words.reason(planned, wording), law };
    }),
    left: plan.notFilled.map((one) => ({
      code: one.code,
      text: words.refusal(one, wording),
      sheet: one.sheet,
      cell: one.cell,
    })),
  };
}
