import type { Book } from '../sheet/book.js';
import type { SumRelation, Table } from '../sheet/types.js';
import { cellAddress, columnName } from '../snapshot/index.js';
import { leafRows } from './leaves.js';
import { sumFormula } from './sum-formula.js';
import { isBlank, type Plan } from './target.js';

/** Sums across the columns of a table of which one part may be what the others leave of the total. */
export function restRelations(table: Table): SumRelation[] {
  return [...table.sums, ...(table.proposals ?? [])].filter(
    (sum) => sum.axis === 'row' && sum.complete && sum.parts.length >= 2,
  );
}

/** True where a total is divided by kind of capital alone, "Vốn đầu tư | Vốn sự nghiệp". */
export function isByCapital(table: Table, sum: SumRelation): boolean {
  const capitalOf = (line: number) =>
    table.columns.find(({ column }) => column === line)?.effective.capital ?? null;
  const kinds = sum.parts.map(({ line }) => capitalOf(line));
  return (
    kinds.every((kind) => kind === 'investment' || kind === 'recurrent') &&
    new Set(kinds).size === kinds.length &&
    kinds.every((kind) => kind !== capitalOf(sum.whole))
  );
}

/**
 * The one column of a sum that is blank throughout while the totals stand: what is left of each total. Nothing is
 * written where nothing is left, nor in a table where some row would come out below zero.
 */
export function fillRest(book: Book, table: Table, sum: SumRelation, plan: Plan): void {
  const leaves = leafRows(table).map((row) => row.row);
  const blankColumns = sum.parts.filter((part) =>
    leaves.every((row) => isBlank(book, table.sheet, row, part.line)),
  );
  const [missing] = blankColumns;
  if (!missing) return;
  const figure = (row: number, column: number) => {
    const value = book.evaluator.value(table.sheet, row, column);
    return value.kind === 'number' ? value.value : null;
  };
  const left = leaves.flatMap((row) => {
    const total = figure(row, sum.whole);
    if (total === null) return [];
    const others = sum.parts.filter((part) => part !== missing);
    const rest = others.reduce(
      (value, part) => value.minus((figure(row, part.line) ?? value.times(0)).times(part.sign)),
      total,
    );
    return [{ row, rest: rest.times(missing.sign), others }];
  });
  if (left.every(({ rest }) => rest.isZero())) return;
  if (left.some(({ row }) => alreadyAdds(book, table.sheet, row, sum.whole, missing.line))) return;
  if (blankColumns.length > 1) {
    plan.refuse('several-blank', table.sheet, cellAddress(left[0]!.row, missing.line), {
      columns: blankColumns.map(({ line }) => columnName(line)),
    });
    return;
  }
  const negative = left.find(({ rest }) => rest.lt(0));
  // Decreases are typed with a minus in some sheets, without in others; in one column all are of one kind.
  const decreases =
    table.columns.find(({ column }) => column === missing.line)?.effective.stage === 'decrease';
  if (negative && !(decreases && left.every(({ rest }) => !rest.gt(0)))) {
    plan.refuse('rest-below-zero', table.sheet, cellAddress(negative.row, missing.line), {
      rest: negative.rest.toFixed(),
    });
    return;
  }
  for (const { row, rest, others } of left) {
    const parts = [
      { line: sum.whole, sign: missing.sign },
      ...others.map((part) => ({ line: part.line, sign: (-part.sign * missing.sign) as 1 | -1 })),
    ];
    const isText = (column: number) => book.evaluator.value(table.sheet, row, column).kind === 'text';
    const formula = sumFormula(parts, (line) => ({ row, column: line }), 'plus', isText);
    plan.propose({
      sheet: table.sheet,
      row,
      column: missing.line,
      after: { kind: 'formula', formula, cached: null },
      facts: { total: cellAddress(row, sum.whole), rest: rest.toFixed() },
    });
  }
}

/** A total that is itself the sum over the blank cell says nothing of what belongs there. */
function alreadyAdds(book: Book, sheet: number, row: number, whole: number, part: number): boolean {
  return book.evaluator
    .precedents(sheet, row, whole)
    .some(
      (area) =>
        area.sheet === sheet &&
        area.top <= row &&
        area.bottom >= row &&
        area.left <= part &&
        area.right >= part,
    );
}
