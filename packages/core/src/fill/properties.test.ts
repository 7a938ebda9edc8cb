import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBook, understand } from '../check.js';
import { RULES } from '../rules/index.js';
import {
  applyEdits,
  buildSnapshot,
  cellAddress,
  type PlainSheet,
  parseAddress,
  type WorkbookSnapshot,
} from '../snapshot/index.js';
import { FILL_CODES, type FillOptions, planFill, USUAL_FILL_OPTIONS } from './index.js';
import { contentOf } from './target.js';

const TITLES = [
  'Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo',
  'Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng',
  'Dự án 6: Truyền thông',
  '=HYPERLINK("http://example.org","Dự án 6")',
  '+1',
  '-2+3',
  '@SUM(A1:A9)',
  'Sửa chữa trụ sở',
];
const FIRST_ROW = 4;

/** What may stand in a money cell: nothing, a dash, a figure, a figure as text, text that looks like a formula. */
const money = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 90_000 }).map((tenths) => tenths / 10) },
  { weight: 1, arbitrary: fc.constantFrom('-', "'12,5", '=1+1', '+5') },
);
const row = fc.record({
  title: fc.constantFrom(...TITLES),
  money: fc.tuple(money, money, money),
  totalFormula: fc.boolean(),
});
const wish: fc.Arbitrary<FillOptions> = fc.record({
  fills: fc.oneof(
    fc.constant(USUAL_FILL_OPTIONS.fills),
    fc.subarray([...FILL_CODES].filter((code) => code !== 'unit')),
  ),
  overwrite: fc.constant(false),
  match: fc.constantFrom([], [{ ratio: '0.15', capital: 'all' as const }]),
  divide: fc.constantFrom(null, {
    into: 'D',
    by: 'equal',
    total: '100',
    step: '0.1',
    policy: 'largest-remainder' as const,
  }),
  shares: fc.constantFrom(
    null,
    {
      ratios: [{ receiver: 'central' as const, ratio: '0.85', of: 'total' as const }],
      policy: 'last' as const,
      step: null,
    },
    {
      ratios: [{ receiver: 'local' as const, ratio: '0.1', of: 'central' as const }],
      policy: null,
      step: '0.1',
    },
  ),
  supportRate: fc.constant(null),
  asOf: fc.constant(null),
  wordChoices: fc.constant(USUAL_FILL_OPTIONS.wordChoices),
});
const sheets = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 8 }),
  total: fc.tuple(money, money, money),
  ordinals: fc.boolean(),
});

function draw({ rows, total, ordinals }: typeof sheets extends fc.Arbitrary<infer S> ? S : never) {
  const cells: Record<string, PlainSheet['cells'][string]> = {
    A1: 'KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024',
    A2: 'Đơn vị tính: triệu đồng',
  };
  ['STT', 'Nội dung', 'Tổng số', 'NSTW', 'NSĐP'].forEach((text, i) => {
    cells[cellAddress(FIRST_ROW - 1, i + 1)] = text;
  });
  const put = (r: number, values: readonly (number | string | null)[]) =>
    values.forEach((value, i) => {
      if (value !== null) cells[cellAddress(r, 3 + i)] = { value };
    });
  rows.forEach((one, i) => {
    const r = FIRST_ROW + i;
    if (ordinals) cells[cellAddress(r, 1)] = i + 1;
    cells[cellAddress(r, 2)] = { value: one.title };
    put(r, one.money);
    if (one.totalFormula) cells[cellAddress(r, 3)] = `=D${r}+E${r}`;
  });
  cells[cellAddress(FIRST_ROW + rows.length, 2)] = 'Tổng cộng';
  put(FIRST_ROW + rows.length, total);
  cells[cellAddress(FIRST_ROW + rows.length + 1, 1)] = 'Bằng chữ: ………';
  return buildSnapshot([{ name: 'S', cells }]);
}

