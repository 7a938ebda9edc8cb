import type { SumTerm } from '../formula/types.js';
import type { RuleSet } from '../rules/types.js';
import type { SheetSnapshot } from '../snapshot/index.js';
import type { Book } from './book.js';
import { readColumnNumbers } from './column-numbers.js';
import { findColumnSums, proposeColumnSums } from './column-sums.js';
import { type ReadColumn, readColumns } from './columns.js';
import { type ColumnCorrection, correctColumns } from './corrections.js';
import { findCountSums } from './count-sums.js';
import { findCrossSheet } from './cross-sheet.js';
import { type Figures, readFigures } from './figures.js';
import { type Frame, findTables } from './find-tables.js';
import { type Heading, linesBetween, readHeading } from './heading.js';
import { buildTree } from './hierarchy.js';
import type { Identifier } from './identity.js';
import { numberHabitOf } from './number-habit.js';
import { findPercents } from './percents.js';
import { settleProvisional, withProvisionalAmounts } from './provisional-columns.js';
import { readSheet, type SheetReader } from './read-cells.js';
import { findRowSums } from './row-sums.js';
import { type ReadRow, readRows } from './rows.js';
import { tableDoubts } from './table-doubts.js';
import { tableRows } from './table-rows.js';
import { trustTotals } from './trust-totals.js';
import type { Dimensions, SignedLine, Table, TableColumn, WrittenNumber } from './types.js';
import { findWords } from './words-below.js';

export interface RecogniseOptions {
  /** Names of the sheets to read; absent: all. */
  readonly sheets?: readonly string[];
  /** Programme where the sheet does not name it. */
  readonly programme?: string | null;
  /** Year where the sheet does not name it. */
  readonly year?: number | null;
  /** What a person said of columns that were understood otherwise. */
  readonly corrections?: readonly ColumnCorrection[];
}

/**
 * Understands the tables of a workbook: where they stand, what each column and row means, which figures add up.
 *
 * @param book the snapshot with its evaluator and decoded texts
 * @param rules programmes to recognise
 * @param titles finds the node of a title
 */
export function recognise(
  book: Book,
  rules: RuleSet,
  titles: Identifier,
  options: RecogniseOptions = {},
): Table[] {
  const tables: Table[] = [];
  book.snapshot.sheets.forEach((sheet, index) => {
    if (options.sheets && !options.sheets.includes(sheet.name)) return;
    const reader = readSheet(book, index);
    for (const frame of findTables(reader)) {
      const table = recogniseTable(book, reader, frame, rules, titles, options);
      if (speaksOfMoney(table, sheet.state)) tables.push(table);
    }
  });
  const crossSheet = findCrossSheet(tables, book.evaluator);
  return tables.map((table) => ({ ...table, crossSheet: crossSheet.get(table) ?? [] }));
}

/** A list of settings or names is no table of money: no sum, no unit, no programme; on a hidden sheet a sum is demanded. */
function speaksOfMoney(table: Table, state: SheetSnapshot['state']): boolean {
  if (table.sums.length > 0 || (table.proposals?.length ?? 0) > 0) return true;
  if (state !== 'visible') return false;
  const { unit, programme } = table.dimensions;
  return unit !== null || programme !== null || table.columns.some((column) => column.own.unit !== null);
}

function recogniseTable(
  book: Book,
  reader: SheetReader,
  frame: Frame,
  rules: RuleSet,
  titles: Identifier,
  options: RecogniseOptions,
): Table {
  const said = readHeading(reader, frame, rules);
  const asked: Heading = {
    ...said,
    programme: said.programme ?? options.programme ?? null,
    year: said.year ?? options.year ?? null,
  };
  const corrections = options.corrections ?? [];
  const first = readParts(reader, frame, asked, rules, titles, corrections);
  const inferred = asked.programme ?? majorityProgramme(first.rows, asked);
  const heading = inferred === asked.programme ? asked : { ...asked, programme: inferred };
  const parts = heading === asked ? first : readParts(reader, frame, heading, rules, titles, corrections);
  return assemble(book, reader, frame, heading, parts, titles, rules);
}

interface Parts {
  readonly columns: readonly ReadColumn[];
  readonly rows: readonly ReadRow[];
}

function readParts(
  reader: SheetReader,
  frame: Frame,
  heading: Heading,
  rules: RuleSet,
  titles: Identifier,
  corrections: readonly ColumnCorrection[],
): Parts {
  const columns = correctColumns(
    readColumns(reader, frame, heading, titles),
    reader.snapshot.name,
    corrections,
  );
  return { columns, rows: readRows(reader, frame, columns, heading, rules, titles) };
}

