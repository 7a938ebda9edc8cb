import { describe, expect, it } from 'vitest';
import { RULES } from '../rules/index.js';
import { programmesNamed } from './name-index.js';

const named = (text: string) =>
  programmesNamed(RULES, text).map(
    ({ programme, title, explicit }) => `${programme ?? title}${explicit ? '!' : ''}`,
  );

describe('programmesNamed', () => {
  it.each([
    [
      'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      ['dttsmn-2021-2025!'],
    ],
    ['Kế hoạch vốn CTMTQG phát triển KT-XH vùng đồng bào DTTS&MN', ['dttsmn-2021-2025!']],
    ['CTMTQG DTTS&MN', ['dttsmn-2021-2025!']],
    ['Chương trình MTQG giảm nghèo bền vững năm 2024', ['gnbv-2021-2025!']],
    ['chuong trinh muc tieu quoc gia xay dung nong thon moi', ['ntm-2021-2025!']],
    ['Vốn CTMTQG NTM', ['ntm-2021-2025!']],
    ['GNBV', ['gnbv-2021-2025']],
    [
      'Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững và phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2026 - 2035',
      ['ctmtqg-2026-2035!'],
    ],
    [
      'Tổng hợp các chương trình mục tiêu quốc gia: giảm nghèo bền vững; xây dựng nông thôn mới',
      ['gnbv-2021-2025!', 'ntm-2021-2025!'],
    ],
    ['CTMTQG phát triển KTXH vùng ĐBDTTS và MN', ['dttsmn-2021-2025!']],
    ['CTMTQG DTTS năm 2025', ['dttsmn-2021-2025!']],
    ['Chương trình 1719', ['dttsmn-2021-2025!']],
    ['DTTS', ['dttsmn-2021-2025']],
    ['3 CTMTQG: DTTS&MN, GNBV, NTM năm 2026', ['dttsmn-2021-2025!', 'gnbv-2021-2025!', 'ntm-2021-2025!']],
    ['CTMTQG NTM, GNBV và PT KT-XH vùng ĐBDTTS&MN năm 2026', ['ctmtqg-2026-2035!']],
    ['Hỗ trợ học sinh dân tộc thiểu số', []],
    ['theo Quyết định số 1719/QĐ-TTg', ['dttsmn-2021-2025!']],
    [
      'CTMTQG xây dựng nông thôn mới giai đoạn 2016-2020',
      ['Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2016 - 2020!'],
    ],
    [
      'Chương trình MTQG về phát triển văn hóa',
      ['Chương trình mục tiêu quốc gia về phát triển văn hóa giai đoạn 2025 - 2035!'],
    ],
    ['Biểu tổng hợp vốn đầu tư công năm 2025', []],
    ['Trường mầm non xã Dân Tiến', []],
  ])('%s', (text, expected) => expect(named(text)).toEqual(expected));
});
