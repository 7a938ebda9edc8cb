import type { CheckContext } from '../checks/types.js';
import { type HeldFigures, joinHeld, NOTHING_HELD } from './held.js';
import { heldInBooks } from './in-books.js';
import { heldInColumns } from './in-columns.js';
import { heldInHeadings } from './in-headings.js';
import { heldInRows } from './in-rows.js';

const analyses = new WeakMap<CheckContext, HeldFigures>();

/** What the assigned figures show, worked out once for both checks of a run. */
export function analyseAssigned(context: CheckContext): HeldFigures {
  const known = analyses.get(context);
  if (known) return known;
  const given = (context.options.assigned ?? []).length > 0 ? heldInBooks(context) : NOTHING_HELD;
  const inside = context.tables.flatMap((table) => [
    heldInRows(context, table),
    heldInColumns(context, table),
    heldInHeadings(context, table),
  ]);
  const made = onceEach(joinHeld([given, ...inside]));
  analyses.set(context, made);
  return made;
}

/** A cell that falls short of the decision and of the sheet's own heading alike is accused once. */
function onceEach(held: HeldFigures): HeldFigures {
  const seen = new Set<string>();
  const findings = held.findings.filter(({ code, sheet, cell }) => {
    const name = `${code}|${sheet}|${cell}`;
    return !seen.has(name) && seen.add(name);
  });
  return { ...held, findings };
}