function planOf(snapshot: WorkbookSnapshot, options: FillOptions) {
  const tablesOf = (book: ReturnType<typeof openBook>) => understand(book, { rules: RULES });
  const book = openBook(snapshot);
  return planFill(book, tablesOf(book), RULES, options, tablesOf);
}

function contents(snapshot: WorkbookSnapshot): Record<string, unknown> {
  const book = openBook(snapshot);
  const all: Record<string, unknown> = {};
  for (let r = 1; r <= 16; r++)
    for (let c = 1; c <= 6; c++) {
      const content = contentOf(book, 0, r, c);
      // The value that a formula last showed is no content.
      all[cellAddress(r, c)] = content.kind === 'formula' ? content.formula : content;
    }
  return all;
}

const RUNS = { numRuns: 400 };
/** Fills that are asked for by name because they replace what was typed. */
const REPLACING = ['titles', 'text-numbers', 'words', 'unit'];

describe('whatever stands in a sheet, a fill', () => {
  it('writes only into blank cells unless its work is to replace', () => {
    fc.assert(
      fc.property(sheets, wish, (sheet, options) => {
        for (const { before, fill } of planOf(draw(sheet), options).edits) {
          const blank = before.kind === 'blank' || (before.kind === 'text' && /^[-–—\s]*$/.test(before.text));
          expect(blank || REPLACING.includes(fill)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('plans nothing the second time', () => {
    fc.assert(
      fc.property(sheets, wish, (sheet, options) => {
        const snapshot = draw(sheet);
        const filled = applyEdits(snapshot, planOf(snapshot, options).edits);
        expect(planOf(filled, options).edits.map(({ cell, after }) => [cell, after])).toEqual([]);
      }),
      RUNS,
    );
  });

  it('is undone by its edits turned round', () => {
    fc.assert(
      fc.property(sheets, wish, (sheet, options) => {
        const snapshot = draw(sheet);
        const { edits } = planOf(snapshot, options);
        const back = edits.map((edit) => ({ ...edit, before: edit.after, after: edit.before })).reverse();
        expect(contents(applyEdits(applyEdits(snapshot, edits), back))).toEqual(contents(snapshot));
      }),
      RUNS,
    );
  });

  it('makes formulas of cells, sums and roundings alone, never of a cell’s text', () => {
    const known = /^=(?:SUM|ROUND(?:UP|DOWN)?|[$A-Z]+\d+|\$\d+|[-+*/(),:%]|\d+(?:\.\d+)?)+$/;
    fc.assert(
      fc.property(sheets, wish, (sheet, options) => {
        const snapshot = draw(sheet);
        const { edits } = planOf(snapshot, options);
        for (const { after } of edits) if (after.kind === 'formula') expect(after.formula).toMatch(known);
        const book = openBook(applyEdits(snapshot, edits));
        for (const { cell, after } of edits) {
          const at = parseAddress(cell)!;
          expect(book.evaluator.formula(0, at.row, at.column) !== null).toBe(after.kind === 'formula');
        }
      }),
      RUNS,
    );
  });

  it('leaves no formula that shows an error or goes round in a circle, unless the sheet did before', () => {
    fc.assert(
      fc.property(sheets, wish, (sheet, options) => {
        const snapshot = draw(sheet);
        const own = openBook(snapshot);
        fc.pre(sheet.rows.every((_, i) => own.evaluator.value(0, FIRST_ROW + i, 3).kind !== 'error'));
        const { edits } = planOf(snapshot, options);
        const book = openBook(applyEdits(snapshot, edits));
        for (const { cell, after } of edits) {
          if (after.kind !== 'formula') continue;
          const at = parseAddress(cell)!;
          expect([cell, after.formula, book.evaluator.value(0, at.row, at.column).kind]).toEqual([
            cell,
            after.formula,
            'number',
          ]);
        }
      }),
      RUNS,
    );
  });
});
