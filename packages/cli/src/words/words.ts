import type { ColumnRole } from '@ctmtqg/core';

/** What the terminal and the printed report say around the findings, in one language. */
export interface ReportWords {
  readonly language: 'vi' | 'en';
  readonly title: string;
  readonly verdict: {
    clean(sums: number, cells: number): string;
    findings(errors: number, warnings: number): string;
    readonly incomplete: string;
    readonly alsoIncomplete: string;
  };
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly roles: Readonly<Record<ColumnRole, string>>;
  readonly sources: Readonly<Record<string, string>>;
  readonly capitals: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
  readonly status: Readonly<Record<'verified' | 'unverified', string>>;
  readonly sheet: string;
  readonly table: string;
  readonly year: string;
  readonly noUnit: string;
  readonly noProgramme: string;
  readonly understood: string;
  readonly columns: string;
  readonly checked: (cells: number, sums: number, rows: number) => string;
  readonly rules: (version: string, asOf: string | null) => string;
  readonly found: string;
  readonly expected: string;
  readonly difference: string;
  readonly law: string;
  readonly candidates: string;
  readonly consequences: string;
  readonly more: (count: number) => string;
  readonly fix: string;
  readonly fixNeedsYou: string;
  readonly notChecked: string;
  readonly nothingLeftOut: string;
  readonly noFindings: string;
  readonly file: string;
  readonly summary: string;
  /** The verdict in a word or two, for the summary of several files. */
  readonly statusShort: Readonly<Record<'clean' | 'findings' | 'incomplete' | 'unusable', string>>;
  readonly written: (what: string, path: string) => string;
  readonly chart: string;
  readonly moreRows: (count: number) => string;
  readonly findingNumber: string;
  readonly findings: string;
  readonly cell: string;
  readonly row: string;
  readonly unit: string;
  readonly programme: string;
  readonly blank: string;
  readonly allCells: (count: number) => string;
  readonly hidden: (rows: number, columns: number) => string;
  readonly leftOut: (from: number, to: number, count: number) => string;
  readonly folded: (from: number, to: number, count: number) => string;
  readonly noTable: string;
  readonly notCheckedTitle: string;
  readonly tool: (version: string) => string;
  readonly fingerprint: string;
  readonly signatures: string;
  readonly checkedBy: string;
  readonly preparedBy: string;
  readonly signHere: string;
  readonly htmlReport: string;
  readonly annotatedCopy: string;
  readonly basis: string;
}
