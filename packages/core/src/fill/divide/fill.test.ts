import { describe, expect, it } from 'vitest';
import { ALLOCATIONS, allocate } from '../../law/index.js';
import { fillSheet } from '../test-fill.js';
import type { DivideOption } from '../types.js';

const sheet = (total = '') => `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Đơn vị tính: triệu đồng
  STT | Địa phương | Tổng điểm | Kinh phí
  1 | Xã Tân Sơn | 2 |
  2 | Xã Bình Lư | 3 |
  3 | Xã Khun Há | 1 |
   | Tổng cộng | 6 | ${total}`;
const BY_POINTS: DivideOption = {
  into: 'D',
  by: 'C',
  total: '100',
  step: '1',
  policy: 'largest-remainder',
};

describe('a sum divided over rows', () => {
  it('by points adds up to the last step, and says how', () => {
    const { written, plan } = fillSheet(sheet(), { fills: ['divide', 'totals'], divide: BY_POINTS });
    expect(written).toEqual(['D4 33', 'D5 50', 'D6 17', 'D7 =SUM(D4:D6) → 100']);
    expect(plan.edits[2]!.facts).toMatchObject({ extraStep: '1', policy: 'largest-remainder' });
  });

  it('is taken from the total row where none is given, and may be equal', () => {
    const { written } = fillSheet(sheet('90'), {
      fills: ['divide'],
      divide: { ...BY_POINTS, by: 'equal', total: null },
    });
    expect(written).toEqual(['D4 30', 'D5 30', 'D6 30']);
  });

  it('is refused without a sum, without the column of weights, and where a row is filled', () => {
    const refused = (drawing: string, divide: DivideOption) =>
      fillSheet(drawing, { fills: ['divide'], divide }).refused;
    expect(refused(sheet(), { ...BY_POINTS, total: null })).toEqual(['nothing-to-divide D7']);
    expect(refused(sheet(), { ...BY_POINTS, by: 'K' })).toEqual(['no-weight-column null']);
    expect(refused(sheet().replace('| 3 |', '| 3 | 7'), BY_POINTS)).toEqual(['not-blank D5']);
  });
});

const POVERTY = `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
  Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo
  Đơn vị tính: triệu đồng
  STT | Địa phương | Tỷ lệ hộ nghèo, cận nghèo (%) | Số hộ nghèo, hộ cận nghèo | Số huyện nghèo | Số xã ĐBKK bãi ngang, ven biển | Số ĐVHC cấp xã | Tổng điểm | Kinh phí
  1 | Tỉnh A | 25 | 20000 | 4 | - | 106 | |
  2 | Tỉnh B | 7.99 | 19999 | 0 | 2 | 111 | |
   | Tổng cộng | | | | | | | 100000`;
const BY_CRITERIA: DivideOption = {
  into: 'I',
  by: 'criteria',
  total: null,
  step: '1',
  policy: 'largest-remainder',
};

