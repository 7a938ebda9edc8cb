import { type LawRatios, ratiosByLaw } from '../../funding/local-ratio.js';
import type { Table } from '../../sheet/types.js';
import type { CheckContext } from '../types.js';
import { headingPlace } from './heading-place.js';
import { lawDay } from './subjects.js';

const LAST_YEAR_OF_OLD_PROGRAMMES = 2025;

/** The counterpart ratios that the law asks of a table, or what the sheet would have to name. Checks and fills share it. */
export function ratiosOfTable(
  context: CheckContext,
  table: Table,
): LawRatios | { readonly unknown: 'no-programme' | 'no-year' } {
  const { rules, options, book } = context;
  const { programme, year } = table.dimensions;
  if (programme === null) return { unknown: 'no-programme' };
  if (year === null) return { unknown: 'no-year' };
  const { province } = headingPlace(book, table);
  return ratiosByLaw(rules, {
    programme,
    year,
    day: lawDay(context, table) ?? `${year}-12-31`,
    supportRate: options.supportRate,
    // Money of 2021–2025 in a later year was carried over, under its old rules (TT 60/2026/TT-BTC Điều 21).
    carriedOver: year > LAST_YEAR_OF_OLD_PROGRAMMES,
    ...(options.asOf === null ? {} : { asOf: options.asOf }),
    ...(province === null ? {} : { province }),
  });
}
