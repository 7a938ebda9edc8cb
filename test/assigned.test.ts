import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
import { beforeAll, describe, expect, it } from 'vitest';
import { decision, FORMS, type Line, linesOf } from './assigned-forms.js';
import { type GeneratedCase, generateCase } from './generator/case.js';
import { Random } from './generator/random.js';
import type { Scope } from './generator/wording.js';

const CODES: readonly string[] = ['ceiling-exceeded', 'unallocated-balance'];
const SCOPES: readonly Scope[] = ['open', 'held-out'];
const SEEDS = Array.from({ length: 60 }, (_, i) => 70_000 + i);

function run(
  { options }: GeneratedCase,
  snapshot: WorkbookSnapshot,
  assigned: readonly AssignedGiven[],
): CheckReport {
  return check(snapshot, {
    rules: RULES,
    locale: vi,
    match: (options.match ?? []).map((ratio) => ({ ratio, capital: 'all' })),
    programme: options.programme ?? null,
    year: options.year ?? null,
    assigned,
  });
}

const accusations = ({ findings }: CheckReport) => findings.filter(({ code }) => CODES.includes(code));
const cases = (wish: { kinds?: readonly string[] }) =>
  SCOPES.flatMap((scope) => SEEDS.map((seed) => generateCase(seed, { scope, ...wish })));
const nameOf = ({ scope, seed, layout }: GeneratedCase) => `${scope}/${seed}/${layout}`;

describe('assigned figures', () => {
  /** Clean sheets, each held against itself. */
  let clean: { made: GeneratedCase; snapshot: WorkbookSnapshot; equal: CheckReport }[] = [];
  beforeAll(() => {
    clean = cases({ kinds: ['clean'] }).map((made) => {
      const snapshot = readWorkbook(made.bytes);
      return { made, snapshot, equal: run(made, snapshot, [decision(snapshot)]) };
    });
  });

  it('accuse nobody where nothing was assigned, whatever else is wrong in the sheet', () => {
    for (const made of cases({})) {
      expect(accusations(run(made, readWorkbook(made.bytes), [])), nameOf(made)).toEqual([]);
    }
  });

  it('accuse nobody where the decision is the sheet itself', () => {
    for (const { made, equal } of clean) expect(accusations(equal), nameOf(made)).toEqual([]);
  });

  it('accuse nobody in the eight workbooks, by themselves and as their own decisions', () => {
    const folder = fileURLToPath(new URL('./workbooks/', import.meta.url));
    const files = readdirSync(folder, { recursive: true }).map(String);
    const books = files.filter((name) => name.endsWith('.xlsx'));
    expect(books.length).toBeGreaterThanOrEqual(8);
    let compared = 0;
    for (const name of books) {
      const snapshot = readWorkbook(readFileSync(`${folder}${name}`));
      for (const assigned of [[], [decision(snapshot)]]) {
        const report = check(snapshot, { rules: RULES, locale: vi, assigned });
        expect(accusations(report), name).toEqual([]);
        compared += (report.assigned ?? []).filter(({ comparedWith }) => comparedWith.length > 0).length;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('name the one figure that differs from the decision, and no other', () => {
    let planted = 0;
    const missed: string[] = [];
    for (const { made, snapshot, equal } of clean) {
      const changed = plant(new Random(`assigned/${nameOf(made)}`), snapshot, equal);
      if (!changed) continue;
      planted++;
      const found = accusations(run(made, snapshot, [decision(changed.decision)]));
      const [first] = found;
      const isRight =
        first?.sheet === changed.sheet && first.cell === changed.cell && first.code === changed.code;
      if (found.length !== 1 || !isRight) missed.push(nameOf(made));
    }
    expect(planted).toBeGreaterThan(60);
    expect(missed.length / planted, missed.join(', ')).toBeLessThan(0.03);
  });

  it('name the total that differs from a line above the table, and none where they agree', () => {
    let planted = 0;
    const missed: string[] = [];
    for (const { made, snapshot, equal } of clean) {
      const total = (equal.assigned ?? []).find(
        ({ node, place, source, amount, comparedWith }) =>
          node === null &&
          place === null &&
          (source ?? 'total') === 'total' &&
          amount !== '0' &&
          comparedWith.length === 1,
      );
      const at = total?.comparedWith[0];
      const [table] = equal.tables;
      if (!at || !table?.unit || !table.programme || equal.tables.length !== 1 || total?.source !== 'total')
        continue;
      planted++;
      const written = Number(total.amount) * 1.2 + 7;
      const said = (amount: number) => {
        const text = `Tổng kinh phí được giao: ${amount.toLocaleString('de-DE', { maximumFractionDigits: 6 })} ${table.unit}`;
        const cell = `AA${Math.max(1, Number(/\d+/.exec(table.headerRange)?.[0]) - 1)}`;
        const after = { kind: 'text', text } as const;
        return applyEdits(snapshot, [{ sheet: table.sheet, cell, before: { kind: 'blank' }, after }]);
      };
      expect(accusations(run(made, said(Number(total.amount)), [])), nameOf(made)).toEqual([]);
      const found = accusations(run(made, said(written), []));
      const isRight = found[0]?.cell === at.cell && found[0].code === 'unallocated-balance';
      if (found.length !== 1 || !isRight)
        missed.push(`${nameOf(made)} ${found.map(({ cell }) => cell)}/${at.cell}`);
    }
    expect(planted).toBeGreaterThan(20);
    expect(missed.length / planted, missed.join(', ')).toBeLessThan(0.1);
  });

  for (const form of FORMS) {
    it(`name the one that differs from ${form.name}, and none where they agree`, () => {
      let planted = 0;
      const missed: string[] = [];
      for (const { made, snapshot, equal } of clean) {
        const lines = linesOf(equal);
        if (!lines) continue;
        planted++;
        const random = new Random(`${form.name}/${nameOf(made)}`);
        const same = run(made, snapshot, [form.write(lines, random)]);
        expect(accusations(same), nameOf(made)).toEqual([]);
        const victim = random.pick(lines.lines);
        const amount = Math.round((victim.amount * 1.5 + 300) * 100) / 100;
        const changed = lines.lines.map((line): Line => (line === victim ? { ...line, amount } : line));
        const found = accusations(run(made, snapshot, [form.write({ ...lines, lines: changed }, random)]));
        const isRight = found[0]?.cell === victim.cell && found[0].code === 'unallocated-balance';
        if (found.length !== 1 || !isRight) missed.push(nameOf(made));
      }
      expect(planted).toBeGreaterThan(30);
      expect(1 - missed.length / planted, missed.join(', ')).toBeGreaterThan(form.floor);
    });
  }
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
