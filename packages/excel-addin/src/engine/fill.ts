import {
  type Book,
  type DivideOption,
  type FillCode,
  type FillPlan,
  type FillWords,
  planFill,
  type RemainderPolicy,
  USUAL_FILL_OPTIONS,
  USUAL_FILLS,
  understand,
  type Wording,
} from '@ctmtqg/core';
import { en, enFillWords } from '@ctmtqg/core/en';
import { RULES } from '@ctmtqg/core/rules';
import { vi, viFillWords } from '@ctmtqg/core/vi';
import type { Memory, PortEdit } from '../port/types.js';
import type { Language } from './protocol.js';
import { toUnicode, UNICODE } from './unicode.js';

export interface FillWish {
  readonly language: Language;
  readonly memory: Memory;
  readonly fills: readonly FillCode[];
  /** Also texts in fonts of TCVN3 and VNI, to Unicode. */
  readonly unicode: boolean;
  /** Also replace figures that were typed. */
  readonly overwrite: boolean;
  /** A sum to be divided over a table of one sheet, for the fill `divide`. */
  readonly divide?: { readonly sheet: string; readonly option: DivideOption } | null;
  /** Who gets what rounding leaves of a share; `null`: only shares that need no rounding. */
  readonly sharePolicy: RemainderPolicy | null;
}

/** An edit of the plan with its reason. */
export interface PlannedLine {
  readonly edit: PortEdit;
  readonly fill: FillCode | 'unicode';
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
  readonly code: FillCode | 'unicode';
  readonly title: string;
  /** Done unless somebody leaves it out; the others change what was typed. */
  readonly usual: boolean;
}

/** Fills that replace a text by the same said better; each is chosen by hand. */
const MENDING: readonly FillCode[] = ['text-numbers', 'titles', 'ordinals'];

const wordsOf = (language: Language) => (language === 'vi' ? viFillWords : enFillWords);

/** The fills that can be chosen. */
export function fillKinds(language: Language): FillKind[] {
  const kinds = [...USUAL_FILLS, ...MENDING].map((code) => {
    const title = wordsOf(language).titles[code];
    const usual = USUAL_FILLS.includes(code);
    return { code, title: title.charAt(0).toUpperCase() + title.slice(1), usual };
  });
  return [...kinds, { code: 'unicode', title: UNICODE[language].title, usual: false }];
}

/** What the fills would write, with every reason; nothing is written. */
export function plannedFill(book: Book, wish: FillWish): FillOutcome {
  const { memory, fills, overwrite, language, sharePolicy, unicode } = wish;
  const { programme, year, columns } = memory;
  const { divide = null } = wish;
  const tablesOf = (one: Book) =>
    understand(one, { rules: RULES, programme, year, corrections: columns }).filter(
      (table) => divide === null || table.sheetName === divide.sheet,
    );
  const options = {
    ...USUAL_FILL_OPTIONS,
    match: memory.match,
    supportRate: memory.supportRate,
    overwrite,
    fills,
    divide: divide?.option ?? null,
    shares: { ratios: [], policy: sharePolicy, step: null },
  };
  const plan = planFill(book, tablesOf(book), RULES, options, tablesOf);
  const words = wordsOf(language);
  const wording: Wording = (language === 'vi' ? vi : en).wording;
  const legacy = unicode ? toUnicode(book) : { edits: [], left: [] };
  const planned = new Set(plan.edits.map((edit) => `${edit.sheet}!${edit.cell}`));
  const unread = legacy.left.map(({ sheet, cell }) => ({
    ...{ code: 'several-fonts', sheet, cell },
    text: UNICODE[language].left(cell, sheet),
  }));
  const converted = legacy.edits
    .filter((edit) => !planned.has(`${edit.sheet}!${edit.cell}`))
    .map((edit): PlannedLine => ({ edit, fill: 'unicode', reason: UNICODE[language].reason, law: [] }));
  return {
    lines: [...converted, ...planLines(plan, words, wording)],
    left: [
      ...unread,
      ...plan.notFilled.map((one) => ({
        code: one.code,
        text: words.refusal(one, wording),
        sheet: one.sheet,
        cell: one.cell,
      })),
    ],
  };
}

function planLines(plan: FillPlan, words: FillWords, wording: Wording): PlannedLine[] {
  return plan.edits.map((planned) => {
    const { sheet, cell, before, after, numberFormat } = planned;
    const edit = { sheet, cell, before, after, ...(numberFormat === undefined ? {} : { numberFormat }) };
    const law = planned.law.map((one) =>
      one.article ? `${one.article}, ${one.instrument}` : one.instrument,
    );
    return { edit, fill: planned.fill, reason: words.reason(planned, wording), law };
  });
}
