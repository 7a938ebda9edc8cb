import {
  type Book,
  columnName,
  columnNumber,
  parseArea,
  type ReportRelation,
  type ReportTable,
  readAmount,
  SOURCES,
} from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import { html, type Markup } from './markup.js';

interface Bar {
  readonly label: string;
  readonly title: string;
  /** Project of the programme, where the row is one. */
  readonly node: string | null;
  readonly parts: readonly { readonly source: string; readonly value: number }[];
  readonly total: number;
}

const MAX_BARS = 14;
/** Of a longer list the first bars would not tell what it holds. */
const MOST_ROWS = 4 * MAX_BARS;
const ROW = 26;
const MAX_LABEL = 30;
const WIDTH = 760;
const RIGHT = 110;

/**
 * Columns whose sources add up to totals, as the sheet itself says by its sums across; both kinds of capital together,
 * but one year and one stage only, so that no money is drawn twice.
 */
function sourceColumns(table: ReportTable): Map<number, string> | null {
  const byName = new Map(table.columns.map((column) => [column.column, column]));
  const found = new Map<number, string>();
  let drawn: string | null = null;
  for (const relation of table.relations) {
    const columns = columnsOf(relation)?.map((name) => byName.get(name));
    if (!columns || !relation.complete) continue;
    const sources = columns.map((column) => column?.source ?? 'total');
    if (sources.length < 2 || sources.includes('total') || new Set(sources).size !== sources.length) continue;
    const time = `${columns[0]?.year ?? ''} ${columns[0]?.stage ?? ''}`;
    drawn ??= time;
    if (time !== drawn) continue;
    columns.forEach((column, index) => {
      if (column) found.set(columnNumber(column.column), sources[index]!);
    });
  }
  return found.size === 0 ? null : found;
}

/** Columns of a sum across one row, `null` for a sum down a column. */
function columnsOf({ whole, parts }: ReportRelation): string[] | null {
  const row = parseArea(whole)?.top;
  const names: string[] = [];
  for (const part of parts) {
    const area = parseArea(part);
    if (!area || area.top !== row || area.bottom < area.top) return null;
    for (let column = area.left; column <= area.right; column++) names.push(columnName(column));
  }
  return names;
}

/** Rows right below the grand total: the parts into which the whole budget falls. */
function barsOf(book: Book, table: ReportTable, columns: ReadonlyMap<number, string>): Bar[] {
  const sheet = book.snapshot.sheets.findIndex(({ name }) => name === table.sheet);
  const parts = table.rows.filter(
    ({ kind }) => kind !== 'grand-total' && kind !== 'subtotal' && kind !== 'of-which',
  );
  const top = Math.min(...parts.map(({ level }) => level));
  const rows = parts.filter(({ level }) => level === top);
  // A list of households names one project in every row: there the rows are told apart by their titles.
  const isAlone = (node: string) => rows.filter((row) => row.node === node).length === 1;
  return rows
    .map((row) => {
      const bySource = new Map<string, number>();
      for (const [column, source] of columns) {
        const amount = Math.max(0, amountOf(book.evaluator.value(sheet, row.row, column)));
        bySource.set(source, (bySource.get(source) ?? 0) + amount);
      }
      const values = SOURCES.flatMap((source) => {
        const value = bySource.get(source);
        return value === undefined ? [] : [{ source, value }];
      });
      const total = values.reduce((sum, { value }) => sum + value, 0);
      const node = row.node !== null && isAlone(row.node) ? row.node : null;
      return { label: labelOf(node, row.title), title: row.title, node, parts: values, total };
    })
    .filter(({ total }) => total > 0);
}

/** What a cell is worth for looking: a figure typed as text counts where it can be read in one way only. */
function amountOf(value: ReturnType<Book['evaluator']['value']>): number {
  if (value.kind === 'number') return value.value.toNumber();
  const reading = value.kind === 'text' ? readAmount(value.text, null) : null;
  return reading?.kind === 'amount' ? reading.value.toNumber() : 0;
}

/** `DA4.TDA1` → `DA4 – TDA1`; a row without a node by the beginning of its title. */
function labelOf(node: string | null, title: string): string {
  if (node !== null) return node.replaceAll('.', ' – ');
  return title.length > MAX_LABEL ? `${title.slice(0, MAX_LABEL - 1).trimEnd()}…` : title;
}

/** A bar of the sources by project; for looking, not for deciding: lengths are rounded to the pixel. */
export function sourceChart(
  book: Book,
  table: ReportTable,
  words: ReportWords,
  amount: (text: string) => string,
): Markup | null {
  const columns = sourceColumns(table);
  const bars = columns ? barsOf(book, table, columns) : [];
  if (!columns || bars.length < 2 || bars.length > MOST_ROWS) return null;
  const shown = bars.slice(0, MAX_BARS);
  const most = Math.max(...shown.map(({ total }) => total));
  const left = 16 + 6 * Math.max(...shown.map(({ label }) => label.length));
  const scale = (WIDTH - left - RIGHT) / most;
  const height = shown.length * ROW + 6;
  const sources = SOURCES.filter((source) => [...columns.values()].includes(source));
  const rounded = (value: number) => amount(String(Number(value.toFixed(3))));
  const description = shown
    .map(
      (bar) =>
        `${bar.label}: ${bar.parts.map((part) => `${words.sources[part.source]} ${rounded(part.value)}`).join(', ')}`,
    )
    .join('; ');
  return html`<figure class="chart">
<figcaption>${bars.every(({ node }) => node !== null) ? words.chart : words.chartByRow}${table.unit ? ` (${table.unit})` : ''}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${description}">
${shown.map((bar, index) => oneBar(bar, index, { left, scale, words, rounded }))}
</svg>
<ul class="legend">${sources.map((source) => html`<li><span class="swatch s-${source}"></span>${words.sources[source]}</li>`)}</ul>
${bars.length > shown.length ? html`<p class="small">${words.moreRows(bars.length - shown.length)}</p>` : null}
</figure>`;
}

interface Drawing {
  /** Where the bars begin, right of their labels. */
  readonly left: number;
  /** Pixels for one unit of money. */
  readonly scale: number;
  readonly words: ReportWords;
  rounded(value: number): string;
}

function oneBar(bar: Bar, index: number, { left, scale, words, rounded }: Drawing): Markup {
  const y = index * ROW + 4;
  let x = left;
  const boxes = bar.parts.map(({ source, value }) => {
    const width = value * scale;
    const box = html`<rect class="s-${source}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 10}"><title>${words.sources[source]}: ${rounded(value)}</title></rect>`;
    x += width;
    return value > 0 ? box : null;
  });
  return html`<g><title>${bar.title}</title><text x="${left - 8}" y="${y + 12}" text-anchor="end">${bar.label}</text>${boxes}<text x="${(x + 6).toFixed(1)}" y="${y + 12}">${rounded(bar.total)}</text></g>
`;
}
