import { Decimal } from '../../amount/decimal.js';
import { ratiosOfTable } from '../../checks/support/table-ratios.js';
import type { LawReference } from '../../report/types.js';
import type { Capital, Table, TableColumn } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/index.js';
import type { FillContext } from '../types.js';

/** A counterpart ratio, local to central, and where it comes from. */
export interface Ratio {
  readonly ratio: string;
  readonly capital: Capital;
  readonly statedIn: string | null;
  readonly law: readonly LawReference[];
}

/** The ratios that hold for a table: as the caller says, as the sheet states, else by law. */
export function ratiosOf(context: FillContext, table: Table): Ratio[] {
  const { options } = context;
  if (options.match.length > 0)
    return options.match.map(({ ratio, capital }) => ({ ratio, capital, statedIn: null, law: [] }));
  const stated = table.statedMatches.map(({ ratio, capital, cell }) => ({
    ratio,
    capital,
    statedIn: cellAddress(cell.row, cell.column),
    law: [],
  }));
  return stated.length > 0 ? stated : ratioByLaw(context, table);
}

/** The ratio of the province's own rules, else the band of the programme's decision for the support rate given. */
function ratioByLaw(context: FillContext, table: Table): Ratio[] {
  const answer = ratiosOfTable(context, table);
  if (answer.unknown !== null) return [];
  // Of a ratio of the province and the floor of the centre for the same money, the higher one satisfies both.
  const highestFirst = [...answer.ratios].sort((one, other) => new Decimal(other.ratio).cmp(one.ratio));
  return highestFirst.map(({ ratio, capital, law }) => ({ ratio, capital, statedIn: null, law }));
}

/** The ratio for a local column: that of its capital, else the one for all. */
export function ratioFor(ratios: readonly Ratio[], local: TableColumn): Ratio | null {
  const capital = local.effective.capital ?? 'all';
  return (
    ratios.find((ratio) => ratio.capital === capital) ??
    ratios.find((ratio) => ratio.capital === 'all') ??
    null
  );
}
