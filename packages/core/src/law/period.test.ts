import { describe, expect, it } from 'vitest';
import { inForce } from './dated.js';
import { cutOut, overlaps, shiftDay } from './period.js';

const law = { instrument: '39/2021/QĐ-TTg', article: 'Điều 6', status: 'verified' } as const;

const rule = { from: '2022-01-01', to: '2025-12-31', carriedOverTo: '2026-12-31' };
const times = (pieces: readonly { from: string; to: string | null }[]) =>
  pieces.map(({ from, to }) => `${from}…${to ?? ''}`);

describe('periods', () => {
  it('have a day in common, the first and the last day included', () => {
    expect(overlaps(rule, { from: '2025-12-31', to: null })).toBe(true);
    expect(overlaps(rule, { from: '2026-01-01', to: null })).toBe(false);
    expect(overlaps({ from: '2024-01-01', to: null }, { from: '2020-01-01', to: '2024-01-01' })).toBe(true);
  });

  it('are cut where another rule holds', () => {
    expect(times(cutOut(rule, []))).toEqual(['2022-01-01…2025-12-31']);
    expect(times(cutOut(rule, [{ from: '2021-01-01', to: null }]))).toEqual([]);
    expect(times(cutOut(rule, [{ from: '2024-03-01', to: '2024-03-31' }]))).toEqual([
      '2022-01-01…2024-02-29',
      '2024-04-01…2025-12-31',
    ]);
    expect(
      times(
        cutOut({ from: '2022-01-01', to: null }, [
          { from: '2025-01-01', to: null },
          { from: '2023-01-01', to: '2023-12-31' },
        ]),
      ),
    ).toEqual(['2022-01-01…2022-12-31', '2024-01-01…2024-12-31']);
  });

  it('carry money over only where their own end is still there', () => {
    const pieces = cutOut(rule, [{ from: '2024-01-01', to: '2024-12-31' }]);
    expect(pieces.map(({ carriedOverTo }) => carriedOverTo)).toEqual([null, '2026-12-31']);
    expect(cutOut(rule, [{ from: '2025-12-31', to: null }])[0]?.carriedOverTo).toBeNull();
    const holds = (
      other: { from: string; to: string; carriedOverTo?: string | null },
      carriedOver: boolean,
    ) =>
      cutOut({ ...rule, law }, [other]).some((piece) => inForce(piece, { asOf: '2026-06-30', carriedOver }));
    const ending = { from: '2024-01-01', to: '2025-12-31' };
    expect([holds(ending, true), holds(ending, false)]).toEqual([true, false]);
    expect(holds({ ...ending, carriedOverTo: '2026-12-31' }, true)).toBe(false);
    expect(holds({ ...ending, to: '2026-12-31' }, true)).toBe(false);
  });

  it('move by days over the end of a month', () => {
    expect([shiftDay('2024-03-01', -1), shiftDay('2025-12-31', 1)]).toEqual(['2024-02-29', '2026-01-01']);
  });
});
