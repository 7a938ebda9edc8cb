import { inArea } from './address.js';
import { locate } from './locate.js';
import type { WorkbookSnapshot } from './types.js';

/**
 * True where a cell must not be edited: its sheet is protected, and it is not one of the cells left open there. Ask it
 * before you write.
 *
 * @param sheet index of the sheet in the snapshot; row and column counted from 1
 * @example isLocked(buildSnapshot([{ name: 'S', cells: { A1: 1 }, protected: true }]), 0, 1, 1) // true
 */
export function isLocked(snapshot: WorkbookSnapshot, sheet: number, row: number, column: number): boolean {
  const own = snapshot.sheets[sheet]!;
  if (!own.protected) return false;
  const index = locate(own).find(row, column);
  if (index >= 0) return snapshot.styles[own.cells.styles[index]!]?.locked ?? true;
  return !(own.unlocked ?? []).some((area) => inArea(area, row, column));
}
