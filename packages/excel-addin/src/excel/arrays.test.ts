import { buildSnapshot, openBook } from '@ctmtqg/core';
import { expect, test } from 'vitest';
import { open } from '../../test/live-workbook.js';
import { computesArrays } from './arrays.js';

test.each([
  'SUM(E4:E6*F4:F6)',
  'SUM((A1:A9="x")*B1:B9)',
  'SUM(IF(A1:A9>0,A1:A9,0))',
  'SUM(ABS(B2:B9))',
  "SUM('Dự toán'!A1:A9*2)",
  'MAX(LEN(A:A))',
  'SUM(-(B2:B3))',
])('%s works on each cell', (formula) => {
  expect(computesArrays(formula)).toBe(true);
});

test.each([
  'SUM(E4:E6)',
  'SUM(E4:E6)+F7',
  'SUM(E4:E6,G4:G6)*2',
  'VLOOKUP(A1,B1:C9,2,0)',
  'IF(SUM(A1:A9)>0,SUM(A1:A9),"")',
  'SUMIF(A1:A9,">0",B1:B9)',
  'ROUND(SUM(A1:A9),1)',
  'A1&"A1:A9*2"',
  'A1*B1',
])('%s does not', (formula) => {
  expect(computesArrays(formula)).toBe(false);
});

test('a sum of products is computed as Excel computes it', async () => {
  const cells = { A1: 2, A2: 3, B1: 10, B2: 100, C1: { formula: 'SUM(A1:A2*B1:B2)', value: 320 } };
  const { port } = await open(buildSnapshot([{ name: 'Biểu', cells }]));
  const { evaluator } = openBook(await port.read());
  expect(evaluator.value(0, 1, 3)).toMatchObject({ kind: 'number', value: expect.objectContaining({}) });
  expect(String((evaluator.value(0, 1, 3) as { value: unknown }).value)).toBe('320');
});
