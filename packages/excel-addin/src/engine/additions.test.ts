import { readFileSync } from 'node:fs';
import { check, parseAddress } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi as viLocale } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbook } from '../../test/browser.js';
import { chartOf } from '../../test/chart-plan.js';
import { chartWork } from '../pane/chart-work.js';
import { vi } from '../pane/words/vi.js';
import { underFreeNames } from '../port/additions.js';
import { EMPTY_MEMORY } from '../port/types.js';
import { OpenFile } from './open-file.js';
import { resultSheet } from './result-sheet.js';
import { templateSheets } from './template.js';

const NESTED = '04_laichau_gnbv_cong_con_sai';
const bytesOf = (name: string) => new Uint8Array(readFileSync(workbook(name)));
const names = (file: OpenFile) => file.book.snapshot.sheets.map((sheet) => sheet.name);
const findings = (bytes: Uint8Array) =>
  check(readWorkbook(bytes), { rules: RULES, locale: viLocale }).findings.map((finding) => finding.key);

describe('a chart of the sources in a file', () => {
  const plan = chartOf(bytesOf(NESTED))!;

  test('is drawn on a new sheet from formulas that give the figures of the table', () => {
    const file = new OpenFile(bytesOf(NESTED));
    const work = chartWork(plan, 'new-sheet', names(file), vi);
    file.add({ kind: 'chart', work });
    expect(names(file).at(-1)).toBe('Biểu đồ nguồn vốn');
    const { book } = file;
    const sheet = book.snapshot.sheets.length - 1;
    work.chart.series.forEach(({ values }) => {
      const [first, last] = values.refersTo.split('!')[1]!.replaceAll('$', '').split(':');
      const [top, bottom] = [parseAddress(first!)!, parseAddress(last!)!];
      const computed = [];
      for (let row = top.row; row <= bottom.row; row++) {
        const value = book.evaluator.value(sheet, row, top.column);
        computed.push(value.kind === 'number' ? value.value.toFixed() : value.kind);
      }
      expect(computed).toEqual(values.shown);
    });
    expect(work.chart.categories.shown).toContain('Dự án 4');
  });

  test('changes no finding, and undoing it gives the very file back', () => {
    const before = bytesOf(NESTED);
    const file = new OpenFile(before);
    file.apply([
      { sheet: 'Biểu 1', cell: 'D14', before: { kind: 'blank' }, after: { kind: 'number', value: '685' } },
    ]);
    const mended = file.save();
    file.add({ kind: 'chart', work: chartWork(plan, 'new-sheet', names(file), vi) });
    expect(findings(file.save())).toEqual(findings(mended));
    file.apply([
      { sheet: 'Biểu 1', cell: 'D13', before: { kind: 'blank' }, after: { kind: 'number', value: '766' } },
    ]);
    file.undo();
    file.undo();
    expect(file.save()).toEqual(mended);
    expect(names(file)).toEqual(['Biểu 1']);
  });

  test('stands beside a table whose rows lie together, and takes a free name otherwise', () => {
    const bytes = bytesOf('01_dantien_dtts_2025');
    const flat = chartOf(bytes)!;
    expect(flat.beside).toBe(true);
    const file = new OpenFile(bytes);
    file.add({ kind: 'chart', work: chartWork(flat, 'beside', names(file), vi) });
    expect(names(file)).toHaveLength(readWorkbook(bytes).sheets.length);
    expect(file.hasDrawing(flat.sheet)).toBe(true);
    expect(plan.beside).toBe(false);
    const again = chartWork(flat, 'new-sheet', ['biểu đồ nguồn vốn'], vi);
    expect(again.sheet).toBe('Biểu đồ nguồn vốn (2)');
    expect(again.chart.categories.refersTo).toContain("'Biểu đồ nguồn vốn (2)'!");
  });
});

describe('a sheet of results', () => {
  const bytes = bytesOf(NESTED);
  const report = check(readWorkbook(bytes), { rules: RULES, locale: viLocale });
  const [first, ...others] = report.findings;
  const memory = {
    ...EMPTY_MEMORY,
    ignored: [{ key: first!.key, reason: 'theo quyết định', message: first!.message }],
  };

  test('names each open finding with a link to its cell, and what was set aside with the reason', () => {
    const sheet = resultSheet({ report, memory, language: 'vi' });
    const links = Object.values(sheet.cells).flatMap((cell) => cell.link ?? []);
    expect(links).toEqual(others.map((finding) => `'${finding.sheet}'!${finding.cell}`));
    const texts = Object.values(sheet.cells).map(({ content }) =>
      content?.kind === 'text' ? content.text : '',
    );
    for (const finding of others) expect(texts).toContain(finding.message);
    expect(texts).toContain(`- ${first!.message} (lý do: theo quyết định)`);
  });

  test('goes into the file with its links, is no table to be checked, and can be taken back', () => {
    const file = new OpenFile(bytes);
    file.add({ kind: 'sheets', sheets: [resultSheet({ report, memory, language: 'vi' })] });
    const saved = file.save();
    const part = Object.entries(unzipSync(saved)).find(([, xml]) =>
      new TextDecoder().decode(xml).includes('<hyperlink '),
    );
    expect(new TextDecoder().decode(part![1])).toContain(`location="'Biểu 1'!`);
    expect(findings(saved)).toEqual(findings(bytes));
    file.add({ kind: 'sheets', sheets: [resultSheet({ report, memory, language: 'vi' })] });
    expect(names(file)).toEqual(['Biểu 1', 'Kết quả kiểm tra', 'Kết quả kiểm tra (2)']);
    file.undo();
    file.undo();
    expect(file.save()).toEqual(new OpenFile(bytes).save());
  });

  test('speaks English too, and says clean where nothing was found', () => {
    const clean = { ...report, findings: [], status: 'clean' as const };
    const sheet = resultSheet({ report: clean, memory: EMPTY_MEMORY, language: 'en' });
    expect(sheet.name).toBe('Check results');
    expect(sheet.cells.A3?.content).toEqual({ kind: 'text', text: 'No mistakes found.' });
  });
});

test('an empty sheet of a programme goes into a file, twice under names of their own', () => {
  const ask = {
    programme: 'dttsmn-2021-2025',
    year: 2025,
    level: 'commune',
    unit: 'trieu',
    supportRate: '60',
  } as const;
  const file = new OpenFile(bytesOf(NESTED));
  file.add({ kind: 'sheets', sheets: templateSheets(ask) });
  file.add({ kind: 'sheets', sheets: templateSheets(ask) });
  const made = templateSheets(ask).map((sheet) => sheet.name);
  expect(names(file)).toEqual(['Biểu 1', ...made, ...made.map((name) => `${name} (2)`)]);
  expect(readWorkbook(file.save()).sheets).toHaveLength(1 + 2 * made.length);
});

test('sheets that need another name refer to one another by it', () => {
  const [first, second] = underFreeNames(
    [
      {
        name: 'Biểu',
        cells: { A1: { content: { kind: 'formula', formula: "='Danh mục'!A1", cached: '1' } } },
        validations: [{ area: 'B1', list: "'Danh mục'!$A$1:$A$3" }],
      },
      { name: 'Danh mục', cells: {} },
    ],
    ['danh mục'],
  );
  expect([first!.name, second!.name]).toEqual(['Biểu', 'Danh mục (2)']);
  expect(first!.validations).toEqual([{ area: 'B1', list: "'Danh mục (2)'!$A$1:$A$3" }]);
  expect(first!.cells.A1!.content).toMatchObject({ formula: "='Danh mục (2)'!A1" });
});
