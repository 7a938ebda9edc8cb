import { describe, expect, it } from 'vitest';
import { fillSheet } from '../test-fill.js';

const sheet = (label: string) => `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Nội dung | Kinh phí
  1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 100
  2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 5.005
   | Tổng cộng | 105.005
  ${label}`;

describe('“Bằng chữ”', () => {
  it('spells the grand total in đồng', () => {
    const { written, again } = fillSheet(sheet('Bằng chữ: ……………'), { fills: ['words'] });
    expect(written).toEqual(['A7 “Bằng chữ: Một trăm linh năm triệu không trăm linh năm nghìn đồng.”']);
    expect(again).toEqual([]);
  });

  it('follows the office’s choice of words', () => {
    const { written } = fillSheet(sheet('Số tiền bằng chữ:'), {
      fills: ['words'],
      wordChoices: { zeroTen: 'lẻ', thousand: 'ngàn', billion: 'tỷ' },
    });
    expect(written).toEqual(['A7 “Số tiền bằng chữ: Một trăm lẻ năm triệu không trăm lẻ năm ngàn đồng.”']);
  });

  it('leaves words that already stand there', () => {
    expect(fillSheet(sheet('Bằng chữ: Một trăm triệu đồng'), { fills: ['words'] }).written).toEqual([]);
  });
});
