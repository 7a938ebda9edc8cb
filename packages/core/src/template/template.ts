import { inPercent } from '../fill/percent.js';
import { sumFormula } from '../fill/sum-formula.js';
import { childrenOf, findProgramme } from '../programmes/index.js';
import type { Programme, ProgrammeNode, RuleSet } from '../rules/types.js';
import { cellAddress, columnName } from '../snapshot/index.js';
import { AMOUNTS, BLANK, Canvas, COLUMN, formula, LAST_COLUMN, text } from './layout.js';
import type { TemplateSheet, TemplateStyle, TemplateWish } from './types.js';

const HEAD: TemplateStyle = {
  bold: true,
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
  border: true,
  fill: 'DDEBF7',
};
const INPUT_FILL = 'FFF9E5';
const NO_INPUT_FILL = 'E7E6E6';
const HEADER_ROW = 7;
const FIRST_ROW = 10;
/** Letters of Times New Roman 12 on one line of the title column, plain and bold, and the height of a line in points. */
const TITLE_LETTERS = { plain: 62, bold: 56 };
const LINE_HEIGHT = 16;
const UNVERIFIED_MARK = '(*)';
/** Decimals shown for a unit: what budgets of that unit are given to. */
const DECIMALS: Readonly<Record<number, number>> = { 1: 0, 1000: 0, 1000000: 1, 1000000000: 3 };
/** Room for a grand total in bold: 1.234.567.890.000 đồng, 1.234.567.890 thousand, 1.234.567,8 million. */
const MONEY_WIDTHS: Readonly<Record<number, number>> = { 1: 21, 1000: 16, 1000000: 14, 1000000000: 14 };

/**
 * A budget sheet of one programme for one year, ready to be filled, printed and signed: all nodes with their official
 * titles, live totals, the counterpart by the ratio given, coloured input cells, head and foot of a phụ lục.
 *
 * @returns the sheet and a hidden one that names the rules; `null` where the rule set has no such programme
 * @example makeTemplate(RULES, { programme: 'gnbv-2021-2025', year: 2025, level: 'commune', unit: MONEY_UNITS.trieu, match: null })?.[0]?.name // 'Biểu 01'
 */
export function makeTemplate(rules: RuleSet, wish: TemplateWish): readonly TemplateSheet[] | null {
  const programme = findProgramme(rules.programmes, wish.programme);
  if (!programme) return null;
  const canvas = new Canvas();
  putHeading(canvas, programme, wish);
  putHeader(canvas, wish);
  const last = putRows(canvas, programme, wish);
  const unverified = programme.nodes.some((node) => node.titleStatus === 'unverified');
  putFoot(canvas, last + 2, wish, unverified);
  return [mainSheet(canvas, wish), rulesSheet(rules, wish)];
}

function mainSheet(canvas: Canvas, { unit }: TemplateWish): TemplateSheet {
  const money = MONEY_WIDTHS[unit.scale] ?? 14;
  return {
    name: 'Biểu 01',
    state: 'visible',
    cells: canvas.cells,
    columnWidths: {
      A: 6,
      B: 56,
      ...Object.fromEntries(AMOUNTS.map((column) => [columnName(column), money])),
      J: 14,
    },
    rowHeights: { 3: 40, 4: 20, [HEADER_ROW]: 20, [HEADER_ROW + 1]: 20, ...canvas.heights },
    merges: canvas.merges,
    frozen: { rows: FIRST_ROW - 1, columns: 2 },
    printTitleRows: `${HEADER_ROW}:${FIRST_ROW - 1}`,
    page: { landscape: true },
    validations: [],
  };
}

function putHeading(canvas: Canvas, programme: Programme, { year, level, unit }: TemplateWish): void {
  const place = level === 'commune' ? 'XÃ ……………' : 'TỈNH ……………';
  const strong: TemplateStyle = { bold: true, horizontal: 'center' };
  canvas.span(1, 1, 2, text('ỦY BAN NHÂN DÂN'), strong);
  canvas.span(2, 1, 2, text(place), strong);
  canvas.span(1, 8, LAST_COLUMN, text('Phụ lục số ……'), { ...strong, horizontal: 'right' });
  canvas.span(3, 1, LAST_COLUMN, text(`PHÂN BỔ VỐN THỰC HIỆN ${programme.title.toUpperCase()}`), {
    bold: true,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    fontSize: 14,
  });
  canvas.span(4, 1, LAST_COLUMN, text(`NĂM ${year}`), { ...strong, fontSize: 14 });
  canvas.span(
    5,
    1,
    LAST_COLUMN,
    text(`(Kèm theo Kế hoạch số ……/KH-UBND ngày …… tháng …… năm ${year} của UBND ${place.toLowerCase()})`),
    { italic: true, horizontal: 'center' },
  );
  canvas.span(6, 8, LAST_COLUMN, text(`Đơn vị tính: ${unit.name}`), { italic: true, horizontal: 'right' });
}

