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

type Tree = { readonly [name: string]: unknown };

/** `null` in each place where the two differ. */
function agree(a: unknown, b: unknown): unknown {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b ? a : null;
  return Object.fromEntries(
    Object.entries(a as Tree).map(([name, value]) => [name, agree(value, (b as Tree)[name])]),
  );
}

/** One row or column of `getRowProperties` and `getColumnProperties`; a format that is mixed answers `null`. */
export function lineProperties(
  hidden: boolean,
  name: string,
  cells: () => readonly (HostCell | undefined)[],
  wanted: unknown,
): Record<string, unknown> {
  const { format, ...line } = wanted as { readonly format?: unknown; readonly [name: string]: unknown };
  const own = pick(line, { [name]: hidden }, 'LineProperties');
  if (!format) return own;
  const formats = cells().map((cell) => cellProperties(cell, { format }).format);
  return { ...own, format: formats.reduce(agree) };
}