/** Where the heading names no programme, the rows do: most of their titles belong to one. */
function majorityProgramme(rows: readonly ReadRow[], heading: Heading): string | null {
  if (heading.otherProgramme !== null || rows.some((row) => row.kind === 'programme')) return null;
  const votes = new Map<string, number>();
  for (const { identity } of rows) {
    if (identity.best && !identity.byNumber && identity.best.strength !== 'weak') {
      votes.set(identity.best.programme, (votes.get(identity.best.programme) ?? 0) + 1);
    }
  }
  const total = [...votes.values()].reduce((sum, count) => sum + count, 0);
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best && best[1] * 3 >= total * 2 ? best[0] : null;
}

/** A sum over cells of its own row of which none holds a figure, save sums like it. */
function isHollow(
  figures: Figures,
  terms: (row: number, column: number) => readonly SumTerm[] | null,
  sheet: number,
  row: number,
  column: number,
): boolean {
  const added = terms(row, column) ?? [];
  return (
    added.length > 0 &&
    figures.value(row, column) === 0 &&
    added.every(
      ({ area }) =>
        area.sheet === sheet &&
        area.top === row &&
        area.bottom === row &&
        (area.left > column || area.right < column) &&
        figures.columns
          .filter((other) => other >= area.left && other <= area.right && figures.filled(row, other))
          .every((other) => other !== column && isHollow(figures, terms, sheet, row, other)),
    )
  );
}

function assemble(
  book: Book,
  reader: SheetReader,
  frame: Frame,
  heading: Heading,
  parts: Parts,
  titles: Identifier,
  rules: RuleSet,
): Table {
  const numbered = readColumnNumbers(reader, frame);
  const terms = (row: number, column: number) => plainTerms(book, reader.sheet, row, column);
  const provisional = withProvisionalAmounts(parts.columns, frame.dataRows, terms);
  const amounts = provisional
    .filter((entry) => entry.column.role === 'amount')
    .map((entry) => entry.column.column);
  const figures = readFigures(reader, frame.dataRows, amounts);
  const moneyRows = frame.dataRows.filter((row) => amounts.some((column) => figures.filled(row, column)));
  const totalRowsByName = new Set(
    parts.rows.filter((row) => row.kind === 'grand-total' || row.kind === 'subtotal').map((row) => row.row),
  );
  const typedRows = moneyRows.filter((row) => !totalRowsByName.has(row));
  const own = typedRows.length > 0 ? typedRows : moneyRows;
  const sumInput = {
    columns: provisional,
    rows: moneyRows,
    own,
    figures,
    sheet: reader.sheet,
    numbered,
    terms,
  };
  const across = findColumnSums(sumInput);
  const columns = settleProvisional(parts.columns, provisional, across);
  const kept = new Set(
    columns.filter((entry) => entry.column.role === 'amount').map((entry) => entry.column.column),
  );
  const tree = buildTree(withParentHints(parts.rows, heading, titles, rules));
  const sumsDown = {
    tree,
    figures,
    derived: new Set<number>(),
    sheet: reader.sheet,
    sheetName: reader.snapshot.name,
    terms,
    opaque: (row: number, column: number) =>
      book.evaluator.formula(reader.sheet, row, column) !== null &&
      book.evaluator.sumFormula(reader.sheet, row, column) === null,
    hollow: (row: number, column: number) => isHollow(figures, terms, reader.sheet, row, column),
  };
  // A total of sources that are all still blank repeats nothing: it is what the sheet has to say.
  const hasFigures = ({ line }: SignedLine) => moneyRows.some((row) => figures.filled(row, line));
  trustTotals(sumsDown);
  const settled: Figures = { ...figures, columns: figures.columns.filter((column) => kept.has(column)) };
  const down = findRowSums({
    ...sumsDown,
    figures: settled,
    derived: new Set(
      across.filter((sum) => sum.complete && sum.parts.some(hasFigures)).map((sum) => sum.whole),
    ),
  });
  const counts = tree.some(({ read }) => read.own.unit !== null)
    ? []
    : findCountSums(reader, columns, frame.dataRows, down.sums, sumsDown);
  const dimensions = tableDimensions(heading, titles);
  const rows = tableRows(tree, down, dimensions);
  const last = frame.dataRows[frame.dataRows.length - 1]!;
  const below = linesBetween(reader, last + 1, Math.min(frame.footUntil, last + 40));
  const grandRow = rows.find((row) => row.kind === 'grand-total' && row.hasMoney)?.row ?? null;
  const totalRows = rows.filter((row) => row.kind === 'grand-total').map((row) => row.row);
  return {
    sheet: reader.sheet,
    sheetName: reader.snapshot.name,
    range: { top: frame.header.top, left: frame.left, bottom: last, right: frame.right },
    headerRange: frame.header,
    columnNumberRow: frame.columnNumberRow,
    dimensions,
    administrativeLevel: heading.level,
    date: heading.date,
    unitCell: heading.unitCell
      ? { sheet: reader.sheet, row: heading.unitCell.row, column: heading.unitCell.column }
      : null,
    numberHabit: numberHabitOf({
      reader,
      rows: frame.dataRows,
      columns: kept,
      sums: [...across, ...down.sums],
      figures,
    }),
    columns: columns.map((entry) => placeNodes(entry.column, dimensions)),
    rows,
    sums: [...across, ...down.sums, ...counts].filter((sum) => sum.lines.length > 0 && sum.parts.length > 0),
    proposals: [...proposeColumnSums(sumInput, across), ...down.proposals],
    crossSheet: [],
    percents: findPercents({
      reader,
      evaluator: book.evaluator,
      columns,
      rows: moneyRows,
      figures: settled,
      totalRows,
    }),
    words: findWords(below, reader.sheet, wordsCell(grandRow, columns)),
    statedMatches: heading.statedMatches,
    doubts: [
      ...down.doubts,
      ...tableDoubts(
        reader,
        frame,
        heading,
        columns,
        dimensions,
        rows.some((row) => row.own.programme !== null),
      ),
    ],
  };
}

