import { inPercent } from '../fill/percent.js';
import { sumFormula } from '../fill/sum-formula.js';
import { capitalKindsOf, childrenOf } from '../programmes/index.js';
import type { Programme, ProgrammeNode } from '../rules/types.js';
import { toRoman } from '../sheet/ordinals.js';
import { cellAddress } from '../snapshot/index.js';
import { AMOUNTS, BLANK, type Canvas, COLUMN, FIRST_ROW, formula, text, UNVERIFIED_MARK } from './layout.js';
import type { TemplateStyle, TemplateWish } from './types.js';

const INPUT_FILL = 'FFF9E5';
const NO_INPUT_FILL = 'E7E6E6';
/** Letters of Times New Roman 12 on one line of the title column, plain and bold, and the height of a line in points. */
const TITLE_LETTERS = { plain: 62, bold: 56 };
const LINE_HEIGHT = 16;
/** Decimals shown for a unit: what budgets of that unit are given to. */
const DECIMALS: Readonly<Record<number, number>> = { 1: 0, 1000: 0, 1000000: 1, 1000000000: 3 };

interface Line {
  readonly node: ProgrammeNode | null;
  /** True where only some contents of the node above are known: what stands here is a part of that row, not its sum. */
  readonly partOf: boolean;
  readonly row: number;
  readonly depth: number;
  readonly label: string;
  readonly children: Line[];
}

/** Rows of the whole tree from the grand total down; returns the last row. */
export function putRows(canvas: Canvas, programme: Programme, wish: TemplateWish): number {
  let next = FIRST_ROW;
  const place = (node: ProgrammeNode | null, depth: number, label: string, partOf: boolean): Line => {
    const row = next++;
    const children = childrenOf(programme, node?.code ?? null);
    const some = hasGaps(children);
    const lines = children.map((child, i) => place(child, depth + 1, labelOf(depth + 1, i + 1), some));
    return { node, partOf, row, depth, label, children: lines };
  };
  const root = place(null, 0, '', false);
  const put = (line: Line) => {
    putLine(canvas, programme, line, wish);
    line.children.forEach(put);
  };
  put(root);
  return next - 1;
}

/** Contents numbered 2, 9, 11: the others exist, but their titles were in no text that was read. */
function hasGaps(nodes: readonly ProgrammeNode[]): boolean {
  const numbers = nodes.map(({ number }) => Number(number)).filter((number) => number > 0);
  return numbers.length > 0 && Math.max(...numbers) !== new Set(numbers).size;
}

function labelOf(depth: number, count: number): string {
  if (depth === 1) return toRoman(count);
  return depth === 2 ? String(count) : '-';
}

function putLine(canvas: Canvas, programme: Programme, line: Line, wish: TemplateWish): void {
  const { row, node, depth } = line;
  const style: TemplateStyle = { border: true, vertical: 'center', bold: depth <= 1 };
  const aside: TemplateStyle = { ...style, bold: false, horizontal: 'center', wrap: true };
  const label = line.label === '' || line.partOf ? BLANK : text(line.label);
  canvas.put(row, COLUMN.ordinal, label, { ...style, horizontal: 'center' });
  const title = titleOf(line);
  canvas.put(row, COLUMN.title, text(title), { ...style, wrap: true, italic: line.partOf });
  const letters = style.bold ? TITLE_LETTERS.bold : TITLE_LETTERS.plain;
  canvas.heights[row] = 2 + LINE_HEIGHT * Math.ceil(title.length / letters);
  canvas.put(row, COLUMN.inCharge, BLANK, { ...aside, locked: false });
  const mark = node?.titleStatus === 'unverified' ? text(UNVERIFIED_MARK) : BLANK;
  canvas.put(row, COLUMN.note, mark, aside);
  putMoney(canvas, programme, line, style, wish);
}

function titleOf({ node, partOf }: Line): string {
  if (!node) return 'TỔNG SỐ';
  const number = node.number === '' ? '' : ` ${node.number}`;
  return `${partOf ? 'Trong đó: ' : ''}${node.label}${number}: ${node.title}`;
}

function putMoney(
  canvas: Canvas,
  programme: Programme,
  line: Line,
  style: TemplateStyle,
  wish: TemplateWish,
): void {
  const { row } = line;
  const money: TemplateStyle = { ...style, horizontal: 'right', numberFormat: moneyFormat(wish) };
  const at = (column: number) => cellAddress(row, column);
  const parts = line.children
    .filter(({ partOf }) => !partOf)
    .map((child) => ({ line: child.row, sign: 1 as const }));
  const sum = (column: number) => formula(sumFormula(parts, (r) => ({ row: r, column }), null));
  if (parts.length > 0) {
    for (const column of AMOUNTS) canvas.put(row, column, sum(column), money);
    return;
  }
  canvas.put(row, COLUMN.total, formula(`=${at(COLUMN.investment)}+${at(COLUMN.recurrent)}`), money);
  for (const column of AMOUNTS.slice(1))
    canvas.put(row, column, amountOf(line, column, wish), {
      ...money,
      ...inputStyle(programme, line, column, wish),
    });
}

/** A fixed number of decimals, room before the border, and a dash for nothing. */
function moneyFormat({ unit }: TemplateWish): string {
  const decimals = decimalsOf(unit);
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  return `${digits}_);-${digits}_);"-"_)`;
}

function decimalsOf(unit: TemplateWish['unit']): number {
  return DECIMALS[unit.scale] ?? 0;
}

function capitalOf(column: number): 'investment' | 'recurrent' {
  return column < COLUMN.recurrent ? 'investment' : 'recurrent';
}

function isLocal(column: number): boolean {
  return column === COLUMN.investmentLocal || column === COLUMN.recurrentLocal;
}

/** The ratio for this column, where one is known. */
function ratioFor(column: number, { match }: TemplateWish): string | null {
  return match && isLocal(column) && (match.capital === 'all' || match.capital === capitalOf(column))
    ? match.ratio
    : null;
}

function amountOf({ row }: Line, column: number, wish: TemplateWish) {
  if (column === COLUMN.investment || column === COLUMN.recurrent)
    return formula(`=${cellAddress(row, column + 1)}+${cellAddress(row, column + 2)}`);
  const ratio = ratioFor(column, wish);
  return ratio === null
    ? BLANK
    : formula(`=ROUNDUP(${cellAddress(row, column - 1)}*${inPercent(ratio)}%,${decimalsOf(wish.unit)})`);
}

/** Cells to type in are coloured; a kind of capital that the programme does not give the node is grey. */
function inputStyle(programme: Programme, { node }: Line, column: number, wish: TemplateWish): TemplateStyle {
  if (column === COLUMN.investment || column === COLUMN.recurrent || ratioFor(column, wish) !== null)
    return {};
  const kinds = node === null ? [] : capitalKindsOf(programme, node);
  const given = kinds.length === 0 || kinds.includes(capitalOf(column));
  return { fill: given ? INPUT_FILL : NO_INPUT_FILL, locked: false };
}
