import { describe, expect, test } from 'vitest';
import { answer } from './answers.js';

const P = 'dttsmn-2021-2025';

describe('custom functions', () => {
  test('BANGCHU spells amounts, with the dust of binary arithmetic cut off', () => {
    expect(answer('BANGCHU', [1005])).toBe('Một nghìn không trăm linh năm đồng');
    expect(answer('BANGCHU', [0.1 + 0.2, ''])).toBe('Không phẩy ba');
    expect(() => answer('BANGCHU', [1e30])).toThrow('quá lớn');
  });

  test('SO reads Vietnamese figures, and refuses what has two readings or none', () => {
    expect(answer('SO', ['9.504,2'])).toBe(9504.2);
    expect(answer('SO', ['01 tỷ'])).toBe(1_000_000_000);
    expect(() => answer('SO', ['mười hai mươi'])).toThrow('Không đọc được');
  });

  test('PHANBO gives parts of the same shape that add up to the total', () => {
    expect(answer('PHANBO', [100, [[2, 3, 1]], 1, 'largest-remainder'])).toEqual([[33, 50, 17]]);
    expect(answer('PHANBO', [100, [[2], [''], [1]], 1, 'first'])).toEqual([[67], [0], [33]]);
    expect(() => answer('PHANBO', [100, [[1]], 1, 'whatever'])).toThrow('largest-remainder');
  });

  test('TENDUAN and MADUAN find each other, with errors that say what is missing', () => {
    const title = answer('TENDUAN', [P, 'DA7']) as string;
    expect(title).toMatch(/^Dự án 7: /);
    expect(answer('MADUAN', [P, title])).toBe('DA7');
    expect(() => answer('TENDUAN', [P, 'DA99'])).toThrow('DA99');
    expect(() => answer('MADUAN', ['khác', 'x'])).toThrow(P);
    expect(() => answer('MADUAN', [P, 'mua ô tô'])).toThrow('đủ giống');
  });

  test('DOIUNG gives the least counterpart, rounded up to the step', () => {
    const exact = answer('DOIUNG', [P, 2024, 60, 7459.2]) as number;
    expect(exact).toBeGreaterThan(0);
    const stepped = answer('DOIUNG', [P, 2024, 60, 7459.25, 1]) as number;
    expect(Number.isInteger(stepped)).toBe(true);
    expect(() => answer('DOIUNG', [P, 2019, 60, 100])).toThrow('năm này');
  });

  test('UNICODE turns TCVN3 into letters that every font shows', () => {
    expect(answer('UNICODE', ['Dù ¸n'])).toBe('Dự án');
    expect(answer('UNICODE', ['Dự án', 'Arial'])).toBe('Dự án');
  });

  test('DINHMUC asks to be told which norm is meant, and takes Excel dates', () => {
    expect(answer('DINHMUC', [P, 'DA1.ND4', 'scattered-water', 45992])).toBe(3_000_000);
    expect(() => answer('DINHMUC', [P, 'DA1.ND4', 'không có', 45992])).toThrow('Không có định mức');
  });

  test('DUDIEUKIEN decides from facts, and never takes unknown for no', () => {
    const facts = [
      ['household.headEthnicGroup', 'La Hủ'],
      ['household.poverty', 'near-poor'],
    ];
    expect(answer('DUDIEUKIEN', [P, 'DA1.ND1', '2025-06-30', facts])).toMatch(
      /không đủ điều kiện|chưa đủ thông tin/i,
    );
    expect(answer('DUDIEUKIEN', [P, 'DA1.ND1', '2025-06-30', []])).toMatch(/chưa đủ thông tin/i);
  });
});
