import { describe, expect, it } from 'vitest';
import { openBook } from '../../check.js';
import { drawSheet, understand } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/build.js';
import { headingPlace } from './heading-place.js';

function placeOf(...lines: readonly string[]) {
  const sheet = drawSheet(
    'S',
    [
      ...lines,
      'PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024',
      'Đơn vị tính: triệu đồng',
      'STT | Nội dung | Vốn NSTW',
      '1 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 5',
      ' | Tổng cộng | 5',
    ].join('\n'),
  );
  const [table] = understand(sheet);
  if (!table) throw new Error('no table');
  const { province, unit } = headingPlace(openBook(buildSnapshot([sheet])), table);
  return [province, unit];
}

describe('whose sheet it is', () => {
  it.each([
    [['UBND TỈNH LAI CHÂU'], 'Lai Châu', null],
    [['ỦY BAN NHÂN DÂN', 'TỈNH BÀ RỊA - VŨNG TÀU'], 'Bà Rịa - Vũng Tàu', null],
    [['UBND XÃ DÂN TIẾN', 'TỈNH THÁI NGUYÊN'], 'Thái Nguyên', 'xã Dân Tiến'],
    [['UBND huyện Mường Tè, tỉnh Lai Châu'], 'Lai Châu', 'huyện Mường Tè'],
    [['(Kèm theo Kế hoạch của UBND xã Thu Lũm)'], null, 'xã Thu Lũm'],
    [['Trên địa bàn xã Thu Lũm năm 2024'], null, 'xã Thu Lũm'],
    [['Danh mục công trình của xã đặc biệt khó khăn'], null, null],
    [['UBND xã Thu Lũm', 'Đã thông qua HĐND xã Mù Cả'], null, null],
    [['Ngân sách tỉnh và ngân sách huyện'], null, null],
  ])('%j: %s, %s', (lines, province, unit) => {
    expect(placeOf(...lines)).toEqual([province, unit]);
  });
});
