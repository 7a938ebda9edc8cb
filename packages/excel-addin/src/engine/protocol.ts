import type { CheckReport, WorkbookSnapshot } from '@ctmtqg/core';
import type { NewSheet } from '@ctmtqg/workbook';
import type { FunctionError, Value } from '../functions/answers.js';
import type { Addition } from '../port/additions.js';
import type { Memory, PortEdit, SelectedArea } from '../port/types.js';
import type { DivideAsk, Division, DivisionPlace } from './division.js';
import type { CaseAsk, SupportBrief, Verdict } from './eligibility.js';
import type { FillKind, FillOutcome, FillWish } from './fill.js';
import type { ListAnswer, ListAsk } from './household-list.js';
import type { CounterpartAnswer, NormsAnswer } from './lookups.js';
import type { Overview } from './overview.js';
import type { ResultAsk } from './result-sheet.js';
import type { TemplateAsk } from './template.js';

export type Language = 'vi' | 'en';

export interface CheckWish {
  readonly workbook: string;
  readonly language: Language;
  readonly memory: Memory;
}

export interface Outcome {
  readonly report: CheckReport;
  readonly overview: Overview;
}

/** A programme as the lookup shows it. */
export interface ProgrammeBrief {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly from: number;
  readonly to: number;
  readonly law: readonly string[];
  readonly nodes: readonly NodeBrief[];
}

export interface NodeBrief {
  readonly code: string;
  readonly depth: number;
  readonly label: string;
  readonly title: string;
  readonly verified: boolean;
  /** The law sets norms for it. */
  readonly norms: boolean;
  readonly capital: readonly ('investment' | 'recurrent')[];
}

/** A cell of the sheet view of the page without Excel. */
export interface ViewCell {
  readonly text: string;
  readonly number: boolean;
  readonly bold: boolean;
  readonly formula: boolean;
}

/** Rows `from`…`to` of a sheet, as they are shown. */
export interface ViewRows {
  readonly from: number;
  readonly rows: readonly (readonly (ViewCell | null)[])[];
}

export interface ViewSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Pictures or charts stand on it, which the view does not draw. */
  readonly drawing: boolean;
  /** Widths in characters. */
  readonly widths: readonly number[];
}

/** The open file after it was opened or changed. */
export interface FileState {
  readonly sheets: readonly ViewSheet[];
}

/** What the pane asks of the worker, by name: argument and answer. */
export interface Calls {
  /** One call of a custom function. */
  compute: {
    ask: { name: string; args: readonly unknown[] };
    answer:
      | { readonly value: Value | Value[][] }
      | { readonly error: { readonly code: FunctionError['code']; readonly message: string } };
  };
  supports: { ask: { language: Language }; answer: readonly SupportBrief[] };
  decide: { ask: CaseAsk; answer: Verdict };
  counterpart: {
    ask: { programme: string; year: number; supportRate: string; central: string | null };
    answer: CounterpartAnswer;
  };
  norms: { ask: { programme: string; node: string; asOf: string; language: Language }; answer: NormsAnswer };
  template: { ask: TemplateAsk; answer: readonly NewSheet[] };
  /** Answers the bytes of an `.xlsx` file. */
  newWorkbook: { ask: { sheets: readonly NewSheet[] }; answer: Uint8Array };
  programmes: { ask: Record<string, never>; answer: readonly ProgrammeBrief[] };
  check: { ask: { snapshot: WorkbookSnapshot; wish: CheckWish }; answer: Outcome };
  fillKinds: { ask: { language: Language }; answer: readonly FillKind[] };
  planFill: { ask: { snapshot: WorkbookSnapshot; wish: FillWish }; answer: FillOutcome };
  planFillInFile: { ask: { wish: FillWish }; answer: FillOutcome };
  openFile: { ask: { bytes: Uint8Array }; answer: FileState & { readonly kept: string | null } };
  /** Keeps in the file what the user told about it; `null` removes it. */
  keepInFile: { ask: { text: string | null }; answer: null };
  checkFile: { ask: { wish: CheckWish }; answer: Outcome };
  /** Answers the sheets as they are then, and how many cells changed. */
  applyToFile: { ask: { edits: readonly PortEdit[] }; answer: FileState };
  /** `snapshot` is `null` where the open file is meant. */
  householdList: { ask: { snapshot: WorkbookSnapshot | null; wish: ListAsk }; answer: ListAnswer };
  divisionPlace: {
    ask: { snapshot: WorkbookSnapshot | null; wish: { selection: SelectedArea; memory: Memory } };
    answer: DivisionPlace;
  };
  divide: { ask: DivideAsk; answer: Division };
  resultSheet: { ask: ResultAsk; answer: NewSheet };
  addToFile: { ask: { addition: Addition }; answer: FileState };
  undoInFile: { ask: Record<string, never>; answer: FileState };
  saveFile: { ask: Record<string, never>; answer: Uint8Array };
  view: { ask: { sheet: string; from: number; to: number }; answer: ViewRows };
}

export type CallName = keyof Calls;

export type Ask = {
  [Name in CallName]: { readonly id: number; readonly call: Name; readonly ask: Calls[Name]['ask'] };
}[CallName];

export type Answer =
  | { readonly id: number; readonly answer: unknown }
  | {
      readonly id: number;
      readonly error: { readonly code: string; readonly facts: Record<string, string> };
    };
