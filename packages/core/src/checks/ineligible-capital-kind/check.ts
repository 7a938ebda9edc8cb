import { capitalKindsOf, findNode, findProgramme } from '../../programmes/index.js';
import type { FindingData, LawReference } from '../../report/types.js';
import type { CapitalKind, Programme, ProgrammeNode } from '../../rules/types.js';
import type { Capital, Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { foldText } from '../../text/index.js';
import { makeFinding, titleAddress, unitAt } from '../support/finding.js';
import { ancestorsOf, isLeaf, programmeAround } from '../support/rows.js';
import type { Check, CheckContext } from '../types.js';

/** Money of a capital kind that the node does not have: a warning where the kind is only not listed, an error where the law excludes it. */
export const ineligibleCapitalKind: Check = {
  code: 'ineligible-capital-kind',
  run: (context) => ({
    findings: context.tables.flatMap((table) => tableFindings(context, table)),
    notChecked: [],
  }),
};

interface Misplaced {
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly node: ProgrammeNode;
  readonly programme: Programme;
  readonly capital: CapitalKind;
  readonly amount: string;
}

function tableFindings(context: CheckContext, table: Table): FindingData[] {
  const columns = detailColumns(table);
  const saysKind =
    table.columns.some((column) => isKind(column.effective.capital)) ||
    table.rows.some((row) => isKind(row.own.capital));
  if (!saysKind) return [];
  const groups = new Map<string, Misplaced[]>();
  for (const row of table.rows) {
    if (!isLeaf(table, row)) continue;
    for (const one of misplacedIn(context, table, row, columns)) {
      const key = `${one.programme.id}/${one.node.code}/${one.capital}/${isWorkList(row) ? 'works' : row.row}`;
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return [...groups.values()].map((group) => findingOf(table, group));
}

/** Hundreds of works under one project are one finding, not hundreds. */
function isWorkList(row: TableRow): boolean {
  return row.match === null;
}

function isKind(capital: Capital | null): capital is CapitalKind {
  return capital === 'investment' || capital === 'recurrent';
}

/** Amount columns that are no sum of others of the same capital kind, and not the locality's own money. */
function detailColumns(table: Table): TableColumn[] {
  const byColumn = new Map(table.columns.map((column) => [column.column, column]));
  const wholes = new Set(
    table.sums
      .filter((sum) => sum.axis === 'row' && sum.kind !== 'of-which')
      .filter((sum) => {
        const own = byColumn.get(sum.whole)?.effective.capital;
        return sum.parts.some(({ line }) => byColumn.get(line)?.effective.capital === own);
      })
      .map((sum) => sum.whole),
  );
  return table.columns.filter(
    (column) => column.role === 'amount' && !wholes.has(column.column) && !isLocal(column.effective.source),
  );
}

/** What a locality adds from its own budget is its own affair. */
function isLocal(source: string | null): boolean {
  return source !== null && !['central', 'total'].includes(source);
}

function misplacedIn(
  context: CheckContext,
  table: Table,
  row: TableRow,
  columns: readonly TableColumn[],
): Misplaced[] {
  const found: Misplaced[] = [];
  if (isLocal(row.own.source)) return found;
  const around = capitalAround(table, row);
  for (const column of columns) {
    const capital = [column.own.capital, around, column.effective.capital].find(isKind);
    if (!capital) continue;
    const place = nodeAt(context, table, row, column);
    if (!place) continue;
    const allowed = capitalKindsOf(place.programme, place.node);
    if (allowed.length === 0 || allowed.includes(capital)) continue;
    const { value } = cellAmount(context.book, table, row.row, column.column);
    if (value && !value.isZero()) found.push({ row, column, ...place, capital, amount: value.toString() });
  }
  return found;
}

/** Rows that call themselves money of a kind; "Đầu tư phát triển nhóm dân tộc…" is a project, no kind of money. */
const NAMES_CAPITAL =
  /^(?:von|kinh phi|chi|nguon|su nghiep|thuong xuyen|dau tu phat trien$|dau tu$|dtpt)(?: |$)/;

/** The kind of money that the row or a heading above it names. */
function capitalAround(table: Table, row: TableRow): Capital | null {
  for (const one of [row, ...ancestorsOf(table, row)]) {
    if (one.own.capital !== null && NAMES_CAPITAL.test(foldText(one.title))) return one.own.capital;
  }
  return null;
}

function nodeAt(
  context: CheckContext,
  table: Table,
  row: TableRow,
  column: TableColumn,
): { programme: Programme; node: ProgrammeNode } | null {
  if (row.match?.strength === 'weak' || column.match?.strength === 'weak') return null;
  const code = row.own.node ?? column.own.node ?? row.effective.node ?? table.dimensions.node;
  const id = row.match?.programme ?? column.match?.programme ?? programmeAround(table, row);
  const programme = id === null ? undefined : findProgramme(context.rules.programmes, id);
  const node = programme && code !== null ? findNode(programme, code) : undefined;
  return programme && node ? { programme, node } : null;
}

function findingOf(table: Table, group: readonly Misplaced[]): FindingData {
  const first = group[0] as Misplaced;
  const { node, programme, capital } = first;
  const allowed = capitalKindsOf(programme, node);
  const excluded = node.capitalExcluded.includes(capital) && node.capitalStatus === 'verified';
  const law: LawReference[] = node.law.map((reference) =>
    excluded ? reference : { ...reference, status: 'unverified' as const },
  );
  return makeFinding({
    code: 'ineligible-capital-kind',
    severity: excluded ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: group.map((one) => cellAddress(one.row.row, one.column.column)),
    count: group.length,
    facts: {
      node: node.code,
      officialTitle: node.title,
      programme: programme.id,
      programmeName: programme.short,
      capital,
      allowed,
      excluded,
      title: first.row.title,
      titleCell: titleAddress(table, first.row),
    },
    found: first.amount,
    unit: unitAt(table, first.row, first.column)?.name ?? null,
    law,
  });
}
