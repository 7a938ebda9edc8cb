import { inPercent } from '../fill/percent.js';
import { recurrentName } from './heading.js';
import { type Canvas, LAST_COLUMN, text, UNVERIFIED_MARK } from './layout.js';
import { ACCOUNTANTS, HEADS } from './lists.js';
import type { TemplateStyle, TemplateWish } from './types.js';

/** Notes, place and date, and three places to sign; returns the row of the signers' offices. */
export function putFoot(canvas: Canvas, first: number, wish: TemplateWish, unverified: boolean): number {
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
    [4, 6, ACCOUNTANTS[0]!, '(Ký, ghi rõ họ tên)'],
    [7, LAST_COLUMN, HEADS[0]!, '(Ký, ghi rõ họ tên, đóng dấu)'],
  ];
  for (const [from, to, who, how] of blocks) {
    canvas.span(row + 2, from, to, text(who), sign);
    canvas.span(row + 3, from, to, text(how), small);
  }
  return row + 2;
}

function notesOf({ match, year }: TemplateWish, unverified: boolean): string[] {
  const [law] = match?.law ?? [];
  const kind =
    match?.capital === 'investment'
      ? ' vốn đầu tư'
      : match?.capital === 'recurrent'
        ? ` ${recurrentName(year).toLowerCase()}`
        : '';
  const notes = [
    'Ghi chú: Ô màu vàng để nhập số; ô xám là loại vốn chương trình không bố trí cho nội dung đó.',
  ];
  if (match)
    notes.push(
      `NSĐP đối ứng tối thiểu ${inPercent(match.ratio).replace('.', ',')}%${kind} ngân sách trung ương${law ? ` (${law.article} ${law.instrument}${law.status === 'unverified' ? ', chưa đối chiếu văn bản gốc' : ''})` : ''}.`,
    );
  if (unverified) notes.push(`${UNVERIFIED_MARK} Tên nội dung chưa đối chiếu được với văn bản gốc.`);
  return notes;
}
