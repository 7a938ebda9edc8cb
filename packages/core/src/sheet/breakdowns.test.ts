import { describe, expect, it } from 'vitest';
import { drawSheet, sumsOf, understand } from './test-sheet.js';

const HEAD = `PHÂN BỔ VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024
         Đơn vị: triệu đồng
         STT | Nguồn vốn | Số vốn`;
const sums = (rows: string, head = HEAD) => {
  const [table] = understand(drawSheet('S', `${head}\n${rows}`));
  return table ? sumsOf(table) : [];
};

describe('which rows list all of a row above them', () => {
  it('is told by a total that adds the lines themselves, in a single column of money', () => {
    expect(
      sums(` | TỔNG CỘNG | 1000
         I | Ngân sách nhà nước | 640
         1 | Ngân sách trung ương | 184
         2 | Ngân sách tỉnh | 240
         3 | Ngân sách xã | 190
         II | Vốn tín dụng | 386`),
    ).toEqual(['4=6+7+8+9', '5=6+7+8']);
  });
  it('is told by the formula of the row beside it', () => {
    expect(
      sums(` | TỔNG CỘNG | =C5+C8
         I | Khu vực I | 310
         1 | Xã Tân Sơn | 100
         2 | Xã Bình Lư | 200
         II | Khu vực II | =SUM(C9:C10)
         1 | Xã Khun Há | 40
         2 | Xã Hồ Thầu | 50`),
    ).toEqual(['4=5+8', '5=6+7', '8=9+10']);
  });
  it('is not claimed of a row whose own formula looks its figures up elsewhere', () => {
    expect(
      sums(
        ` | | TỔNG SỐ | =SUM(D4:D5)
         1 | SD | Huyện Sơn Dương | =SUMIF($B$6:$B$9,$B4,D$6:D$9)
         2 | HY | Huyện Hàm Yên | =SUMIF($B$6:$B$9,$B5,D$6:D$9)
         - | SD | Đường liên xã | 52
         - | SD | Trường mầm non | 31
         - | HY | Thủy lợi Phù Lưu | 36
         - | HY | Đường nội đồng | 12`.replace(/\n\s+/g, '\n'),
        HEAD.replace('STT | Nguồn vốn', 'STT | Mã | Danh mục').replace('Đơn vị: triệu đồng\n', ''),
      ).filter((sum) => sum.includes('≥')),
    ).toEqual([]);
  });
});

describe('a programme named with the period of an old title', () => {
  const programme = (title: string) =>
    understand(drawSheet('S', `${title}\nSTT | Nội dung | Số vốn\n1 | A | 10\n2 | B | 20\n | Tổng | 30`))[0]
      ?.dimensions.programme;
  it('is the programme of the budget year', () => {
    expect(programme('VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG GIAI ĐOẠN 2016-2020 NĂM 2024')).toBe('gnbv-2021-2025');
    expect(programme('VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG GIAI ĐOẠN 2016-2020 NĂM 2019')).toBeNull();
  });
});
