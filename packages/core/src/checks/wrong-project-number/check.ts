import {
  isCompared,
  type LevelMark,
  parseTitle,
  pathOf,
  stepOf,
  type TitleMatch,
  titleIndexOf,
} from '../../programmes/index.js';
import type { FindingData } from '../../report/types.js';
import type { ProgrammeNode, RuleSet } from '../../rules/types.js';
import type { Table } from '../../sheet/types.js';
import { collapse, makeFinding, titleAddress } from '../support/finding.js';
import { headerCells } from '../support/headers.js';
import { programmeAround, rowLookup } from '../support/rows.js';
import { candidatesOf, isCertain, type NodeOfTitle, nodeOfMatch } from '../support/titles.js';
import type { Check, CheckContext } from '../types.js';
import { renumberEdit } from './renumber.js';

/** How far the node that the number names must stay behind the node that the words name. */
const CLEAR_LEAD = 0.15;

/**
 * The number a title claims for itself is not the number of the node that its words name:
 * "Dự án 6: Chăm sóc sức khỏe Nhân dân…" is Dự án 7. Rows and column headers alike.
 * Nothing is said where the number alone names the node, and nothing of row labels (STT).
 */
export const wrongProjectNumber: Check = {
  code: 'wrong-project-number',
  run: (context) => ({
    findings: context.tables.flatMap((table) => [
      ...collapse(rowFindings(context, table)),
      ...headerFindings(context, table),
      ...collapse(groupFindings(context, table)),
    ]),
    notChecked: [],
  }),
};

interface WrongNumber {
  readonly mark: LevelMark;
  readonly written: string;
  readonly step: ProgrammeNode;
}

function rowFindings(context: CheckContext, table: Table): FindingData[] {
  const findings: FindingData[] = [];
  for (const row of table.rows) {
    if (row.written.length === 0 || row.title === '') continue;
    const matches = candidatesOf(context.rules, table, row);
    const named = certainNode(context.rules, matches);
    if (!named) continue;
    const wrong = wrongNumberOf(row.title, named, matches);
    if (wrong) findings.push(findingOf(context, table, titleAddress(table, row), row.title, named, wrong));
  }
  return findings;
}

function headerFindings(context: CheckContext, table: Table): FindingData[] {
  const findings: FindingData[] = [];
  const index = titleIndexOf(context.rules);
  for (const header of headerCells(context.book, table)) {
    if (index.written(header.text).length === 0) continue;
    const matches = index.match(header.text, { programme: table.dimensions.programme });
    const named = certainNode(context.rules, matches);
    const wrong = named && wrongNumberOf(header.text, named, matches);
    if (named && wrong) findings.push(findingOf(context, table, header.address, header.text, named, wrong));
  }
  return findings;
}

function certainNode(rules: RuleSet, matches: readonly TitleMatch[]): NodeOfTitle | null {
  const [best] = matches;
  return isCertain(best) ? nodeOfMatch(rules, best) : null;
}

function wrongNumberOf(
  title: string,
  named: NodeOfTitle,
  matches: readonly TitleMatch[],
): WrongNumber | null {
  const path = pathOf(named.programme, named.node);
  for (const segment of parseTitle(title).segments) {
    const [written, ...more] = segment.numbers;
    if (!segment.mark || written === undefined || more.length > 0) continue;
    const step = stepOf(path, segment.mark);
    if (!step || step.number === '' || !isCompared(step, segment.mark) || step.number === written) continue;
    return isRivalled(named, written, step, matches) ? null : { mark: segment.mark, written, step };
  }
  return null;
}

/** The node that the number names fits the words nearly as well: then nobody can be accused. */
function isRivalled(
  named: NodeOfTitle,
  written: string,
  step: ProgrammeNode,
  matches: readonly TitleMatch[],
): boolean {
  if (named.match.strength === 'exact' || step !== named.node) return false;
  const claimed = named.programme.nodes.find(
    (node) => node.parent === step.parent && node.number === written,
  );
  const rival = matches.find(
    (match) => match.programme === named.programme.id && match.node === claimed?.code,
  );
  return rival !== undefined && named.match.score - rival.score < CLEAR_LEAD;
}

function findingOf(
  context: CheckContext,
  table: Table,
  address: string,
  title: string,
  named: NodeOfTitle,
  wrong: WrongNumber,
): FindingData {
  const { step } = wrong;
  // Localities number the contents of a project as they please; only "Nội dung số 02" claims the programme's number.
  const claims = wrong.mark !== 'ND' || /nội\s*dung\s*(?:thành\s*phần\s*)?số/iu.test(title);
  const certain = claims && step.titleStatus === 'verified' && step.numberStatus !== 'unverified';
  const edit = renumberEdit(context.book, table.sheet, address, wrong.mark, wrong.written, step.number);
  return makeFinding({
    code: 'wrong-project-number',
    severity: certain ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: [address],
    facts: {
      writtenNumber: wrong.written,
      label: step.label,
      node: named.node.code,
      step: step.code,
      programme: named.programme.id,
      programmeName: named.programme.short,
      officialTitle: step.title,
      title,
    },
    expected: step.number,
    found: wrong.written,
    law: step.law,
    fix: edit ? { safe: named.match.strength === 'exact' && certain, edits: [edit] } : null,
  });
}

/**
 * A group row that bears only a number, over rows whose words all belong to another project: either the number of
 * the group is wrong or its rows stand in the wrong place.
 */
function groupFindings(context: CheckContext, table: Table): FindingData[] {
  const findings: FindingData[] = [];
  const { children } = rowLookup(table);
  for (const row of table.rows) {
    const group = row.match;
    if (!group || row.written.length !== 1 || group.programme !== programmeAround(table, row)) continue;
    const own = nodeOfMatch(context.rules, candidatesOf(context.rules, table, row)[0]);
    if (!own?.match.byNumber) continue;
    const below = (children.get(row.row) ?? []).flatMap((child) => {
      const named = certainNode(
        context.rules,
        titleIndexOf(context.rules).match(child.title, { programme: group.programme }),
      );
      return named ? [{ child, named }] : [];
    });
    const parents = new Set(below.map(({ named }) => `${named.programme.id}/${named.node.parent}`));
    const [first] = below;
    if (!first || parents.size !== 1 || first.named.programme !== own.programme) continue;
    const above = own.programme.nodes.find((node) => node.code === first.named.node.parent);
    const [written] = row.written;
    if (!above || !written || above.level !== own.node.level || above.number === own.node.number) continue;
    const wrong: WrongNumber = { mark: markOf(above), written: written.number, step: above };
    const finding = findingOf(
      context,
      table,
      titleAddress(table, row),
      row.title,
      { ...own, node: above },
      wrong,
    );
    const places = [row, ...below.map(({ child }) => child)].map((one) => ({
      sheet: table.sheetName,
      cell: titleAddress(table, one),
    }));
    findings.push({
      ...finding,
      candidates: below.length > 1 ? [] : places,
      fix: below.length > 1 ? finding.fix : null,
    });
  }
  return findings;
}

function markOf(node: ProgrammeNode): LevelMark {
  return (/([A-Z]+)\d+$/.exec(node.code)?.[1] ?? 'DA') as LevelMark;
}
