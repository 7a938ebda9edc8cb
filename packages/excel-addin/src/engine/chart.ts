import {
  type Book,
  columnNumber,
  findNode,
  findProgramme,
  type ReportTable,
  type Source,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';

/** A bar of the chart: the row that it is drawn from. */
export interface ChartRow {
  readonly row: number;
  /** Short enough for the axis: `Dự án 4`, or the beginning of the title; no two rows have the same. */
  readonly label: string;
  readonly title: string;
}

/** One source: its columns, which are added up, and what they hold in the rows, as decimal strings. */
export interface ChartSource {
  readonly source: Source;
  readonly columns: readonly string[];
  readonly amounts: readonly string[];
}

/** What a chart of the sources is drawn from, with the cells, so that it follows the sheet. */
export interface ChartPlan {
  readonly sheet: string;
  readonly unit: string | null;
  readonly titleColumn: string;
  readonly rows: readonly ChartRow[];
  readonly sources: readonly ChartSource[];
  /** First row of the table, and the first column right of everything: there a chart is in nobody's way. */
  readonly free: { readonly row: number; readonly column: number };
  /** False where cells of the rows do not lie together, or the sheet is protected: no chart beside the table. */
  readonly beside: boolean;
}

interface Wish {
  readonly book: Book;
  readonly sheet: number;
  readonly table: ReportTable;
  readonly rows: readonly ChartRow[];
  readonly sources: readonly ChartSource[];
}

const LONGEST_LABEL = 44;

/** A node of a programme by its number, as people say it: alone, and with those above it. */
function nodeNames(programme: string | null, code: string | null): readonly string[] {
  const tree = programme === null ? undefined : findProgramme(RULES.programmes, programme);
  const names: string[] = [];
  for (let at = code; tree && at !== null; ) {
    const node = findNode(tree, at);
    if (!node) break;
    names.unshift(`${node.label} ${node.number}`);
    at = node.parent;
  }
  return names.length > 0 ? [names.at(-1)!, names.join(', ')] : [];
}

function shortened(title: string): string {
  if (title.length <= LONGEST_LABEL) return title;
  const cut = title.slice(0, LONGEST_LABEL);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_LABEL / 2))}…`;
}

/** A label for each row: the shortest way to name it that no other row shares. */
export function chartRows(
  programme: string | null,
  rows: readonly { readonly row: number; readonly title: string; readonly node: string | null }[],
): ChartRow[] {
  const ways = rows.map(({ node, title }) => [...nodeNames(programme, node), shortened(title), title]);
  const counts = new Map<string, number>();
  for (const names of ways) for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return rows.map(({ row, title }, i) => {
    const own = ways[i]!.find((name) => counts.get(name) === 1);
    return { row, title, label: own ?? `${shortened(title)} (${row})` };
  });
}

/** The chart of a table; `null` where no column holds the titles, or no source holds money. */
export function chartPlan({ book, sheet, table, rows, sources }: Wish): ChartPlan | null {
  const title = table.columns.find((column) => column.role === 'title' || column.role === 'place');
  const drawn = sources.filter(({ amounts }) => amounts.some((amount) => amount !== '0'));
  const snapshot = book.snapshot.sheets[sheet];
  if (!title || !snapshot || rows.length === 0 || drawn.length === 0) return null;
  const together = rows.every((one, i) => i === 0 || one.row === rows[i - 1]!.row + 1);
  let last = columnNumber(title.column);
  for (let i = 0; i < snapshot.cells.count; i++) last = Math.max(last, snapshot.cells.columns[i]!);
  for (const merge of snapshot.merges) last = Math.max(last, merge.right);
  return {
    sheet: table.sheet,
    unit: table.unit,
    titleColumn: title.column,
    rows,
    sources: drawn,
    free: { row: Number(/\d+/.exec(table.range)?.[0] ?? 1), column: last + 2 },
    beside: together && !snapshot.protected && drawn.every(({ columns }) => columns.length === 1),
  };
}
