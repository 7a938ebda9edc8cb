import type { Edit, FindingData } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { ColumnRole, Table, TableColumn, TableRow } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { CellKind, locate } from '../../snapshot/index.js';
import { cellAmount } from '../../sums/cell-amount.js';
import { foldText } from '../../text/index.js';
import { makeFinding, unitAt } from '../support/finding.js';
import { isCarrier, isSignProven } from '../support/sign.js';
import type { Check, CheckContext } from '../types.js';

const MANY = 50;
/** Headers that tell a stage are short: "Điều chỉnh giảm so với kế hoạch đầu năm". */
const LONGEST_WORD_OF_STAGE = 9;
/** Money, and what it is computed from: households, norms, works. */
const COUNTED: readonly ColumnRole[] = ['amount', 'quantity'];
/** As many negative figures and not one above zero: the column is kept that way. */
const HABIT = 3;

/** Words of columns whose money may rightly be below zero; "giảm nghèo" and "tăng cường" are none. */
const COLUMN_MAY =
  /(?<!\p{L})(?:giảm(?! nghèo| thiểu)|tăng(?! cường)|(?<!trước |sau |sau khi )điều chỉnh|chênh lệch|so sánh|thu hồi|hoàn trả|hoàn ứng|còn lại|còn thiếu|thừa|thiếu|cân đối thu|bội chi|biến động|cắt|hủy|huỷ|tiết kiệm|kết dư)(?!\p{L})|\([+-]\)|\(\+\/-\)/iu;
/** The same for rows, whose titles hold many more words. */
const ROW_MAY =
  /(?<!\p{L})(?:điều chỉnh|cắt giảm|giảm trừ|giảm vốn|giảm dự toán|giảm kế hoạch|chênh lệch|thu hồi|hoàn trả|hoàn ứng|hủy dự toán|huỷ dự toán|bội chi|tiết kiệm)(?!\p{L})|^giảm(?! nghèo| thiểu)/iu;
const WITHOUT_ACCENTS =
  /(?:^| )(?:(?<!truoc |sau |sau khi )dieu chinh|chenh lech|so sanh|thu hoi|hoan tra|con lai|boi chi)(?: |$)/;

/** Typed money below zero where neither the column nor the row speaks of a decrease or a difference. */
export const negativeAmount: Check = {
  code: 'negative-amount',
  run: (context) => ({
    findings: context.tables.flatMap((table) => tableFindings(context, table)),
    notChecked: [],
  }),
};

interface Negative {
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly amount: string;
}

function tableFindings(context: CheckContext, table: Table): FindingData[] {
  const negatives = table.columns.flatMap((column) => negativesIn(context.book, table, column));
  if (negatives.length > MANY) return [findingOf(context.book, table, negatives)];
  return negatives.map((negative) => findingOf(context.book, table, [negative]));
}

function negativesIn(book: Book, table: Table, column: TableColumn): Negative[] {
  if (!COUNTED.includes(column.role) || allowsNegative(column)) return [];
  const suspects = table.rows.filter((row) => holdsNegative(book, table, row.row, column.column));
  if (suspects.length === 0) return [];
  const found: Negative[] = [];
  let positive = 0;
  for (const row of table.rows) {
    const { value, origin } = cellAmount(book, table, row.row, column.column);
    if (!value || origin === 'formula' || value.isZero()) continue;
    if (!value.isNegative()) positive += 1;
    else if (!rowAllowsNegative(row)) found.push({ row, column, amount: value.toString() });
  }
  if (positive === 0 && found.length >= HABIT) return [];
  // So many are one finding; no sum is asked which of them it explains.
  if (found.length > MANY) return found;
  return found.filter(({ row }) => {
    const at = [book, table, row.row, column.column] as const;
    return !isCarrier(...at) && !isSignProven(...at);
  });
}

/** A cheap look before figures are read: a number below zero or a text that begins with a sign or a bracket. */
function holdsNegative(book: Book, table: Table, row: number, column: number): boolean {
  const sheet = book.snapshot.sheets[table.sheet];
  if (!sheet) return false;
  const cell = locate(sheet).find(row, column);
  if (cell < 0) return false;
  const { kinds, numbers } = sheet.cells;
  if (kinds[cell] === CellKind.number) return (numbers[cell] ?? 0) < 0;
  return kinds[cell] === CellKind.text && /^\s*[-–−(]\s*\d/.test(sheet.texts[numbers[cell] ?? -1] ?? '');
}

function allowsNegative(column: TableColumn): boolean {
  const { stage } = column.effective;
  if (stage === 'increase' || stage === 'decrease') return true;
  // Titles of projects in the head say what money is for, not what it does.
  return column.headerPath.some(
    (text) => text.split(' ').length <= LONGEST_WORD_OF_STAGE && (COLUMN_MAY.test(text) || isPlain(text)),
  );
}

/** Only for headers typed without accents: in others each word says what it means. */
function isPlain(text: string): boolean {
  const folded = foldText(text);
  return WITHOUT_ACCENTS.test(folded) && !/[^\u0020-\u007e\s]/.test(text);
}

function rowAllowsNegative(row: TableRow): boolean {
  const stage = row.own.stage;
  return stage === 'decrease' || stage === 'increase' || ROW_MAY.test(row.title);
}

function findingOf(book: Book, table: Table, group: readonly Negative[]): FindingData {
  const { row, column, amount } = group[0] as Negative;
  const addresses = group.map((one) => cellAddress(one.row.row, one.column.column));
  const edits = group.flatMap((one) => editOf(book, table, one));
  return makeFinding({
    code: 'negative-amount',
    severity: 'error',
    sheet: table.sheetName,
    cells: addresses,
    count: group.length,
    facts: { title: row.title, header: column.headerPath.join(' – ') },
    found: amount,
    unit: column.role === 'amount' ? (unitAt(table, row, column)?.name ?? null) : null,
    fix: edits.length === group.length ? { safe: false, edits } : null,
  });
}

function editOf(book: Book, table: Table, { row, column, amount }: Negative): Edit[] {
  const stored = book.evaluator.stored(table.sheet, row.row, column.column);
  if (stored.kind !== 'number') return [];
  return [
    {
      sheet: table.sheetName,
      cell: cellAddress(row.row, column.column),
      before: { kind: 'number', value: amount },
      after: { kind: 'number', value: amount.replace('-', '') },
    },
  ];
}