/** What a formula adds; a SUBTOTAL passes over the subtotals in its range, so its range does not name its parts. */
function plainTerms(book: Book, sheet: number, row: number, column: number): readonly SumTerm[] | null {
  const formula = book.evaluator.sumFormula(sheet, row, column);
  if (!formula || (formula.subtotal && formula.terms.some((term) => term.area.bottom > term.area.top)))
    return null;
  return formula.terms;
}

/** A cut title that fits many nodes may fit only one of those below the row above it. */
function withParentHints(
  rows: readonly ReadRow[],
  heading: Heading,
  titles: Identifier,
  rules: RuleSet,
): readonly ReadRow[] {
  const hinted = new Map<number, ReadRow>();
  for (const { read, parent } of buildTree(rows)) {
    const above = parent ? (hinted.get(parent.read.row) ?? parent.read).own : null;
    if (!above?.node || read.own.node !== null || read.identity.best === null) continue;
    const identity = titles.match(read.title, {
      programme: above.programme ?? heading.programme,
      parent: above.node,
    });
    const best = identity.best;
    if (!best || best.strength === 'weak' || !best.node.startsWith(`${above.node}.`)) continue;
    const node = rules.programmes
      .find((programme) => programme.id === best.programme)
      ?.nodes.find((one) => one.code === best.node);
    if (node)
      hinted.set(read.row, {
        ...read,
        identity,
        kind: node.level,
        own: { ...read.own, programme: best.programme, node: best.node },
      });
  }
  return hinted.size === 0 ? rows : rows.map((row) => hinted.get(row.row) ?? row);
}

function tableDimensions(heading: Heading, titles: Identifier): Dimensions {
  const found =
    heading.title === ''
      ? null
      : titles.match(projectPart(heading.title), { programme: heading.programme, parent: null });
  const named =
    found?.best && found.best.programme === heading.programme && bearsNumbers(found.best.node, found.written)
      ? found.best
      : null;
  return {
    programme: heading.programme,
    node: named?.node ?? null,
    place: null,
    source: heading.source,
    capital: heading.capital,
    year: heading.year,
    stage: heading.stage,
    unit: heading.unit,
  };
}

/** In a heading the number is the name: other words there speak of the programme, not of a project. */
function bearsNumbers(node: string, written: readonly WrittenNumber[]): boolean {
  const numbers = node.split('.').map((step) => String(Number(/\d+$/.exec(step)?.[0] ?? '0')));
  return (
    written.length > 0 &&
    written.every(({ number }) => numbers.includes(number)) &&
    numbers.length <= written.length + (node.startsWith('HP') ? 1 : 0)
  );
}

/** "… DỰ ÁN 6 TỈNH GIA LAI" names the node of the whole table. */
function projectPart(title: string): string {
  const match =
    /(tiểu dự án|dự án|nội dung thành phần|nội dung|DA|TDA)\s*(thành phần\s*)?(số\s*)?\d.*$/iu.exec(
      title.normalize('NFC'),
    );
  return match ? match[0].split(/\s(?:thuộc\s)?(?:chương trình|ctmtqg|mtqg|năm \d|giai đoạn)/iu)[0]! : '';
}

function placeNodes(column: TableColumn, table: Dimensions): TableColumn {
  if (column.role !== 'amount') return column;
  return { ...column, effective: { ...column.effective, node: column.effective.node ?? table.node } };
}

function wordsCell(
  row: number | null,
  columns: readonly ReadColumn[],
): { row: number; column: number } | null {
  if (row === null) return null;
  const amounts = columns.filter((entry) => entry.column.role === 'amount');
  const total =
    amounts.find((entry) => entry.column.effective.source === 'total') ??
    (amounts.length === 1 ? amounts[0] : undefined);
  return total ? { row, column: total.column.column } : null;
}
