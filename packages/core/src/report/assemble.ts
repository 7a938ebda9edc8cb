import type { RuleSet } from '../rules/types.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { VERSION } from '../version.js';
import { coverage } from './coverage.js';
import { doubts, readingGaps, sheetsWithoutTable, tablesWithoutSums, unknownValues } from './gaps.js';
import { findingKeys } from './key.js';
import type { FindingMessage, Locale } from './locale.js';
import { inReadingOrder } from './order.js';
import { statusOf, unknownColumns } from './status.js';
import { reportTable } from './tables.js';
import type {
  CheckReport,
  Finding,
  FindingData,
  NotChecked,
  NotCheckedData,
  ReportAssigned,
  ReportRules,
  Severity,
} from './types.js';

export interface Assembly {
  readonly book: Book;
  readonly tables: readonly Table[];
  readonly findings: readonly FindingData[];
  /** What the checks themselves left out. */
  readonly notChecked: readonly NotCheckedData[];
  /** Figures assigned by the level above, with the cells held against them. */
  readonly assigned?: readonly ReportAssigned[];
  readonly rules: RuleSet;
  readonly locale: Locale;
  readonly workbook: string;
  readonly asOf: string | null;
  /** Names of the sheets asked for; `null`: all. */
  readonly sheets: readonly string[] | null;
}

const plain: FindingMessage = (finding) => `${finding.cell}: ${finding.code}`;

function finish(findings: readonly FindingData[], tables: readonly Table[], locale: Locale): Finding[] {
  const keys = findingKeys(findings, tables);
  return findings.map((finding, index) => ({
    key: keys[index]!,
    ...finding,
    message: (locale.findings[finding.code] ?? plain)(finding, locale.wording),
  }));
}

function withSentences(gaps: readonly NotCheckedData[], locale: Locale): NotChecked[] {
  const seen = new Set<string>();
  return gaps.flatMap((gap) => {
    const sentence = locale.notChecked(gap);
    const text = `${sentence.what}|${sentence.why}`;
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ ...gap, ...sentence }];
  });
}

/** A total, a sum that the figures do not bear out, or an amount in words was not understood. */
const OPEN_SUMS: ReadonlySet<string> = new Set([
  'total-not-understood',
  'sum-not-certain',
  'amount-with-unit',
]);

function reportRules({ version, hash, local }: RuleSet, asOf: string | null): ReportRules {
  const layers = local?.layers ?? [];
  return { version, hash, asOf, ...(layers.length > 0 ? { layers } : {}) };
}

/** Makes the report of what was understood and found. */
export function assembleReport(assembly: Assembly): CheckReport {
  const { book, tables, rules, locale } = assembly;
  const sheetNames = book.snapshot.sheets.map((sheet) => sheet.name);
  const findings = finish(inReadingOrder(assembly.findings, sheetNames), tables, locale);
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  const checked = coverage(book, tables);
  const obstacles = [...unknownColumns(book, tables), ...unknownValues(book, tables)];
  const gaps = [
    ...sheetsWithoutTable(book.snapshot, tables, assembly.sheets),
    ...tablesWithoutSums(tables),
    ...obstacles,
    ...doubts(tables),
    ...assembly.notChecked,
    ...readingGaps(book.snapshot),
  ];
  return {
    schema: 'check-report/1',
    tool: { name: 'ctmtqg', version: VERSION },
    rules: reportRules(rules, assembly.asOf),
    workbook: assembly.workbook,
    status: statusOf(counts, checked.sums, [...obstacles, ...gaps.filter((gap) => OPEN_SUMS.has(gap.code))]),
    counts,
    checked,
    tables: tables.map((table) => reportTable(table, sheetNames)),
    ...(assembly.assigned && assembly.assigned.length > 0 ? { assigned: assembly.assigned } : {}),
    findings,
    notChecked: withSentences(gaps, locale),
  };
}
