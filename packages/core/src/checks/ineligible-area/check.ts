import type { AreaRestriction } from '../../law/area-restrictions.js';
import type { AreaZone, LocalAreaList, OfLayer } from '../../law/layer-types.js';
import type { FindingData, LawReference, NotCheckedData } from '../../report/types.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { isLeaf } from '../support/rows.js';
import { lawDay } from '../support/subjects.js';
import type { Check, CheckContext } from '../types.js';
import { findingOf, gapOf } from './finding.js';
import { listedZones } from './places.js';
import { restrictionOf } from './restrictions.js';
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

function tableResult(
  context: CheckContext,
  table: Table,
): { findings: readonly FindingData[]; notChecked: readonly NotCheckedData[] } {
  const day = lawDay(context, table);
  if (day === null) return { findings: [], notChecked: [] };
  const reader = new PlaceReader(context.book, table);
  const groups = new Map<string, Group>();
  const untold: Untold = { nodes: new Set(), places: new Set(), ambiguous: false, cell: null };
  const columns = judgedColumns(table);
  for (const row of table.rows) {
    if (!isLeaf(table, row)) continue;
    for (const column of columns) {
      if (!isCentral(columns, row, column)) continue;
      const bound = restrictionOf(table, row, column, day);
      if (bound === null || !isPositive(context, table, row, column)) continue;
      const where = reader.at(row, column);
      if (where.written === null) continue;
      const { restriction } = bound;
      const told = zonesOf(where, listsOf(context), dayOfLists(restriction, day));
      const verdict = verdictOf(restriction, told.zones, where);
      const cell = cellAddress(row.row, column.column);
      if (verdict === 'unknown') {
        untold.nodes.add(bound.node);
        untold.places.add(where.written);
        untold.cell ??= cell;
        untold.ambiguous ||= told.ambiguous;
      }
      if (verdict === 'unknown' || verdict === 'inside') continue;
      const key = [
        restriction.id,
        bound.node,
        verdict,
        [...told.zones].sort().join(),
        told.lists.length,
      ].join('|');
      const group = groups.get(key) ?? {
        ...bound,
        ...told,
        verdict,
        rows: [],
        places: new Set<string>(),
        amounts: [],
      };
      groups.set(key, group);
      if (!group.rows.includes(row)) group.rows.push(row);
      group.places.add(where.written);
      group.amounts.push(cell);
    }
  }
  return {
    findings: [...groups.values()].map((group) => findingOf(table, group)),
    notChecked: untold.cell === null ? [] : [gapOf(table, untold, listsOf(context).length > 0)],
  };
}

/** Shares of one sum need no judgement of their own: central money, else money whose source nobody names. */
function judgedColumns(table: Table): readonly TableColumn[] {
  return table.columns.filter(({ role }) => role === 'amount');
}

function isCentral(columns: readonly TableColumn[], row: TableRow, column: TableColumn): boolean {
  const source = row.own.source ?? column.effective.source;
  if (source === 'central') return true;
  const parted = columns.some(({ effective }) => effective.source === 'central');
  return !parted && row.own.source === null && (source === null || source === 'total');
}

function isPositive({ book }: CheckContext, table: Table, row: TableRow, column: TableColumn): boolean {
  return cellAmount(book, table, row.row, column.column).value?.gt(0) === true;
}

function listsOf({ rules }: CheckContext): readonly OfLayer<LocalAreaList>[] {
  return rules.local?.areas ?? [];
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
