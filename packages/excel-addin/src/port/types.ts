import type { Edit, Severity, WorkbookSnapshot } from '@ctmtqg/core';
import type { ColumnCorrection } from '../engine/corrections.js';

/** A step that can be taken back: what it was called, when it was done, how many cells it changed. */
export interface Step {
  readonly id: number;
  readonly title: string;
  /** ISO time. */
  readonly at: string;
  readonly cells: number;
}

/** A cell to colour, with how bad what stands there is. */
export interface Mark {
  readonly sheet: string;
  readonly cell: string;
  readonly severity: Severity;
}

/** What the user told about this workbook; kept in it, so that it is there on every machine. */
export interface Memory {
  readonly programme: string | null;
  readonly year: number | null;
  /** Percent, `60`, or `null`. */
  readonly supportRate: string | null;
  /** Ratio for each capital kind, `0.15`. */
  readonly match: readonly { readonly ratio: string; readonly capital: 'all' | 'investment' | 'recurrent' }[];
  /** What columns mean, where the user knows better. */
  readonly columns: readonly ColumnCorrection[];
  readonly ignored: readonly Ignored[];
  readonly checkOnChange: boolean;
}

export interface Ignored {
  readonly key: string;
  readonly reason: string;
  /** What the finding said when it was set aside. */
  readonly message: string;
}

export const EMPTY_MEMORY: Memory = {
  programme: null,
  year: null,
  supportRate: null,
  match: [],
  columns: [],
  ignored: [],
  checkOnChange: false,
};

/** Cells of one sheet that the user has selected. */
export interface SelectedArea {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PortChange {
  readonly sheet: string | null;
  readonly address: string | null;
  /** True where another person, working in the same file, made it. */
  readonly remote: boolean;
}

/** An edit of a cell, perhaps with the name of the font that its new text is written in. */
export interface PortEdit extends Edit {
  readonly font?: string;
}

export interface ApplyRequest {
  readonly title: string;
  readonly edits: readonly PortEdit[];
  /** Cells (`Sheet!A1`) that a formula elsewhere fills: undoing makes them blank, so that it can fill them again. */
  readonly spilled?: ReadonlySet<string>;
}

/**
 * A workbook that can be read, edited and marked: the live one in Excel, or a dropped file.
 * The pane knows nothing else of either.
 */
export interface WorkbookPort {
  readonly kind: 'excel' | 'file';
  readonly name: string;
  /** Reads everything the core needs. */
  read(progress?: (done: number, of: number) => void): Promise<WorkbookSnapshot>;
  /** Applies the edits as one step; all or none. Throws {@link PortError}. */
  apply(request: ApplyRequest): Promise<Step>;
  /** Takes the last step back; `null` where there is none. `force` overwrites what was changed since. */
  undo(force?: boolean): Promise<Step | null>;
  /** Steps that can be taken back, the last first. */
  steps(): readonly Step[];
  sheetNames(): Promise<readonly string[]>;
  /** Puts values in the place of our functions, as one step; absent where the workbook cannot compute them. */
  freezeFunctions?(title: string): Promise<Step | null>;
  /** The cells that the user has selected; `null` where there are none. */
  selected(): Promise<SelectedArea | null>;
  mark(marks: readonly Mark[]): Promise<void>;
  unmark(): Promise<void>;
  /** How many cells carry our colour now. */
  marked(): number;
  select(sheet: string, cell: string): Promise<void>;
  memory(): Memory;
  remember(memory: Memory): Promise<void>;
  /** Removes undo images, marks and settings, before the file is signed and sent. */
  clearTraces(): Promise<void>;
  /** Tells of changes that were not ours; returns how to stop. */
  onChange(listener: (change: PortChange) => void): () => void;
}

export type PortErrorCode =
  | 'cell-edit'
  | 'protected-sheet'
  | 'sheet-missing'
  | 'changed-since'
  | 'merged-cell'
  | 'no-cell'
  | 'too-large'
  | 'unsupported'
  | 'unreadable-file'
  | 'cancelled'
  | 'host';

/** Why the workbook could not be read or changed; the pane says it in the user's words. */
export class PortError extends Error {
  constructor(
    readonly code: PortErrorCode,
    readonly facts: Readonly<Record<string, string>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(code, options);
    this.name = 'PortError';
  }
}
