import type { Decimal } from '../../amount/decimal.js';
import { type AmountReading, readAmount } from '../../amount/index.js';
import type { Override } from '../../formula/types.js';
import type { CellName } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { CellKind, locate } from '../../snapshot/index.js';

/** A text that reads as an amount, in a cell of money. */
export interface TextAmount {
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly address: string;
  /** As the file stores it. */
  readonly raw: string;
  readonly reading: AmountReading;
}

/** Texts of one column that read as amounts, and how many real numbers stand beside them. */
export interface ColumnTexts {
  readonly column: TableColumn;
  readonly texts: readonly TextAmount[];
  /** Cells with a typed number. */
  readonly numbers: number;
  readonly formulas: number;
}

/** Words, dashes and blanks are no amounts; a formula's text is the formula's affair. */
export function textAmounts(book: Book, table: Table): ColumnTexts[] {
  const sheet = book.snapshot.sheets[table.sheet];
  if (!sheet) return [];
  const { cells } = sheet;
  const at = locate(sheet);
  return table.columns
    .filter((column) => column.role === 'amount')
    .map((column) => {
      const texts: TextAmount[] = [];
      let numbers = 0;
      let formulas = 0;
      for (const row of table.rows) {
        const cell = at.find(row.row, column.column);
        if (cell < 0) continue;
        const kind = cells.kinds[cell];
        if (kind !== CellKind.text && kind !== CellKind.number) continue;
        if (book.evaluator.formula(table.sheet, row.row, column.column) !== null) {
          formulas += 1;
          continue;
        }
        if (kind === CellKind.number) {
          numbers += 1;
          continue;
        }
        const text = book.text(table.sheet, row.row, column.column);
        const reading = /\d/.test(text) ? readAmount(text, table.numberHabit) : null;
        if (!reading || reading.kind === 'none') continue;
        const raw = sheet.texts[cells.numbers[cell] ?? -1] ?? text;
        texts.push({ row, column, address: cellAddress(row.row, column.column), raw, reading });
      }
      return { column, texts, numbers, formulas };
    });
}

/** A text with the number that it spells. */
export interface ReadText extends TextAmount {
  readonly value: Decimal;
  /** True where it may spell another number as well. */
  readonly twofold: boolean;
}

/** The number of a text; of two readings the first. */
export function readText(text: TextAmount): ReadText | null {
  const { reading } = text;
  if (reading.kind === 'amount') return { ...text, value: reading.value, twofold: false };
  const first = reading.kind === 'ambiguous' ? reading.readings[0] : undefined;
  return first ? { ...text, value: first.value, twofold: true } : null;
}

const MOST_ASKED = 50;

/** Formula cells whose result changes when the texts become the numbers that they spell: these pass them over. */
export function skippedBy(book: Book, table: Table, group: readonly ReadText[]): CellName[] {
  const followers = new Map<string, { sheet: number; row: number; column: number }>();
  for (const one of group.slice(0, MOST_ASKED)) {
    for (const place of book.evaluator.dependants(table.sheet, one.row.row, one.column.column)) {
      followers.set(`${place.sheet}!${place.row},${place.column}`, place);
    }
  }
  if (followers.size === 0) return [];
  const overrides: Override[] = group.map((one) => ({
    sheet: table.sheet,
    row: one.row.row,
    column: one.column.column,
    value: { kind: 'number', value: one.value },
  }));
  const repaired = book.evaluator.withOverrides(overrides);
  const skipping: CellName[] = [];
  for (const { sheet, row, column } of followers.values()) {
    const now = book.evaluator.value(sheet, row, column);
    const then = repaired.value(sheet, row, column);
    if (then.kind !== 'number') continue;
    if (now.kind !== 'number' || !now.value.eq(then.value)) {
      skipping.push({
        sheet: book.snapshot.sheets[sheet]?.name ?? table.sheetName,
        cell: cellAddress(row, column),
      });
    }
  }
  return skipping;
}
