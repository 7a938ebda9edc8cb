import {
  type Book,
  type CheckReport,
  parseAddress,
  parseArea,
  type ReportRelation,
  type ReportTable,
} from '@ctmtqg/core';
import type { ReportWords } from '../words/index.js';
import { html, type Markup } from './markup.js';

interface Bar {
  readonly label: string;
  readonly title: string;
  readonly parts: readonly { readonly source: string; readonly value: number }[];
  readonly total: number;
}

const MAX_BARS = 14;
const ROW = 26;
const LEFT = 96;
const WIDTH = 760;
const RIGHT = 110;

/** Fixed colours and hatchings of the sources, so that they can be told apart on a black-and-white print. */
export const SOURCE_ORDER = [
  'central',
  'local',
  'province',
  'district',
  'commune',
  'credit',
  'integrated',
  'community',
  'enterprise',
  'other',
] as const;

/** Columns whose sources add up to the total, as the sheet itself says by its first sum across. */
function sourceColumns(table: ReportTable): Map<number, string> | null {
  const byName = new Map(table.columns.map((column) => [column.column, column]));
  for (const relation of table.relations) {
    const columns = columnsOf(relation);
    if (!columns || !relation.complete) continue;
    const sources = columns.map((name) => byName.get(name)?.source ?? 'total');
    if (sources.length < 2 || sources.includes('total') || new Set(sources).size !== sources.length) continue;
    return new Map(columns.map((name, index) => [parseAddress(`${name}1`)!.column, sources[index]!]));
  }
  return null;
}

/** Columns of a sum across one row, `null` for a sum down a column. */
function columnsOf({ whole, parts }: ReportRelation): string[] | null {
  const row = parseArea(whole)?.top;
  const names: string[] = [];
  for (const part of parts) {
    const area = parseArea(part);
    if (!area || area.top !== row || area.bottom < area.top) return null;
    for (let column = area.left; column <= area.right; column++) names.push(nameOf(column));
  }
  return names;
}

function nameOf(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Rows right below the grand total: the parts into which the whole budget falls. */
function barsOf(book: Book, table: ReportTable, columns: ReadonlyMap<number, string>): Bar[] {
  const sheet = book.snapshot.sheets.findIndex(({ name }) => name === table.sheet);
  const parts = table.rows.filter(
    ({ kind }) => kind !== 'grand-total' && kind !== 'subtotal' && kind !== 'of-which',
  );
  const top = Math.min(...parts.map(({ level }) => level));
  return parts
    .filter(({ level }) => level === top)
    .map((row) => {
      const values = [...columns].map(([column, source]) => {
        const value = book.evaluator.value(sheet, row.row, column);
        return { source, value: value.kind === 'number' ? Math.max(0, value.value.toNumber()) : 0 };
      });
      const total = values.reduce((sum, { value }) => sum + value, 0);
      return { label: row.node ?? `${row.row}`, title: row.title, parts: values, total };
    })
    .filter(({ total }) => total > 0);
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
  if (!columns || bars.length < 2) return null;
  const shown = bars.slice(0, MAX_BARS);
  const most = Math.max(...shown.map(({ total }) => total));
  const scale = (WIDTH - LEFT - RIGHT) / most;
  const height = shown.length * ROW + 6;
  const sources = SOURCE_ORDER.filter((source) => [...columns.values()].includes(source));
  const rounded = (value: number) => amount(String(Number(value.toFixed(3))));
  const description = shown
    .map(
      (bar) =>
        `${bar.label}: ${bar.parts.map((part) => `${words.sources[part.source]} ${rounded(part.value)}`).join(', ')}`,
    )
    .join('; ');
  return html`<figure class="chart">
<figcaption>${words.chart}${table.unit ? ` (${table.unit})` : ''}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${description}">
${shown.map((bar, index) => oneBar(bar, index, scale, rounded, words))}
</svg>
<ul class="legend">${sources.map((source) => html`<li><span class="swatch s-${source}"></span>${words.sources[source]}</li>`)}</ul>
${bars.length > shown.length ? html`<p class="small">${words.moreRows(bars.length - shown.length)}</p>` : null}
</figure>`;
}

function oneBar(
  bar: Bar,
  index: number,
  scale: number,
  rounded: (value: number) => string,
  words: ReportWords,
): Markup {
  const y = index * ROW + 4;
  let x = LEFT;
  const boxes = bar.parts.map(({ source, value }) => {
    const width = value * scale;
    const box = html`<rect class="s-${source}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 10}"><title>${words.sources[source]}: ${rounded(value)}</title></rect>`;
    x += width;
    return value > 0 ? box : null;
  });
  const label = bar.label.replace(/\.ND\d+$/, '');
  return html`<g><title>${bar.title}</title><text x="${LEFT - 8}" y="${y + 12}" text-anchor="end">${label}</text>${boxes}<text x="${(x + 6).toFixed(1)}" y="${y + 12}">${rounded(bar.total)}</text></g>
`;
}

/** True where the report has anything to draw. */
export function hasAmounts(report: CheckReport): boolean {
  return report.tables.some(({ columns }) => columns.some(({ role }) => role === 'amount'));
}
