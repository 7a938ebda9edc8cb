import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import { cellAt, contextOf, type PlainTable, span, UNITS } from '../checks/test-table.js';
import type { PlainSheet } from '../snapshot/index.js';
import { analyseSums } from './analysis.js';
import { oddFormulaFindings } from './odd-formulas.js';
import { percentFindings } from './percents.js';
import { asShown, shownDigits } from './shown-digits.js';

const brief = ({
  code,
  cell,
  expected,
  count,
}: {
  code: string;
  cell: string;
  expected: string | null;
  count: number;
}) => `${code} ${cell} ${expected} ×${count}`;

/** Rows 4 to `last` with `C + D = E`, and a total row below, all typed. */
function longSheet(last: number, change: (cells: Record<string, number>) => void): string[] {
  const cells: Record<string, number> = {};
  const totals = [0, 0, 0];
  for (let row = 4; row <= last; row++) {
    const values = [row * 7, row * 3, row * 10];
    values.forEach((value, i) => {
      cells[`${'CDE'[i]}${row}`] = value;
      totals[i]! += value;
    });
  }
  totals.forEach((total, i) => {
    cells[`${'CDE'[i]}${last + 1}`] = total;
  });
  change(cells);
  const table: PlainTable = {
    range: `A3:E${last + 1}`,
    roles: { A: 'ordinal', B: 'title' },
    unit: UNITS.dong,
    sums: [
      { whole: 'E', parts: ['C', 'D'], lines: span(4, last + 1) },
      { whole: last + 1, parts: span(4, last), lines: ['C', 'D', 'E'] },
    ],
  };
  return analyseSums(contextOf([{ name: 'S', cells }], [table])).findings.map(brief);
}

describe('many like faults', () => {
  it('are one finding with a count: a whole column in another unit', () => {
    const found = longSheet(103, (cells) => {
      for (let row = 4; row <= 103; row++) cells[`D${row}`]! *= 1000;
    });
    expect(found).toEqual(['unit-scale-error D4 12 ×100']);
  });
  it('are one finding with a count: a whole column of totals that leave something out', () => {
    const found = longSheet(103, (cells) => {
      for (let row = 4; row <= 103; row++) cells[`E${row}`]! -= row;
    });
    expect(found[0]).toBe('row-total-mismatch E4 40 ×100');
    expect(found).toHaveLength(1);
  });
  it('stay single findings up to fifty', () => {
    const found = longSheet(103, (cells) => {
      for (const row of [10, 20, 30]) cells[`C${row}`]! += row;
    });
    expect(found).toEqual([
      'row-total-mismatch C10 70 ×1',
      'row-total-mismatch C20 140 ×1',
      'row-total-mismatch C30 210 ×1',
    ]);
  });
});

describe('relations that were only seen in the figures', () => {
  const cells = { C4: 10, D4: 5, E4: 15, C5: 7, D5: 1, E5: 9, C6: 3, D6: 3, E6: 7, C7: 1, D7: 1, E7: 2 };
  const table = (evidence: 'figures' | 'formula'): PlainTable => ({
    range: 'A3:E7',
    unit: UNITS.dong,
    sums: [{ whole: 'E', parts: ['C', 'D'], lines: span(4, 7), evidence }],
  });
  it('accuse nobody where they fail in half of the rows, and say so', () => {
    const analysis = analyseSums(contextOf([{ name: 'S', cells }], [table('figures')]));
    expect(analysis.findings).toEqual([]);
    expect(analysis.gaps.map((gap) => gap.code)).toEqual(['sum-not-certain']);
  });
  it('are believed where a formula states them', () => {
    const analysis = analyseSums(contextOf([{ name: 'S', cells }], [table('formula')]));
    expect(analysis.findings.map((finding) => finding.cell)).toEqual(['E5', 'E6']);
  });
});

describe('what is no mistake', () => {
  const table: PlainTable = {
    range: 'A3:E6',
    roles: { A: 'ordinal', B: 'title' },
    sums: [
      { whole: 'E', parts: ['C', 'D'], lines: span(4, 6) },
      { whole: 6, parts: [4, 5], lines: ['C', 'D', 'E'] },
    ],
  };
  const findings = (cells: PlainSheet['cells'], given: PlainTable = table) =>
    analyseSums(contextOf([{ name: 'S', cells }], [given])).findings.map(brief);
  it('blank cells and dashes are zero', () => {
    expect(findings({ C4: 5, D4: '-', E4: 5, C5: 7, E5: 7, C6: 12, D6: '—', E6: 12 })).toEqual([]);
  });
  it('a section without figures of its own', () => {
    const section: PlainTable = { ...table, sums: [{ whole: 4, parts: [5, 6], lines: ['C', 'D', 'E'] }] };
    expect(findings({ B4: 'I. Chuyển tiếp', C5: 5, E5: 5, C6: 7, E6: 7 }, section)).toEqual([]);
  });
  it('a total whose breakdown is left blank', () => {
    expect(findings({ E4: 500, C5: 7, E5: 7, C6: 7, E6: 507 })).toEqual([]);
  });
  it('decreases below zero that the sum subtracts from', () => {
    const adjusted: PlainTable = {
      range: 'A3:F4',
      sums: [{ whole: 'F', parts: ['C', 'D', 'E'], lines: [4] }],
    };
    expect(findings({ C4: 42.646, D4: 0, E4: -21.574, F4: 21.072 }, adjusted)).toEqual([]);
  });
  it('columns of one row in different units', () => {
    const mixed: PlainTable = {
      range: 'A3:E4',
      unit: UNITS.trieu,
      columnUnits: { E: UNITS.ty },
      sums: [{ whole: 'E', parts: ['C', 'D'], lines: [4] }],
    };
    expect(findings({ C4: 1500, D4: 500, E4: 2 }, mixed)).toEqual([]);
    expect(findings({ C4: 1500, D4: 500, E4: 3.5 }, mixed)).toEqual(['row-total-mismatch E4 2 ×1']);
  });
});

