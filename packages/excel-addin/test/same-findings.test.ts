import { readdirSync, readFileSync } from 'node:fs';
import { check, openBook, type WorkbookSnapshot } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { describe, expect, test } from 'vitest';
import { bookFromSnapshot, ExcelHost, HostShell } from '../../../test/excel-host/index.js';
import { loadOffice } from '../../../test/excel-host/office-node.js';
import { recalculate, snapshotOf } from '../../../test/excel-host/recalculate.js';
import { generateCase } from '../../../test/generator/case.js';
import { plannedFill } from '../src/engine/fill.js';
import { OpenFile } from '../src/engine/open-file.js';
import { ExcelPort } from '../src/excel/excel-port.js';
import { EMPTY_MEMORY } from '../src/port/types.js';
import { blanked, WORKBOOKS, workbook } from './browser.js';

const NAMES = readdirSync(WORKBOOKS).filter((name) => /^\d/.test(name));

async function inExcel(file: Uint8Array) {
  const host = new ExcelHost(bookFromSnapshot(readWorkbook(file)), { recalculate });
  const { Excel } = await loadOffice(new HostShell(host));
  const port = await ExcelPort.open(Excel, { now: () => '2025-01-01T00:00:00.000Z' });
  return { host, port };
}

const findings = (snapshot: WorkbookSnapshot) =>
  check(snapshot, { rules: RULES, locale: vi }).findings.map(({ key, message, fix }) => ({
    key,
    message,
    fix,
  }));

/** Every cell's value and formula, whatever way the workbook was read. */
function contents(snapshot: WorkbookSnapshot): string[] {
  const { evaluator } = openBook(snapshot);
  return snapshot.sheets.flatMap((sheet, index) =>
    [...sheet.cells.rows].map((row, i) => {
      const column = sheet.cells.columns[i]!;
      const value = evaluator.value(index, row, column);
      const shown = value.kind === 'number' ? value.value.toFixed() : JSON.stringify(value);
      return `${index}!${row},${column}: ${evaluator.formula(index, row, column) ?? ''} ${shown}`;
    }),
  );
}

describe.each(NAMES)('%s', (name) => {
  test('gives the same findings in Excel as from the file', async () => {
    const { port } = await inExcel(readFileSync(workbook(name)));
    expect(findings(await port.read())).toEqual(findings(readWorkbook(readFileSync(workbook(name)))));
  });
});

test('sheets that nobody drew by hand give the same findings too', async () => {
  for (let seed = 1; seed <= 16; seed++) {
    const { bytes } = generateCase(seed, { scope: 'open' });
    const { port } = await inExcel(bytes);
    expect(findings(await port.read())).toEqual(findings(readWorkbook(bytes)));
  }
});

test('a fill leaves the same cells in Excel as in the file', async () => {
  const file = blanked('01_dantien_dtts_2025', ['C8', 'D8', 'E8', 'C9', 'C10', 'C14']);
  const wish = {
    language: 'vi',
    memory: EMPTY_MEMORY,
    fills: ['totals', 'counterpart', 'missing-source'],
    overwrite: false,
    sharePolicy: null,
  } as const;
  const { host, port } = await inExcel(readFileSync(file));
  const live = plannedFill(openBook(await port.read()), wish);
  const opened = new OpenFile(readFileSync(file));
  const dropped = plannedFill(opened.book, wish);
  expect(live).toEqual(dropped);
  expect(live.lines.length).toBeGreaterThan(4);
  const edits = live.lines.map((line) => line.edit);
  await port.apply({ title: 'Điền', edits });
  opened.apply(edits);
  expect(contents(snapshotOf(host.book))).toEqual(contents(opened.book.snapshot));
});
