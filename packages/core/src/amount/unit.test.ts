import { describe, expect, it } from 'vitest';
import { readUnit } from './unit.js';

describe('readUnit', () => {
  it.each([
    ['Đơn vị: Triệu đồng', 1e6],
    ['Đơn vị tính: Triệu đồng', 1e6],
    ['ĐVT: Triệu đồng', 1e6],
    ['ĐVT: 1.000 đồng', 1e3],
    ['ĐVT: 1000đ', 1e3],
    ['(Đơn vị tính: tỷ đồng)', 1e9],
    ['Đơn vị tính: Tỉ đồng', 1e9],
    ['Đơn vị tính: Tr.đ', 1e6],
    ['ĐVT: trđ', 1e6],
    ['đvt: Tr. đồng', 1e6],
    ['Đơn vị tính: nghìn đồng', 1e3],
    ['Đơn vị: Ngàn đồng', 1e3],
    ['Đơn vị tính: đồng', 1],
    ['Đơn vị tính: VNĐ', 1],
    ['ĐVT: 1.000.000 đồng', 1e6],
    ['Đơn vị tính: Trăm triệu đồng', 1e8],
    ['Don vi tinh: trieu dong', 1e6],
    ['ĐƠN VỊ TÍNH: TRIỆU ĐỒNG', 1e6],
    ['Kế hoạch vốn (triệu đồng)', 1e6],
    ['Tổng số (ĐVT: tr.đ)', 1e6],
    ['Triệu đồng', 1e6],
    ['trđ', 1e6],
    ['Tính bằng triệu đồng', 1e6],
    ['Đơn vị: ức đồng', 1e6],
    ['Đơn vị tính: Triệu đồng, %', 1e6],
    ['Unit: million VND', 1e6],
    ['Đơn vị : 1.000 đ', 1e3],
  ])('%s states %d đồng', (text, scale) => {
    expect(readUnit(text)?.scale).toBe(scale);
  });

  it.each([
    'Đơn vị: UBND xã Dân Tiến',
    'Đơn vị: Đồng Nai',
    'Hội đồng nhân dân',
    'Cộng đồng đóng góp',
    'Đồng bào dân tộc thiểu số',
    'Tỷ lệ (%)',
    'Tỷ trọng',
    'Đơn vị chủ trì',
    'Đơn vị tính: hộ',
    'Số lượng (ha)',
    '',
  ])('%j states none', (text) => {
    expect(readUnit(text)).toBeNull();
  });
});
