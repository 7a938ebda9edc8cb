import { columnName, columnNumber, MAX_COLUMN, MAX_ROW } from '@ctmtqg/core';

/** One part of a shared formula: text that stays, or a coordinate that may move. */
type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly corners: readonly Corner[] };

/** `$C$9`, or a bare column or row of `C:D`, `9:14`. A missing line is 0. */
interface Corner {
  readonly column: number;
  readonly columnAbsolute: boolean;
  readonly row: number;
  readonly rowAbsolute: boolean;
}

/** Strings, quoted sheet names and bracketed parts are passed over; then references that no name or call follows. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|(?<![\p{L}\p{N}_.\\$])(?:(\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})(?::(\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}))?|(\$?[A-Za-z]{1,3}):(\$?[A-Za-z]{1,3})|(\$?[1-9]\d{0,6}):(\$?[1-9]\d{0,6}))(?![\p{L}\p{N}_.\\(!])|[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*/gu;

/**
 * A shared formula, taken apart once and written for each of its cells: the tokens are the same, only relative
 * references move.
 */
export class FormulaTemplate {
  private readonly pieces: Piece[] = [];
  /** Cells of a group mostly stand below one another: columns are written once for each shift. */
  private shift = Number.NaN;
  private columnTexts: (string | null)[][] = [];

  constructor(text: string) {
    let literal = 0;
    for (const match of text.matchAll(TOKEN)) {
      const written = match.slice(1).filter((group) => group !== undefined);
      const corners = written.map(readCorner);
      if (written.length === 0 || corners.includes(null)) continue;
      this.pieces.push({ kind: 'text', text: text.slice(literal, match.index) });
      this.pieces.push({ kind: 'reference', corners: corners as Corner[] });
      literal = match.index + match[0].length;
    }
    this.pieces.push({ kind: 'text', text: text.slice(literal) });
  }

  /** The formula as it stands `rows` below and `columns` to the right of where it was written. */
  at(rows: number, columns: number): string {
    if (columns !== this.shift) {
      this.shift = columns;
      this.columnTexts = this.pieces.map((piece) =>
        piece.kind === 'text' ? [] : columnTexts(piece.corners, columns),
      );
    }
    // Joined, not added up: a string that was added up keeps all its parts in memory.
    return this.pieces
      .map((piece, i) =>
        piece.kind === 'text' ? piece.text : movedReference(piece.corners, rows, this.columnTexts[i]!),
      )
      .join('');
  }
}

/** Columns of the corners as they are written after the move; `null` where one left the sheet. */
function columnTexts(corners: readonly Corner[], columns: number): (string | null)[] {
  return corners.map(({ column, columnAbsolute }) => {
    if (column === 0) return '';
    const moved = columnAbsolute ? column : column + columns;
    if (moved < 1 || moved > MAX_COLUMN) return null;
    return (columnAbsolute ? '$' : '') + columnName(moved);
  });
}

/** The formula moved; relative references that leave the sheet become `#REF!`. */
export function shiftFormula(text: string, rows: number, columns: number): string {
  return new FormulaTemplate(text).at(rows, columns);
}

function readCorner(text: string): Corner | null {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  if (!match) return null;
  const [, first, letters = '', second, digits = ''] = match;
  const column = letters === '' ? 0 : columnNumber(letters);
  const row = digits === '' ? 0 : Number(digits);
  if ((letters !== '' && column === 0) || row > MAX_ROW) return null;
  return {
    column,
    columnAbsolute: letters !== '' && first === '$',
    row,
    rowAbsolute: (letters === '' ? first : second) === '$',
  };
}

function movedReference(
  corners: readonly Corner[],
  rows: number,
  columns: readonly (string | null)[],
): string {
  let text = '';
  for (let i = 0; i < corners.length; i++) {
    const { row, rowAbsolute } = corners[i]!;
    const column = columns[i]!;
    const moved = rowAbsolute || row === 0 ? row : row + rows;
    if (column === null || (row !== 0 && (moved < 1 || moved > MAX_ROW))) return '#REF!';
    if (i > 0) text += ':';
    text += column;
    if (moved > 0) text += rowAbsolute ? `$${moved}` : moved;
  }
  return text;
}
