import type { Area } from '@ctmtqg/core';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a selection was begun, and where it ends now. */
export interface Selection {
  readonly anchor: Place;
  readonly head: Place;
}

/** The cells between both ends. */
export function selectionTo({ anchor, head }: Selection): Area {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const PAGE = 20;

/** Where a key leads from a cell; `null` for keys that do not move. */
export function movedBy(
  { key, ctrlKey, altKey, metaKey }: Key,
  { row, column }: Place,
  sheet: { readonly rows: number; readonly columns: number },
): Place | null {
  if (altKey || metaKey) return null;
  const far = ctrlKey ? Number.MAX_SAFE_INTEGER : 1;
  const moves: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + far, column },
    ArrowUp: { row: row - far, column },
    ArrowRight: { row, column: column + far },
    ArrowLeft: { row, column: column - far },
    PageDown: { row: row + PAGE, column },
    PageUp: { row: row - PAGE, column },
    Home: { row: ctrlKey ? 1 : row, column: 1 },
    End: { row: ctrlKey ? sheet.rows : row, column: sheet.columns },
  };
  const next = moves[key];
  if (!next) return null;
  const within = (value: number, most: number) => Math.max(1, Math.min(most, value));
  return { row: within(next.row, sheet.rows), column: within(next.column, sheet.columns) };
}
