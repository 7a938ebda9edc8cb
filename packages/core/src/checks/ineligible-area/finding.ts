import type { AreaZone } from '../../law/layer-types.js';
import type { FindingData, NotCheckedData, Severity } from '../../report/types.js';
import type { Table } from '../../sheet/types.js';
import { makeFinding, titleAddress } from '../support/finding.js';
import type { Group, Untold } from './check.js';
import type { Zones } from './zones.js';

/** What is known of the region of a commune: `I`, `II`, `III`, `none` outside the area, `not-III`, or nothing. */
function regionOf(zones: Zones): string | null {
  const regions: readonly AreaZone[] = ['I', 'II', 'III'];
  const own = regions.find((zone) => zones.get(zone) === true);
  if (own) return own;
  if (regions.every((zone) => zones.get(zone) === false)) return 'none';
  return zones.get('III') === false ? 'not-III' : null;
}

/** Certain only where no village of the commune and no exception of the law could make it right. */
function severityOf({ verdict, restriction, lists }: Group): Severity {
  const read = restriction.law.status === 'verified' && lists.every(({ status }) => status === 'verified');
  return verdict === 'outside' && restriction.exceptions.length === 0 && read ? 'error' : 'warning';
}

/** One finding for all cells of a table that break one restriction in one way. */
export function findingOf(table: Table, group: Group): FindingData {
  const { restriction, node, zones, stated, lists, rows, places, amounts, verdict } = group;
  const titles = rows.map((row) => titleAddress(table, row));
  const region = regionOf(zones);
  const statedRegion = regionOf(stated);
  return makeFinding({
    code: 'ineligible-area',
    severity: severityOf(group),
    sheet: table.sheetName,
    cells: [...titles, ...amounts],
    count: places.size,
    facts: {
      node,
      restriction: restriction.id,
      places: [...places],
      amounts,
      region,
      stated: lists.length > 0 && statedRegion !== region ? statedRegion : null,
      listed: lists[0] === undefined ? null : [lists[0].article, lists[0].instrument].join(', '),
      within: [...restriction.within],
      villages: verdict === 'outside-but-villages',
      exceptions: restriction.exceptions.map(({ text }) => text.vi),
      exceptionsEnglish: restriction.exceptions.map(({ text }) => text.en),
    },
    law: [restriction.law, ...lists],
  });
}

/** Where nobody says in which area a place lies, nothing is guessed. */
export function gapOf(
  table: Table,
  { nodes, places, ambiguous, cell }: Untold,
  hasLists: boolean,
): NotCheckedData {
  return {
    code: 'area-not-known',
    sheet: table.sheetName,
    cell,
    facts: {
      nodes: [...nodes],
      places: places.size,
      place: [...places][0] ?? '',
      reason: ambiguous ? 'ambiguous' : hasLists ? 'not-listed' : 'no-list',
    },
  };
}
