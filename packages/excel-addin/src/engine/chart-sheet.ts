import { cellAddress, columnName } from '@ctmtqg/core';
import type { NewCell, NewSheet, Workbook } from '@ctmtqg/workbook';
import { CHART_TABLE_TOP, type ChartTable, type ChartTableCell, type ChartWork } from '../port/additions.js';

const FONT = { fontName: 'Times New Roman', fontSize: 12, vertical: 'center' } as const;
const HEADER = {
  ...FONT,
  bold: true,
  horizontal: 'center',
  wrap: true,
  border: true,
  fill: 'E2F1EF',
} as const;

/** The sheet of a chart that has a table of links. */
function chartSheet({ table, chart }: ChartWork & { readonly table: object }): NewSheet {
  const cells: Record<string, NewCell> = {
    A1: { content: { kind: 'text', text: table.title }, style: { ...FONT, bold: true, fontSize: 14 } },
    A2: { content: { kind: 'text', text: table.note }, style: { ...FONT, italic: true } },
  };
  table.header.forEach((text, i) => {
    cells[cellAddress(CHART_TABLE_TOP - 1, i + 1)] = { content: { kind: 'text', text }, style: HEADER };
  });
  table.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      cells[cellAddress(CHART_TABLE_TOP + r, c + 1)] = newCell(cell, table.numberFormat);
    });
  });
  return {
    name: table.name,
    cells,
    columnWidths: Object.fromEntries(table.widths.map((width, i) => [columnName(i + 1), width])),
    rowHeights: rowHeights(table),
    page: { landscape: false },
    charts: [chart],
  };
}

/** A formula shows a text whose length no program looks at when it opens the file. */
function rowHeights(table: ChartTable): Record<number, number> {
  const heights = table.rows.map((row, r) => {
    const lines = row.map((cell, c) => {
      const text = cell.kind === 'text' ? cell.text : cell.kind === 'text-link' ? cell.shown : '';
      return Math.ceil(text.length / (table.widths[c]! * 1.1));
    });
    return [CHART_TABLE_TOP + r, 17 * Math.max(1, ...lines)];
  });
  return Object.fromEntries(heights);
}

function newCell(cell: ChartTableCell, numberFormat: string): NewCell {
  if (cell.kind === 'text')
    return { content: { kind: 'text', text: cell.text }, style: { ...FONT, border: true, wrap: true } };
  const content = { kind: 'formula', formula: cell.formula, cached: cell.shown } as const;
  return cell.kind === 'figure'
    ? {
        content,
        cached: { kind: 'number', value: cell.shown },
        style: { ...FONT, border: true, numberFormat },
      }
    : {
        content,
        cached: { kind: 'text', text: cell.shown },
        style: { ...FONT, border: true, wrap: true },
      };
}

/** Puts a chart into a file: on its sheet, or with the sheet that it brings. */
export function addChart(workbook: Workbook, work: ChartWork): void {
  if (work.table) workbook.addSheet(chartSheet({ ...work, table: work.table }));
  else workbook.addChart(work.sheet, work.chart);
}
