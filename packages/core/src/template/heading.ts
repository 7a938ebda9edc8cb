import type { Programme } from '../rules/types.js';
import { type Canvas, COLUMN, HEADER_ROW, LAST_COLUMN, text } from './layout.js';
import { attachments, placeholder } from './lists.js';
import type { TemplateStyle, TemplateWish } from './types.js';

const HEAD: TemplateStyle = {
  bold: true,
  horizontal: 'center',
  vertical: 'center',
  wrap: true,
  border: true,
  fill: 'DDEBF7',
};

/** Head of a phụ lục: issuer, number, title, year, the document it belongs to, the unit. */
export function putHeading(canvas: Canvas, programme: Programme, { year, level, unit }: TemplateWish): void {
  const place = placeholder(level);
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
  canvas.span(5, 1, LAST_COLUMN, text(attachments(level, year)[0]!), { italic: true, horizontal: 'center' });
  canvas.span(6, 8, LAST_COLUMN, text(`Đơn vị tính: ${unit.name}`), { italic: true, horizontal: 'right' });
}

/** "Vốn sự nghiệp" is called "chi thường xuyên" from 2026 (TT 60/2026/TT-BTC). */
export function recurrentName(year: number): string {
  return year >= 2026 ? 'Chi thường xuyên' : 'Vốn sự nghiệp';
}

/** Two rows of headers, merged where they name one column, and a row of column numbers. */
export function putHeader(canvas: Canvas, { year }: TemplateWish): void {
  const bottom = HEADER_ROW + 1;
  canvas.span(HEADER_ROW, COLUMN.ordinal, COLUMN.ordinal, text('STT'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.title, COLUMN.title, text('Nội dung'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.total, COLUMN.total, text('Tổng số'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.investment, COLUMN.investmentLocal, text('Vốn đầu tư phát triển'), HEAD);
  canvas.span(HEADER_ROW, COLUMN.recurrent, COLUMN.recurrentLocal, text(recurrentName(year)), HEAD);
  canvas.span(HEADER_ROW, COLUMN.inCharge, COLUMN.inCharge, text('Đơn vị thực hiện'), HEAD, bottom);
  canvas.span(HEADER_ROW, COLUMN.note, COLUMN.note, text('Ghi chú'), HEAD, bottom);
  for (const first of [COLUMN.investment, COLUMN.recurrent]) {
    ['Tổng số', 'NSTW', 'NSĐP'].forEach((name, i) => {
      canvas.put(bottom, first + i, text(name), HEAD);
    });
  }
  ['A', 'B', '1=2+5', '2=3+4', '3', '4', '5=6+7', '6', '7', 'C', 'D'].forEach((mark, i) => {
    canvas.put(bottom + 1, i + 1, text(mark), { italic: true, horizontal: 'center', border: true });
  });
}
