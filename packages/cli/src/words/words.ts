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
}