/** "Vốn sự nghiệp" is called "chi thường xuyên" from 2026 (TT 60/2026/TT-BTC). */
function recurrentName(year: number): string {
  return year >= 2026 ? 'Chi thường xuyên' : 'Vốn sự nghiệp';
}

function putHeader(canvas: Canvas, { year }: TemplateWish): void {
  const bottom = HEADER_ROW + 1;
  canvas.span(HEADER_ROW, COLUMN.ordinal, COLUMN.ordinal, text('STT'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.title, COLUMN.title, text('Nội dung'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.total, COLUMN.total, text('Tổng số'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.investment, COLUMN.investmentLocal, text('Vốn đầu tư phát triển'), HEAD);
  canvas.span(HEADER_ROW, COLUMN.recurrent, COLUMN.recurrentLocal, text(recurrentName(year)), HEAD);
  canvas.span(HEADER_ROW, COLUMN.note, COLUMN.note, text('Ghi chú'), HEAD, bottom);
  for (const first of [COLUMN.investment, COLUMN.recurrent]) {
    ['Tổng số', 'NSTW', 'NSĐP'].forEach((name, i) => {
      canvas.put(bottom, first + i, text(name), HEAD);
    });
  }
  ['A', 'B', '1=2+5', '2=3+4', '3', '4', '5=6+7', '6', '7', 'C'].forEach((mark, i) => {
    canvas.put(bottom + 1, i + 1, text(mark), { italic: true, horizontal: 'center', border: true });
  });
}

interface Line {
  readonly node: ProgrammeNode | null;
  readonly row: number;
  readonly depth: number;
  readonly label: string;
  readonly children: Line[];
}

/** Rows of the whole tree from the grand total down; returns the last row. */
function putRows(canvas: Canvas, programme: Programme, wish: TemplateWish): number {
  let next = FIRST_ROW;
  const place = (node: ProgrammeNode | null, depth: number, label: string): Line => {
    const row = next++;
    const children = childrenOf(programme, node?.code ?? null);
    return {
      node,
      row,
      depth,
      label,
      children: children.map((child, i) => place(child, depth + 1, labelOf(depth + 1, i + 1))),
    };
  };
  const root = place(null, 0, '');
  const put = (line: Line) => {
    putLine(canvas, line, wish);
    line.children.forEach(put);
  };
  put(root);
  return next - 1;
}

function labelOf(depth: number, count: number): string {
  if (depth === 1)
    return (
      [
        'I',
        'II',
        'III',
        'IV',
        'V',
        'VI',
        'VII',
        'VIII',
        'IX',
        'X',
        'XI',
        'XII',
        'XIII',
        'XIV',
        'XV',
        'XVI',
        'XVII',
        'XVIII',
      ][count - 1] ?? String(count)
    );
  return depth === 2 ? String(count) : '-';
}

function putLine(canvas: Canvas, line: Line, wish: TemplateWish): void {
  const { row, node, depth, children } = line;
  const style: TemplateStyle = { border: true, vertical: 'center', bold: depth <= 1 };
  canvas.put(row, COLUMN.ordinal, line.label === '' ? BLANK : text(line.label), {
    ...style,
    horizontal: 'center',
  });
  const title = node ? `${node.label} ${node.number}: ${node.title}` : 'TỔNG SỐ';
  canvas.put(row, COLUMN.title, text(title), { ...style, wrap: true });
  const letters = style.bold ? TITLE_LETTERS.bold : TITLE_LETTERS.plain;
  canvas.heights[row] = 2 + LINE_HEIGHT * Math.ceil(title.length / letters);
  canvas.put(row, COLUMN.note, node?.titleStatus === 'unverified' ? text(UNVERIFIED_MARK) : BLANK, {
    ...style,
    bold: false,
    horizontal: 'center',
    wrap: true,
  });
  const money: TemplateStyle = { ...style, horizontal: 'right', numberFormat: moneyFormat(wish) };
  const at = (column: number) => cellAddress(row, column);
  canvas.put(row, COLUMN.total, formula(`=${at(COLUMN.investment)}+${at(COLUMN.recurrent)}`), money);
  for (const column of AMOUNTS.slice(1))
    canvas.put(row, column, amountOf(line, column, wish), { ...money, ...inputStyle(line, column, wish) });
  if (children.length > 0) {
    for (const column of AMOUNTS)
      canvas.put(
        row,
        column,
        formula(
          sumFormula(
            children.map((child) => ({ line: child.row, sign: 1 as const })),
            (r) => ({ row: r, column }),
            null,
          ),
        ),
        money,
      );
  }
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
function inputStyle({ node }: Line, column: number, wish: TemplateWish): TemplateStyle {
  if (column === COLUMN.investment || column === COLUMN.recurrent || ratioFor(column, wish) !== null)
    return {};
  const given = node === null || node.capital.length === 0 || node.capital.includes(capitalOf(column));
  return { fill: given ? INPUT_FILL : NO_INPUT_FILL, locked: false };
}

function putFoot(canvas: Canvas, first: number, wish: TemplateWish, unverified: boolean): void {
  let row = first;
  for (const note of notesOf(wish, unverified)) {
    canvas.span(row, 1, LAST_COLUMN, text(note), { italic: true, wrap: true });
    row++;
  }
  const place = wish.level === 'commune' ? 'Xã ……………' : 'Tỉnh ……………';
  const sign: TemplateStyle = { bold: true, horizontal: 'center' };
  const small: TemplateStyle = { italic: true, horizontal: 'center' };
  canvas.span(row + 1, 7, LAST_COLUMN, text(`${place}, ngày …… tháng …… năm ${wish.year}`), small);
  const blocks: readonly (readonly [number, number, string, string])[] = [
    [1, 2, 'NGƯỜI LẬP BIỂU', '(Ký, ghi rõ họ tên)'],
    [4, 6, 'KẾ TOÁN', '(Ký, ghi rõ họ tên)'],
    [7, LAST_COLUMN, 'THỦ TRƯỞNG ĐƠN VỊ', '(Ký, ghi rõ họ tên, đóng dấu)'],
  ];
  for (const [from, to, who, how] of blocks) {
    canvas.span(row + 2, from, to, text(who), sign);
    canvas.span(row + 3, from, to, text(how), small);
  }
}

function notesOf({ match }: TemplateWish, unverified: boolean): string[] {
  const [law] = match?.law ?? [];
  const kind =
    match?.capital === 'investment' ? ' vốn đầu tư' : match?.capital === 'recurrent' ? ' vốn sự nghiệp' : '';
  const notes = [
    'Ghi chú: Ô màu vàng để nhập số; ô xám là loại vốn chương trình không bố trí cho nội dung đó.',
  ];
  if (match)
    notes.push(
      `NSĐP đối ứng tối thiểu ${inPercent(match.ratio).replace('.', ',')}%${kind} ngân sách trung ương${law ? ` (${law.article} ${law.instrument})` : ''}.`,
    );
  if (unverified) notes.push(`${UNVERIFIED_MARK} Tên nội dung chưa đối chiếu được với văn bản gốc.`);
  return notes;
}

function rulesSheet(rules: RuleSet, wish: TemplateWish): TemplateSheet {
  const lines: readonly (readonly [string, string])[] = [
    ['Mẫu của', 'ctmtqg'],
    ['Chương trình', wish.programme],
    ['Năm', String(wish.year)],
    ['Phiên bản quy định', rules.version],
    ['Mã kiểm của quy định', rules.hash],
  ];
  const canvas = new Canvas();
  lines.forEach(([name, value], i) => {
    canvas.put(i + 1, 1, text(name));
    canvas.put(i + 1, 2, text(value));
  });
  return {
    name: 'CTMTQG',
    state: 'hidden',
    cells: canvas.cells,
    columnWidths: { [columnName(1)]: 24, [columnName(2)]: 76 },
    rowHeights: {},
    merges: [],
    frozen: null,
    printTitleRows: null,
    page: null,
    validations: [],
  };
}
