import { findProgramme } from '../programmes/index.js';
import type { RuleSet } from '../rules/types.js';
import { columnName } from '../snapshot/index.js';
import { putFoot } from './foot.js';
import { putHeader, putHeading } from './heading.js';
import { AMOUNTS, Canvas, COLUMN, FIRST_ROW, HEADER_ROW, INPUTS, text } from './layout.js';
import { choicesFor, listsSheet } from './lists.js';
import { putRows } from './rows.js';
import type { TemplateSheet, TemplateValidation, TemplateWish } from './types.js';

/** Room for a grand total in bold: 1.234.567.890.000 đồng, 1.234.567.890 thousand, 1.234.567,8 million. */
const MONEY_WIDTHS: Readonly<Record<number, number>> = { 1: 21, 1000: 16, 1000000: 14, 1000000000: 14 };

/**
 * A budget sheet of one programme for one year, ready to be filled, printed and signed: all nodes with their official
 * titles, live totals, the counterpart by the ratio given, coloured input cells, drop-downs, head and foot of a phụ lục.
 *
 * @returns the sheet, one with the lists of its drop-downs, and a hidden one that names the rules; `null` where the rule
 *   set has no such programme
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
  const signed = putFoot(canvas, last + 2, wish, unverified);
  return [mainSheet(canvas, wish, last, signed), listsSheet(wish), rulesSheet(rules, wish)];
}

function mainSheet(canvas: Canvas, wish: TemplateWish, last: number, signed: number): TemplateSheet {
  const money = MONEY_WIDTHS[wish.unit.scale] ?? 14;
  return {
    name: 'Biểu 01',
    state: 'visible',
    cells: canvas.cells,
    columnWidths: {
      A: 6,
      B: 56,
      ...Object.fromEntries(AMOUNTS.map((column) => [columnName(column), money])),
      [columnName(COLUMN.inCharge)]: 18,
      [columnName(COLUMN.note)]: 12,
    },
    rowHeights: { 3: 40, 4: 20, [HEADER_ROW]: 20, [HEADER_ROW + 1]: 20, ...canvas.heights },
    merges: canvas.merges,
    frozen: { rows: FIRST_ROW - 1, columns: 2 },
    printTitleRows: `${HEADER_ROW}:${FIRST_ROW - 1}`,
    page: { landscape: true },
    validations: validationsOf(wish, last, signed),
  };
}

/** Drop-downs that offer what exists and take other texts too; cells for money take numbers only. */
function validationsOf(wish: TemplateWish, last: number, signed: number): TemplateValidation[] {
  const inCharge = columnName(COLUMN.inCharge);
  const areas = {
    place: 'A2',
    attachment: 'A5',
    inCharge: `${inCharge}${FIRST_ROW}:${inCharge}${last}`,
    accountant: `D${signed}`,
    head: `G${signed}`,
  };
  const choices = choicesFor(wish).map(({ key, source }) => ({
    area: areas[key],
    list: source,
    strict: false,
  }));
  const numbers = INPUTS.map((column) => ({
    area: `${columnName(column)}${FIRST_ROW}:${columnName(column)}${last}`,
    number: 'Chỉ nhập số, không gõ chữ hay đơn vị tính.',
  }));
  return [...choices, ...numbers];
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
