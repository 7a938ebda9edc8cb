import { applyEdits, check, type Edit, type WorkbookSnapshot } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, it } from 'vitest';
import { type GeneratedCase, generateCase } from './generator/case.js';

const SEEDS = 160;
/** The first day of Circular 02/2022/TT-UBDT, which binds this money to its area. */
const BOUND_FROM = '2022-08-15';
const BOUND_NODES = ['DA4', 'DA4.TDA1'];

interface Bound {
  readonly sheet: string;
  readonly title: string;
  readonly cell: string;
  /** Columns of the infrastructure project, places as rows. */
  readonly columns: readonly string[];
}

const letterNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A place in a sheet of projects across and places down, with a column of money that is bound to an area. */
function boundPlace({ expected, workbook }: GeneratedCase): Bound | null {
  for (const { sheet, programme, columns, rows } of expected.tables) {
    const bound = columns.filter(({ node }) => node !== undefined && BOUND_NODES.includes(node));
    const titles = columns.find(({ role }) => role === 'title');
    const hasMoney = (row: number) =>
      bound.some(({ column }) => {
        const content = workbook.find(sheet).at(row, letterNumber(column))?.content;
        return content?.kind === 'number' && content.amount > 0n;
      });
    const place = rows.find(({ kind, row }) => kind === 'place' && hasMoney(row));
    if (programme !== 'dttsmn-2021-2025' || bound.length === 0 || !titles || !place) continue;
    const cell = `${titles.column}${place.row}`;
    return { sheet, title: place.title, cell, columns: bound.map(({ column }) => column) };
  }
  return null;
}

const reportOf = (snapshot: WorkbookSnapshot) => check(snapshot, { rules: RULES, locale: vi });

/** The sheet with a remark behind the name of the place; `null` where the name is not written in Unicode. */
function remarked(snapshot: WorkbookSnapshot, { sheet, title, cell }: Bound, remark: string) {
  const edit: Edit = {
    sheet,
    cell,
    before: { kind: 'text', text: title },
    after: { kind: 'text', text: `${title} (${remark})` },
  };
  try {
    return applyEdits(snapshot, [edit]);
  } catch {
    return null;
  }
}

describe('money outside its area on generated sheets', () => {
  it('is found at the place, and only there, once the place says that it is in region I', () => {
    let tried = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const made = generateCase(seed, { scope: 'all', layouts: ['E'], kinds: ['clean'] });
      const bound = boundPlace(made);
      if (!bound) continue;
      const snapshot = readWorkbook(made.bytes);
      const plain = reportOf(snapshot);
      const wrong = remarked(snapshot, bound, 'khu vực I');
      const right = remarked(snapshot, bound, 'khu vực III');
      if (!wrong || !right || (plain.rules.asOf ?? '') < BOUND_FROM) continue;
      tried++;
      const others = ({ findings }: typeof plain) =>
        findings.filter(({ code }) => code !== 'ineligible-area');
      const found = reportOf(wrong).findings.filter(({ code }) => code === 'ineligible-area');
      expect(
        found.map(({ cell }) => cell),
        `seed ${seed}`,
      ).toEqual([bound.cell]);
      for (const cell of found[0]?.cells.slice(1) ?? [])
        expect(
          bound.columns.some((column) => cell.startsWith(column)),
          `seed ${seed}: ${cell}`,
        ).toBe(true);
      expect(reportOf(right).findings.filter(({ code }) => code === 'ineligible-area')).toEqual([]);
      expect(others(reportOf(wrong)).map(({ code }) => code)).toEqual(others(plain).map(({ code }) => code));
    }
    expect(tried).toBeGreaterThan(15);
  });
});
