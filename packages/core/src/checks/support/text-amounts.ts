import { type AmountReading, readAmount } from '../../amount/index.js';
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
