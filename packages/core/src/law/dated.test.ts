import { describe, expect, it } from 'vitest';
import { addMonths, inForce, isDay, LawConflictError, valueInForce } from './dated.js';

const law = (instrument: string) => ({ instrument, article: 'Điều 1', status: 'verified' as const });
const older = { from: '2023-08-15', to: '2025-11-27', value: '3', law: law('55/2023/TT-BTC') };
const younger = { from: '2025-11-28', to: null, value: '3', law: law('112/2025/TT-BTC') };

describe('the value in force', () => {
  it('is the one whose time holds the day, the first and the last day included', () => {
    const on = (asOf: string) =>
      valueInForce([older, younger], { asOf }, 'nước', (one) => one.value)?.law.instrument;
    expect(on('2023-08-14')).toBeUndefined();
    expect(on('2023-08-15')).toBe('55/2023/TT-BTC');
    expect(on('2025-11-27')).toBe('55/2023/TT-BTC');
    expect(on('2025-11-28')).toBe('112/2025/TT-BTC');
  });

  it('is an error that names both where two hold and disagree', () => {
    const other = { ...younger, from: '2025-01-01', value: '4' };
    const ask = () =>
      valueInForce([older, other], { asOf: '2025-06-30' }, 'nước sinh hoạt', (one) => one.value);
    expect(ask).toThrow(LawConflictError);
    expect(ask).toThrow(/nước sinh hoạt: 3 \(55\/2023\/TT-BTC Điều 1\) và 4 \(112\/2025\/TT-BTC Điều 1\)/);
  });

  it('cites the younger of two that agree', () => {
    const same = { ...younger, from: '2025-01-01' };
    expect(valueInForce([same, older], { asOf: '2025-06-30' }, 'nước', (one) => one.value)).toBe(same);
  });

  it('goes on for money carried over, to the last day of that', () => {
    const rule = { ...older, to: '2025-12-31', carriedOverTo: '2026-12-31' };
    expect(inForce(rule, { asOf: '2026-06-30' })).toBe(false);
    expect(inForce(rule, { asOf: '2026-06-30', carriedOver: true })).toBe(true);
    expect(inForce(rule, { asOf: '2027-01-01', carriedOver: true })).toBe(false);
  });
});

describe('days', () => {
  it('are only those that the calendar has', () => {
    expect(['2024-02-29', '2025-12-31'].every(isDay)).toBe(true);
    expect(['2025-02-29', '2025-13-01', '2025-1-1', 'hôm nay', ''].some(isDay)).toBe(false);
  });

  it('move by months to the same day, or to the last one of a shorter month', () => {
    expect(addMonths('2022-06-30', 36)).toBe('2025-06-30');
    expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
    expect(addMonths('2023-12-31', 2)).toBe('2024-02-29');
  });
});
