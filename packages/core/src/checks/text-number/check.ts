import type { CellName, Edit, FindingData } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { makeFinding, unitAt } from '../support/finding.js';
import {
  type ColumnTexts,
  type ReadText,
  readText,
  skippedBy,
  textAmounts,
} from '../support/text-amounts.js';
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

function tableFindings({ book }: CheckContext, table: Table): FindingData[] {
  const columns = textAmounts(book, table)
    .map((column) => ({ ...column, read: column.texts.flatMap((text) => readText(text) ?? []) }))
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

/** The whole column is kept as text: someone's way of keeping it, no slip. */
function isHabit({ texts, numbers }: ColumnTexts): boolean {
  return numbers === 0 && texts.length > 1;
}

function habitFinding(table: Table, group: readonly ReadText[]): FindingData {
  const first = group[0] as ReadText;
  return makeFinding({
    code: 'text-number',
    severity: 'info',
    sheet: table.sheetName,
    cells: group.map(({ address }) => address),
    count: group.length,
    facts: { text: first.raw, wholeColumn: true, skipped: false },
    found: first.raw,
    fix: group.some(({ twofold }) => twofold)
      ? null
      : { safe: true, edits: group.map((one) => editOf(table, one)) },
  });
}

function findingOf(
  book: Book,
  table: Table,
  group: readonly ReadText[],
  skipping: readonly CellName[],
): FindingData {
  const first = group[0] as ReadText;
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
      readings: readingsOf(first),
      skipped: skipping.length > 0,
      formulaCell: formula?.cell ?? null,
      formula: formula ? formulaAt(book, table, formula) : null,
    },
    expected: first.twofold ? null : first.value.toString(),
    found: first.raw,
    unit: unitAt(table, first.row, first.column)?.name ?? null,
    consequences: skipping,
    // Which of two readings is meant the officer must say.
    fix: group.some(({ twofold }) => twofold)
      ? null
      : { safe: true, edits: group.map((one) => editOf(table, one)) },
  });
}

/** Both numbers where the text spells two. */
function readingsOf({ reading }: ReadText): string[] {
  return reading.kind === 'ambiguous' ? reading.readings.map(({ value }) => value.toString()) : [];
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

function editOf(table: Table, one: ReadText): Edit {
  return {
    sheet: table.sheetName,
    cell: one.address,
    before: { kind: 'text', text: one.raw },
    after: { kind: 'number', value: one.value.toString() },
  };
}
