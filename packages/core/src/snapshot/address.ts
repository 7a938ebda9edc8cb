import type { Area } from './types.js';

/** Last row of a sheet. */
export const MAX_ROW = 1_048_576;
/** Last column of a sheet, XFD. */
export const MAX_COLUMN = 16_384;

/**
 * `1` → `A`, `28` → `AB`.
 *
 * @example columnName(28) // 'AB'
 */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * `A` → 1, `AB` → 28; 0 where `name` is no column of a sheet.
 *
 * @example columnNumber('AB') // 28
 */
export function columnNumber(name: string): number {
  let column = 0;
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) return 0;
    column = column * 26 + (letter - 64);
    if (column > MAX_COLUMN) return 0;
  }
  return column;
}

/**
 * `(9, 3)` → `C9`.
 *
 * @example cellAddress(9, 3) // 'C9'
 */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + row;
}

/**
 * `C9` or `$C$9` → row and column; `null` where it is no cell of a sheet.
 *
 * @example parseAddress('$C$9') // { row: 9, column: 3 }
 */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(address);
  if (!match) return null;
  const column = columnNumber(match[1]!);
  const row = Number(match[2]);
  return column === 0 || row > MAX_ROW ? null : { row, column };
}

/**
 * `B2:D9` or `B2`; corners in either order. `null` where it is no area.
 *
 * @example parseArea('D9:B2') // { top: 2, left: 2, bottom: 9, right: 4 }
 */
export function parseArea(text: string): Area | null {
  const [first, second = first, ...more] = text.split(':');
  if (more.length > 0) return null;
  const a = parseAddress(first!);
  const b = parseAddress(second!);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

/**
 * The area as `B2:D9`, one cell as `B2`.
 *
 * @example areaAddress({ top: 2, left: 2, bottom: 9, right: 4 }) // 'B2:D9'
 */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/**
 * True where the cell lies in the area.
 *
 * @example inArea({ top: 2, left: 2, bottom: 9, right: 4 }, 9, 3) // true
 */
export function inArea(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/**
 * `Dự toán` → `'Dự toán'`, as a formula must write it; plain names stay.
 *
 * @example quoteSheetName('Dự toán') // "'Dự toán'"
 */
export function quoteSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) &&
    !/^[A-Za-z]{1,3}[0-9]+$/.test(name) &&
    !/^[rc][0-9]*$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
