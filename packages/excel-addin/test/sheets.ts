import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellAddress } from '@ctmtqg/core';
import { createWorkbook, type NewCell } from '@ctmtqg/workbook';

type Value = string | number | null;

/** A workbook of one sheet, from its rows, in a folder of its own. */
export function sheetFile(name: string, rows: readonly (readonly Value[])[]): string {
  const cells: Record<string, NewCell> = {};
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === null || value === '') return;
      const content =
        typeof value === 'number'
          ? ({ kind: 'number', value: String(value) } as const)
          : ({ kind: 'text', text: value } as const);
      cells[cellAddress(r + 1, c + 1)] = { content };
    });
  });
  const path = join(mkdtempSync(join(tmpdir(), 'ctmtqg-sheet-')), `${name}.xlsx`);
  writeFileSync(path, createWorkbook([{ name, cells, columnWidths: { A: 6, B: 30 } }]));
  return path;
}

/** A household list as a commune keeps it; row 6 holds a word that is none of the answers. */
export const households = () =>
  sheetFile('Danh sách hộ', [
    ['DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ ĐẤT Ở NĂM 2025'],
    [
      'STT',
      'Họ tên chủ hộ',
      'Dân tộc',
      'Diện hộ',
      'Đã có đất ở',
      'Đã nhận hỗ trợ đất ở từ chính sách trước đây và đã chuyển nhượng, cho, tặng',
      'Xã, thôn thuộc vùng đồng bào dân tộc thiểu số và miền núi',
    ],
    [1, 'Lò Văn Ánh', 'La Hủ', 'nghèo', 'không', 'không', 'có'],
    [2, 'Giàng Thị Súa', 'Mông', 'cận nghèo', 'không', 'không', 'có'],
    [3, 'Vàng Văn Chơ', 'Thái', 'nghèo', '', 'không', 'có'],
    [4, 'Tẩn Thị Dung', 'Dao', 'khá giả', 'không', 'không', 'có'],
  ]);

/** Points of communes with an empty column for their money, and the sum in the total. */
export const points = () =>
  sheetFile('Phân bổ', [
    ['PHÂN BỔ VỐN SỰ NGHIỆP CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024'],
    ['', '', '', 'Đơn vị tính: triệu đồng'],
    ['STT', 'Địa phương', 'Tổng điểm', 'Kinh phí'],
    [1, 'Xã Tân Sơn', 2, null],
    [2, 'Xã Bình Lư', 3, null],
    [3, 'Xã Khun Há', 1, null],
    ['', 'Tổng cộng', null, 100],
  ]);

/** Facts of two provinces by the criteria of a decision on allocation, and an empty column for their money. */
export const criteria = () =>
  sheetFile('Phân bổ', [
    ['PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024'],
    ['Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo'],
    ['Đơn vị tính: triệu đồng'],
    [
      'STT',
      'Địa phương',
      'Tỷ lệ hộ nghèo, hộ cận nghèo',
      'Tổng số hộ nghèo, hộ cận nghèo',
      'Số huyện nghèo',
      'Số xã đặc biệt khó khăn',
      'Số đơn vị hành chính cấp xã',
      'Kinh phí',
    ],
    [1, 'Tỉnh A', 25, 20_000, 4, 0, 106, null],
    [2, 'Tỉnh B', 9, 9_000, 0, 10, 120, null],
  ]);
