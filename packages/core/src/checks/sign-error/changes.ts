import type { Decimal } from '../../amount/decimal.js';
import type { FindingData } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Stage, SumRelation, Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { CellKind, locate } from '../../snapshot/index.js';
import { analyseSums } from '../../sums/analysis.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { makeFinding, unitAt } from '../support/finding.js';
import type { CheckContext } from '../types.js';

/** Fewer changes that bear the right sign say nothing of how the column is kept. */
const FEWEST_LIKE = 2;

interface Change {
  readonly row: number;
  readonly value: Decimal;
  /** True where the column "Giảm" makes its row smaller, and "Tăng" larger. */
  readonly right: boolean;
}

/**
 * Decreases that raise what stands after them, increases that lower it: the column is kept the other way, and the
 * column after the change is reckoned with it, so that every sum agrees and only the sign is wrong.
 */
export function turnedChanges(context: CheckContext): FindingData[] {
  return context.tables.flatMap((table) =>
    table.sums
      .filter((sum) => sum.axis === 'row' && sum.complete)
      .flatMap((sum) => sum.parts.flatMap((part) => turnedIn(context, table, sum, part))),
  );
}

function turnedIn(
  context: CheckContext,
  table: Table,
  sum: SumRelation,
  { line, sign }: SumRelation['parts'][number],
): FindingData[] {
  const column = table.columns.find((one) => one.column === line);
  const stage = column?.effective.stage ?? null;
  if (!column || (stage !== 'decrease' && stage !== 'increase')) return [];
  // "Điều chỉnh tăng (+), giảm (-)" and a lone "Bổ sung" may go either way.
  const otherWay = stage === 'decrease' ? 'increase' : 'decrease';
  const stages = sum.parts.map(
    (part) => table.columns.find((one) => one.column === part.line)?.effective.stage,
  );
  if (!stages.includes(otherWay)) return [];
  const changes = changesIn(context.book, table, sum, line, sign, stage);
  const right = changes.filter((change) => change.right).length;
  const turned = changes.filter((change) => !change.right);
  if (turned.length === 0 || right < FEWEST_LIKE || right <= turned.length) return [];
  const analysis = analyseSums(context);
  return turned.flatMap(({ row, value }) => {
    const known = table.rows.find((one) => one.row === row);
    if (!known || analysis.suspected({ sheet: table.sheet, row, column: line })) return [];
    const cell = cellAddress(row, line);
    const expected = value.negated().toString();
    return makeFinding({
      code: 'sign-error',
      severity: 'error',
      sheet: table.sheetName,
      cells: [cell],
      facts: {
        row: known.title,
        column: column.headerPath.at(-1) ?? '',
        whole: cellAddress(row, sum.whole),
        change: stage,
        subtracted: sign < 0,
        like: right,
        agrees: [],
      },
      expected,
      found: value.toString(),
      difference: value.times(2).toString(),
      unit: unitAt(table, known, column)?.name ?? null,
      fix: {
        safe: false,
        edits: [
          {
            sheet: table.sheetName,
            cell,
            before: { kind: 'number', value: value.toString() },
            after: { kind: 'number', value: expected },
          },
        ],
      },
    });
  });
}

/** Typed numbers of the column, apart from rows that only add up others. */
function changesIn(
  book: Book,
  table: Table,
  sum: SumRelation,
  column: number,
  sign: 1 | -1,
  stage: Stage,
): Change[] {
  const sheet = book.snapshot.sheets[table.sheet];
  if (!sheet) return [];
  const at = locate(sheet);
  const totals = new Set(
    table.sums.filter(({ axis, complete }) => axis === 'column' && complete).map(({ whole }) => whole),
  );
  return sum.lines.flatMap((row) => {
    const cell = at.find(row, column);
    if (cell < 0 || sheet.cells.kinds[cell] !== CellKind.number || totals.has(row)) return [];
    const { value, origin } = cellAmount(book, table, row, column);
    if (!value || value.isZero() || origin === 'formula') return [];
    return { row, value, right: value.times(sign).isNegative() === (stage === 'decrease') };
  });
}
