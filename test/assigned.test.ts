import {
  type AssignedGiven,
  applyEdits,
  type CheckReport,
  check,
  parseAddress,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, it } from 'vitest';
import { type GeneratedCase, generateCase } from './generator/case.js';
import { Random } from './generator/random.js';
import type { Scope } from './generator/wording.js';

const CODES: readonly string[] = ['ceiling-exceeded', 'unallocated-balance'];
const SCOPES: readonly Scope[] = ['open', 'held-out'];
const SEEDS = Array.from({ length: 120 }, (_, i) => 70_000 + i);

function run(
  made: GeneratedCase,
  snapshot: WorkbookSnapshot,
  assigned: readonly AssignedGiven[],
): CheckReport {
  return check(snapshot, {
    rules: RULES,
    locale: vi,
    match: (made.options.match ?? []).map((ratio) => ({ ratio, capital: 'all' })),
    programme: made.options.programme ?? null,
    year: made.options.year ?? null,
    assigned,
  });
}

const decision = (snapshot: WorkbookSnapshot): AssignedGiven => ({
  kind: 'workbook',
  name: 'QD.xlsx',
  snapshot,
});
const accusations = ({ findings }: CheckReport) => findings.filter(({ code }) => CODES.includes(code));
const cases = (wish: { kinds?: readonly string[] }) =>
  SCOPES.flatMap((scope) => SEEDS.map((seed) => generateCase(seed, { scope, ...wish })));

describe('assigned figures on generated sheets', () => {
  it('accuses nobody where nothing was assigned, whatever else is wrong in the sheet', () => {
    for (const made of cases({})) {
      const report = run(made, readWorkbook(made.bytes), []);
      expect(accusations(report), `${made.scope}/${made.seed}/${made.layout}`).toEqual([]);
    }
  });

  it('accuses nobody where the decision is the sheet itself', () => {
    for (const made of cases({ kinds: ['clean'] })) {
      const snapshot = readWorkbook(made.bytes);
      const report = run(made, snapshot, [decision(snapshot)]);
      expect(accusations(report), `${made.scope}/${made.seed}/${made.layout}`).toEqual([]);
    }
  });

  it('names the one figure that differs from the decision, and no other', () => {
    const tally = { planted: 0, found: 0, alone: 0 };
    const byLayout = new Map<string, { planted: number; right: number }>();
    for (const made of cases({ kinds: ['clean'] })) {
      const snapshot = readWorkbook(made.bytes);
      const equal = run(made, snapshot, [decision(snapshot)]);
      const planted = plant(new Random(`assigned/${made.scope}/${made.seed}`), snapshot, equal);
      if (!planted) continue;
      const found = accusations(run(made, snapshot, [decision(planted.decision)]));
      const hit = found.some(
        ({ sheet, cell, code }) => sheet === planted.sheet && cell === planted.cell && code === planted.code,
      );
      const layout = byLayout.get(made.layout) ?? { planted: 0, right: 0 };
      byLayout.set(made.layout, layout);
      tally.planted++;
      layout.planted++;
      if (hit) tally.found++;
      if (hit && found.length === 1) {
        tally.alone++;
        layout.right++;
      } else if (process.env.SHOW)
        console.log(
          made.scope,
          made.seed,
          made.layout,
          JSON.stringify(planted, (k, v) => (k === 'decision' ? undefined : v)),
          found.map((f) => `${f.sheet}!${f.cell} ${f.code} ${f.expected}/${f.found}`),
        );
    }
    if (process.env.SHOW) console.log(tally, Object.fromEntries(byLayout));
    expect(tally.planted).toBeGreaterThan(100);
    expect(tally.found / tally.planted).toBeGreaterThan(0.97);
    expect(tally.alone / tally.planted).toBeGreaterThan(0.97);
  });
});

/** A typed figure of the decision, raised or lowered by a tenth or more; its typed totals stay as they are. */
function plant(random: Random, snapshot: WorkbookSnapshot, equal: CheckReport) {
  const typed = (equal.assigned ?? []).filter(
    ({ origin, node, place, comparedWith, sheet, cell, amount }) => {
      if (
        origin !== 'file' ||
        (node === null && place === null) ||
        comparedWith.length !== 1 ||
        amount === '0'
      )
        return false;
      return cell !== null && contentAt(snapshot, sheet, cell) !== null && !isWhole(equal, sheet, cell);
    },
  );
  if (typed.length === 0) return null;
  const figure = random.pick(typed);
  const { sheet, cell } = figure as { sheet: string; cell: string };
  const before = contentAt(snapshot, sheet, cell) as string;
  const up = random.chance(0.5);
  const after = String(Math.round(Number(before) * (up ? 1.2 : 0.8) * 1000) / 1000 + (up ? 3 : -3));
  const at = figure.comparedWith[0] as { sheet: string; cell: string };
  return {
    ...at,
    code: up === Number(before) > 0 ? 'unallocated-balance' : 'ceiling-exceeded',
    decision: applyEdits(snapshot, [
      { sheet, cell, before: { kind: 'number', value: before }, after: { kind: 'number', value: after } },
    ]),
  };
}

function isWhole({ tables }: CheckReport, sheet: string | null, cell: string): boolean {
  return tables.some((table) => table.sheet === sheet && table.relations.some(({ whole }) => whole === cell));
}

/** The number typed in a cell; `null` for formulas, texts and blanks. */
function contentAt(snapshot: WorkbookSnapshot, name: string | null, address: string): string | null {
  const sheet = snapshot.sheets.find((one) => one.name === name);
  const at = parseAddress(address);
  if (!sheet || !at) return null;
  for (let i = 0; i < sheet.cells.count; i++) {
    if (sheet.cells.rows[i] !== at.row || sheet.cells.columns[i] !== at.column) continue;
    if (sheet.formulas.some((formula) => formula.cell === i) || sheet.cells.kinds[i] !== 1) return null;
    return String(sheet.cells.numbers[i]);
  }
  return null;
}
