import { describe, expect, it } from 'vitest';
import { MONEY_UNITS } from '../amount/index.js';
import { RULES } from '../rules/index.js';
import { columnNumber, parseArea } from '../snapshot/index.js';
import { makeTemplate, type TemplateSheet, type TemplateWish } from './index.js';

const WISH: TemplateWish = {
  programme: 'gnbv-2021-2025',
  year: 2025,
  level: 'commune',
  unit: MONEY_UNITS.trieu,
  match: null,
};
const make = (wish: Partial<TemplateWish> = {}) => makeTemplate(RULES, { ...WISH, ...wish })!;

function textAt(sheet: TemplateSheet, cell: string): string | null {
  const content = sheet.cells[cell]?.content;
  return content?.kind === 'text' ? content.text : null;
}

/** What a drop-down offers, read from the cells it names. */
function offered(sheets: readonly TemplateSheet[], cell: string): string[] {
  const one = sheets[0]!.validations.find(
    (validation) => 'list' in validation && validation.area.startsWith(cell),
  );
  if (!one || !('list' in one) || typeof one.list !== 'string') return [];
  const [, name = '', from = '', to = ''] = /^'(.+)'!(.+):(.+)$/.exec(one.list) ?? [];
  const area = parseArea(`${from}:${to}`.replaceAll('$', ''))!;
  const lists = sheets.find((sheet) => sheet.name === name)!;
  const letter = from.replace(/[$\d]/g, '');
  expect(columnNumber(letter)).toBe(area.left);
  return Array.from({ length: area.bottom - area.top + 1 }, (_, i) =>
    textAt(lists, `${letter}${area.top + i}`),
  ).flatMap((text) => text ?? []);
}

describe('a template', () => {
  it('offers what exists: kinds of place, provinces, documents, offices, signers; other texts may be typed', () => {
    const commune = make();
    expect(offered(commune, 'A2')).toEqual(['XÃ ……………', 'PHƯỜNG ……………', 'ĐẶC KHU ……………']);
    expect(offered(commune, 'J10')).toContain('Phòng Văn hóa - Xã hội');
    expect(offered(commune, 'A5')[0]).toBe(textAt(commune[0]!, 'A5'));
    const province = make({ level: 'province' });
    expect(offered(province, 'A2')).toHaveLength(34);
    expect(offered(province, 'A2')).toContain('TỈNH LAI CHÂU');
    for (const validation of commune[0]!.validations)
      if ('list' in validation) expect(validation.strict).toBe(false);
  });

  it('offers no province and no office of today for years before the merger', () => {
    expect(offered(make({ level: 'province', year: 2024 }), 'A2')).toEqual([]);
    expect(offered(make({ year: 2024 }), 'J10')).toEqual([]);
  });

  it('takes only numbers where money is typed', () => {
    const [sheet] = make();
    const areas = sheet!.validations.flatMap((one) => ('number' in one ? [one.area] : []));
    expect(areas).toHaveLength(4);
    const inputs = Object.entries(sheet!.cells).filter(([, { style }]) => style.fill === 'FFF9E5');
    expect(inputs.length).toBeGreaterThan(10);
    for (const [cell] of inputs)
      expect(areas.some((area) => area.startsWith(cell.replace(/\d+/, '')))).toBe(true);
  });

  it('shows contents as a part where others of the node are not known, so that the node can be typed', () => {
    const [sheet] = make({ programme: 'ctmtqg-2026-2035', year: 2026 });
    const row = Object.entries(sheet!.cells).find(
      ([, { content }]) => content.kind === 'text' && content.text.startsWith('Trong đó: Nội dung 14'),
    )![0];
    const above = Number(row.slice(1)) - 1;
    expect(sheet!.cells[`E${above}`]!.content).toEqual({ kind: 'blank' });
    expect(sheet!.cells[`E${above}`]!.style.fill).toBe('FFF9E5');
  });

  it('calls recurrent money by the name of its year, and names its rules in a hidden sheet', () => {
    const match = { ratio: '0.1', capital: 'recurrent', law: [] } as const;
    const notes = (year: number, programme: string) =>
      Object.values(make({ year, programme, match })[0]!.cells).flatMap(({ content }) =>
        content.kind === 'text' && content.text.startsWith('NSĐP đối ứng') ? [content.text] : [],
      );
    expect(notes(2025, 'gnbv-2021-2025')).toEqual([
      'NSĐP đối ứng tối thiểu 10% vốn sự nghiệp ngân sách trung ương.',
    ]);
    expect(notes(2026, 'ctmtqg-2026-2035')[0]).toContain('10% chi thường xuyên');
    const hidden = make().find(({ state }) => state === 'hidden')!;
    expect(
      Object.values(hidden.cells).map(({ content }) => content.kind === 'text' && content.text),
    ).toContain(RULES.version);
  });

  it('is not made for a programme that is not known', () => {
    expect(makeTemplate(RULES, { ...WISH, programme: 'x' })).toBeNull();
  });
});
