import { HostError } from '../errors.js';
import type { HostBook, HostSheet } from '../model.js';
import type { HostObject } from './host-object.js';

/** A change as the host tells it to listeners. */
export interface HostChange {
  readonly sheet: HostSheet;
  readonly address: string;
}

/** What every object of the host reaches: the workbook, and what a write sets in motion. */
export interface HostContext {
  readonly book: HostBook;
  readonly locale: string;
  /** The object of a sheet, for a range that is asked for its own. */
  worksheetOf(sheet: HostSheet): HostObject;
  /** Adds the sheets of an `.xlsx` file in base64; answers their ids. */
  insertFile(file: string): string[];
  /** Called after cells were written; tells listeners unless events are off. */
  changed(change: HostChange): void;
  listen(event: 'changed' | 'selection' | 'added' | 'deleted', on: boolean): void;
  /** The person types in a cell: every write is refused, as Excel does. */
  readonly editingCell: boolean;
  /** Keeps Excel quiet until the request ends. */
  suspend(what: 'calculation' | 'screen'): void;
  /** A cell or its format is about to be written. */
  writing(): void;
}

/** Refuses writing while a cell is being edited, or on a protected sheet where a cell is locked. */
export function mayWrite(context: HostContext, sheet: HostSheet, lockedCell: boolean): void {
  context.writing();
  if (context.editingCell) {
    throw new HostError(
      'InvalidOperationInCellEditMode',
      'Excel is in cell-editing mode. Please exit the edit mode.',
    );
  }
  if (sheet.protected && lockedCell) {
    throw new HostError(
      'AccessDenied',
      'You cannot perform the requested operation: the sheet is protected.',
    );
  }
}
