import { openBook, understand } from '../check.js';
import { RULES } from '../rules/index.js';
import { drawSheet } from '../sheet/test-sheet.js';
import { applyEdits, buildSnapshot, type PlainSheet } from '../snapshot/index.js';
import { type FillOptions, type FillPlan, planFill, USUAL_FILL_OPTIONS } from './index.js';

/** What a plan would write and what it refuses, in short, and the plan itself. */
export interface Planned {
  readonly plan: FillPlan;
  /** `C8 =SUM(C9:C14) → 12063.2`, `A4 1`, `B4 “…”` */
  readonly written: readonly string[];
  /** `ratio-unknown E4` */
  readonly refused: readonly string[];
  /** What filling the filled sheet again would write. */
  readonly again: readonly string[];
}

/** Fills sheets, or one drawn as `A | B | C` lines, and says in short what happens. */
export function fillSheet(
  sheets: string | PlainSheet | readonly PlainSheet[],
  options: Partial<FillOptions> = {},
  merges: readonly string[] = [],
): Planned {
  const given = typeof sheets === 'string' ? drawSheet('S', sheets, merges) : sheets;
  const snapshot = buildSnapshot('cells' in given ? [given] : given);
  const wish = { ...USUAL_FILL_OPTIONS, ...options };
  const planOf = (one: typeof snapshot) => {
    const book = openBook(one);
    return planFill(book, understand(book, { rules: RULES }), RULES, wish);
  };
  const plan = planOf(snapshot);
  return {
    plan,
    written: writtenBy(plan),
    refused: plan.notFilled.map((one) => `${one.code} ${one.cell}`),
    again: writtenBy(planOf(applyEdits(snapshot, plan.edits))),
  };
}

function writtenBy(plan: FillPlan): string[] {
  return plan.edits.map(({ cell, after }) => {
    if (after.kind === 'formula') return `${cell} ${after.formula} → ${after.cached}`;
    if (after.kind === 'number') return `${cell} ${after.value}`;
    return after.kind === 'text' ? `${cell} “${after.text}”` : cell;
  });
}
