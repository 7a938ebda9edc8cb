import { Decimal } from '../amount/decimal.js';
import { relationsOf, residueWith } from '../checks/support/sign.js';
import type { NotCheckedData } from '../report/types.js';
import { cellAddress } from '../snapshot/address.js';
import { entriesOf } from './entries.js';
import { signatureKey, subjectKey } from './keys.js';
import type { AssignedAmount, AssignedBook, AssignedFigure, Entry } from './types.js';

/** An amount that the caller gives, as a figure. */
export function figureOfOption(given: AssignedAmount): AssignedFigure {
  const amount = new Decimal(given.amount);
  return {
    origin: 'option',
    workbook: null,
    sheet: null,
    cell: null,
    title: '',
    programme: given.programme,
    node: given.node,
    place: null,
    source: given.source,
    capital: given.capital,
    year: null,
    stage: 'plan',
    amount,
    step: new Decimal(10).pow(-amount.decimalPlaces()),
    unit: given.unit,
  };
}

/** The figures of one table of a decision. */
export interface FigureTable {
  readonly figures: readonly AssignedFigure[];
  /** Amounts whose own words do not say of whom or for whom, so that no figure came of them. */
  readonly sheet: string;
}

/**
 * The figures of a decision, one list a table. A figure that two of its tables give alike counts once; one that they
 * give differently counts not at all, and is told.
 */
export function figuresOfBook(input: AssignedBook): { tables: FigureTable[]; gaps: NotCheckedData[] } {
  const seen = new Map<string, AssignedFigure>();
  const denied = new Map<string, NotCheckedData>();
  const tables = input.tables.map((table) => {
    const figures: AssignedFigure[] = [];
    for (const entry of entriesOf(input.book, table)) {
      const figure = { ...figureOfEntry(input.name, entry), ...linesOf(input, entry) };
      const key = `${signatureKey(figure)}|${subjectKey(figure)}`;
      const before = seen.get(key);
      if (!before) {
        seen.set(key, figure);
        figures.push(figure);
      } else if (!agrees(before, figure)) denied.set(key, disagreement(before, figure));
    }
    return { figures, sheet: table.sheetName };
  });
  const allowed = tables.map(({ figures, sheet }) => ({
    sheet,
    figures: figures.filter((figure) => !denied.has(`${signatureKey(figure)}|${subjectKey(figure)}`)),
  }));
  return { tables: allowed.filter(({ figures }) => figures.length > 0), gaps: [...denied.values()] };
}

function figureOfEntry(workbook: string | null, entry: Entry): AssignedFigure {
  const [first] = entry.cells;
  return figureOf(entry, {
    origin: workbook === null ? 'sheet' : 'file',
    workbook,
    sheet: entry.table.sheetName,
    cell: first ? cellAddress(first.row.row, first.column.column) : null,
    title: first?.row.title ?? '',
  });
}

/** What an entry's money is for and how much it is, as a figure that stands there. */
export function figureOf(
  { programme, node, place, source, capital, year, stage, amount, step, unit }: Entry,
  standing: Pick<AssignedFigure, 'origin' | 'workbook' | 'sheet' | 'cell' | 'title'>,
): AssignedFigure {
  return { ...standing, programme, node, place, source, capital, year, stage, amount, step, unit };
}

/** The sum of a total's own lines in the decision, where it is another by more than rounding. */
function linesOf({ book }: AssignedBook, { table, cells }: Entry): { lines?: Decimal } {
  const [cell] = cells;
  if (!cell || cells.length > 1) return {};
  const [row, column] = [cell.row.row, cell.column.column];
  for (const sum of relationsOf(table, row, column)) {
    if (!sum.complete || sum.whole !== (sum.axis === 'row' ? column : row)) continue;
    const residue = residueWith(book, table, sum, row, column, cell.amount);
    const room = cell.step.times(sum.parts.length + 1).div(2);
    if (residue?.abs().gt(room)) return { lines: cell.amount.minus(residue) };
  }
  return {};
}

function agrees(a: AssignedFigure, b: AssignedFigure): boolean {
  const [one, other] = [a.unit?.scale ?? 1, b.unit?.scale ?? 1];
  const room = Decimal.max(a.step.times(one), b.step.times(other));
  return a.amount.times(one).minus(b.amount.times(other)).abs().lt(room);
}

function disagreement(a: AssignedFigure, b: AssignedFigure): NotCheckedData {
  return {
    code: 'assigned-disagrees',
    sheet: null,
    cell: null,
    facts: {
      workbook: a.workbook,
      assignedSheet: a.sheet,
      node: a.node,
      place: a.place,
      first: `${a.sheet ?? ''}!${a.cell ?? ''}`,
      second: `${b.sheet ?? ''}!${b.cell ?? ''}`,
      firstAmount: a.amount.toFixed(),
      secondAmount: b.amount.toFixed(),
    },
  };
}
