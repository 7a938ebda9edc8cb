import { columnName, quoteSheetName } from '@ctmtqg/core';
import type { NewChart } from '@ctmtqg/workbook';
import type { ChartPlan, ChartSource } from '../engine/chart.js';
import { CHART_TABLE_TOP, type ChartTableCell, type ChartWork, freeSheetName } from '../port/additions.js';
import type { Words } from './words/index.js';

/** Where a chart is put. */
export type ChartPlace = 'new-sheet' | 'beside';

/** Colours of the sources, as the pane draws them. */
const COLOURS: Readonly<Record<ChartSource['source'], string>> = {
  total: '5B6673',
  central: '1F5FA8',
  local: '0F8578',
  province: '0F8578',
  district: '4FA79D',
  commune: '9CCFC8',
  credit: 'B0762A',
  integrated: '7A57A8',
  community: 'C4573F',
  enterprise: '87963A',
  other: '8B929B',
};

const WIDE = 9;
const LOWEST = 14;
const ROWS_FOR_FRAME = 7;
/** Characters of a name that fit on one line beside the bars. */
const LABEL_LINE = 34;
const MOST_DECIMALS = 3;
const LONG_AMOUNT = 7;

/** Digits that all figures are shown with. */
function numberFormat(plan: ChartPlan): string {
  const digits = plan.sources.flatMap(({ amounts }) =>
    amounts.map((text) => text.split('.')[1]?.length ?? 0),
  );
  const most = Math.min(MOST_DECIMALS, Math.max(0, ...digits));
  return most === 0 ? '#,##0' : `#,##0.${'0'.repeat(most)}`;
}

/** Rows of a sheet that a chart needs for bars with these names. */
function rowsFor(names: readonly string[]): number {
  const lines = names.reduce(
    (sum, name) => sum + Math.max(1.6, 0.7 * Math.ceil(name.length / LABEL_LINE)),
    0,
  );
  return Math.max(LOWEST, ROWS_FOR_FRAME + Math.ceil(lines));
}

/** The chart with all that has to be written for it. */
export function chartWork(
  plan: ChartPlan,
  place: ChartPlace,
  sheetNames: readonly string[],
  words: Words,
): ChartWork {
  return place === 'beside' && plan.beside ? besideTable(plan, words) : onNewSheet(plan, sheetNames, words);
}

/** Amounts of đồng have more digits than an axis has room for: it counts in millions then. */
function frame(plan: ChartPlan, words: Words): Pick<NewChart, 'title' | 'valueTitle' | 'numberFormat'> {
  const title = words.chart.title;
  const digits = plan.sources.flatMap(({ amounts }) => amounts.map((text) => text.split('.')[0]!.length));
  if (plan.unit?.toLowerCase() === 'đồng' && Math.max(...digits) > LONG_AMOUNT)
    return { title, numberFormat: '#,##0,,', valueTitle: words.chart.unit(words.templates.units.trieu) };
  const unit = plan.unit ? { valueTitle: words.chart.unit(plan.unit) } : {};
  return { title, numberFormat: numberFormat(plan), ...unit };
}

/** The chart right of the table, drawn from its own cells. */
function besideTable(plan: ChartPlan, words: Words): ChartWork {
  const first = plan.rows[0]!.row;
  const last = plan.rows.at(-1)!.row;
  const cells = (column: string) => `${quoteSheetName(plan.sheet)}!$${column}$${first}:$${column}$${last}`;
  const { row, column } = plan.free;
  const titles = plan.rows.map(({ title }) => title);
  const area = `${columnName(column)}${row}:${columnName(column + WIDE)}${row + rowsFor(titles)}`;
  return {
    sheet: plan.sheet,
    table: null,
    chart: {
      area,
      ...frame(plan, words),
      categories: { refersTo: cells(plan.titleColumn), shown: titles },
      series: plan.sources.map(({ source, columns, amounts }) => ({
        name: words.sources[source],
        values: { refersTo: cells(columns[0]!), shown: amounts },
        color: COLOURS[source],
      })),
    },
  };
}

const labelWidth = (labels: readonly string[]) =>
  Math.min(46, Math.max(12, ...labels.map((label) => label.length + 2)));

/** The chart under a small table of links to the cells, on a sheet of its own. */
function onNewSheet(plan: ChartPlan, sheetNames: readonly string[], words: Words): ChartWork {
  const name = freeSheetName(words.chart.sheetName, sheetNames);
  const from = (column: string, row: number) => `${quoteSheetName(plan.sheet)}!${column}${row}`;
  const labels = plan.rows.map(({ label }) => label);
  const titled = plan.rows.some(({ label, title }) => label !== title);
  const rows = plan.rows.map(({ row, label, title }, i): ChartTableCell[] => [
    ...(titled ? [{ kind: 'text', text: label } as const] : []),
    { kind: 'text-link', formula: `=${from(plan.titleColumn, row)}`, shown: title },
    ...plan.sources.map(({ columns, amounts }) => ({
      kind: 'figure' as const,
      formula: `=${columns.map((column) => from(column, row)).join('+')}`,
      shown: amounts[i]!,
    })),
  ]);
  const last = CHART_TABLE_TOP + rows.length - 1;
  const firstFigure = titled ? 3 : 2;
  const cells = (column: number) => {
    const letter = columnName(column);
    return `${quoteSheetName(name)}!$${letter}$${CHART_TABLE_TOP}:$${letter}$${last}`;
  };
  const right = columnName(firstFigure + plan.sources.length - 1);
  const top = last + 2;
  return {
    sheet: name,
    table: {
      name,
      title: words.chart.title,
      note: words.chart.note(plan.sheet, plan.unit),
      header: [
        ...(titled ? [words.chart.label] : []),
        words.chart.name,
        ...plan.sources.map(({ source }) => words.sources[source]),
      ],
      rows,
      numberFormat: numberFormat(plan),
      widths: [...(titled ? [labelWidth(labels)] : []), titled ? 62 : 50, ...plan.sources.map(() => 18)],
    },
    chart: {
      area: `A${top}:${right}${top + rowsFor(labels)}`,
      ...frame(plan, words),
      categories: {
        refersTo: cells(1),
        shown: labels,
      },
      series: plan.sources.map(({ source, amounts }, i) => ({
        name: {
          refersTo: `${quoteSheetName(name)}!$${columnName(firstFigure + i)}$${CHART_TABLE_TOP - 1}`,
          shown: [words.sources[source]],
        },
        values: { refersTo: cells(firstFigure + i), shown: amounts },
        color: COLOURS[source],
      })),
    },
  };
}
