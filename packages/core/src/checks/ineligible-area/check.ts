import type { AreaRestriction } from '../../law/area-restrictions.js';
import { speaksOf } from '../../law/layer-province.js';
import type { AreaZone, LocalAreaList, OfLayer } from '../../law/layer-types.js';
import type { LawReference } from '../../report/types.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { headingPlace } from '../support/heading-place.js';
import { isLeaf } from '../support/rows.js';
import { lawDay } from '../support/subjects.js';
import type { Check, CheckContext, CheckResult } from '../types.js';
import { findingOf, gapOf } from './finding.js';
import { listedZones } from './places.js';
import { type BoundMoney, restrictionOf } from './restrictions.js';
import { PlaceReader, type Where } from './where.js';
import { joinZones, type Zones } from './zones.js';

/**
 * Money of a node that may be spent only in some communes, villages or districts, given to another. Where a place lies
 * is told by the sheet itself or by the lists of a province's rules; it is never guessed from the name.
 */
export const ineligibleArea: Check = {
  code: 'ineligible-area',
  run(context) {
    const results = context.tables.map((table) => tableResult(context, table));
    return {
      findings: results.flatMap(({ findings }) => findings),
      notChecked: results.flatMap(({ notChecked }) => notChecked),
    };
  },
};

/** Cells of one restriction with one answer; they make one finding. */
export interface Group {
  readonly restriction: AreaRestriction;
  readonly node: string;
  readonly verdict: 'outside' | 'outside-but-villages';
  readonly zones: Zones;
  /** What the sheet states, where a list says otherwise. */
  readonly stated: Zones;
  /** Articles of the lists that told it; empty where the sheet itself did. */
  readonly lists: readonly LawReference[];
  readonly rows: TableRow[];
  readonly places: Set<string>;
  readonly amounts: string[];
}

/** Money of restricted nodes whose place nobody told. */
export interface Untold {
  readonly nodes: Set<string>;
  readonly places: Set<string>;
  ambiguous: boolean;
  cell: string | null;
}

function tableResult(context: CheckContext, table: Table): CheckResult {
  const day = lawDay(context, table);
  if (day === null) return { findings: [], notChecked: [] };
  const reader = new PlaceReader(context.book, table);
  const lists = listsOf(context, table);
  const groups = new Map<string, Group>();
  const untold: Untold = { nodes: new Set(), places: new Set(), ambiguous: false, cell: null };
  for (const money of boundMoney(context, table, day)) {
    const where = reader.at(money.row, money.column);
    if (where.written === null) continue;
    const told = zonesOf(where, lists, dayOfLists(money.restriction, day));
    const verdict = verdictOf(money.restriction, told.zones, where);
    if (verdict === 'unknown') note(untold, money, where.written, told.ambiguous);
    else if (verdict !== 'inside') add(groups, money, where.written, { ...told, verdict });
  }
  return {
    findings: [...groups.values()].map((group) => findingOf(table, group)),
    notChecked: untold.cell === null ? [] : [gapOf(table, untold, lists.length > 0)],
  };
}

/** One amount of central money that is bound to an area. */
interface Money extends BoundMoney {
  readonly row: TableRow;
  readonly column: TableColumn;
}

function* boundMoney(context: CheckContext, table: Table, day: string): Generator<Money> {
  const amounts = table.columns.filter(({ role }) => role === 'amount');
  for (const row of table.rows) {
    if (!isLeaf(table, row)) continue;
    for (const column of amounts) {
      if (!isCentral(amounts, row, column)) continue;
      const bound = restrictionOf(context, table, { row, column }, day);
      if (bound !== null && isPositive(context, table, row, column)) yield { ...bound, row, column };
    }
  }
}

const cellOf = ({ row, column }: Money) => cellAddress(row.row, column.column);

function note(untold: Untold, money: Money, place: string, ambiguous: boolean): void {
  untold.nodes.add(money.node);
  untold.places.add(place);
  untold.cell ??= cellOf(money);
  untold.ambiguous ||= ambiguous;
}

function add(
  groups: Map<string, Group>,
  money: Money,
  place: string,
  answer: Pick<Group, 'verdict' | 'zones' | 'stated' | 'lists'>,
): void {
  const { restriction, node, row } = money;
  const { verdict, zones, stated, lists } = answer;
  const key = [restriction.id, node, verdict, [...zones].sort().join(), lists.length].join('|');
  const group = groups.get(key) ?? {
    ...{ restriction, node, verdict, zones, stated, lists },
    rows: [],
    places: new Set<string>(),
    amounts: [],
  };
  groups.set(key, group);
  if (group.rows.at(-1) !== row) group.rows.push(row);
  group.places.add(place);
  group.amounts.push(cellOf(money));
}

/** Central money, or where a table parts no sources, money whose source nobody names. */
function isCentral(columns: readonly TableColumn[], row: TableRow, column: TableColumn): boolean {
  const source = row.own.source ?? column.effective.source;
  if (source === 'central') return true;
  const parted = columns.some(({ effective }) => effective.source === 'central');
  return !parted && row.own.source === null && (source === null || source === 'total');
}

function isPositive({ book }: CheckContext, table: Table, row: TableRow, column: TableColumn): boolean {
  return cellAmount(book, table, row.row, column.column).value?.gt(0) === true;
}

function listsOf({ rules, book }: CheckContext, table: Table): readonly OfLayer<LocalAreaList>[] {
  return (rules.local?.areas ?? []).filter(({ layer }) =>
    speaksOf(layer.province, headingPlace(book, table).province),
  );
}

/** Money carried over is spent under the rules, and so in the areas, of its own period (TT 60/2026/TT-BTC Điều 21). */
function dayOfLists({ to }: AreaRestriction, day: string): string {
  return to !== null && day > to ? to : day;
}

interface Told {
  readonly zones: Zones;
  readonly stated: Zones;
  readonly lists: readonly LawReference[];
  readonly ambiguous: boolean;
}

/** A list of the province goes before what the sheet states of itself. */
function zonesOf(where: Where, lists: readonly OfLayer<LocalAreaList>[], day: string): Told {
  if (where.place === null || lists.length === 0)
    return { zones: where.stated, stated: where.stated, lists: [], ambiguous: false };
  const listed = listedZones(where.place, lists, day);
  return {
    zones: joinZones(listed.zones, where.stated),
    stated: where.stated,
    lists: listed.zones.size > 0 ? listed.law : [],
    ambiguous: listed.ambiguous,
  };
}

const REGIONS: readonly AreaZone[] = ['I', 'II', 'III'];

/** Outside only where every zone that would do is known not to hold; a commune may still have difficult villages. */
function verdictOf(
  { within }: AreaRestriction,
  zones: Zones,
  { place }: Where,
): Group['verdict'] | 'inside' | 'unknown' {
  if (within.some((zone) => zones.get(zone) === true)) return 'inside';
  const open = within.filter((zone) => !zones.has(zone));
  if (open.length === 0) return 'outside';
  const onlyVillages = open.every((zone) => zone === 'difficult-village');
  const regionTold = within.some((zone) => REGIONS.includes(zone) && zones.get(zone) === false);
  const isVillage = place?.level === 'village';
  return onlyVillages && regionTold && !isVillage ? 'outside-but-villages' : 'unknown';
}
