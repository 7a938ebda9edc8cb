import { Decimal } from '../amount/index.js';
import { openBook } from '../check.js';
import type { RuleSet } from '../rules/types.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { applyEdits, parseAddress } from '../snapshot/index.js';
import { capitalSplit } from './capital-split/fill.js';
import { counterpart } from './counterpart/fill.js';
import { divide } from './divide/fill.js';
import { missingSource } from './missing-source/fill.js';
import { ordinals } from './ordinals/fill.js';
import { percents } from './percents/fill.js';
import { sourceRatio } from './source-ratio/fill.js';
import { textNumbers } from './text-numbers/fill.js';
import { titles } from './titles/fill.js';
import { totals } from './totals/fill.js';
import {
  FILL_CODES,
  type Fill,
  type FillCode,
  type FillContext,
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
  capitalSplit,
  sourceRatio,
  counterpart,
  missingSource,
  totals,
  percents,
  unit,
  words,
];

const MOST_ROUNDS = 3;

/** What `ctmtqg fill` does when nothing else is asked for: it completes the sheet and changes nothing typed. */
export const USUAL_FILLS: readonly FillCode[] = [
  'capital-split',
  'source-ratio',
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
 * @param again reads the tables anew once something was filled: a column that is now full may show what another one
 *   lacks. Without it, what only then becomes clear is left for the next fill.
 * @returns edits in the order in which they depend on each other, formulas with their computed values
 * @example planFill(openBook(snapshot), understand(openBook(snapshot), { rules: RULES }), RULES, USUAL_FILL_OPTIONS).edits
 */
export function planFill(
  book: Book,
  tables: readonly Table[],
  rules: RuleSet,
  options: FillOptions,
  again?: (filled: Book) => readonly Table[],
): FillPlan {
  const edits = new Map<string, PlannedEdit>();
  let round = planRound({ book, tables, rules, options }, edits);
  const { notFilled } = round;
  for (let left = MOST_ROUNDS - 1; again && left > 0 && round.filled !== null; left--)
    round = planRound({ book: round.filled, tables: again(round.filled), rules, options }, edits);
  const last = openBook(applyEdits(book.snapshot, [...edits.values()]));
  return { edits: [...edits.values()].map((edit) => withValue(edit, last)), notFilled };
}

/** Each fill once, in order; adds to `edits` what no fill wrote yet. `filled` is `null` where nothing was added. */
function planRound(
  context: FillContext,
  edits: Map<string, PlannedEdit>,
): { readonly filled: Book | null; readonly notFilled: NotFilled[] } {
  const notFilled: NotFilled[] = [];
  const before = edits.size;
  let working = context.book;
  for (const code of FILL_CODES) {
    const fill = context.options.fills.includes(code) ? FILLS.find((one) => one.code === code) : undefined;
    if (!fill) continue;
    const plan = fill.plan({ ...context, book: working });
    notFilled.push(...plan.notFilled.filter((one) => !isNamed(notFilled, one)));
    const added = plan.edits.filter((edit) => !edits.has(keyOf(edit)) && !changesNothing(edit));
    for (const edit of added) if (!edits.has(keyOf(edit))) edits.set(keyOf(edit), edit);
    if (added.length > 0) working = openBook(applyEdits(working.snapshot, added));
  }
  return { filled: edits.size > before ? working : null, notFilled };
}

/** One reason is enough for a cell: the fill that comes first knows it best. */
function isNamed(notFilled: readonly NotFilled[], { sheet, cell }: NotFilled): boolean {
  return cell !== null && notFilled.some((one) => one.sheet === sheet && one.cell === cell);
}

/** A cell that already holds what shall stand there: filling twice plans nothing. */
function changesNothing({ before, after, numberFormat }: PlannedEdit): boolean {
  if (numberFormat !== undefined || before.kind !== after.kind) return false;
  if (before.kind === 'formula' && after.kind === 'formula') return before.formula === after.formula;
  if (before.kind === 'number' && after.kind === 'number') return new Decimal(before.value).eq(after.value);
  return before.kind === 'text' && after.kind === 'text' && before.text === after.text;
}

function keyOf({ sheet, cell }: PlannedEdit): string {
  return `${sheet}!${cell}`;
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
