import { describe, expect, it } from 'vitest';
import { check } from '../../check.js';
import { mergeRules, type ProvinceLayer } from '../../law/layer.js';
import { vi } from '../../report/locales/vi.js';
import { RULES } from '../../rules/index.js';
import { drawSheet } from '../../sheet/test-sheet.js';
import { buildSnapshot } from '../../snapshot/build.js';

const sheet = (province: string, local: number) =>
  buildSnapshot([
    drawSheet(
      'S',
      `UBND TỈNH ${province}
       KẾ HOẠCH VỐN CTMTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Nội dung | Tổng số | NSTW | NSĐP
       1 | Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt | ${1000 + local} | 1000 | ${local}
        | Tổng cộng | ${1000 + local} | 1000 | ${local}`,
    ),
  ]);
const layer = (ratio: string, status = 'verified') => {
  const law = { instrument: '39/2021/QĐ-TTg', article: 'ví dụ', status };
  const rule = { programme: 'dttsmn-2021-2025', capital: 'all', ratio, from: '2022-01-01', to: null, law };
  return {
    schema: 'province-layer/1',
    name: 'Lai Châu',
    province: 'Lai Châu',
    precedence: 10,
    instruments: [],
    counterpart: [rule],
    norms: [],
    areas: [],
  } as unknown as ProvinceLayer;
};
const found = (province: string, local: number, settings: { layer?: ProvinceLayer; supportRate?: string }) =>
  check(sheet(province, local), {
    rules: settings.layer ? { ...RULES, local: mergeRules([{ layer: settings.layer }]) } : RULES,
    locale: vi,
    supportRate: settings.supportRate ?? null,
  }).findings.map(({ code, severity, expected }) => `${code} ${severity} ${expected}`);

describe('the province of a sheet', () => {
  it('has the band that the decision names it for, whatever its support rate', () => {
    expect(found('LAI CHÂU', 100, { supportRate: '80' })).toEqual([]);
    expect(found('QUẢNG NGÃI', 100, { supportRate: '80' })).toEqual(['local-match-below-minimum error 150']);
  });

  it('is held to its own resolution, and to no other’s', () => {
    expect(found('LAI CHÂU', 100, { layer: layer('0.2') })).toEqual(['local-match-below-minimum error 200']);
    expect(found('LAI CHÂU', 100, { layer: layer('0.2', 'unverified') })).toEqual([
      'local-match-below-minimum warning 200',
    ]);
    expect(found('SƠN LA', 100, { layer: layer('0.2') })).toEqual([]);
  });
});
