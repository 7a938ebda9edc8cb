import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellAddress, check, openBook, USUAL_FILLS, type WorkbookSnapshot } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { afterAll, describe, expect, test } from 'vitest';
import { bookFromSnapshot, ExcelHost, HostShell } from '../../../test/excel-host/index.js';
import { loadOffice } from '../../../test/excel-host/office-node.js';
import { recalculate, snapshotOf } from '../../../test/excel-host/recalculate.js';
import { generateCase } from '../../../test/generator/case.js';
import { call } from '../../cli/src/testing.js';
import { type FillWish, plannedFill } from '../src/engine/fill.js';
import { OpenFile } from '../src/engine/open-file.js';
import { ExcelPort } from '../src/excel/excel-port.js';
import { EMPTY_MEMORY } from '../src/port/types.js';
import { WORKBOOKS, workbook } from './browser.js';

const GOLDEN = readdirSync(WORKBOOKS).filter((name) => /^\d/.test(name));
const FILES = [
  ...GOLDEN.map((name) => [name, workbook(name)] as const),
  ['rich-features', join(WORKBOOKS, 'rich-features.xlsx')] as const,
];

const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-same-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inExcel(file: Uint8Array) {
  const host = new ExcelHost(bookFromSnapshot(readWorkbook(file)), { recalculate });
  const { Excel } = await loadOffice(new HostShell(host));
  const port = await ExcelPort.open(Excel, { now: () => '2025-01-01T00:00:00.000Z' });
  return { host, port };
}

interface Told {
  readonly key: string;
  readonly message: string;
  readonly fix: unknown;
}

const told = (findings: readonly Told[]) => findings.map(({ key, message, fix }) => ({ key, message, fix }));

const findings = (snapshot: WorkbookSnapshot) => told(check(snapshot, { rules: RULES, locale: vi }).findings);

/** Every cell's value and formula, whatever way the workbook was read. */
function contents(snapshot: WorkbookSnapshot): string[] {
  const { evaluator } = openBook(snapshot);
  return snapshot.sheets.flatMap((sheet, index) =>
    [...sheet.cells.rows].map((row, i) => {
      const column = sheet.cells.columns[i]!;
      const value = evaluator.value(index, row, column);
      const shown = value.kind === 'number' ? value.value.toFixed() : JSON.stringify(value);
      return `${index}!${cellAddress(row, column)}: ${evaluator.formula(index, row, column) ?? ''} ${shown}`;
    }),
  );
}

/** The file with every other formula and every seventh figure made blank. */
function blanked(bytes: Uint8Array): Uint8Array {
  const workbook = openWorkbook(bytes);
  const changes = workbook.snapshot().sheets.flatMap(({ name, cells, formulas }) => {
    const computed = new Set(formulas.map(({ cell }) => cell));
    const typed = [...cells.kinds.keys()].filter((cell) => cells.kinds[cell] === 1 && !computed.has(cell));
    const chosen = [...[...computed].filter((_, i) => i % 2 === 0), ...typed.filter((_, i) => i % 7 === 3)];
    return chosen.map((cell) => ({
      sheet: name,
      cell: cellAddress(cells.rows[cell]!, cells.columns[cell]!),
      content: { kind: 'blank' } as const,
    }));
  });
  workbook.change(changes);
  return workbook.save();
}

describe.each(FILES)('%s', (name, path) => {
  test('gives the same findings in Excel as from the command line', async () => {
    const { port } = await inExcel(readFileSync(path));
    const report = await call('check', path, '--json');
    expect(findings(await port.read())).toEqual(told(report.json<{ findings: Told[] }>().findings));
  });

  test('is filled in Excel as by the command line and on the page without Excel', async () => {
    const bytes = blanked(readFileSync(path));
    const [before, after] = [join(folder, `${name}.xlsx`), join(folder, `${name}-filled.xlsx`)];
    writeFileSync(before, bytes);
    const line = await call('fill', before, '--output', after, '--json');
    const wish: FillWish = {
      language: 'vi',
      memory: EMPTY_MEMORY,
      fills: USUAL_FILLS,
      overwrite: false,
    } as FillWish;
    const { host, port } = await inExcel(bytes);
    const live = plannedFill(openBook(await port.read()), wish);
    const opened = new OpenFile(bytes);
    expect(plannedFill(opened.book, wish)).toEqual(live);
    if (live.lines.length === 0) {
      expect([name, line.code === 0 ? line.json<{ edits: unknown[] }>().edits : []]).toEqual([name, []]);
      return;
    }
    const edits = live.lines.map((one) => one.edit);
    await port.apply({ title: 'Điền', edits });
    opened.apply(edits);
    const byLine = contents(readWorkbook(readFileSync(after)));
    expect(contents(snapshotOf(host.book))).toEqual(byLine);
    expect(contents(opened.book.snapshot)).toEqual(byLine);
  });
});

test('the golden workbooks are no empty comparison', async () => {
  const counts = await Promise.all(
    FILES.map(async ([, path]) => {
      const { port } = await inExcel(blanked(readFileSync(path)));
      const wish = { language: 'vi', memory: EMPTY_MEMORY, fills: USUAL_FILLS, overwrite: false } as FillWish;
      return plannedFill(openBook(await port.read()), wish).lines.length;
    }),
  );
  expect(counts.filter((count) => count > 0).length).toBeGreaterThanOrEqual(6);
});

test('sheets that nobody drew by hand give the same findings too', async () => {
  for (let seed = 1; seed <= 16; seed++) {
    const { bytes } = generateCase(seed, { scope: 'open' });
    const { port } = await inExcel(bytes);
    expect(findings(await port.read())).toEqual(findings(readWorkbook(bytes)));
  }
});
