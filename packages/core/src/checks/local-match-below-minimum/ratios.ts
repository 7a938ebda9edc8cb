import { Decimal } from '../../amount/decimal.js';
import { counterpartRatio } from '../../funding/counterpart-rules.js';
import type { LawReference, NotCheckedData } from '../../report/types.js';
import type { Capital, Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import type { CheckContext } from '../types.js';

/** A ratio to hold, and who asks for it. */
export interface Ratio {
  readonly ratio: Decimal;
  readonly capital: Capital;
  /** Cell that states it, or `null` where the caller gave it. */
  readonly cell: string | null;
  /** True where it follows from the central support rate, which binds the province. */
  readonly ofProvince: boolean;
  readonly law: readonly LawReference[];
}

export interface Ratios {
  readonly ratios: readonly Ratio[];
  readonly unknown: readonly NotCheckedData[];
}

/** Where the law asks a locality for its counterpart, and says that the floor lies on the programme total. */
const COUNTERPART_LAW: Readonly<Record<string, LawReference>> = {
  'dttsmn-2021-2025': { instrument: '39/2021/QĐ-TTg', article: 'Điều 6', status: 'verified' },
  'gnbv-2021-2025': { instrument: '02/2022/QĐ-TTg', article: 'Điều 13', status: 'verified' },
  'ntm-2021-2025': { instrument: '07/2022/QĐ-TTg', article: 'Điều 8', status: 'verified' },
};

const LAST_YEAR_OF_OLD_PROGRAMMES = 2025;

/** A ratio that the caller gives goes before the one of the support rate, that before what the sheet states. */
export function ratiosOf(context: CheckContext, table: Table): Ratios {
  const { match, supportRate } = context.options;
  const own = COUNTERPART_LAW[table.dimensions.programme ?? ''];
  const law = own ? [own] : [];
  if (match.length > 0) {
    const ratios = match.map(({ ratio, capital }) => ({
      ratio: new Decimal(ratio),
      capital,
      cell: null,
      ofProvince: false,
      law,
    }));
    return { ratios, unknown: [] };
  }
  if (supportRate !== null) return ofSupportRate(context, table, supportRate);
  const ratios = table.statedMatches.map(({ ratio, capital, cell }) => ({
    ratio: new Decimal(ratio),
    capital,
    cell: cellAddress(cell.row, cell.column),
    ofProvince: false,
    law,
  }));
  return { ratios, unknown: [] };
}

function ofSupportRate({ rules, options }: CheckContext, table: Table, supportRate: string): Ratios {
  const { programme, year, place } = table.dimensions;
  const gap = (reason: string): Ratios => ({
    ratios: [],
    unknown: [
      { code: 'counterpart-not-known', sheet: table.sheetName, cell: null, facts: { reason, programme } },
    ],
  });
  if (programme === null) return gap('no-programme');
  if (year === null) return gap('no-year');
  const province = place?.replace(/^(?:tỉnh|thành phố)\s+/i, '');
  const answer = counterpartRatio(rules.counterpart ?? [], {
    programme,
    year,
    supportRate,
    carriedOver: year > LAST_YEAR_OF_OLD_PROGRAMMES,
    ...(options.asOf === null ? {} : { asOf: options.asOf }),
    ...(province === undefined ? {} : { province }),
  });
  if (answer.kind === 'unknown') return gap(answer.reason);
  const ratio: Ratio = {
    ratio: new Decimal(answer.ratio),
    capital: 'all',
    cell: null,
    ofProvince: true,
    law: answer.law,
  };
  return { ratios: [ratio], unknown: [] };
}
