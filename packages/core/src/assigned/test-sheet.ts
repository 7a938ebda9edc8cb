import { check } from '../check.js';
import { vi } from '../report/locales/vi.js';
import type { CheckReport } from '../report/types.js';
import { RULES } from '../rules/index.js';
import { cellAddress } from '../snapshot/address.js';
import { buildSnapshot, type PlainSheet, type PlainValue } from '../snapshot/build.js';
import type { AssignedGiven } from './types.js';

export type Rows = readonly (readonly (PlainValue | null)[])[];

export const PROJECT_1 = 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt';
export const PROJECT_4 =
  'Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi';
export const PROJECT_7 =
  'Dự án 7: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em';

export const TITLE =
  'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025';
export const HEAD: Rows[number] = ['STT', 'Nội dung', 'Tổng số', 'NSTW', 'NSĐP'];
export const UNIT: Rows[number] = ['Đơn vị: triệu đồng'];
/** Three projects of 500, 200 and 180, of which 450, 180 and 160 central money. */
export const PROJECTS: Rows = [
  [1, PROJECT_1, 500, 450, 50],
  [2, PROJECT_4, 200, 180, 20],
  [3, PROJECT_7, 180, 160, 20],
];
export const TOTAL: Rows[number] = [null, 'Tổng cộng', 880, 790, 90];

/** A sheet of plain rows that begins at A1. */
export function sheetOf(rows: Rows, name = 'B1'): PlainSheet {
  const cells: Record<string, PlainValue> = {};
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value !== null) cells[cellAddress(i + 1, j + 1)] = value;
    });
  });
  return { name, cells };
}

export function checkRows(rows: Rows, assigned: readonly AssignedGiven[] = []): CheckReport {
  return check(buildSnapshot([sheetOf(rows)]), { rules: RULES, locale: vi, assigned });
}

export function decisionOf(rows: Rows, place: string | null = null): AssignedGiven {
  return { kind: 'workbook', name: 'QĐ.xlsx', snapshot: buildSnapshot([sheetOf(rows, 'PL')]), place };
}

/** `ceiling-exceeded D5 180/170`: code, cell, what stands there and what was assigned. */
export function told({ findings }: CheckReport): string[] {
  return findings.map(({ code, cell, found, expected }) => `${code} ${cell} ${found}/${expected}`);
}
