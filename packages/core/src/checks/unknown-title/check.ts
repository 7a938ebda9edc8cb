import { programmesNamed, titleIndexOf } from '../../programmes/index.js';
import type { FindingData, NotCheckedData } from '../../report/types.js';
import type { NodeLevel } from '../../rules/types.js';
import type { RowKind, Table, TableRow } from '../../sheet/types.js';
import { foldText } from '../../text/index.js';
import { collapse, makeFinding, titleAddress } from '../support/finding.js';
import { ancestorsOf, programmeAround, rowLookup } from '../support/rows.js';
import type { Check, CheckContext } from '../types.js';

/** Levels at which the catalogue of a programme is complete; below them a missing title proves nothing. */
const COMPLETE: Readonly<Record<string, readonly NodeLevel[]>> = {
  'dttsmn-2021-2025': ['project', 'sub-project'],
  'gnbv-2021-2025': ['project', 'sub-project'],
  'ntm-2021-2025': ['project'],
  'ctmtqg-2026-2035': ['component', 'project'],
};

const FEWEST_SIBLINGS = 3;
/** Beside a row that calls itself a project, `Dự án 9: …`, one recognised neighbour is enough. */
const FEWEST_BESIDE_A_CLAIM = 1;
const FITTING_SHARE = 0.6;
const FITS = 0.4;
const MAY_BE_PROJECT: readonly RowKind[] = [
  'component',
  'project',
  'sub-project',
  'content',
  'item',
  'section',
  'work',
];

/** Words of rows that stand between projects and are none. */
const NO_PROJECT =
  /^(?:von|nguon|kinh phi|chi phi|du phong|chua phan bo|con lai|khac|cac|trong do|tong|cong|ngan sach|nstw|nsdp|dau tu phat trien|su nghiep|quan ly|chi (?:khac|quan ly|thuong xuyen|dau tu|su nghiep|phuc vu|hanh chinh)|tiet kiem|xa|phuong|thi tran|huyen|thi xa|tp|thanh pho|tinh|thon|ban|xom|to dan pho|khoi|so|phong|ban|trung tam|truong|ubnd|uy ban|cong an|hoi|doan|mat tran|bo chi huy)(?: |$)/;

/**
 * A row with money among projects of the catalogue whose title is none of them. Asked only where the catalogue is
 * complete and most neighbours on the same level were recognised.
 */
export const unknownTitle: Check = {
  code: 'unknown-title',
  run(context) {
    const all: FindingData[] = [];
    const notChecked: NotCheckedData[] = [];
    for (const table of context.tables) {
      const findings: FindingData[] = [];
      for (const row of table.rows) {
        const programme = programmeAround(table, row);
        if (programme === null || !isAskable(table, row) || !standsAmongProjects(table, row, programme))
          continue;
        const named = programmesNamed(context.rules, row.title)[0];
        if (named?.explicit) {
          if (named.programme === null) notChecked.push(otherProgramme(table, row, named.title));
        } else if (row.match === null && !isKnown(context, table, row, programme))
          findings.push(findingOf(context, table, row, programme));
      }
      all.push(...collapse(findings));
    }
    return { findings: all, notChecked };
  },
};

function isAskable(table: Table, row: TableRow): boolean {
  if (!row.hasMoney || !MAY_BE_PROJECT.includes(row.kind)) return false;
  const folded = foldText(row.title);
  if (folded.split(' ').length < 3 || NO_PROJECT.test(folded)) return false;
  return !ancestorsOf(table, row).some((above) => above.kind === 'place' || above.kind === 'agency');
}

interface Siblings {
  readonly all: number;
  readonly byProgramme: ReadonlyMap<
    string,
    { readonly count: number; readonly levels: ReadonlySet<NodeLevel | null> }
  >;
}

const siblings = new WeakMap<Table, Map<number | null, Siblings>>();

/** How many rows stand under one parent, and how many of them each programme knows; counted once for each parent. */
function siblingsUnder(table: Table, parent: number | null): Siblings {
  let known = siblings.get(table);
  if (!known) {
    known = new Map();
    siblings.set(table, known);
  }
  const counted = known.get(parent);
  if (counted) return counted;
  const rows = (rowLookup(table).children.get(parent) ?? []).filter(
    (one) => one.kind !== 'of-which' && one.kind !== 'grand-total' && one.kind !== 'subtotal',
  );
  const byProgramme = new Map<string, { count: number; levels: Set<NodeLevel | null> }>();
  for (const { match } of rows) {
    if (!match) continue;
    const tally = byProgramme.get(match.programme) ?? { count: 0, levels: new Set() };
    tally.count += 1;
    tally.levels.add(levelOf(match.node));
    byProgramme.set(match.programme, tally);
  }
  const result = { all: rows.length, byProgramme };
  known.set(parent, result);
  return result;
}

function standsAmongProjects(table: Table, row: TableRow, programme: string): boolean {
  const { all, byProgramme } = siblingsUnder(table, row.parent);
  const fitting = byProgramme.get(programme);
  const claims = row.written.some(({ level }) => level === 'project' || level === 'sub-project');
  const fewest = claims ? FEWEST_BESIDE_A_CLAIM : FEWEST_SIBLINGS;
  if (!fitting || fitting.count < fewest || fitting.count < FITTING_SHARE * (all - 1)) return false;
  const complete = COMPLETE[programme] ?? [];
  return [...fitting.levels].every((level) => level !== null && complete.includes(level));
}

/** `DA4.TDA1` → sub-project. */
function levelOf(node: string): NodeLevel | null {
  const mark = /([A-Z]+)\d+$/.exec(node)?.[1];
  if (mark === 'DA' || mark === 'NDTP') return 'project';
  if (mark === 'TDA') return 'sub-project';
  return mark === 'HP' ? 'component' : null;
}

function isKnown(context: CheckContext, table: Table, row: TableRow, programme: string): boolean {
  const parent = ancestorsOf(table, row).find((above) => above.match !== null)?.match?.node ?? null;
  return titleIndexOf(context.rules)
    .match(row.title, { programme, parentNode: parent })
    .some((match) => match.score >= FITS && !match.byNumber);
}

function findingOf(context: CheckContext, table: Table, row: TableRow, id: string): FindingData {
  const programme = context.rules.programmes.find((one) => one.id === id);
  return makeFinding({
    code: 'unknown-title',
    severity: 'warning',
    sheet: table.sheetName,
    cells: [titleAddress(table, row)],
    facts: { title: row.title, programme: id, programmeName: programme?.short ?? id },
    found: row.title,
    law: programme?.law.slice(0, 2).reverse().slice(0, 1) ?? [],
  });
}

function otherProgramme(table: Table, row: TableRow, title: string): NotCheckedData {
  return {
    code: 'other-programme-row',
    sheet: table.sheetName,
    cell: titleAddress(table, row),
    facts: { programmeName: title },
  };
}
