import type { Book, CellContent, SumRelation, Table, TableColumn } from '@ctmtqg/core';
import { cellAddress, split } from '@ctmtqg/core';
import type { CellChange } from '@ctmtqg/workbook';
import Decimal from 'decimal.js';

/** Sheets whose local money, or whose sources, follow a ratio exactly: what a fill has to give back. */

const POLICY = 'largest-remainder' as const;
const ZERO = new Decimal(0);

/** Figures of a table as they shall stand, worked out here by plain addition. */
class Figures {
  private readonly wanted = new Map<string, Decimal | null>();
  /** Cells whose formula gives way; sums keep theirs. */
  private readonly forced = new Set<string>();

  constructor(
    private readonly book: Book,
    private readonly table: Table,
  ) {}

  at(row: number, column: number): Decimal | null {
    const key = `${row}:${column}`;
    if (this.wanted.has(key)) return this.wanted.get(key)!;
    const value = this.book.evaluator.value(this.table.sheet, row, column);
    return value.kind === 'number' ? value.value : null;
  }

  set(row: number, column: number, value: Decimal | null): void {
    this.wanted.set(`${row}:${column}`, value);
  }

  force(row: number, column: number, value: Decimal | null): void {
    this.forced.add(`${row}:${column}`);
    this.set(row, column, value);
  }

  /** Adds up every sum of the table anew, from the innermost outwards. */
  addUp(): void {
    const sums = this.table.sums.filter((sum) => sum.complete);
    for (let round = 0; round < 8; round++)
      for (const sum of sums) for (const line of sum.lines) this.addLine(sum, line);
  }

  private addLine(sum: SumRelation, line: number): void {
    const cell = (other: number): [number, number] => (sum.axis === 'row' ? [line, other] : [other, line]);
    const parts = sum.parts.map((part) => ({ sign: part.sign, value: this.at(...cell(part.line)) }));
    const whole = cell(sum.whole);
    if (parts.every(({ value }) => value === null) && this.at(...whole) === null) return;
    this.set(
      ...whole,
      parts.reduce((all, { sign, value }) => all.plus((value ?? ZERO).times(sign)), ZERO),
    );
  }

  changes(): CellChange[] {
    return [...this.wanted].flatMap(([key, value]) => {
      const [row = 0, column = 0] = key.split(':').map(Number);
      if (!this.forced.has(key) && this.book.evaluator.formula(this.table.sheet, row, column) !== null)
        return [];
      const content: CellContent =
        value === null ? { kind: 'blank' } : { kind: 'number', value: value.toFixed() };
      return [{ sheet: this.table.sheetName, cell: cellAddress(row, column), content }];
    });
  }
}

const isSource = (source: string) => (column: TableColumn) =>
  column.role === 'amount' && column.effective.source === source;

function leavesOf(table: Table): number[] {
  const wholes = new Set(
    table.sums.filter((sum) => sum.axis === 'column' && sum.complete).map((sum) => sum.whole),
  );
  return table.rows
    .filter((row) => !wholes.has(row.row) && row.kind !== 'grand-total' && row.kind !== 'subtotal')
    .map((row) => row.row);
}

const sameButSource = (a: TableColumn, b: TableColumn) =>
  (['capital', 'year', 'stage', 'place', 'node'] as const).every(
    (key) => a.effective[key] === b.effective[key],
  );

function decimalsOf(figures: Figures, rows: readonly number[], column: number): number {
  return Math.max(0, ...rows.map((row) => figures.at(row, column)?.decimalPlaces() ?? 0));
}

