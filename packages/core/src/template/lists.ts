import { MERGED_FROM, PROVINCES } from '../eligibility/provinces.js';
import { columnName } from '../snapshot/index.js';
import { Canvas, text } from './layout.js';
import type { TemplateSheet, TemplateWish } from './types.js';

/** Sheet that holds what the drop-downs offer; the office may change it. */
const LISTS_SHEET = 'Danh mục';
const FIRST_ITEM = 3;
/** Rows that a drop-down reads at least, so that an office can add its own. */
const ROOM = 30;

/** Who signs as accountant. */
export const ACCOUNTANTS: readonly string[] = ['KẾ TOÁN', 'KẾ TOÁN TRƯỞNG', 'PHỤ TRÁCH KẾ TOÁN'];
/** Who signs for the office. */
export const HEADS: readonly string[] = [
  'THỦ TRƯỞNG ĐƠN VỊ',
  'CHỦ TỊCH',
  'KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
  'GIÁM ĐỐC',
];

/** Offices of a commune's People's Committee since 1 July 2025 (NĐ 150/2025/NĐ-CP, known from the press). */
const COMMUNE_OFFICES: readonly string[] = [
  'Văn phòng HĐND và UBND',
  'Phòng Kinh tế',
  'Phòng Kinh tế, Hạ tầng và Đô thị',
  'Phòng Văn hóa - Xã hội',
  'Trung tâm Phục vụ hành chính công',
];
const COMMUNE_KINDS: readonly string[] = ['XÃ ……………', 'PHƯỜNG ……………', 'ĐẶC KHU ……………'];
const YEAR_OF_MERGER = Number(MERGED_FROM.slice(0, 4));

/** A drop-down: what it is for, where what it offers comes from, and what it offers. */
interface ChoiceList {
  readonly key: 'place' | 'attachment' | 'inCharge' | 'accountant' | 'head';
  readonly title: string;
  readonly basis: string;
  readonly items: readonly string[];
}

/** The place as it stands until somebody writes it. */
export function placeholder(level: TemplateWish['level']): string {
  return level === 'commune' ? COMMUNE_KINDS[0]! : 'TỈNH ……………';
}

/** Documents to which the sheet may be attached, each with its sign (NĐ 30/2020/NĐ-CP, phụ lục III). */
export function attachments(level: TemplateWish['level'], year: number): readonly string[] {
  const place = placeholder(level).toLowerCase();
  const of = (kind: string, sign: string, issuer: string) =>
    `(Kèm theo ${kind} số ……/${sign} ngày …… tháng …… năm ${year} của ${issuer} ${place})`;
  return [
    of('Kế hoạch', 'KH-UBND', 'UBND'),
    of('Quyết định', 'QĐ-UBND', 'UBND'),
    of('Tờ trình', 'TTr-UBND', 'UBND'),
    of('Báo cáo', 'BC-UBND', 'UBND'),
    of('Nghị quyết', 'NQ-HĐND', 'HĐND'),
  ];
}

/** The lists that exist for this level and year; before the merger of 2025 the provinces and offices were others. */
function listsFor({ level, year }: TemplateWish): ChoiceList[] {
  const merged = year >= YEAR_OF_MERGER;
  const provinces = merged ? PROVINCES.map(({ fullName }) => fullName.toUpperCase()) : [];
  return [
    level === 'commune'
      ? { key: 'place', title: 'Đơn vị hành chính', basis: '', items: COMMUNE_KINDS }
      : { key: 'place', title: 'Tỉnh, thành phố', basis: 'Nghị quyết 202/2025/QH15', items: provinces },
    {
      key: 'attachment',
      title: 'Văn bản kèm theo',
      basis: 'Nghị định 30/2020/NĐ-CP',
      items: attachments(level, year),
    },
    {
      key: 'inCharge',
      title: 'Đơn vị thực hiện',
      basis:
        level === 'commune' && merged
          ? 'Nghị định 150/2025/NĐ-CP (theo báo chí, chưa đối chiếu văn bản); thêm đơn vị khác bên dưới'
          : 'Ghi các đơn vị của địa phương',
      items: level === 'commune' && merged ? COMMUNE_OFFICES : [],
    },
    { key: 'accountant', title: 'Người ký: kế toán', basis: '', items: ACCOUNTANTS },
    { key: 'head', title: 'Người ký: thủ trưởng', basis: '', items: HEADS },
  ];
}

/** Where a drop-down stands and what it reads. */
export interface Choice {
  readonly key: ChoiceList['key'];
  /** `'Danh mục'!$A$3:$A$32` */
  readonly source: string;
}

/** The drop-downs of a template; a list that nothing stands in yet is there for the office to fill. */
export function choicesFor(wish: TemplateWish): Choice[] {
  return listsFor(wish).flatMap(({ key, items }, i) => {
    const letter = columnName(i + 1);
    const last = FIRST_ITEM - 1 + (key === 'inCharge' ? Math.max(ROOM, items.length) : items.length);
    const open = items.length > 0 || key === 'inCharge';
    return open ? [{ key, source: `'${LISTS_SHEET}'!$${letter}$${FIRST_ITEM}:$${letter}$${last}` }] : [];
  });
}

/** The sheet of the lists: a title, what the list rests on, and its items. */
export function listsSheet(wish: TemplateWish): TemplateSheet {
  const canvas = new Canvas();
  const lists = listsFor(wish);
  lists.forEach(({ title, basis, items }, i) => {
    canvas.put(1, i + 1, text(title), {
      bold: true,
      wrap: true,
      border: true,
      fill: 'DDEBF7',
      vertical: 'center',
    });
    canvas.put(2, i + 1, text(basis), { italic: true, wrap: true, border: true, vertical: 'top' });
    items.forEach((item, at) => {
      canvas.put(FIRST_ITEM + at, i + 1, text(item), { wrap: true, vertical: 'top' });
    });
  });
  return {
    name: LISTS_SHEET,
    state: 'visible',
    cells: canvas.cells,
    columnWidths: Object.fromEntries(
      lists.map(({ key }, i) => [columnName(i + 1), key === 'attachment' ? 60 : 34]),
    ),
    rowHeights: {},
    merges: [],
    frozen: { rows: 2, columns: 0 },
    printTitleRows: null,
    page: { landscape: true },
    validations: [],
  };
}
