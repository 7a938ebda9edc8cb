import { notCovered } from '../errors.js';
import { formatOf, type HostCell } from '../model.js';

type Wanted = Readonly<Record<string, unknown>>;

function pick(
  wanted: unknown,
  known: Readonly<Record<string, unknown>>,
  where: string,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, want] of Object.entries((wanted ?? {}) as Wanted)) {
    if (want === false || want === undefined) continue;
    if (!Object.hasOwn(known, name)) throw notCovered(`${where}.${name}`);
    const value = known[name];
    const nested = typeof want === 'object' && want !== null;
    result[name] = nested
      ? pick(want, value as Readonly<Record<string, unknown>>, `${where}.${name}`)
      : value;
  }
  return result;
}

/** One cell of `getCellProperties`: only what was asked for, in the names that were asked with. */
export function cellProperties(cell: HostCell | undefined, wanted: unknown): Record<string, unknown> {
  const format = formatOf(cell);
  const known = {
    format: {
      fill: { color: `#${format.fill ?? 'FFFFFF'}`, pattern: format.fill === null ? 'None' : 'Solid' },
      font: {
        name: format.fontName,
        bold: format.bold,
        italic: format.italic,
        size: format.fontSize,
        color: `#${format.fontColor}`,
      },
      protection: { locked: format.locked },
      horizontalAlignment: format.horizontal,
      indentLevel: format.indent,
      wrapText: format.wrap,
    },
  };
  return pick(wanted, known, 'CellProperties');
}

/** One row or column of `getRowProperties` and `getColumnProperties`. */
export function lineProperties(hidden: boolean, name: string, wanted: unknown): Record<string, unknown> {
  return pick(wanted, { [name]: hidden }, 'LineProperties');
}
