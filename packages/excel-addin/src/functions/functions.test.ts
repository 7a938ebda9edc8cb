import { buildSnapshot } from '@ctmtqg/core';
import { afterEach, describe, expect, test } from 'vitest';
import { bookFromSnapshot, ExcelHost, HostShell } from '../../../../test/excel-host/index.js';
import { loadOffice } from '../../../../test/excel-host/office-node.js';
import { PortError } from '../port/types.js';
import { answer, FunctionError } from './answers.js';
import * as all from './functions.js';

const { functionsAsk, ...functions } = all;
/** Numbers by which office.js names `#N/A`, `#NUM!` and `#VALUE!` to Excel. */
const ON_THE_WIRE = { notAvailable: 1, invalidNumber: 6, invalidValue: 7 };

type Asked = Parameters<Parameters<typeof functionsAsk>[0]>[0];

async function computed({ name, args }: Asked) {
  try {
    return { value: answer(name, args) };
  } catch (error) {
    if (error instanceof FunctionError) return { error: { code: error.code, message: error.message } };
    throw error;
  }
}

async function open(locale: 'vi-VN' | 'en-US', excelApi: string) {
  const host = new ExcelHost(bookFromSnapshot(buildSnapshot([{ name: 'Biểu', cells: {} }])), {
    locale,
    excelApi,
  });
  const shell = new HostShell(host);
  const office = await loadOffice(shell);
  Object.assign(globalThis, { CustomFunctions: office.CustomFunctions });
  functionsAsk(computed);
  for (const [id, work] of Object.entries(functions)) office.CustomFunctions.associate(id, work as never);
  return { host, shell, settled: office.settled };
}

afterEach(() => Reflect.deleteProperty(globalThis, 'CustomFunctions'));

describe.each([
  ['vi-VN', '1.14'],
  ['en-US', '1.15'],
] as const)('functions of cells on office.js in %s at ExcelApi %s', (locale, excelApi) => {
  test('answer with values, areas that spill, and errors of Excel with a reason', async () => {
    const { host, shell, settled } = await open(locale, excelApi);
    shell.callFunction(1, 'SO', ['9.504,2']);
    shell.callFunction(2, 'PHANBO', [100, [[2, 3, 1]], 1, 'largest-remainder']);
    shell.callFunction(3, 'TENDUAN', ['dttsmn-2021-2025', 'DA99']);
    shell.callFunction(4, 'BANGCHU', [1e30]);
    shell.callFunction(5, 'SO', ['abc']);
    await settled(200);
    const [value, spilled, ...errors] = host.answers;
    expect([value, spilled]).toEqual([
      { id: 1, ok: true, value: 9504.2, code: null },
      { id: 2, ok: true, value: [[33, 50, 17]], code: null },
    ]);
    expect(errors.map((one) => [one.ok, one.code, one.value])).toEqual([
      [false, ON_THE_WIRE.notAvailable, 'Không có mã “DA99” trong CTMTQG DTTS&MN'],
      [false, ON_THE_WIRE.invalidNumber, 'Số quá lớn để đọc thành chữ'],
      [false, ON_THE_WIRE.invalidValue, 'Không đọc được “abc” thành một số'],
    ]);
  });

  test('a thousand cells are answered in few requests', async () => {
    const { host, shell, settled } = await open(locale, excelApi);
    await settled();
    host.resetTraffic();
    for (let id = 0; id < 1_000; id++) shell.callFunction(id, 'BANGCHU', [id]);
    await settled(600);
    expect(host.answers).toHaveLength(1_000);
    expect(host.traffic.requests).toBeLessThan(20);
  });

  test('a check that is stopped does not leave cells without an answer', async () => {
    const { host, shell, settled } = await open(locale, excelApi);
    let stopped = 0;
    functionsAsk((asked) => (stopped++ === 0 ? Promise.reject(new PortError('cancelled')) : computed(asked)));
    shell.callFunction(1, 'SO', ['5']);
    await settled(200);
    expect(host.answers).toEqual([{ id: 1, ok: true, value: 5, code: null }]);
    functionsAsk(() => Promise.reject(new PortError('cancelled')));
    shell.callFunction(2, 'SO', ['5']);
    // office.js waits longer before its second request.
    await settled(1_000);
    expect(host.answers.at(-1)).toMatchObject({
      id: 2,
      ok: false,
      value: expect.stringContaining('hãy tính lại'),
    });
  });
});
