import type { GapMessage } from '../locale.js';
import type { NotCheckedData } from '../types.js';

const place = ({ sheet, cell }: NotCheckedData): string =>
  sheet === null ? 'cả sổ tính' : cell === null ? `trang “${sheet}”` : `ô ${cell} trang “${sheet}”`;

/** Vietnamese sentences for what was left out, apart from those that a check brings itself. */
export const viGaps: Readonly<Record<string, GapMessage>> = {
  'no-table': (gap) => ({
    what: `Trang “${gap.sheet}”`,
    why: 'không tìm thấy bảng số tiền nào có dòng tiêu đề (STT, nội dung, các cột vốn) nên trang này chưa được kiểm tra',
  }),
  'sheet-not-asked': (gap) => ({
    what: `Trang “${gap.sheet}”`,
    why: 'không nằm trong các trang được yêu cầu kiểm tra (--sheet)',
  }),
  'data-table': (gap) => ({
    what: `Bảng dữ liệu What-If tại ${place(gap)}`,
    why: 'các số trong bảng do Excel tự tính từng phương án nên không tính lại được ở đây; số lưu trong tệp được dùng như đã gõ',
  }),
  'unsupported-sheet': (gap) => ({
    what: `Trang “${gap.sheet}”`,
    why: 'là trang biểu đồ, hộp thoại hoặc macro, không có ô số để kiểm tra',
  }),
  'no-sums': (gap) => ({
    what: `Bảng ${gap.facts.range} trang “${gap.sheet}”`,
    why: 'không thấy cột tổng hay dòng tổng nào nên chưa cộng thử được số nào',
  }),
  'column-not-understood': (gap) => ({
    what: `Cột ${gap.facts.column}${gap.facts.header ? ` “${gap.facts.header}”` : ''} trang “${gap.sheet}”`,
    why: 'chưa hiểu cột này là gì nên các số trong cột chưa được kiểm tra',
  }),
  'other-programme': (gap) => ({
    what: `Biểu trang “${gap.sheet}”`,
    why: `thuộc chương trình khác (“${gap.facts.title}”), ngoài bốn chương trình mục tiêu quốc gia có ở đây; chỉ các phép cộng được kiểm tra, không đối chiếu số dự án và quy định`,
  }),
  'programme-not-named': (gap) => ({
    what: `Chương trình của bảng ${gap.facts.range ?? ''} trang “${gap.sheet}”`,
    why: 'biểu không nêu chương trình nào và các dòng cũng không cho biết, nên chưa đối chiếu số dự án và quy định; hãy nêu bằng --programme',
  }),
  'rules-of-another-province': (gap) => ({
    what: `Quy định “${gap.facts.layer}” (${gap.facts.province})`,
    why: `không áp dụng cho trang “${gap.sheet}”, vì đầu biểu ghi tỉnh ${gap.facts.own}`,
  }),
  'unit-not-named': (gap) => ({
    what: `Đơn vị tính của bảng ${gap.facts.range ?? ''} trang “${gap.sheet}”`,
    why: 'biểu không ghi đơn vị tính (đồng, nghìn đồng, triệu đồng), nên chưa kiểm tra được những gì cần biết đơn vị; hãy ghi dòng “Đơn vị tính: …” phía trên bảng',
  }),
  'amount-with-unit': (gap) => ({
    what: `Ô ${gap.facts.cell}${Number(gap.facts.count) > 1 ? ` và ${Number(gap.facts.count) - 1} ô khác` : ''} trang “${gap.sheet}”`,
    why: 'ghi số tiền kèm đơn vị bằng chữ (như “1,92 tỷ”) trong cột số, nên chưa cộng được vào tổng nào; hãy gõ lại thành số theo đơn vị của biểu, hoặc chạy “ctmtqg fill --only text-numbers”',
  }),
  'total-not-understood': (gap) => ({
    what: `Dòng ${gap.facts.row} “${gap.facts.title}” trang “${gap.sheet}”`,
    why: 'dòng này tự gọi là tổng nhưng chưa rõ gồm những dòng nào, nên chưa cộng thử',
  }),
  'value-not-computed': (gap) => ({
    what: `Công thức tại ${place(gap)}${Number(gap.facts.count) > 1 ? ` và ${Number(gap.facts.count) - 1} ô khác` : ''}`,
    why: WHY_UNKNOWN[String(gap.facts.reason)]?.(String(gap.facts.detail)) ?? String(gap.facts.detail),
  }),
};

const WHY_UNKNOWN: Readonly<Record<string, (detail: string) => string>> = {
  circular: () => 'công thức tham chiếu vòng tròn nên không tính được',
  'unsupported-function': (detail) =>
    `hàm ${detail} chưa được hỗ trợ nên số ở đây không được tính lại; các tổng có dùng ô này chưa được kiểm tra`,
  'unsupported-syntax': (detail) => `chưa đọc được công thức (${detail})`,
  'external-reference': (detail) => `công thức lấy số từ tệp khác (${detail}), tệp đó không có ở đây`,
  'unknown-name': (detail) => `sổ tính không có tên vùng ${detail}`,
  'too-large': () => 'công thức tham chiếu vùng quá lớn',
};

/** For a code without a sentence of its own: never silent, even if not eloquent. */
export const viUnknownGap: GapMessage = (gap) => ({
  what: `${place(gap).replace(/^./, (letter) => letter.toUpperCase())}`,
  why: `chưa được kiểm tra (${gap.code}${gap.facts.detail ? `: ${String(gap.facts.detail)}` : ''})`,
});
