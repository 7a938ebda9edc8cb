import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { foldText } from '../../text/index.js';
import type { CheckContext } from '../types.js';
import { ancestorsOf, programmeAround } from './rows.js';

/** How a sheet writes what one norm is about. */
export interface NormSubject {
  readonly programme: string;
  readonly node: string;
  /** Key of the norm in the data. */
  readonly subject: string;
  /** The row's folded title. */
  readonly title: RegExp;
  /** What the norm counts, as a folded header writes it. */
  readonly counted: RegExp;
}

const HOUSEHOLDS =
  /^(?:so |so luong |khoi luong |quy mo |tong so )?ho(?: gia dinh)?(?: (?:duoc |thu |huong |ho tro|loi|dang ky|de nghi|thuc hien|ke hoach|kh|nam|20\d\d)+)*$|^(?:so luong|khoi luong|quy mo) (?:dvt )?ho$/;
const BOOKCASES = /^(?:so |so luong |khoi luong )?tu sach(?: cong dong)?$/;

const DTTSMN = 'dttsmn-2021-2025';
const GNBV = 'gnbv-2021-2025';

const SUBJECTS: readonly NormSubject[] = [
  {
    programme: DTTSMN,
    node: 'DA1.ND1',
    subject: 'residential-land',
    title: /\bdat o\b/,
    counted: HOUSEHOLDS,
  },
  { programme: DTTSMN, node: 'DA1.ND2', subject: 'house', title: /\bnha o\b/, counted: HOUSEHOLDS },
  {
    programme: DTTSMN,
    node: 'DA1.ND3',
    subject: 'production-land',
    title: /\bdat san xuat\b/,
    counted: HOUSEHOLDS,
  },
  {
    programme: DTTSMN,
    node: 'DA1.ND3',
    subject: 'job-change',
    title: /\bchuyen doi nghe\b/,
    counted: HOUSEHOLDS,
  },
  {
    programme: DTTSMN,
    node: 'DA1.ND4',
    subject: 'scattered-water',
    title: /\bnuoc (?:sinh hoat )?phan tan\b/,
    counted: HOUSEHOLDS,
  },
  { programme: DTTSMN, node: 'DA6', subject: 'bookcase', title: /\btu sach\b/, counted: BOOKCASES },
  {
    programme: GNBV,
    node: 'DA5',
    subject: 'house-new',
    title: /\bxay (?:dung )?moi\b|\blam (?:nha )?moi\b/,
    counted: HOUSEHOLDS,
  },
  { programme: GNBV, node: 'DA5', subject: 'house-repair', title: /\bsua chua\b/, counted: HOUSEHOLDS },
];

/** Work that is paid by other norms though its title names the same thing. */
const OTHER_WORK =
  /\b(?:quan ly|giam sat|tap huan|tuyen truyen|khao sat|ha tang|quy hoach|tin dung|vay|tai dinh cu)\b/;

/**
 * The norm that a row's title is about, or the title of the nearest row above it that is about any. A title that speaks
 * of several, “đất ở, nhà ở, đất sản xuất”, is about none.
 */
export function subjectOf(table: Table, row: TableRow): NormSubject | null {
  const programme = programmeAround(table, row) ?? row.match?.programme;
  for (const one of [row, ...ancestorsOf(table, row)]) {
    const title = foldText(one.title);
    if (!programme || !SUBJECTS.some((each) => each.programme === programme && each.title.test(title)))
      continue;
    const only = subjectNamed(programme, title);
    return only && standsUnder(table, row, only.node) ? only : null;
  }
  return null;
}

/** The one norm that a folded text is about; `null` for none, for several, and for work that other norms pay. */
export function subjectNamed(programme: string, folded: string): NormSubject | null {
  const meant = SUBJECTS.filter((each) => each.programme === programme && each.title.test(folded));
  const [only] = meant;
  return only && meant.length === 1 && !OTHER_WORK.test(folded) ? only : null;
}

/** Not where the row, or the nearest above it that names a node, belongs to another project. */
function standsUnder(table: Table, row: TableRow, node: string): boolean {
  const named = [row, ...ancestorsOf(table, row)].find((one) => one.own.node !== null);
  return !named?.own.node || named.own.node.split('.')[0] === node.split('.')[0];
}

/** The one column that counts what the norm counts; `null` with none or several. */
export function countColumn(table: Table, { counted }: NormSubject): TableColumn | null {
  const found = table.columns.filter(({ role, headerPath }) => {
    if (role !== 'quantity' && role !== 'other') return false;
    return counted.test(foldText(headerPath[headerPath.length - 1] ?? ''));
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The day whose law a table is held against; `null` where nothing tells. */
export function lawDay({ options }: CheckContext, table: Table): string | null {
  if (options.asOf !== null) return options.asOf;
  const { year } = table.dimensions;
  return table.date ?? (year === null ? null : `${year}-12-31`);
}
