import { columnName } from '@ctmtqg/core';
import { CHART_TABLE_TOP, type ChartTable, type ChartWork } from '../port/additions.js';
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

/**
 * Queues a chart of lying stacked bars, each part drawn from its own cells, whatever Excel would guess of them.
 *
 * @returns the chart, to be loaded
 */
export function queueChart(context: Excel.RequestContext, { sheet, chart }: ChartWork): Excel.Chart {
  const [first] = chart.series;
  const values = rangeOf(context, first!.values.refersTo);
  const made = context.workbook.worksheets.getItem(sheet).charts.add('BarStacked', values, 'Columns');
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
  return made;
}
