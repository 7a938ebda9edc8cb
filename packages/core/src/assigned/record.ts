import type { CellName, ReportAssigned } from '../report/types.js';
import { cellAddress } from '../snapshot/address.js';
import type { AssignedFigure, Comparison } from './types.js';

/** An assigned figure as the report names it, with the cells that it was held against. */
export function recordOf(figure: AssignedFigure, comparisons: readonly Comparison[]): ReportAssigned {
  const cells = comparisons
    .filter((one) => one.figure === figure && one.odd !== 'missing')
    .flatMap(({ entry }) =>
      entry.cells.map(
        ({ row, column }): CellName => ({
          sheet: entry.table.sheetName,
          cell: cellAddress(row.row, column.column),
        }),
      ),
    );
  return {
    origin: figure.origin,
    workbook: figure.workbook,
    sheet: figure.sheet,
    cell: figure.cell,
    programme: figure.programme,
    node: figure.node,
    place: figure.place,
    source: figure.source,
    capital: figure.capital,
    year: figure.year,
    amount: figure.amount.toFixed(),
    unit: figure.unit?.name ?? null,
    comparedWith: cells,
  };
}
