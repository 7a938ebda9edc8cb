import { compileEligibility, type EligibilityEngine } from '../../eligibility/engine.js';
import type { Decision } from '../../eligibility/types.js';
import type { FindingData } from '../../report/types.js';
import type { RuleSet } from '../../rules/types.js';
import type { Table, TableRow } from '../../sheet/types.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { foldText } from '../../text/index.js';
import { makeFinding, titleAddress } from '../support/finding.js';
import { isLeaf } from '../support/rows.js';
import { lawDay, subjectOf } from '../support/subjects.js';
import type { Check, CheckContext } from '../types.js';

/** Central money for a group of households that every support of that content leaves out. */
export const ineligibleBeneficiary: Check = {
  code: 'ineligible-beneficiary',
  run: (context) => ({
    findings: context.tables.flatMap((table) => tableFindings(context, table)),
    notChecked: [],
  }),
};

const engines = new WeakMap<RuleSet, EligibilityEngine>();

function engineOf(rules: RuleSet): EligibilityEngine | null {
  const known = engines.get(rules);
  if (known !== undefined) return known;
  if (rules.eligibility === undefined) return null;
  const made = compileEligibility(rules.eligibility);
  engines.set(rules, made);
  return made;
}

function tableFindings(context: CheckContext, table: Table): FindingData[] {
  const asOf = lawDay(context, table);
  if (asOf === null) return [];
  const found: FindingData[] = [];
  for (const row of table.rows) {
    const group = isLeaf(table, row) ? groupNamed(row.title) : null;
    if (group === null || !hasCentralMoney(context, table, row)) continue;
    const subject = subjectOf(table, row);
    const engine = subject && engineOf(context.rules);
    if (!subject || !engine) continue;
    const { programme, node } = subject;
    const decisions = engine.decide({ programme, node, asOf, facts: { 'household.poverty': group.poverty } });
    const finding = refusal(table, row, group, decisions);
    if (finding !== null) found.push(finding);
  }
  return found;
}

interface Group {
  readonly poverty: string;
  /** As the finding calls it. */
  readonly name: string;
}

const GROUPS: readonly (Group & { readonly words: RegExp })[] = [
  { poverty: 'near-poor', name: 'hộ cận nghèo', words: /\bcan ngheo\b/ },
  { poverty: 'newly-escaped', name: 'hộ mới thoát nghèo', words: /\b(?:moi )?thoat ngheo\b/ },
  {
    poverty: 'none',
    name: 'hộ không nghèo',
    words: /\bho (?:gia dinh )?(?:kha|giau|khong ngheo|co muc song trung binh|trung binh)\b/,
  },
  { poverty: 'poor', name: 'hộ nghèo', words: /(?<!can )(?<!thoat )(?<!khong )(?<!giam )\bngheo\b/ },
];

/** The one group of households that a title names; several, or none, decide nothing. */
function groupNamed(title: string): Group | null {
  const folded = foldText(title);
  const named = GROUPS.filter(({ words }) => words.test(folded));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** What a locality or others pay of their own is not bound by the programme's groups. */
function hasCentralMoney(context: CheckContext, table: Table, row: TableRow): boolean {
  return table.columns.some((column) => {
    const source = row.own.source ?? column.effective.source;
    if (column.role !== 'amount' || source !== 'central') return false;
    const { value } = cellAmount(context.book, table, row.row, column.column);
    return value?.gt(0) === true;
  });
}

/** Only where all supports of the content say no; a warning where one of them rests on an article not read. */
function refusal(
  table: Table,
  row: TableRow,
  { poverty, name }: Group,
  decisions: readonly Decision[],
): FindingData | null {
  const [first] = decisions;
  if (first === undefined || decisions.some((one) => one.decision !== 'not-eligible')) return null;
  const sure = decisions.every(({ status }) => status === 'verified');
  const against = first.conditions.find((line) => line.outcome === 'not-met');
  if (against === undefined) return null;
  const law = first.conditions.find(({ fact }) => fact === 'household.poverty')?.law ?? against.law;
  return makeFinding({
    code: 'ineligible-beneficiary',
    severity: sure ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: [titleAddress(table, row)],
    facts: {
      group: name,
      poverty,
      title: row.title,
      node: first.node,
      support: first.name?.vi ?? '',
      supportEnglish: first.name?.en ?? '',
    },
    law: [sure ? law : { ...law, status: 'unverified' }],
  });
}
