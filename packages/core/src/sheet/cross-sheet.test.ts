import { describe, expect, it } from 'vitest';
import { check } from '../check.js';
import { vi } from '../report/locales/vi.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot, cellAddress } from '../snapshot/index.js';
import { drawSheet, understand } from './test-sheet.js';

const TITLES = {
  DTTS: 'CTMTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI',
  NTM: 'CTMTQG XÂY DỰNG NÔNG THÔN MỚI',
};
const detail = (name: keyof typeof TITLES, year: string, unit = 'ĐVT: triệu đồng') =>
  drawSheet(
    name,
    `VỐN ${TITLES[name]} ${year}
     ${unit}
     STT | Nội dung | Tổng số | NSTW | Trong đó: vốn nước ngoài | NSĐP
     1 | Xã A | =D4+F4 | 1200 | 100 | 300
     2 | Xã B | =D5+F5 | 2400 | | 600
      | Tổng cộng | =SUM(C4:C5) | =SUM(D4:D5) | 100 | =SUM(F4:F5)`,
  );
const summary = (first: string, second: string, year = 'NĂM 2024') =>
  drawSheet(
    'TH',
    `TỔNG HỢP VỐN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA ${year}
     ĐVT: tỷ đồng
     STT | Chương trình | NSTW | NSĐP | Tổng cộng
     1 | ${TITLES.DTTS} | ${first} | =C4+D4
     2 | ${TITLES.NTM} | ${second} | =C5+D5
      | Tổng cộng | =C4+C5 | =D4+D5 | =E4+E5`,
  );
const LINKS = ['=DTTS!D6/1000 | =DTTS!F6/1000', '=NTM!D6/1000 | 0.9'] as const;
const links = (...sheets: Parameters<typeof understand>) => {
  const names = sheets.map((sheet) => sheet.name);
  const [first] = understand(...sheets);
  return first?.crossSheet.map(({ whole, parts: [part], wholeScale, partScale }) => {
    const from = part ? `${names[part.sheet]}!${cellAddress(part.row, part.column)}` : '';
    return `${cellAddress(whole.row, whole.column)}=${from}×${partScale / wholeScale}`;
  });
};
const ALL = [
  'C4=DTTS!D6×0.001',
  'D4=DTTS!F6×0.001',
  'E4=DTTS!C6×0.001',
  'C5=NTM!D6×0.001',
  'D5=NTM!F6×0.001',
  'E5=NTM!C6×0.001',
];

describe('a summary and the tables it is made of', () => {
  it('are joined cell by cell, a typed figure like the links around it, a subset column left alone', () => {
    expect(links(summary(...LINKS), detail('DTTS', 'NĂM 2024'), detail('NTM', 'NĂM 2024'))).toEqual(ALL);
  });
  it('are joined by their links where a heading names no year, or another', () => {
    expect(links(summary(...LINKS, ''), detail('DTTS', 'NĂM 2024'), detail('NTM', 'NĂM 2023'))).toEqual(ALL);
  });
  it('are joined in the unit that the links show where a sheet names none', () => {
    expect(links(summary(...LINKS), detail('DTTS', 'NĂM 2024'), detail('NTM', 'NĂM 2024', ''))).toEqual(ALL);
  });
  it('are joined place by place where each place stands in both', () => {
    const places = (name: string, cells: readonly string[]) =>
      drawSheet(
        name,
        `VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
         ĐVT: triệu đồng
         STT | Địa phương | Vốn đầu tư | Vốn sự nghiệp
         1 | Xã A | ${cells[0]}
         2 | Xã B | ${cells[1]}
         3 | Xã C | ${cells[2]}
          | Tổng cộng | =SUM(C4:C6) | =SUM(D4:D6)`,
      );
    expect(
      links(
        places('TH', ['=CT!C4 | =CT!D4', '=CT!C5 | =CT!D4', '70 | =CT!D6']),
        places('CT', ['50 | 5', '60 | 6', '70 | 7']),
      ),
    ).toEqual(['C4=CT!C4×1', 'D4=CT!D4×1', 'C5=CT!C5×1', 'D5=CT!D5×1', 'C6=CT!C6×1', 'D6=CT!D6×1']);
  });
  it('are joined row by row where the summary takes the total of one sheet for each place', () => {
    const place = (name: string, share: number) =>
      drawSheet(
        name,
        `VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024 XÃ ${name}
         ĐVT: triệu đồng
         STT | Nội dung | NSTW | NSĐP
         1 | Dự án 2 | ${share} | ${share / 10}
         2 | Dự án 3 | ${share * 2} | ${share / 5}
          | Cộng | =SUM(C4:C5) | =SUM(D4:D5)`,
      );
    const all = drawSheet(
      'TH',
      `TỔNG HỢP VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       ĐVT: triệu đồng
       STT | Xã | NSTW | NSĐP
       1 | Xã A | =A!C6 | =A!D6
       2 | Xã B | 700 | =B!D6
       3 | Xã C | =C!C6 | =C!D5
        | Tổng cộng | =SUM(C4:C6) | =SUM(D4:D6)`,
    );
    expect(links(all, place('A', 100), place('B', 200), place('C', 300))).toEqual([
      'C4=A!C6×1',
      'D4=A!D6×1',
      'C5=B!C6×1',
      'D5=B!D6×1',
      'C6=C!C6×1',
      'D6=C!D6×1',
    ]);
  });
  it('hold a typed figure against the sheet that the figures around it are taken from, also where it is a total', () => {
    const rows = (cells: readonly string[]) =>
      cells.map((cell, i) => `${i + 1} | Xã ${'ABCD'[i]} | ${cell}`).join('\n');
    const all = drawSheet(
      'TH',
      `TỔNG HỢP VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       ĐVT: triệu đồng
       STT | Xã | Vốn đầu tư | Vốn sự nghiệp
       ${rows(['=DT!E4 | 5', '=DT!E5 | 6', '999 | 7', '=DT!E7 | 8'])}`,
    );
    const detail = drawSheet(
      'DT',
      `VỐN ĐẦU TƯ CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       ĐVT: triệu đồng
       STT | Xã | NSTW | NSĐP | Cộng
       ${rows(['40 | 4 | =C4+D4', '50 | 5 | =C5+D5', '60 | 6 | =C6+D6', '70 | 7 | =C7+D7'])}`,
    );
    const { findings } = check(buildSnapshot([all, detail]), { rules: RULES, locale: vi });
    expect(findings.map(({ code, cell, expected }) => `${code} ${cell} ${expected}`)).toEqual([
      'cross-sheet-mismatch C6 66',
    ]);
  });
});