/** Local money of each line made the least that the ratio asks for, rounded up; all totals added up anew. */
export function withExactCounterpart(book: Book, tables: readonly Table[], ratio: string): CellChange[] {
  return tables.flatMap((table) => {
    const figures = new Figures(book, table);
    const rows = leavesOf(table);
    const locals = table.columns.filter(isSource('local'));
    const centrals = table.columns.filter(isSource('central'));
    for (const local of locals) {
      const alike = centrals.filter((central) => sameButSource(central, local));
      const central =
        alike.length === 1 ? alike[0] : locals.length === 1 && centrals.length === 1 ? centrals[0] : null;
      if (!central) continue;
      const decimals = decimalsOf(figures, rows, central.column);
      for (const row of rows) {
        const money = figures.at(row, central.column);
        const owed = money?.gt(0) ? money.times(ratio).toDecimalPlaces(decimals, Decimal.ROUND_CEIL) : null;
        figures.force(row, local.column, owed);
      }
    }
    figures.addUp();
    return locals.length === 0 ? [] : figures.changes();
  });
}

/** Sums "total = central + local" of a table, with nothing else in them. */
function pairs(table: Table): { whole: number; central: number; local: number }[] {
  const at = new Map(table.columns.map((column) => [column.column, column]));
  return table.sums.flatMap((sum) => {
    if (sum.axis !== 'row' || !sum.complete || sum.parts.length !== 2) return [];
    const named = (source: string) =>
      sum.parts.find(({ line }) => at.get(line)?.effective.source === source)?.line;
    const central = named('central');
    const local = named('local');
    const wholeIs = at.get(sum.whole)?.effective.source === 'total';
    return central && local && wholeIs ? [{ whole: sum.whole, central, local }] : [];
  });
}

/** The total of each line divided into central and local money by the ratio; the totals themselves become typed. */
export function withExactSources(book: Book, tables: readonly Table[], ratio: string): CellChange[] {
  return tables.flatMap((table) => {
    const figures = new Figures(book, table);
    const rows = leavesOf(table);
    const found = pairs(table);
    const typed: CellChange[] = [];
    for (const { whole, central, local } of found) {
      const step = new Decimal(10).pow(-decimalsOf(figures, rows, whole)).toFixed();
      const order = [central, local].sort((a, b) => a - b);
      for (const row of rows) {
        const total = figures.at(row, whole);
        if (!total) continue;
        const weights = new Map([
          [central, ratio],
          [local, new Decimal(1).minus(ratio).toFixed()],
        ]);
        const receivers = order.map((column) => ({ name: String(column), weight: weights.get(column)! }));
        const { parts } = split({ total: total.toFixed(), step, policy: POLICY, receivers });
        order.forEach((column, i) => {
          figures.force(row, column, total.isZero() ? null : new Decimal(parts[i]!.amount));
        });
        const content: CellContent = { kind: 'number', value: total.toFixed() };
        typed.push({ sheet: table.sheetName, cell: cellAddress(row, whole), content });
      }
    }
    figures.addUp();
    return found.length === 0 ? [] : [...figures.changes(), ...typed];
  });
}

/** Both source columns of each such sum rubbed out, in every row. */
export function withoutSources(tables: readonly Table[]): CellChange[] {
  return tables.flatMap((table) =>
    pairs(table).flatMap(({ central, local }) =>
      table.rows.flatMap(({ row }) =>
        [central, local].map((column) => ({
          sheet: table.sheetName,
          cell: cellAddress(row, column),
          content: { kind: 'blank' } as const,
        })),
      ),
    ),
  );
}

/** The same sums with headers that name kinds of capital instead of sources. */
export function withCapitalHeaders(tables: readonly Table[]): CellChange[] {
  return tables.flatMap((table) => {
    const [pair, ...others] = pairs(table);
    if (!pair || others.length > 0) return [];
    return (
      [
        [pair.central, 'Vốn đầu tư'],
        [pair.local, 'Vốn sự nghiệp'],
      ] as const
    ).flatMap(([line, text]) => {
      const at = table.columns.find(({ column }) => column === line)?.headerCell;
      return at
        ? [
            {
              sheet: table.sheetName,
              cell: cellAddress(at.row, at.column),
              content: { kind: 'text', text } as const,
            },
          ]
        : [];
    });
  });
}
