import type { Decimal } from '../../amount/decimal.js';
import type { FindingData } from '../../report/types.js';
import { CellKind } from '../../snapshot/index.js';
import { analyseSums, type SumsAnalysis } from '../../sums/analysis.js';
import { type CellKey, keyOf, positionOf } from '../../sums/cell-key.js';
import { decimalText, describe, edit, formulaContent } from '../../sums/describe.js';
import { groupBy, MANY } from '../../sums/like-faults.js';
import type { Check, CheckContext } from '../types.js';

/** What Excel computes anew at each opening: an old value there is no fault. */
const VOLATILE = /\b(NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT|CELL|INFO)\s*\(/i;
/** Binary arithmetic in the program that saved the file may differ by this much. */
const DUST = 1e-12;
const SMALLEST = 1e-9;

interface Stale {
  readonly stored: Decimal;
  readonly computed: Decimal;
}

/** A formula whose saved result is not what it gives now: the file was changed and saved without recalculation. */
export const staleCache: Check = {
  code: 'stale-cache',
  run(context) {
    const analysis = analyseSums(context);
    const stale = staleCells(context);
    for (const key of stale.keys()) {
      const { sheet, row, column } = positionOf(key);
      if (analysis.accused(sheet, row, column)) stale.delete(key);
    }
    const followers = new Set<CellKey>();
    if (stale.size <= 2_000)
      for (const key of stale.keys()) for (const each of dependants(context, key)) followers.add(each);
    const roots = [...stale.keys()].filter((key) => !followers.has(key));
    const groups = groupBy(roots.length > 0 ? roots : [...stale.keys()], (key) =>
      String(positionOf(key).sheet),
    );
    const findings = [...groups.values()].flatMap((group) =>
      group.length > MANY
        ? [findingOf(context, analysis, group, stale)]
        : group.map((key) => findingOf(context, analysis, [key], stale)),
    );
    return { findings, notChecked: [] };
  },
};

/** Formulas on the sheets of the tables whose saved number differs from the computed one. */
function staleCells({ book, tables }: CheckContext): Map<CellKey, Stale> {
  const stale = new Map<CellKey, Stale>();
  for (const sheet of new Set(tables.map((table) => table.sheet))) {
    const { cells, formulas } = book.snapshot.sheets[sheet]!;
    for (const { cell, text } of formulas) {
      if (cells.kinds[cell] !== CellKind.number || VOLATILE.test(text)) continue;
      const row = cells.rows[cell]!;
      const column = cells.columns[cell]!;
      const value = book.evaluator.value(sheet, row, column);
      if (value.kind !== 'number') continue;
      const saved = cells.numbers[cell]!;
      const now = value.value.toNumber();
      if (Math.abs(saved - now) <= Math.max(SMALLEST, Math.abs(now) * DUST)) continue;
      const stored = book.evaluator.stored(sheet, row, column);
      if (stored.kind === 'number')
        stale.set(keyOf(sheet, row, column), { stored: stored.value, computed: value.value });
    }
  }
  return stale;
}

function dependants({ book }: CheckContext, key: CellKey): CellKey[] {
  const { sheet, row, column } = positionOf(key);
  return book.evaluator.dependants(sheet, row, column).map((at) => keyOf(at.sheet, at.row, at.column));
}

function findingOf(
  context: CheckContext,
  { figures }: SumsAnalysis,
  [key, ...others]: readonly CellKey[],
  stale: ReadonlyMap<CellKey, Stale>,
): FindingData {
  const { stored, computed } = stale.get(key!)!;
  const { sheet, row, column } = positionOf(key!);
  const formula = figures.evaluator.formula(sheet, row, column)!;
  const own = new Set([key!, ...others]);
  const consequences =
    others.length > 0 ? [] : dependants(context, key!).filter((each) => stale.has(each) && !own.has(each));
  return describe(figures, {
    code: 'stale-cache',
    severity: 'warning',
    key: key!,
    others,
    consequences,
    facts: { formula: `=${formula}` },
    expected: decimalText(computed),
    found: decimalText(stored),
    difference: stored.minus(computed),
    fix: edit(figures, key!, formulaContent(formula, computed), true),
  });
}
