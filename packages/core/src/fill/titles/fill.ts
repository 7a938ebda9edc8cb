import { findNode, findProgramme, pathOf } from '../../programmes/index.js';
import type { Programme, ProgrammeNode } from '../../rules/types.js';
import type { Table, TableRow } from '../../sheet/types.js';
import { CellKind, cellAddress, columnNumber, locate } from '../../snapshot/index.js';
import { encodingOfFont } from '../../text/index.js';
import { isBlank, Plan } from '../target.js';
import type { Fill, FillContext } from '../types.js';

/**
 * Official titles and numbers over (or, in a column that the caller names, beside) abridged, misspelt or misnumbered ones: `Dự án 7: Chăm sóc sức khỏe Nhân dân…`.
 * Only where the words name the node for certain and its title was read in the law.
 */
export const titles: Fill = {
  code: 'titles',
  plan(context) {
    const plan = new Plan(context.book, 'titles');
    for (const table of context.tables) for (const row of table.rows) fillRow(context, table, row, plan);
    return plan;
  },
};

function fillRow({ book, rules, options }: FillContext, table: Table, row: TableRow, plan: Plan): void {
  const { match, titleColumn } = row;
  if (!match || match.strength === 'weak' || row.own.node !== match.node || titleColumn === null) return;
  const programme = findProgramme(rules.programmes, match.programme);
  const node = programme && findNode(programme, match.node);
  if (!programme || !node) return;
  const cell = cellAddress(row.row, titleColumn);
  if (node.titleStatus !== 'verified') {
    plan.refuse('title-unverified', table.sheet, cell, { node: node.code });
    return;
  }
  const beside = options.titlesInto ? columnNumber(options.titlesInto) : null;
  if (beside !== null) {
    writeBeside(
      { book, options },
      table,
      row,
      beside,
      officialTitle(programme, node, row.written.length > 1),
      node,
      plan,
    );
    return;
  }
  const stored = plainText(book, table.sheet, row.row, titleColumn);
  const after = `${/^\s*[-+*•]\s*/.exec(stored ?? '')?.[0] ?? ''}${officialTitle(programme, node, row.written.length > 1)}`;
  if (stored === null) plan.refuse('not-plain-text', table.sheet, cell);
  else if (stored.trim() !== after) {
    plan.propose({
      sheet: table.sheet,
      row: row.row,
      column: titleColumn,
      after: { kind: 'text', text: after },
      facts: { node: node.code, reason: node.titleSource },
      law: node.law,
    });
  }
}

/** The title in a column of its own; what the office wrote stays. A cell that holds something else is named and left. */
function writeBeside(
  { book, options }: Pick<FillContext, 'book' | 'options'>,
  table: Table,
  { row }: TableRow,
  column: number,
  title: string,
  { code, titleSource, law }: ProgrammeNode,
  plan: Plan,
): void {
  const blank = isBlank(book, table.sheet, row, column);
  if (!blank && book.text(table.sheet, row, column) === title) return;
  if (!blank && !options.overwrite) {
    plan.refuse('not-blank', table.sheet, cellAddress(row, column));
    return;
  }
  plan.propose({
    sheet: table.sheet,
    row,
    column,
    after: { kind: 'text', text: title },
    facts: { node: code, reason: titleSource },
    law,
  });
}

/** `Dự án 4: … - Tiểu dự án 1: …` where the row names both levels, else the node's own. */
function officialTitle(programme: Programme, node: ProgrammeNode, withParents: boolean): string {
  const path = withParents ? pathOf(programme, node) : [node];
  return path
    .map(({ label, number, title }) => `${number === '' ? label : `${label} ${number}`}: ${title}`)
    .join(' - ');
}

/** The text as it may be overwritten; `null` for formulas, rich texts and old encodings. */
function plainText(book: FillContext['book'], sheet: number, row: number, column: number): string | null {
  const source = book.snapshot.sheets[sheet]!;
  const index = locate(source).find(row, column);
  if (
    index < 0 ||
    source.cells.kinds[index] !== CellKind.text ||
    book.evaluator.formula(sheet, row, column) !== null
  )
    return null;
  const text = source.cells.numbers[index]!;
  const font = book.snapshot.styles[source.cells.styles[index]!]?.font ?? '';
  return source.runs.has(text) || encodingOfFont(font) !== 'unicode' ? null : source.texts[text]!;
}
