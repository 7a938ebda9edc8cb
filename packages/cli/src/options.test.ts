import { describe, expect, it } from 'vitest';
import { parseDate, parseMatch, parsePercent, parseRatio } from './options.js';

describe('figures on the command line are plain and exact', () => {
  it('reads a share and a percentage as the same ratio', () => {
    expect(parseRatio('0.15')).toBe('0.15');
    expect(parseRatio('15%')).toBe('0.15');
    expect(parseRatio('7.5%')).toBe('0.075');
    expect(parseRatio('0.5%')).toBe('0.005');
    expect(parseRatio('100%')).toBe('1');
    expect(parseRatio('150%')).toBe('1.5');
    expect(parseRatio('0%')).toBe('0');
  });

  it('refuses whatever may be read in two ways', () => {
    for (const text of ['15', '0,15', '1e-1', '-5%', '', '%', '1.000.000', '15 phần trăm']) {
      expect(() => parseRatio(text), text).toThrow();
    }
  });

  it('keeps the kinds of capital apart', () => {
    const first = parseMatch('investment=10%', []);
    expect(parseMatch('recurrent=0.15', first)).toEqual([
      { ratio: '0.1', capital: 'investment' },
      { ratio: '0.15', capital: 'recurrent' },
    ]);
  });

  it('takes a support rate with or without its sign', () => {
    expect(parsePercent('60')).toBe('60');
    expect(parsePercent('60.5%')).toBe('60.5');
    expect(() => parsePercent('60,5')).toThrow();
  });

  it('knows which days exist', () => {
    expect(parseDate('2024-02-29')).toBe('2024-02-29');
    expect(() => parseDate('2025-02-29')).toThrow();
    expect(() => parseDate('08/08/2025')).toThrow();
  });
});
