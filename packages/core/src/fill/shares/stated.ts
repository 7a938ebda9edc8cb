import { Decimal } from '../../amount/index.js';
import type { Book } from '../../sheet/book.js';
import type { Capital, Table, TableColumn } from '../../sheet/types.js';
import { capitalOf } from '../../sheet/vocabulary.js';
import { cellAddress } from '../../snapshot/index.js';
import { foldText } from '../../text/index.js';

/** Ratios that the sheet itself states, by what they name, with the cell that says so. */
export interface StatedShares {
  readonly ratios: ReadonlyMap<string, string>;
  readonly cell: string;
}

const PERCENT = /(\d{1,3}(?:[.,]\d{1,4})?)\s*%/g;
/** A limit, a saving or a degree of completion is no share of the total. */
const NO_SHARE =
  /\b(toi thieu|it nhat|toi da|khong qua|khong thap hon|tren(?! dia ban)|duoi|tiet kiem|giai ngan|dat ty le|(?<!ha )tang|giam(?! ngheo)|(da|uoc) thuc hien|thanh toan|luy ke)\b/;
const LIMIT = /[≥≤<>]/;
const LINES_ABOVE = 12;
const LINES_BELOW = 8;
const COLUMNS_READ = 30;

/** "NSTW (85%)" | "NSĐP (15%)": headers of which two or more state shares that add up to the whole. */
export function statedInHeaders(
  columns: readonly TableColumn[],
  keyOf: (column: TableColumn) => string | null,
): StatedShares | null {
  const ratios = new Map<string, string>();
  let cell: string | null = null;
  for (const column of columns) {
    const text = column.headerPath[column.headerPath.length - 1] ?? '';
    const shares = [...text.matchAll(PERCENT)];
    const key = keyOf(column);
    if (shares.length !== 1 || key === null || !mayState(text)) continue;
    ratios.set(key, share(shares[0]![1]!));
    cell ??= column.headerCell && cellAddress(column.headerCell.row, column.headerCell.column);
  }
  return cell !== null && addUp(ratios) ? { ratios, cell } : null;
}

/** A line that states shares, perhaps of one kind of capital only. */
export interface StatedLine extends StatedShares {
  readonly capital: Capital;
}

/** "Cơ cấu nguồn vốn: NSTW 85%, NSĐP 15%" above or below the table. */
export function statedInLines(
  book: Book,
  table: Table,
  keyOf: (folded: string) => string | null,
): StatedLine[] {
  const found: StatedLine[] = [];
  const { top, bottom } = table.range;
  const rows = [
    ...Array.from({ length: LINES_ABOVE }, (_, i) => top - 1 - i),
    ...Array.from({ length: LINES_BELOW }, (_, i) => bottom + 1 + i),
  ].filter((row) => row > 0);
  for (const row of rows)
    for (let column = 1; column <= COLUMNS_READ; column++) {
      const text = book.text(table.sheet, row, column);
      const ratios = sharesOfText(text, keyOf);
      const capital = capitalOf(foldText(text)) ?? 'all';
      if (ratios) found.push({ ratios, cell: cellAddress(row, column), capital });
    }
  return found;
}

function sharesOfText(
  text: string,
  keyOf: (folded: string) => string | null,
): ReadonlyMap<string, string> | null {
  if (!text.includes('%') || !mayState(text)) return null;
  const ratios = new Map<string, string>();
  let from = 0;
  for (const match of text.matchAll(PERCENT)) {
    const key = keyOf(foldText(text.slice(from, match.index)));
    if (key === null || ratios.has(key)) return null;
    ratios.set(key, share(match[1]!));
    from = match.index + match[0].length;
  }
  return addUp(ratios) ? ratios : null;
}

const mayState = (text: string) => !LIMIT.test(text) && !NO_SHARE.test(foldText(text));
const share = (percent: string) => new Decimal(percent.replace(',', '.')).div(100).toFixed();

function addUp(ratios: ReadonlyMap<string, string>): boolean {
  const sum = [...ratios.values()].reduce((all, ratio) => all.plus(ratio), new Decimal(0));
  return ratios.size >= 2 && sum.eq(1);
}
