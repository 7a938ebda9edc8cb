import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { check, locate } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import { expect, test } from 'vitest';
import { answer } from '../src/functions/answers.js';
import { workbook } from './browser.js';

const doc = (name: string) => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const SCRIPT = doc('kiem-tra-trong-excel.md');
const ASSUMED = doc('gia-dinh-excel.md');

const rowsOf = (text: string) =>
  text.split('\n').flatMap((line) => {
    const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
    return /^\d+$/.test(cells[0]!) ? [cells] : [];
  });

const steps = rowsOf(SCRIPT);
const assumptions = rowsOf(ASSUMED);

test('steps and assumptions are numbered through, and each step names assumptions that there are', () => {
  expect(steps.map(([number]) => Number(number))).toEqual(steps.map((_, i) => i + 1));
  expect(assumptions.map(([number]) => Number(number))).toEqual(assumptions.map((_, i) => i + 1));
  const named = steps.flatMap((cells) => (cells[3]?.match(/\d+/g) ?? []).map(Number));
  for (const number of named) expect(number).toBeLessThanOrEqual(assumptions.length);
  const doubtful = assumptions.filter((cells) => cells.at(-1)!.includes('cần xác nhận'));
  expect(doubtful.length).toBeGreaterThan(4);
});

test('what the script says of its workbook and its functions is so', () => {
  const [, path] = /`(test\/workbooks\/[^`]+)`/.exec(SCRIPT)!;
  const snapshot = readWorkbook(readFileSync(workbook(basename(path!, '.xlsx'))));
  const { findings } = check(snapshot, { rules: RULES, locale: vi });
  const errors = findings.filter((finding) => finding.severity === 'error').map((finding) => finding.cell);
  expect(errors.sort()).toEqual(['C18', 'D13', 'D14']);
  expect(steps[1]![2]).toBe('3 lỗi, ở D13, D14 và C18');
  const [sheet] = snapshot.sheets;
  const at = (row: number) => sheet!.cells.numbers[locate(sheet!).find(row, 4)]!;
  expect([at(13), sheet!.texts[at(14)]]).toEqual([776, '685 ']);
  expect(answer('BANGCHU', [1005])).toBe(steps.find(([, what]) => what!.includes('BANGCHU'))![2]);
  expect(answer('PHANBO', [100, [[2, 3, 1]], 1, 'largest-remainder'])).toEqual([[33, 50, 17]]);
});