describe('figures on two sheets', () => {
  const detail: PlainSheet = { name: 'Chi tiết', cells: { C4: 3000.4, C5: 500.1, C6: 3500.5 } };
  const tables = (whole: number): PlainTable[] => [
    {
      range: 'A3:C5',
      unit: UNITS.ty,
      crossSheet: [
        {
          whole: cellAt('C4'),
          wholeScale: 1e9,
          parts: [cellAt('C6', 1)],
          partScale: 1e6,
          evidence: 'formula',
        },
      ],
      sums: whole > 0 ? [{ whole: 5, parts: [4], lines: ['C'] }] : [],
    },
    { sheet: 1, range: 'A3:C6', sums: [{ whole: 6, parts: [4, 5], lines: ['C'] }] },
  ];
  const findings = (cells: PlainSheet['cells']) =>
    analyseSums(contextOf([{ name: 'Tổng hợp', cells }, detail], tables(0))).findings.map(brief);
  it('may differ by the rounding of the coarser unit', () => {
    expect(findings({ C4: 3.5 })).toEqual([]);
  });
  it('are named with the figure that the details add up to', () => {
    expect(findings({ C4: 3.7 })).toEqual(['cross-sheet-mismatch C4 3.5005 ×1']);
  });
  it('show a link to the wrong cell', () => {
    expect(findings({ C4: "='Chi tiết'!C4/1000" })).toEqual(['wrong-reference C4 3.5005 ×1']);
  });
});

describe('percents', () => {
  const table: PlainTable = {
    range: 'A3:E6',
    roles: { E: 'percent' },
    percents: [4, 5, 6].map((row) => ({
      percent: cellAt(`E${row}`),
      numerator: cellAt(`D${row}`),
      denominator: cellAt(`C${row}`),
      times: 100 as const,
      evidence: 'figures' as const,
    })),
    sums: [{ whole: 6, parts: [4, 5], lines: ['C', 'D'] }],
  };
  const findings = (cells: PlainSheet['cells']) =>
    percentFindings(analyseSums(contextOf([{ name: 'S', cells }], [table]))).map(brief);
  it('are right where they are rounded to the digits they show', () => {
    expect(
      findings({ C4: 300, D4: 100, E4: 33.3, C5: 300, D5: 200, E5: 67, C6: 600, D6: 300, E6: 50 }),
    ).toEqual([]);
  });
  it('are named beyond that', () => {
    expect(
      findings({ C4: 300, D4: 100, E4: 38.3, C5: 300, D5: 200, E5: 67, C6: 600, D6: 300, E6: 50 }),
    ).toEqual(['percent-mismatch E4 33.3 ×1']);
  });
  it('only follow a figure that the sums prove wrong', () => {
    expect(
      findings({ C4: 300, D4: 100000, E4: 33.3, C5: 300, D5: 200, E5: 67, C6: 600, D6: 300, E6: 50 }),
    ).toEqual([]);
  });
});

describe('formulas that are no sums', () => {
  it('are compared with their copies in the column', () => {
    const cells: PlainSheet['cells'] = {};
    const all: Record<string, string | number> = {};
    for (let row = 4; row <= 8; row++) {
      all[`C${row}`] = row * 100;
      all[`D${row}`] = `=ROUND(C${row}*15%,0)`;
    }
    const table: PlainTable = { range: 'A3:D8' };
    const findings = (more: PlainSheet['cells']) =>
      oddFormulaFindings(
        analyseSums(contextOf([{ name: 'S', cells: { ...cells, ...all, ...more } }], [table])),
      ).map(brief);
    expect(findings({})).toEqual([]);
    expect(findings({ D6: '=ROUND(C5*15%,0)' })).toEqual(['wrong-reference D6 90 ×1']);
    expect(findings({ D6: '=ROUND(C6*20%,0)' })).toEqual([]);
  });
});

describe('digits that a number format shows', () => {
  it.each([
    ['General', false, 15],
    ['#,##0', true, 0],
    ['#,##0.00', true, 2],
    ['0.0%', true, 3],
    ['#,##0.0,', true, -2],
    ['_(* #,##0.0_);_(* (#,##0.0);_(* "-"_)', true, 1],
    ['dd/mm/yyyy', false, 15],
  ])('%s', (format, fixed, most) => {
    expect(shownDigits(format)).toMatchObject({ fixed, most });
  });
  it('rounds as Excel shows', () => {
    expect(asShown(new Decimal('-2.5'), shownDigits('0')).toString()).toBe('-3');
    expect(asShown(new Decimal('12345'), shownDigits('#,##0,')).toString()).toBe('12000');
  });
});
