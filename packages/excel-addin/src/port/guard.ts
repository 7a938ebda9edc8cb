import { type Edit, inArea, isLocked, locate, parseAddress, type WorkbookSnapshot } from '@ctmtqg/core';
import { PortError } from './types.js';

/** Where an edit goes: the cell's place, and its index among the filled cells (-1 where it is empty). */
export interface Target<One extends Edit> {
  readonly edit: One;
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly index: number;
}

function refuse(code: 'protected-sheet' | 'sheet-missing' | 'merged-cell', edit: Edit): PortError {
  return new PortError(code, { sheet: edit.sheet, cell: edit.cell });
}

/**
 * The places of the edits. Refuses, before anything is written, what Excel would refuse half way:
 * locked cells of a protected sheet, and cells inside a merged area.
 */
export function targetsOf<One extends Edit>(
  snapshot: WorkbookSnapshot,
  edits: readonly One[],
): Target<One>[] {
  return edits.map((edit) => {
    const sheet = snapshot.sheets.findIndex((one) => one.name === edit.sheet);
    const found = snapshot.sheets[sheet];
    const at = parseAddress(edit.cell);
    if (!found || !at) throw refuse('sheet-missing', edit);
    const index = locate(found).find(at.row, at.column);
    if (isLocked(snapshot, sheet, at.row, at.column)) throw refuse('protected-sheet', edit);
    const merge = found.merges.find((area) => inArea(area, at.row, at.column));
    if (merge && (merge.top !== at.row || merge.left !== at.column)) throw refuse('merged-cell', edit);
    return { edit, sheet, ...at, index };
  });
}
