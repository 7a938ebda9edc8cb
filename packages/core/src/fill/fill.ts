import type { RuleSet } from '../rules/types.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { applyEdits, parseAddress } from '../snapshot/index.js';
import { counterpart } from './counterpart/fill.js';
import { divide } from './divide/fill.js';
import { missingSource } from './missing-source/fill.js';
import { ordinals } from './ordinals/fill.js';
import { percents } from './percents/fill.js';
import { openBookOf } from './reopen.js';
import { textNumbers } from './text-numbers/fill.js';
import { titles } from './titles/fill.js';
import { totals } from './totals/fill.js';
import {
  FILL_CODES,
  type Fill,
  type FillCode,
  type FillOptions,
  type FillPlan,
  type NotFilled,
  type PlannedEdit,
} from './types.js';
import { unit } from './unit/fill.js';
import { words } from './words/fill.js';

const FILLS: readonly Fill[] = [
  textNumbers,
  titles,
  ordinals,
  divide,
  counterpart,
  missingSource,
  totals,
  percents,
  unit,
  words,
];

/** What `ctmtqg fill` does when nothing else is asked for: it completes the sheet and changes nothing typed. */
export const USUAL_FILLS: readonly FillCode[] = [
  'counterpart',
  'missing-source',
  'totals',
  'percents',
  'words',
];

/** What to fill when nothing else is said: the usual fills, blank cells only. */
export const USUAL_FILL_OPTIONS: FillOptions = {
  match: [],
  supportRate: null,
  asOf: null,
  overwrite: false,
  fills: USUAL_FILLS,
  wordChoices: { zeroTen: 'linh', thousand: 'nghìn', billion: 'tỷ' },
};

/**
 * Plans what a fill would write, and writes nothing: each edit with the cell, what stands there, what shall stand
 * there, why and by which article. Filling what is already filled plans nothing.
 *
 * @param book the workbook, from `openBook`
 * @param tables as recognised, perhaps corrected by the user
 * @returns edits in the order in which they depend on each other, formulas with their computed values
 * @example planFill(openBook(snapshot), understand(openBook(snapshot), { rules: RULES }), RULES, USUAL_FILL_OPTIONS).edits
 */
export function planFill(
  book: Book,
  tables: readonly Table[],
  rules: RuleSet,
  options: FillOptions,
): FillPlan {
  const edits = new Map<string, PlannedEdit>();
  const notFilled: NotFilled[] = [];
  let working = book;
  for (const code of FILL_CODES) {
    if (!options.fills.includes(code)) continue;
    const fill = FILLS.find((one) => one.code === code);
    if (!fill) continue;
    const plan = fill.plan({ book: working, tables, rules, options });
    notFilled.push(...plan.notFilled);
    for (const edit of plan.edits) {
      const key = `${edit.sheet}!${edit.cell}`;
      if (!edits.has(key)) edits.set(key, edit);
    }
    if (plan.edits.length > 0) working = openBookOf(applyEdits(working.snapshot, plan.edits));
  }
  return { edits: [...edits.values()].map((edit) => withValue(edit, working)), notFilled };
}

/** A formula carries the value that it will show, for viewers that do not compute. */
function withValue(edit: PlannedEdit, book: Book): PlannedEdit {
  if (edit.after.kind !== 'formula') return edit;
  const sheet = book.snapshot.sheets.findIndex((one) => one.name === edit.sheet);
  const at = parseAddress(edit.cell)!;
  const value = book.evaluator.value(sheet, at.row, at.column);
  const cached =
    value.kind === 'number'
      ? value.value.toSignificantDigits(15).toFixed()
      : value.kind === 'text'
        ? value.text
        : null;
  return { ...edit, after: { ...edit.after, cached } };
}
