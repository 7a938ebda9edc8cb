import { Decimal } from '../../amount/decimal.js';
import type { BelowFloor, LawRatio } from '../../funding/local-ratio.js';
import type { LawReference, NotCheckedData } from '../../report/types.js';
import type { Capital, Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { ratiosOfTable } from '../support/table-ratios.js';
import type { CheckContext } from '../types.js';

/** A ratio to hold, and who asks for it. */
export interface Ratio {
  readonly ratio: Decimal;
  readonly capital: Capital;
  /** Cell that states it, or `null` where the caller gave it. */
  readonly cell: string | null;
  /** True where it follows from the central support rate, which binds the province. */
  readonly ofProvince: boolean;
  /** Name of the province's own rules that ask for it. */
  readonly layer: string | null;
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

/** A ratio that the caller gives goes before the one of the law, that before what the sheet states. */
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
      layer: null,
      law,
    }));
    return { ratios, unknown: [] };
  }
  const byLaw = ofLaw(context, table, law);
  if (supportRate !== null || byLaw.ratios.length > 0) return byLaw;
  const ratios = table.statedMatches.map(({ ratio, capital, cell }) => ({
    ratio: new Decimal(ratio),
    capital,
    cell: cellAddress(cell.row, cell.column),
    ofProvince: false,
    layer: null,
    law,
  }));
  return { ratios, unknown: [] };
}

/** By a resolution of the province where its rules were given, else by the central support rate. */
function ofLaw(context: CheckContext, table: Table, own: readonly LawReference[]): Ratios {
  const answer = ratiosOfTable(context, table);
  if (answer.unknown !== null) {
    const facts = { reason: answer.unknown, programme: table.dimensions.programme };
    return {
      ratios: [],
      unknown: [{ code: 'counterpart-not-known', sheet: table.sheetName, cell: null, facts }],
    };
  }
  return {
    ratios: answer.ratios.map((one) => ratioOf(one, own)),
    unknown: answer.belowFloor.map((one) => leftAside(table, one)),
  };
}

function ratioOf({ ratio, capital, law, layer }: LawRatio, own: readonly LawReference[]): Ratio {
  return {
    ratio: new Decimal(ratio),
    capital,
    cell: null,
    ofProvince: layer === null,
    layer,
    law: layer === null ? law : [...law, ...own],
  };
}

/** A resolution below the floor of the centre is never silent: the floor was held instead. */
function leftAside(table: Table, { rule, floor, floorLaw }: BelowFloor): NotCheckedData {
  const percent = (ratio: string) => new Decimal(ratio).times(100).toString();
  return {
    code: 'local-ratio-below-floor',
    sheet: table.sheetName,
    cell: null,
    facts: {
      ratio: percent(rule.ratio),
      capital: rule.capital,
      layer: rule.layer.name,
      instrument: rule.law.instrument,
      floor: percent(floor),
      floorInstrument: floorLaw[0]?.instrument ?? '',
      floorArticle: floorLaw[0]?.article ?? '',
    },
  };
}
