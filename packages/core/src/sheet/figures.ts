import type { SheetReader } from './read-cells.js';

/**
 * The figures of a table as evidence: which sums hold in most lines. Amounts are scaled to whole numbers of
 * the finest decimal seen; a sum counts as holding within the rounding of its terms. Nothing here accuses a
 * cell: that is decided exactly by the checks.
 */
export interface Figures {
  /** Scaled figure; 0 where the cell is blank. */
  value(row: number, column: number): number;
  /** False where the cell is blank or holds no figure. */
  filled(row: number, column: number): boolean;
  readonly columns: readonly number[];
  /** Slack that rounding of `terms` figures may leave, in scaled units. */
  slack(terms: number): number;
}

const DECIMALS_AT_MOST = 6;

export function readFigures(
  reader: SheetReader,
  rows: readonly number[],
  columns: readonly number[],
): Figures {
  const width = columns.length;
  const raw = new Float64Array(rows.length * width);
  const known = new Uint8Array(rows.length * width);
  const rowIndex = new Map(rows.map((row, i) => [row, i]));
  const columnIndex = new Map(columns.map((column, i) => [column, i]));
  let decimals = 0;
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const glimpse = reader.at(row, column);
      if (glimpse.kind !== 'number') return;
      const at = r * width + c;
      raw[at] = glimpse.figure;
      known[at] = glimpse.textual && /^[-–—−.\s]*$/.test(glimpse.text) ? 0 : 1;
      decimals = Math.max(decimals, decimalsOf(glimpse.figure, decimals));
    });
  });
  const factor = 10 ** decimals;
  for (let i = 0; i < raw.length; i++) raw[i] = Math.round(raw[i]! * factor);
  const at = (row: number, column: number): number => {
    const r = rowIndex.get(row);
    const c = columnIndex.get(column);
    return r === undefined || c === undefined ? -1 : r * width + c;
  };
  return {
    value: (row, column) => raw[at(row, column)] ?? 0,
    filled: (row, column) => known[at(row, column)] === 1,
    columns,
    slack: (terms) => (decimals === 0 ? 0.5 : (terms + 1) / 2 + 0.5),
  };
}

function decimalsOf(figure: number, atLeast: number): number {
  let decimals = atLeast;
  while (decimals < DECIMALS_AT_MOST) {
    const scaled = figure * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled) * 1e-9)) break;
    decimals++;
  }
  return decimals;
}

/** How often a sum holds over lines in which both sides show a figure. */
export interface Agreement {
  readonly agree: number;
  readonly judged: number;
  /** Lines that agree and are not all zero. */
  readonly telling: number;
}

/** Share of judged lines that agree, 0 where none could be judged. */
export function share(agreement: Agreement): number {
  return agreement.judged === 0 ? 0 : agreement.agree / agreement.judged;
}

/** Judges `whole = Σ sign × part` in each line; `at` gives row and column of a line's cell. */
export function judge<Line>(
  figures: Figures,
  lines: Iterable<Line>,
  whole: (line: Line) => readonly [number, number],
  parts: readonly { readonly sign: 1 | -1; readonly at: (line: Line) => readonly [number, number] }[],
): Agreement {
  let agree = 0;
  let judged = 0;
  let telling = 0;
  const slack = figures.slack(parts.length);
  for (const line of lines) {
    const [row, column] = whole(line);
    let sum = 0;
    let filled = 0;
    for (const part of parts) {
      const [partRow, partColumn] = part.at(line);
      if (figures.filled(partRow, partColumn)) filled++;
      sum += part.sign * figures.value(partRow, partColumn);
    }
    const total = figures.value(row, column);
    if (!figures.filled(row, column) || filled === 0) continue;
    if (total === 0 && sum === 0) continue;
    judged++;
    if (Math.abs(total - sum) <= slack) {
      agree++;
      telling++;
    }
  }
  return { agree, judged, telling };
}
