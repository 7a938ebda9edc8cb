import { type Amount, plain, quotient } from './amount.js';
import { binary, literal, ref } from './formula.js';
import { type Column, type Figure, type Row, style } from './model.js';
import type { FormulaFrame } from './table-formulas.js';

export interface Percent {
  readonly cell: Figure;
  readonly numerator: Figure;
  readonly denominator: Figure;
}

interface PercentFrame extends FormulaFrame {
  readonly byPlace: ReadonlyMap<string, Figure>;
  column(key: string): Column;
  amount(row: Row, column: Column): Amount | null;
}

/** Writes the percent cells, once all amounts stand. */
export function percentCells(frame: PercentFrame): Percent[] {
  const { spec } = frame;
  const percents: Percent[] = [];
  const top = spec.rows.find((row) => row.kind === 'grand-total');
  for (const column of spec.columns) {
    if (!column.percent) continue;
    for (const row of spec.rows) {
      if (row.silent) continue;
      const numeratorColumn = frame.column(column.percent.numerator);
      const whole = column.percent.denominator === 'grand-total';
      if (whole && !top) continue;
      const denominatorRow = whole ? (top as Row) : row;
      const denominatorColumn = whole ? numeratorColumn : frame.column(column.percent.denominator);
      const n = frame.amount(row, numeratorColumn);
      const d = frame.amount(denominatorRow, denominatorColumn);
      if (n === null || d === null || d <= 0n || (n === 0n && spec.look.zero.endsWith('dash'))) continue;
      const numerator = frame.byPlace.get(`${row.id}|${numeratorColumn.key}`) as Figure;
      const denominator = frame.byPlace.get(`${denominatorRow.id}|${denominatorColumn.key}`) as Figure;
      const at = { row: frame.rowAt.get(row.id) as number, column: frame.columnAt.get(column.key) as number };
      const figure: Figure = {
        sheet: spec.sheet.name,
        ...at,
        modelRow: row,
        modelColumn: column,
        table: undefined as never,
        formula: spec.look.formulas === 'all',
      };
      const base = style(spec.look, {
        border: spec.look.border,
        format: spec.look.fractionPercent ? '0.0%' : '0.0',
      });
      const hundred = spec.look.fractionPercent ? 1n : 100n;
      if (figure.formula) {
        const share = binary(
          '/',
          ref(numerator.row, numerator.column),
          whole
            ? { ...ref(denominator.row, denominator.column), absolute: true }
            : ref(denominator.row, denominator.column),
        );
        const expression = hundred === 1n ? share : binary('*', share, literal(100_000_000n));
        spec.sheet.put(at.row, at.column, { kind: 'formula', expression }, base);
      } else {
        spec.sheet.put(
          at.row,
          at.column,
          { kind: 'plain', text: plain(quotient(n * hundred, d, spec.look.fractionPercent ? 3 : 1)) },
          base,
        );
      }
      percents.push({ cell: figure, numerator, denominator });
    }
  }
  return percents;
}
