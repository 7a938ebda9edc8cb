import type { Decimal } from '../../amount/decimal.js';
import type { Override } from '../../formula/types.js';
import type { CellName, Edit, FindingData } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { cellAddress } from '../../snapshot/address.js';
import { makeFinding, unitAt } from '../support/finding.js';
import { type ColumnTexts, type TextAmount, textAmounts } from '../support/text-amounts.js';
import type { Check, CheckContext } from '../types.js';

const MANY = 50;

/**
 * A figure kept as text: an error where a formula passes it over, else a warning beside real numbers, and
 * information where the whole column is kept so.
 */
export const textNumber: Check = {
  code: 'text-number',
  run: (context) => ({
    findings: context.tables.flatMap((table) => tableFindings(context, table)),
    notChecked: [],
  }),
};

interface Read extends TextAmount {
  readonly value: Decimal;
}

function tableFindings({ book }: CheckContext, table: Table): FindingData[] {
  const columns = textAmounts(book, table)
    .map((column) => ({ ...column, read: column.texts.flatMap(readOf) }))
    .filter(({ read }) => read.length > 0);
  const habit = columns.filter(
    (column) => isHabit(column) && skippedBy(book, table, column.read).length === 0,
  );
  const findings =
    habit.length > 0
      ? [
          habitFinding(
            table,
            habit.flatMap(({ read }) => read),
          ),
        ]
      : [];
  for (const column of columns) {
    if (habit.includes(column)) continue;
    if (column.read.length > MANY || isHabit(column)) {
      findings.push(findingOf(book, table, column.read, skippedBy(book, table, column.read)));
    } else {
      for (const one of column.read)
        findings.push(findingOf(book, table, [one], skippedBy(book, table, [one])));
    }
  }
  return findings;
}

function readOf(text: TextAmount): Read[] {
  return text.reading.kind === 'amount' ? [{ ...text, value: text.reading.value }] : [];
}

/** The whole column is kept as text: someone's way of keeping it, no slip. */
function isHabit({ texts, numbers }: ColumnTexts): boolean {
  return numbers === 0 && texts.length > 1;
}

/** Formula cells whose result changes when the texts become the numbers that they spell: these pass them over. */
function skippedBy(book: Book, table: Table, group: readonly Read[]): CellName[] {
  const followers = new Map<string, { sheet: number; row: number; column: number }>();
  for (const one of group.slice(0, MANY)) {
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

function habitFinding(table: Table, group: readonly Read[]): FindingData {
  const first = group[0] as Read;
  return makeFinding({
    code: 'text-number',
    severity: 'info',
    sheet: table.sheetName,
    cells: group.map(({ address }) => address),
    count: group.length,
    facts: { text: first.raw, wholeColumn: true, skipped: false },
    found: first.raw,
    fix: { safe: true, edits: group.map((one) => editOf(table, one)) },
  });
}

function findingOf(
  book: Book,
  table: Table,
  group: readonly Read[],
  skipping: readonly CellName[],
): FindingData {
  const first = group[0] as Read;
  const [formula] = skipping;
  return makeFinding({
    code: 'text-number',
    severity: skipping.length > 0 ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: group.map(({ address }) => address),
    count: group.length,
    facts: {
      text: first.raw,
      title: first.row.title,
      wholeColumn: group.length > 1,
      skipped: skipping.length > 0,
      formulaCell: formula?.cell ?? null,
      formula: formula ? formulaAt(book, table, formula) : null,
    },
    expected: first.value.toString(),
    found: first.raw,
    unit: unitAt(table, first.row, first.column)?.name ?? null,
    consequences: skipping,
    fix: { safe: true, edits: group.map((one) => editOf(table, one)) },
  });
}

function formulaAt(book: Book, table: Table, { cell, sheet }: CellName): string | null {
  if (sheet !== table.sheetName) return null;
  const match = /^([A-Z]+)(\d+)$/.exec(cell);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  const text = book.evaluator.formula(table.sheet, Number(match[2]), column);
  return text === null ? null : `=${text}`;
}

function editOf(table: Table, one: Read): Edit {
  return {
    sheet: table.sheetName,
    cell: one.address,
    before: { kind: 'text', text: one.raw },
    after: { kind: 'number', value: one.value.toString() },
  };
}
