import { type Decimal, ZERO } from '../amount/decimal.js';
import type { Table } from '../sheet/types.js';
import { type CellKey, keyAt, keyOf } from '../sums/cell-key.js';
import type { Lowest } from './lowest.js';
import { isWithin } from './pairing.js';
import type { Comparison } from './types.js';

/** One sum as the cells of a whole and its parts, with the sign of each. */
interface CellSum {
  readonly parts: readonly { readonly key: CellKey; readonly sign: 1 | -1 }[];
}

/**
 * Without the differences that the sums of the workbook carry from one compared cell to another: along a row, down a
 * column, or from a detail sheet to a summary.
 */
export function withoutCarried(lowest: readonly Lowest[], all: readonly Comparison[]): Lowest[] {
  const plain = all.filter(({ odd, entry }) => odd === null && entry.cells.length === 1);
  const byCell = new Map(plain.map((one) => [cellOf(one), one] as const));
  const sumsOf = sumIndex([...new Set(plain.map(({ entry }) => entry.table))]);
  const changes = new Map<CellKey, Change | null>();
  const changeAt = (key: CellKey, depth: number): Change => {
    const compared = byCell.get(key);
    if (compared) return { amount: compared.difference, causes: isWithin(compared) ? [] : [compared] };
    const known = changes.get(key);
    if (known !== undefined || depth > 8) return known ?? NOTHING;
    changes.set(key, null);
    const [sum] = sumsOf(key);
    const change = sum ? added(sum, (part) => changeAt(part, depth + 1)) : NOTHING;
    changes.set(key, change);
    return change;
  };
  const causes = new Map<Lowest, readonly Comparison[]>();
  for (const one of lowest) {
    const { comparison } = one;
    if (comparison.odd !== null || comparison.entry.cells.length !== 1) continue;
    for (const sum of sumsOf(cellOf(comparison))) {
      const change = added(sum, (part) => changeAt(part, 0));
      const explains = comparison.difference.minus(change.amount).abs().lt(comparison.room);
      if (explains && change.causes.length > 0) causes.set(one, change.causes);
    }
  }
  const carriersOf = (comparison: Comparison, seen: Set<Lowest>): Comparison[] =>
    [...causes].flatMap(([whole, below]) => {
      if (seen.has(whole) || !below.includes(comparison)) return [];
      seen.add(whole);
      return [whole.comparison, ...whole.carriers, ...carriersOf(whole.comparison, seen)];
    });
  return lowest
    .filter((one) => !causes.has(one))
    .map((one) => ({ ...one, carriers: [...one.carriers, ...carriersOf(one.comparison, new Set())] }));
}

interface Change {
  /** In đồng. */
  readonly amount: Decimal;
  readonly causes: readonly Comparison[];
}

const NOTHING: Change = { amount: ZERO, causes: [] };

function added(sum: CellSum, changeAt: (key: CellKey) => Change): Change {
  let amount = ZERO;
  const causes: Comparison[] = [];
  for (const { key, sign } of sum.parts) {
    const part = changeAt(key);
    amount = sign === 1 ? amount.plus(part.amount) : amount.minus(part.amount);
    causes.push(...part.causes);
  }
  return { amount, causes };
}

function cellOf({ entry }: Comparison): CellKey {
  const cell = entry.cells[0];
  return cell ? keyOf(entry.table.sheet, cell.row.row, cell.column.column) : -1;
}

/** Finds the complete sums that a cell is the whole of. */
function sumIndex(tables: readonly Table[]): (key: CellKey) => CellSum[] {
  const across = new Map<CellKey, CellSum[]>();
  for (const { whole, parts } of tables.flatMap(({ crossSheet }) => crossSheet)) {
    const list = across.get(keyAt(whole)) ?? [];
    across.set(keyAt(whole), [...list, { parts: parts.map((part) => ({ key: keyAt(part), sign: 1 })) }]);
  }
  return (key) => [...(across.get(key) ?? []), ...tables.flatMap((table) => sumsAt(table, key))];
}

function sumsAt(table: Table, key: CellKey): CellSum[] {
  return table.sums.flatMap((sum) => {
    if (!sum.complete) return [];
    const line = sum.lines.find((at) =>
      sum.axis === 'row'
        ? keyOf(table.sheet, at, sum.whole) === key
        : keyOf(table.sheet, sum.whole, at) === key,
    );
    if (line === undefined) return [];
    const keyAtPart = (part: number) =>
      sum.axis === 'row' ? keyOf(table.sheet, line, part) : keyOf(table.sheet, part, line);
    return [{ parts: sum.parts.map((part) => ({ key: keyAtPart(part.line), sign: part.sign })) }];
  });
}
