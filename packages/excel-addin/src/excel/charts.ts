import { columnName } from '@ctmtqg/core';
import { CHART_TABLE_TOP, type ChartTable, type ChartWork, freeSheetName } from '../port/additions.js';
import { textForExcel } from './content.js';

const HEADER_FILL = '#E2F1EF';
/** Points that a column needs for each character, about. */
const POINTS = 6;

/** Queues the sheet of links that a chart is drawn from. */
export function queueChartTable(context: Excel.RequestContext, table: ChartTable): void {
  const sheet = context.workbook.worksheets.add(table.name);
  const width = table.header.length;
  const right = columnName(width);
  const last = CHART_TABLE_TOP + table.rows.length - 1;
  const range = (address: string) => sheet.getRange(address).untrack();
  const [title, header, body] = [
    range('A1'),
    range(`A${CHART_TABLE_TOP - 1}:${right}${CHART_TABLE_TOP - 1}`),
    range(`A${CHART_TABLE_TOP}:${right}${last}`),
  ];
  title.values = [[textForExcel(table.title)]];
  title.format.font.bold = true;
  title.format.font.size = 14;
  range('A2').values = [[textForExcel(table.note)]];
  header.values = [table.header.map(textForExcel)];
  header.format.font.bold = true;
  header.format.wrapText = true;
  header.format.horizontalAlignment = 'Center';
  header.format.fill.color = HEADER_FILL;
  body.formulas = table.rows.map((row) =>
    row.map((cell) => (cell.kind === 'text' ? textForExcel(cell.text) : cell.formula)),
  );
  body.format.wrapText = true;
  const figures = table.rows[0]?.findIndex((cell) => cell.kind === 'figure') ?? -1;
  if (figures >= 0) {
    const amounts = range(`${columnName(figures + 1)}${CHART_TABLE_TOP}:${right}${last}`);
    amounts.numberFormat = table.rows.map((row) => row.slice(figures).map(() => table.numberFormat));
  }
  table.widths.forEach((characters, i) => {
    range(`${columnName(i + 1)}1`).format.columnWidth = characters * POINTS;
  });
}

/** `'Biểu 1'!$C$9:$C$14` as the range of its sheet. */
function rangeOf(context: Excel.RequestContext, refersTo: string): Excel.Range {
  const bang = refersTo.lastIndexOf('!');
  const sheet = refersTo
    .slice(0, bang)
    .replace(/^'(.*)'$/s, '$1')
    .replaceAll("''", "'");
  const address = refersTo.slice(bang + 1).replaceAll('$', '');
  return context.workbook.worksheets.getItem(sheet).getRange(address).untrack();
}

/** Queues a chart of lying stacked bars, each part drawn from its own cells, whatever Excel would guess of them. */
export function queueChart(context: Excel.RequestContext, { sheet, chart }: ChartWork, name: string): void {
  const [first] = chart.series;
  const values = rangeOf(context, first!.values.refersTo);
  const made = context.workbook.worksheets.getItem(sheet).charts.add('BarStacked', values, 'Columns');
  made.name = name;
  made.title.text = chart.title;
  made.legend.position = 'Bottom';
  const [from = '', to = from] = chart.area.split(':');
  made.setPosition(from, to);
  chart.series.forEach((part, i) => {
    const named = typeof part.name === 'string' ? part.name : (part.name.shown[0] ?? '');
    const series = i === 0 ? made.series.getItemAt(0) : made.series.add(named);
    if (i === 0) series.name = named;
    series.setValues(i === 0 ? values : rangeOf(context, part.values.refersTo));
    series.setXAxisValues(rangeOf(context, chart.categories.refersTo));
    series.format.fill.setSolidColor(`#${part.color}`);
    series.gapWidth = 60;
  });
  // The first row of the table stands on top, as people read it.
  made.axes.categoryAxis.reversePlotOrder = true;
  made.axes.categoryAxis.position = 'Maximum';
  made.axes.categoryAxis.tickLabelSpacing = 1;
  made.axes.valueAxis.numberFormat = chart.numberFormat;
  if (chart.valueTitle) made.axes.valueAxis.title.text = chart.valueTitle;
}

const CHART_NAME = 'Nguồn vốn';

/** Sheets, or charts on the sheet of a chart, before it is made. */
export interface Standing {
  readonly ids: ReadonlySet<string>;
  /** A name for the chart that none on its sheet has. */
  readonly chartName: string;
}

/** What stands there before a chart is made; one request. */
export async function standingBefore(context: Excel.RequestContext, work: ChartWork): Promise<Standing> {
  const { worksheets } = context.workbook;
  const found = work.table ? worksheets : worksheets.getItem(work.sheet).charts;
  found.load('items/id,items/name');
  await context.sync();
  const names = work.table ? [] : found.items.map((one) => one.name);
  return {
    ids: new Set(found.items.map((one) => one.id)),
    chartName: freeSheetName(CHART_NAME, names),
  };
}

/** Takes away what a chart that failed half way has left: a sheet or a chart that was not there before. */
export async function dropChart(
  context: Excel.RequestContext,
  work: ChartWork,
  { ids }: Standing,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(work.sheet);
  sheet.load('id');
  if (!work.table) sheet.charts.load('items/id');
  await context.sync();
  if (sheet.isNullObject) return;
  if (!work.table) for (const chart of sheet.charts.items) if (!ids.has(chart.id)) chart.delete();
  if (work.table && !ids.has(sheet.id)) sheet.delete();
  await context.sync();
}