describe('a sum divided by the criteria of QĐ 02/2022/QĐ-TTg', () => {
  const divided = (drawing: string, more: Partial<DivideOption> = {}) =>
    fillSheet(drawing, { fills: ['divide'], divide: { ...BY_CRITERIA, ...more } });

  it('takes each coefficient from the table of the decision, and proves it', () => {
    const { written, plan, again } = divided(POVERTY, { pointsInto: 'H' });
    expect(written).toEqual(['H5 2.53', 'H6 0.98', 'I5 72080', 'I6 27920']);
    expect(plan.edits[2]).toMatchObject({
      law: [{ instrument: '02/2022/QĐ-TTg', article: 'Điều 6 khoản 2 điểm đ', status: 'verified' }],
      facts: {
        block: 'gnbv.DA2',
        computation: '(0.7 + 0.45) × (0.48 × 2.5 + 0 × 2.5 + 1) = 2.53',
        criteria: ['TL = C', 'QM = D', 'HN = E', 'XN = F', 'DV = G'],
        given: ['25', '20000', '4', '0', '106'],
        weights: '3.51',
        floor: '72079',
        extraStep: '1',
        quota: '25300000/351',
      },
    });
    expect(again).toEqual([]);
  });

  it('gives points as a live formula where they are so much for each unit, and says what is not verified', () => {
    const { written, plan } = divided(
      `PHÂN BỔ VỐN CHƯƠNG TRÌNH MTQG XÂY DỰNG NÔNG THÔN MỚI, GIẢM NGHÈO BỀN VỮNG VÀ PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2026
       Đơn vị tính: triệu đồng
       STT | Địa phương | Số thôn ĐBKK | Số xã KV III | Số xã KV II | Số xã KV I | Số xã còn lại | Tổng hệ số | Kinh phí
       1 | Tỉnh A | 125 | 20 | 4 | 0 | 3 | |
       2 | Tỉnh B | 57 | 19 | 10 | 2 | 90 | |`,
      { total: '1000', pointsInto: 'H' },
    );
    expect(written).toEqual([
      'H4 =C4+D4*50+E4*40+F4*30+G4*25 → 1360',
      'H5 =C5+D5*50+E5*40+F5*30+G5*25 → 3717',
      'I4 268',
      'I5 732',
    ]);
    expect(plan.edits[2]!.law[0]).toMatchObject({ instrument: '16/2026/QĐ-TTg', status: 'unverified' });
  });

  it('names what is missing, twice there, blank or no figure', () => {
    const one = (drawing: string, more: Partial<DivideOption> = {}) => {
      const { plan } = divided(drawing, more);
      expect(plan.edits).toEqual([]);
      return plan.notFilled.map(({ code, cell, facts }) => [
        code,
        cell ?? facts.missing ?? facts.blocks ?? facts.known,
      ]);
    };
    expect(one(POVERTY.replace('Số huyện nghèo', 'Cột khác'))).toEqual([
      ['criteria-missing', ['Số huyện nghèo của tỉnh (HN)']],
    ]);
    // Poor households alone are another number than poor and near-poor ones.
    expect(one(POVERTY.replace('Số hộ nghèo, hộ cận nghèo', 'Số hộ nghèo'))).toEqual([
      ['criteria-missing', ['Tổng số hộ nghèo và hộ cận nghèo của tỉnh (QM)']],
    ]);
    expect(one(POVERTY.replace('| 20000 |', '| |'))).toEqual([['criterion-blank', 'D5']]);
    expect(one(POVERTY.replace('| 20000 |', '| nhiều |'))).toEqual([['criterion-not-number', 'D5']]);
    expect(one(POVERTY, { block: 'gnbv.DA99' })[0]![0]).toBe('unknown-block');
    expect(one(POVERTY, { criteria: { XX: 'C' } })).toEqual([
      ['unknown-criterion', ['TL', 'QM', 'HN', 'XN', 'DV']],
    ]);
    expect(one(POVERTY.replace(/\n {2}Dự án 2.*/, ''))[0]![0]).toBe('several-blocks');
    expect(one(POVERTY.replace('CTMTQG GIẢM NGHÈO BỀN VỮNG', '').replace(/\n {2}Dự án 2.*/, ''))[0]![0]).toBe(
      'no-allocation',
    );
  });

  it('takes columns that the caller names, and a way of dividing that the sheet does not', () => {
    const unnamed = POVERTY.replace('Tỷ lệ hộ nghèo, cận nghèo (%)', 'Nghèo đa chiều (%)');
    expect(divided(unnamed, { criteria: { TL: 'C' } }).written).toEqual(['I5 72080', 'I6 27920']);
    expect(divided(POVERTY, { block: 'gnbv.DA7' }).plan.edits[0]!.facts.computation).toBe(
      '(0.7 + 0.45) × (0.48 + 0 + 1) = 1.702',
    );
  });

  it('sets aside what is given for special needs before it divides', () => {
    const needs = POVERTY.replace(
      'Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
      'Tiểu dự án 1: Giảm nghèo về thông tin',
    )
      .replace('Tổng điểm', 'Nhu cầu kinh phí nội dung đặc thù giảm nghèo thông tin')
      .replace('| 106 | |', '| 106 | 1000 |');
    const { written } = divided(needs, { block: 'gnbv.DA6.TDA1' });
    const sum = written.reduce((all, line) => all + Number(line.split(' ')[1]), 0);
    expect(sum).toBe(100000);
    const proof = allocate('gnbv.DA6.TDA1', '100000', [
      { name: 'A', facts: { TL: '25', QM: '20000', HN: '4', XN: '0', DV: '106', D: '1000' } },
      { name: 'B', facts: { TL: '7.99', QM: '19999', HN: '0', XN: '2', DV: '111', D: '0' } },
    ]);
    expect(written.map((line) => Number(line.split(' ')[1]))).toEqual(
      proof.receivers.map(({ shown }) => Math.round(Number(shown))),
    );
  });

  it('reads the cases of a table from words, and counts the highest', () => {
    const { plan } = divided(
      `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
       Đơn vị tính: triệu đồng
       STT | Địa phương | Quy mô dân số (hộ) | Tổng tỷ lệ hộ nghèo và cận nghèo (%) | Đặc điểm địa lý | Số ĐVHC cấp xã | Vốn đầu tư
       1 | Huyện A | 9999 | 45 | Miền núi, biên giới | 10 |
       2 | Huyện B | 16000 | 30 | Vùng cao | 20 | `,
      { into: 'G', total: '1000', block: 'gnbv.DA1.huyen-ngheo' },
    );
    expect(plan.notFilled).toEqual([]);
    expect(plan.edits[0]!.facts.coefficients).toEqual(['0.15', '0.33', '0.14', '0.12']);
  });

  it('knows the criteria of every way of dividing by their own names', () => {
    for (const file of ALLOCATIONS)
      for (const block of file.blocks) {
        const keys = block.formula.factors.flat().map(({ criterion }) => criterion);
        const figures = keys.map((key) => file.criteria[key]!.choices?.[0]?.case.replace(/,/g, ' ') ?? '3');
        const { addition } = block.formula;
        const names = [...keys.map((key) => file.criteria[key]!.name), ...(addition ? [addition.name] : [])];
        const into = String.fromCharCode(67 + names.length);
        const { plan } = divided(
          `PHÂN BỔ VỐN CTMTQG NĂM 2024
           Đơn vị tính: triệu đồng
           STT | Địa phương | ${names.join(' | ')} | Kinh phí
           1 | Tỉnh A | ${[...figures, ...(addition ? ['0'] : [])].join(' | ')} |
           2 | Tỉnh B | ${[...figures, ...(addition ? ['0'] : [])].join(' | ')} |
            | Tổng cộng | ${names.map(() => '').join(' | ')} | 100`,
          { into, block: block.id },
        );
        expect([block.id, plan.notFilled, plan.edits.map(({ after }) => after)]).toEqual([
          block.id,
          [],
          [
            { kind: 'number', value: '50' },
            { kind: 'number', value: '50' },
          ],
        ]);
      }
  });
});
