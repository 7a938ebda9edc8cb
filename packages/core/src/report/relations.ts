import type { CrossSheetRelation, SignedLine, SumRelation, Table } from '../sheet/types.js';
import { cellAddress, columnName, quoteSheetName } from '../snapshot/address.js';
import type { CellPosition } from '../snapshot/types.js';
import type { ReportRelation } from './types.js';

/** Up to here a table's relations stand one by one; beyond, parallel ones are written as ranges. */
export const MAX_SINGLE_RELATIONS = 10_000;

interface Run {
  readonly from: number;
  readonly to: number;
  readonly sign: 1 | -1;
}

/** Neighbouring lines of one sign as runs: 4, 5, 6, 9 → 4–6, 9. */
function runsOf(lines: readonly SignedLine[]): Run[] {
  const runs: Run[] = [];
  for (const { line, sign } of [...lines].sort((a, b) => a.line - b.line)) {
    const last = runs.at(-1);
    if (last && last.sign === sign && last.to + 1 === line) runs[runs.length - 1] = { ...last, to: line };
    else runs.push({ from: line, to: line, sign });
  }
  return runs;
}

/** A block of a relation: whole or parts from line to line. */
function block(axis: SumRelation['axis'], first: number, last: number, from: number, to: number): string {
  const [a, b] =
    axis === 'row'
      ? [cellAddress(from, first), cellAddress(to, last)]
      : [cellAddress(first, from), cellAddress(last, to)];
  return a === b ? a : `${a}:${b}`;
}

function relation(sum: SumRelation, parts: readonly Run[], from: number, to: number): ReportRelation {
  return {
    whole: block(sum.axis, sum.whole, sum.whole, from, to),
    parts: parts.map((run) => (run.sign < 0 ? '-' : '') + block(sum.axis, run.from, run.to, from, to)),
    complete: sum.complete,
    evidence: sum.evidence,
  };
}

function singles(sum: SumRelation): ReportRelation[] {
  const parts = runsOf(sum.parts);
  return sum.lines.map((line) => relation(sum, parts, line, line));
}

/** Each part as a range of its own, so that line n of the whole belongs to line n of each part. */
function ranges(sum: SumRelation): ReportRelation[] {
  const parts = sum.parts.map(({ line, sign }): Run => ({ from: line, to: line, sign }));
  return runsOf(sum.lines.map((line) => ({ line, sign: 1 }))).map((run) =>
    relation(sum, parts, run.from, run.to),
  );
}

function crossSheet(cross: CrossSheetRelation, table: Table, sheetNames: readonly string[]): ReportRelation {
  const name = ({ sheet, row, column }: CellPosition) =>
    (sheet === table.sheet ? '' : `${quoteSheetName(sheetNames[sheet] ?? '')}!`) + columnName(column) + row;
  return { whole: name(cross.whole), parts: cross.parts.map(name), complete: true, evidence: cross.evidence };
}

/**
 * The sums of a table with A1 references, one for each line: `E10` = `E4:E9`. A table with more than
 * {@link MAX_SINGLE_RELATIONS} of them is written in parallel ranges: `E4:E9000` = `C4:C9000`, `D4:D9000`.
 */
export function reportRelations(table: Table, sheetNames: readonly string[]): ReportRelation[] {
  const count = table.sums.reduce((sum, relation) => sum + relation.lines.length, 0);
  const write = count > MAX_SINGLE_RELATIONS ? ranges : singles;
  return [
    ...table.sums.flatMap(write),
    ...table.crossSheet.map((cross) => crossSheet(cross, table, sheetNames)),
  ];
}
