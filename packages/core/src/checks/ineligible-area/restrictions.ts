import { AREA_RESTRICTIONS, type AreaRestriction } from '../../law/area-restrictions.js';
import { inForce } from '../../law/dated.js';
import { titleIndexOf } from '../../programmes/index.js';
import type { RuleSet } from '../../rules/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { textCells } from '../support/headers.js';
import { ancestorsOf, programmeAround } from '../support/rows.js';
import { isCertain } from '../support/titles.js';
import type { CheckContext } from '../types.js';

/** Which money of a table is bound to an area, and to which. */
export interface BoundMoney {
  readonly restriction: AreaRestriction;
  readonly node: string;
}

const NONE: readonly AreaRestriction[] = [];
const BY_NODE: ReadonlyMap<string, readonly AreaRestriction[]> = byNode();

function byNode(): ReadonlyMap<string, readonly AreaRestriction[]> {
  const map = new Map<string, AreaRestriction[]>();
  for (const one of AREA_RESTRICTIONS) {
    for (const node of one.nodes) {
      const key = `${one.programme}/${node}`;
      map.set(key, [...(map.get(key) ?? []), one]);
    }
  }
  return map;
}

/** The restriction that holds for the money of one cell; `null` where there is none, or the title takes it out. */
export function restrictionOf(
  context: CheckContext,
  table: Table,
  { row, column }: { readonly row: TableRow; readonly column: TableColumn },
  day: string,
): BoundMoney | null {
  const named = namedNode(table, row, column) ?? headingNode(context, table, row);
  if (named === null) return null;
  const own = (BY_NODE.get(`${named.programme}/${named.node}`) ?? NONE).filter((one) =>
    inForce(one, { asOf: day, carriedOver: one.to !== null && day > one.to }),
  );
  if (own.length === 0) return null;
  const restriction = spokenOf(own, named.titles);
  if (restriction === null) return null;
  const taken = restriction.exceptions.some(({ words }) =>
    named.titles.some((title) => speaks(title, words)),
  );
  return taken ? null : { restriction, node: named.node };
}

interface Named {
  readonly programme: string;
  readonly node: string;
  /** Titles from the cell up to the node, the nearest first. */
  readonly titles: readonly string[];
}

/** The node that the row or one above it names beyond doubt, else the one of the column. */
function namedNode(table: Table, row: TableRow, column: TableColumn): Named | null {
  const ofRow = rowNode(table, row);
  if (ofRow !== 'none') return ofRow && { ...ofRow, titles: [...column.headerPath, ...ofRow.titles] };
  const { node, programme } = column.effective;
  if (node === null || column.match?.strength === 'weak') return null;
  const around = programme ?? programmeAround(table, row);
  const titles = [...column.headerPath, row.title, ...ancestorsOf(table, row).map(({ title }) => title)];
  return around === null ? null : { programme: around, node, titles };
}

/** Where neither rows nor columns name a node, the one whose official title stands above the table. */
function headingNode({ book, rules }: CheckContext, table: Table, row: TableRow): Named | null {
  const programme = programmeAround(table, row);
  if (programme === null || rowNode(table, row) !== 'none') return null;
  const known = headingNodes.get(table);
  const node = known === undefined ? titledNode(book, rules, table, programme) : known;
  headingNodes.set(table, node);
  if (node === null) return null;
  return { programme, node, titles: [row.title, ...ancestorsOf(table, row).map(({ title }) => title)] };
}

const headingNodes = new WeakMap<Table, string | null>();
const HEADING_LINES = 8;

function titledNode(book: Book, rules: RuleSet, table: Table, programme: string): string | null {
  const { top } = table.headerRange;
  const area = { top: Math.max(1, top - HEADING_LINES), bottom: top - 1, left: 1, right: table.range.right };
  const nodes = textCells(book, table.sheet, area).flatMap(({ text }) => {
    const [match] = titleIndexOf(rules).match(text.replace(/^\(|\)$/g, ''), { programme, parentNode: null });
    return isCertain(match) && match.programme === programme ? [match.node] : [];
  });
  const deepest = nodes.reduce((deep, node) => (node.length > deep.length ? node : deep), '');
  const oneLine = nodes.every((node) => node === deepest || deepest.startsWith(`${node}.`));
  return deepest !== '' && oneLine ? deepest : null;
}

const rowNodes = new WeakMap<TableRow, Named | null | 'none'>();

/** Asked for each cell of a row, found once; `none`: no row names a node, `null`: only by a weak match. */
function rowNode(table: Table, row: TableRow): Named | null | 'none' {
  const known = rowNodes.get(row);
  if (known !== undefined) return known;
  const found = findRowNode(table, row);
  rowNodes.set(row, found);
  return found;
}

function findRowNode(table: Table, row: TableRow): Named | null | 'none' {
  const titles: string[] = [];
  for (const one of [row, ...ancestorsOf(table, row)]) {
    titles.push(one.title);
    if (one.own.node === null) continue;
    const programme = one.own.programme ?? programmeAround(table, row);
    const sure = programme !== null && one.match?.strength !== 'weak';
    return sure ? { programme, node: one.own.node, titles } : null;
  }
  return 'none';
}

/** The nearest title that speaks of some restriction decides; of several at once, none. */
function spokenOf(own: readonly AreaRestriction[], titles: readonly string[]): AreaRestriction | null {
  const worded = own.filter(({ words }) => words !== undefined);
  for (const title of titles) {
    const spoken = worded.filter(({ words }) => words !== undefined && speaks(title, words));
    if (spoken.length > 0) return spoken.length === 1 ? (spoken[0] ?? null) : null;
  }
  return own.find(({ words }) => words === undefined) ?? null;
}

/** Whole words with their accents: “chợ” is a market, “cho” is not. */
function speaks(title: string, words: readonly string[]): boolean {
  const text = title.normalize('NFC').toLowerCase();
  return words.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
    }
    return false;
  });
}

const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);
