import { Decimal } from '../../amount/decimal.js';
import { findNorms, NORMS } from '../../law/norms.js';
import type { Norm } from '../../law/types.js';
import type { FindingData } from '../../report/types.js';
import type { Table, TableRow } from '../../sheet/types.js';
import { foldText } from '../../text/index.js';
import { makeFinding, titleAddress } from '../support/finding.js';
import { isLeaf, programmeAround } from '../support/rows.js';
import { lawDay } from '../support/subjects.js';
import type { CheckContext } from '../types.js';
import { type Share, shareOfCost, shareOfParent } from './shares.js';

/** How a sheet writes what the law bounds to a share. */
interface SharedSubject {
  /** Keys of the norms in the data; where the law parts areas, one for each. */
  readonly subjects: readonly string[];
  /** The row's folded title. */
  readonly title: RegExp;
  readonly not?: RegExp;
  /** Absent: a share of the row's own cost; else of the row above, with such a title. */
  readonly parent?: RegExp;
}

const PRODUCTION = /\b(?:san xuat|sinh ke|chuoi gia tri|lien ket|chan nuoi|trong trot|cay trong|vat nuoi)\b/;

const SUBJECTS: readonly SharedSubject[] = [
  {
    subjects: ['selection-cost'],
    title: /\bchi phi (?:khao sat )?(?:quan ly )?lua chon (?:du an|mo hinh|ke hoach|phuong an)\b/,
    parent: PRODUCTION,
  },
  {
    subjects: ['population-model-management'],
    title: /\b(?:chi )?(?:xay dung va )?quan ly mo hinh\b/,
    parent: /\bmo hinh\b.*\bdan so\b/,
  },
  {
    subjects: ['chain'],
    title: /\b(?:du an|ke hoach|mo hinh|ho tro)\b.*\b(?:lien ket|chuoi gia tri)\b/,
    not: /\bcong dong\b/,
  },
  {
    subjects: ['community'],
    title: /\bsan xuat cong dong\b|\bphat trien san xuat\b.*\bcong dong\b/,
    not: /\b(?:lien ket|chuoi)\b/,
  },
  {
    subjects: ['model-mountain', 'model-other'],
    title: /^(?:du an )?(?:xay dung )?mo hinh\b/,
    not: PRODUCTION,
  },
  { subjects: ['mechanisation'], title: /\bco gioi hoa\b/ },
  { subjects: ['ocop-shop'], title: /\bdiem (?:gioi thieu|ban)\b.*\bocop\b/ },
];

/** Money above the share of a cost that the law allows, where a row shows both; by the most that any area may have. */
export function aboveLegalShare(context: CheckContext, table: Table): FindingData[] {
  return table.rows.flatMap((row) => {
    if (!row.hasMoney || !isLeaf(table, row)) return [];
    const programme = programmeAround(table, row) ?? row.match?.programme;
    const title = foldText(row.title);
    const meant = SUBJECTS.find((one) => one.title.test(title) && !one.not?.test(title));
    if (!programme || !meant) return [];
    // A content of the programme pays for more than the support of projects; only its projects are bounded.
    if (!meant.parent && row.own.node !== null) return [];
    const norm = mostGenerous(context, programme, row, meant.subjects, lawDay(context, table));
    if (!norm) return [];
    const { parent } = meant;
    const shares = parent
      ? shareOfParent(context, table, row, (above) => parent.test(foldText(above)))
      : shareOfCost(context, table, row, norm.source === 'central' ? 'central' : 'state');
    return shares.flatMap((share) => findingOf(table, row, norm, share) ?? []);
  });
}

/** The highest share in force: which area a project lies in the sheet does not say for sure. */
function mostGenerous(
  { rules }: CheckContext,
  programme: string,
  row: TableRow,
  subjects: readonly string[],
  day: string | null,
): Norm | null {
  if (day === null) return null;
  const node = row.effective.node;
  const query = { programme, asOf: day, carriedOver: true, ...(node === null ? {} : { node }) };
  const { norms } = findNorms(query, rules.local?.norms ?? NORMS);
  return norms
    .filter((norm) => norm.kind === 'share-maximum' && norm.unit === '%' && subjects.includes(norm.subject))
    .reduce<Norm | null>(
      (best, norm) => (best === null || new Decimal(norm.value).gt(best.value) ? norm : best),
      null,
    );
}

function findingOf(table: Table, row: TableRow, norm: Norm, share: Share): FindingData | null {
  const bound = share.whole.times(norm.value).div(100);
  const excess = share.part.minus(bound);
  if (excess.lt(share.step)) return null;
  return makeFinding({
    code: 'ceiling-exceeded',
    severity: norm.law.status === 'verified' ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: [...share.partCells],
    facts: {
      basis: 'law',
      norm: norm.subject,
      title: row.title,
      titleCell: titleAddress(table, row),
      source: norm.source,
      share: norm.value,
      actualShare: share.part.div(share.whole).times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(),
      whole: share.whole.toFixed(),
      wholeCells: [...share.wholeCells],
      partCells: [...share.partCells],
    },
    expected: bound.toDecimalPlaces(share.step.decimalPlaces(), Decimal.ROUND_DOWN).toFixed(),
    found: share.part.toFixed(),
    difference: excess.toFixed(),
    unit: (row.own.unit ?? table.dimensions.unit)?.name ?? null,
    law: [norm.law],
  });
}
