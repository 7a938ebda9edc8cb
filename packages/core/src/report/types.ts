import type { LayerInUse } from '../law/layer-types.js';
import type { Capital, ColumnRole, Evidence, RowKind, Source, Stage } from '../sheet/types.js';

/** What the officer risks: the sheet is wrong, provably; look here; good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Codes never change meaning and are never reused. */
export const FINDING_CODES = [
  'row-total-mismatch',
  'subtotal-mismatch',
  'grand-total-mismatch',
  'child-exceeds-total',
  'cross-sheet-mismatch',
  'percent-mismatch',
  'rounding-residue',
  'displayed-total-mismatch',
  'words-mismatch',
  'formula-range-misses-row',
  'formula-counts-twice',
  'hard-coded-total',
  'wrong-reference',
  'stale-cache',
  'formula-error',
  'text-number',
  'ambiguous-number',
  'negative-amount',
  'sign-error',
  'unit-scale-error',
  'duplicate-row',
  'wrong-project-number',
  'project-not-in-programme',
  'unknown-title',
  'wrong-period',
  'ineligible-capital-kind',
  'local-match-below-minimum',
  'norm-exceeded',
  'ceiling-exceeded',
  'unallocated-balance',
  'ineligible-beneficiary',
  'ineligible-area',
] as const;
/** Code of a finding; see {@link FINDING_CODES}. */
export type FindingCode = (typeof FINDING_CODES)[number];

/** A cell by the names that a person uses. */
export interface CellName {
  readonly sheet: string;
  readonly cell: string;
}

/** Where a statement of law comes from. */
export interface LawReference {
  readonly instrument: string;
  readonly article: string;
  readonly status: 'verified' | 'unverified';
}

/** What a cell held or shall hold. A formula begins with `=`; `null` is an empty cell. Amounts are decimal strings. */
export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: string | null };

/** One edit: where, what was there, what shall be there. Undo is the list of edits turned round. */
export interface Edit {
  readonly sheet: string;
  readonly cell: string;
  readonly before: CellContent;
  readonly after: CellContent;
  /** Number format to set with the content; absent: leave it. */
  readonly numberFormat?: string;
}

/** A repair as data; nothing is changed until somebody applies it. */
export interface Fix {
  /** The sheet itself proves the one right value, or no figure shown changes. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** A fact of a finding. Amounts are decimal strings in the sheet's unit. */
export type FactValue = string | number | boolean | null | readonly string[];

/** A finding without a sentence; sentences are made by a locale from its code and facts. */
export interface FindingData {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** The cell named; the first of `cells`. */
  readonly cell: string;
  readonly cells: readonly string[];
  readonly count: number;
  /** Cells of which one is wrong, where the figures do not say which. */
  readonly candidates: readonly CellName[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly expected: string | null;
  readonly found: string | null;
  readonly difference: string | null;
  /** Unit of expected, found and difference, `triệu đồng`, `%`, or `null`. */
  readonly unit: string | null;
  readonly law: readonly LawReference[];
  readonly consequences: readonly CellName[];
  readonly fix: Fix | null;
}

/** A finding as the report shows it: with its sentence and a key that can be remembered. */
export interface Finding extends FindingData {
  /** Survives moved rows, so that "ignore" can remember it. */
  readonly key: string;
  readonly message: string;
}

/** What was left out, without a sentence: a stable code, the place, facts. */
export interface NotCheckedData {
  readonly code: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** What was left out, in the language asked for: what, and why. */
export interface NotChecked extends NotCheckedData {
  readonly what: string;
  readonly why: string;
}

/** A column as understood. `source`, `capital`, `year` and `stage` stand on columns of role `amount` only. */
export interface ReportColumn {
  readonly column: string;
  readonly role: ColumnRole;
  readonly header: readonly string[];
  readonly source?: Source;
  readonly capital?: Capital;
  readonly year?: number | null;
  readonly stage?: Stage;
  readonly unit?: string;
  readonly programme?: string;
  readonly node?: string;
  readonly place?: string;
}

/** A row as understood; `parent` is the number of the row above it in the tree. */
export interface ReportRow {
  readonly row: number;
  readonly kind: RowKind;
  readonly level: number;
  readonly programme: string | null;
  readonly node: string | null;
  readonly parent: number | null;
  readonly title: string;
}

/** One sum: the whole, its parts, what proves it, and whether the breakdown is shown complete. */
export interface ReportRelation {
  readonly whole: string;
  /** A1 cells or areas; a leading `-` where the part is subtracted. */
  readonly parts: readonly string[];
  readonly complete: boolean;
  readonly evidence: Evidence;
}

/** A table as understood; `scale` is how many đồng one unit is. */
export interface ReportTable {
  readonly sheet: string;
  readonly range: string;
  readonly headerRange: string;
  readonly unit: string | null;
  readonly scale: number | null;
  readonly programme: string | null;
  readonly year: number | null;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly relations: readonly ReportRelation[];
}

/** A figure that the level above assigned: where it was read, what it is for, and the cells held against it. */
export interface ReportAssigned {
  /** Given by the caller, read from the caller's second workbook or from a sheet named for it, or found in the sheet itself. */
  readonly origin: 'option' | 'file' | 'sheet' | 'heading' | 'row' | 'column';
  /** Name of the second workbook; `null` where the figure stands in the workbook checked or was given by hand. */
  readonly workbook: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly programme: string | null;
  readonly node: string | null;
  readonly place: string | null;
  readonly source: Source | null;
  readonly capital: Capital | null;
  readonly year: number | null;
  /** Decimal string in `unit`; `null` for a column of figures. */
  readonly amount: string | null;
  /** `null`: the unit of the sheet. */
  readonly unit: string | null;
  /** Cells of the workbook checked; empty where it could not be compared, which `notChecked` explains. */
  readonly comparedWith: readonly CellName[];
}

/** The verdict: see `docs/reading-sheets.md`. */
export type ReportStatus = 'clean' | 'findings' | 'incomplete';

/** The law that a report went by. */
export interface ReportRules {
  readonly version: string;
  readonly hash: string;
  readonly asOf: string | null;
  /** The province's own rules that were laid upon it, the strongest first; absent where none was given. */
  readonly layers?: readonly LayerInUse[];
}

/** The report of one workbook; its JSON Schema is `docs/schema/check-report-1.json`. */
export interface CheckReport {
  readonly schema: 'check-report/1';
  readonly tool: { readonly name: 'ctmtqg'; readonly version: string };
  readonly rules: ReportRules;
  readonly workbook: string;
  readonly status: ReportStatus;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly checked: { readonly cells: number; readonly sums: number; readonly rows: number };
  readonly tables: readonly ReportTable[];
  /** Figures assigned by the level above; absent where there were none. */
  readonly assigned?: readonly ReportAssigned[];
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}
