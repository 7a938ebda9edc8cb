import type { Evaluator } from '../formula/types.js';
import type { ReadColumn } from './columns.js';
import type { Figures } from './figures.js';
import type { SheetReader } from './read-cells.js';
import type { PercentRelation } from './types.js';

interface Shares {
  /** Column of the numerator and of the denominator; `total`: the denominator stands in that row. */
  readonly numerator: number;
  readonly denominator: number;
  readonly totalRow: number | null;
}

export interface PercentInput {
  readonly reader: SheetReader;
  readonly evaluator: Evaluator;
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly number[];
  readonly figures: Figures;
  /** Rows that may be the whole of a "Tỷ trọng" column. */
  readonly totalRows: readonly number[];
}

const MOST_PAIRS = 400;

/** Finds what each percent column compares: the reading that most of its rows bear out. */
export function findPercents(input: PercentInput): PercentRelation[] {
  return input.columns
    .filter((entry) => entry.column.role === 'percent')
    .flatMap((entry) => percentColumn(input, entry.column.column));
}

interface Cell {
  readonly row: number;
  readonly figure: number;
  readonly formula: boolean;
}

function percentColumn(input: PercentInput, column: number): PercentRelation[] {
  const cells = input.rows.flatMap((row): Cell[] => {
    const glimpse = input.reader.at(row, column);
    return glimpse.kind === 'number' && glimpse.figure !== 0
      ? [{ row, figure: glimpse.figure, formula: glimpse.formula }]
      : [];
  });
  if (cells.length < 2) return [];
  const times = scaleOf(input, column, cells);
  const amounts = input.figures.columns;
  const candidates: Shares[] = [];
  for (const numerator of amounts) {
    for (const totalRow of input.totalRows) candidates.push({ numerator, denominator: numerator, totalRow });
    for (const denominator of amounts)
      if (numerator !== denominator) candidates.push({ numerator, denominator, totalRow: null });
    if (candidates.length > MOST_PAIRS) break;
  }
  const sample = cells.slice(0, 60);
  let best: { shares: Shares; hits: number; judged: number } | null = null;
  for (const shares of candidates) {
    let hits = 0;
    let judged = 0;
    let telling = 0;
    for (const cell of sample) {
      const expected = ratioOf(input.figures, shares, cell.row);
      if (expected === null) continue;
      judged++;
      if (!agrees(cell.figure, expected * times)) continue;
      hits++;
      if (Math.abs(expected - 1) > 1e-9) telling++;
    }
    if (telling >= 2 && hits * 10 >= judged * 6 && (!best || hits / judged > best.hits / best.judged))
      best = { shares, hits, judged };
  }
  if (!best) return [];
  const { shares } = best;
  return cells
    .filter((cell) => ratioOf(input.figures, shares, cell.row) !== null)
    .map((cell) => ({
      percent: { sheet: input.reader.sheet, row: cell.row, column },
      numerator: { sheet: input.reader.sheet, row: cell.row, column: shares.numerator },
      denominator: {
        sheet: input.reader.sheet,
        row: shares.totalRow ?? cell.row,
        column: shares.denominator,
      },
      times,
      evidence: cell.formula ? ('formula' as const) : ('figures' as const),
    }));
}

/** 1 where cells hold shares shown as percent (`0%`), 100 where they hold the percent itself. */
function scaleOf(input: PercentInput, column: number, cells: readonly Cell[]): 1 | 100 {
  const format = input.reader.style(cells[0]!.row, column).numberFormat;
  if (format.includes('%')) return 1;
  const textual = input.reader.at(cells[0]!.row, column).textual;
  if (textual)
    return input.reader.at(cells[0]!.row, column).text.includes('%') &&
      cells.every((cell) => Math.abs(cell.figure) <= 2)
      ? 1
      : 100;
  return cells.every((cell) => Math.abs(cell.figure) <= 1.5) ? 1 : 100;
}

function ratioOf(figures: Figures, shares: Shares, row: number): number | null {
  const whole = shares.totalRow ?? row;
  if (!figures.filled(row, shares.numerator) || !figures.filled(whole, shares.denominator)) return null;
  const denominator = figures.value(whole, shares.denominator);
  return denominator === 0 ? null : figures.value(row, shares.numerator) / denominator;
}

/** As evidence only: equal to the digits written. */
function agrees(figure: number, expected: number): boolean {
  const text = String(figure);
  const decimals =
    text.includes('.') && !text.includes('e') ? Math.min(text.length - text.indexOf('.') - 1, 8) : 0;
  return Math.abs(figure - expected) <= 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(expected));
}
