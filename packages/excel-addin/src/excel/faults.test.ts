import { describe, expect, test } from 'vitest';
import type { ExcelHost } from '../../../../test/excel-host/index.js';
import { edit, number, open, SHEET, SNAPSHOT, stateOf } from '../../test/live-workbook.js';
import { asPortError } from './errors.js';
import type { ExcelPort } from './excel-port.js';

const EDITS = [
  edit('B2', number('1'), { numberFormat: '#,##0.00' }),
  edit('B3', number('12')),
  edit('B4', { kind: 'formula', formula: '=B2+B3', cached: null }),
  edit('A6', { kind: 'text', text: 'x' }),
  edit('F9', number('3'), { numberFormat: '0.0' }),
  edit('B1', number('5'), { sheet: 'Khoá' }),
];
const MARKS = [
  { sheet: SHEET, cell: 'B2', severity: 'error' },
  { sheet: SHEET, cell: 'B4', severity: 'warning' },
] as const;

const wayOf: Record<
  string,
  { prepare?(port: ExcelPort): Promise<unknown>; act(port: ExcelPort): Promise<unknown> }
> = {
  'a fill': { act: (port) => port.apply({ title: 'Điền', edits: EDITS }) },
  undo: {
    prepare: (port) => port.apply({ title: 'Điền', edits: EDITS }),
    act: (port) => port.undo(),
  },
  marking: { act: (port) => port.mark(MARKS) },
};

/** Lets each action of each request of `act` fail in turn; tells after each what stands in the workbook. */
async function failEverywhere(
  host: ExcelHost,
  act: () => Promise<unknown>,
  after: (failed: boolean, where: string) => Promise<void>,
): Promise<number> {
  let tried = 0;
  for (let request = 0; ; request++) {
    for (let action = 0; ; action++) {
      host.failures = [{ request, action }];
      const failed = await act().then(
        () => false,
        () => true,
      );
      const reached = host.failures.length === 0;
      host.failures = [];
      if (reached) tried++;
      await after(failed, `request ${request}, action ${action}`);
      if (reached) continue;
      if (action === 0) return tried;
      break;
    }
  }
}

describe.each([
  ['in one request', undefined],
  ['in many requests', 1_500],
])('%s', (_, bytes) => {
  test.each(Object.keys(wayOf))('%s that fails anywhere leaves the workbook as it was', async (name) => {
    const { prepare, act } = wayOf[name]!;
    const { port, host } = await open(SNAPSHOT, bytes === undefined ? {} : { bytes });
    const start = stateOf(host);
    await port.read();
    await prepare?.(port);
    const before = stateOf(host);
    const steps = port.steps();
    const tried = await failEverywhere(
      host,
      async () => {
        await port.read();
        return act(port);
      },
      async (failed, where) => {
        if (failed) {
          expect(stateOf(host), where).toEqual(before);
          expect([port.steps(), port.marked()], where).toEqual([steps, 0]);
          return;
        }
        // It went through, since nothing was left to fail: begin again from the start.
        await port.clearTraces();
        if (name === 'a fill') for (const [i, sheet] of start.sheets.entries()) restore(host, i, sheet);
        await port.read();
        await prepare?.(port);
        expect(stateOf(host)).toEqual(before);
      },
    );
    expect(tried).toBeGreaterThan(10);
  });
});

function restore(host: ExcelHost, index: number, sheet: ReturnType<typeof stateOf>['sheets'][number]): void {
  const { cells, ...rest } = structuredClone(sheet);
  const was = host.book.sheets[index]!;
  const kept = cells.map(([key, cell]) => {
    const value =
      'value' in cell ? { value: cell.value, isError: cell.isError } : { value: null, isError: false };
    const quoted = typeof value.value === 'string' && !value.isError;
    return [key, { ...value, formula: cell.formula, format: cell.format, quoted }] as const;
  });
  host.book.sheets[index] = { ...was, ...rest, cells: new Map(kept) } as typeof was;
}

test('where not even putting back works, the step is kept and can be undone later', async () => {
  const { port, host } = await open();
  const before = stateOf(host);
  await port.read();
  host.failures = Array.from({ length: 60 }, (_, request) => ({ request, action: request === 0 ? 20 : 0 }));
  const failed = await port.apply({ title: 'Điền', edits: EDITS }).catch(asPortError);
  expect(failed).toMatchObject({ code: 'host' });
  host.failures = [];
  expect(port.steps()).toHaveLength(1);
  await port.undo(true);
  expect(stateOf(host)).toEqual(before);
});

test('a sheet that went without a word fails the fill, and the other sheets are as they were', async () => {
  const { port, host } = await open();
  await port.read();
  host.book.sheets.splice(2, 1);
  const before = stateOf(host);
  await expect(port.apply({ title: 'Điền', edits: EDITS })).rejects.toMatchObject({ code: 'sheet-missing' });
  expect(stateOf(host)).toEqual(before);
  expect(port.steps()).toEqual([]);
});
