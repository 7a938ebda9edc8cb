import { buildSnapshot } from '@ctmtqg/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { bookFromSnapshot, ExcelHost, HostShell } from '../../../../test/excel-host/index.js';
import { loadOffice } from '../../../../test/excel-host/office-node.js';
import type { Reach } from '../pane/app.js';

async function open(locale: 'vi-VN' | 'en-US', excelApi: string) {
  const book = bookFromSnapshot(buildSnapshot([{ name: 'Biểu', cells: {} }]));
  const shell = new HostShell(new ExcelHost(book, { locale, excelApi }));
  const office = await loadOffice(shell);
  Object.assign(globalThis, { Office: office.Office });
  // The pane and its buttons live as long as the workbook is open; each test opens one anew.
  vi.resetModules();
  const { associateCommands, COMMANDS, commandsReach } = await import('./commands.js');
  associateCommands();
  const done: unknown[] = [];
  const reach = (marked: number) =>
    ({
      marked,
      showTab: (tab: string) => done.push(tab),
      check: () => done.push('check'),
      plan: ({ fills }: { fills: readonly string[] }) => done.push(fills),
      undo: () => done.push('undo'),
      mark: () => done.push('mark'),
      unmark: () => done.push('unmark'),
    }) as unknown as Reach;
  return { shell, done, reach, COMMANDS, commandsReach, settled: office.settled };
}

afterEach(() => Reflect.deleteProperty(globalThis, 'Office'));

describe.each([
  ['vi-VN', '1.14'],
  ['en-US', '1.15'],
] as const)('buttons of the ribbon in %s at ExcelApi %s', (locale, excelApi) => {
  test('do what they say, and tell Excel when they are done', async () => {
    const { shell, done, reach, COMMANDS, commandsReach, settled } = await open(locale, excelApi);
    // Pressed before the pane is there: done once it is.
    shell.press('ctmtqgCheck', 'b0');
    await settled();
    expect(done).toEqual([]);
    commandsReach(reach(0));
    await settled();
    expect(done.splice(0)).toEqual(['check', 'check']);
    for (const name of COMMANDS) shell.press(name, name);
    await settled();
    expect(done.splice(0)).toEqual([
      'check',
      'check',
      'fill',
      ['totals'],
      'fill',
      ['counterpart'],
      'undo',
      'mark',
    ]);
    commandsReach(reach(3));
    shell.press('ctmtqgMark', 'b1');
    await settled();
    expect(done).toEqual(['unmark']);
    expect(shell.completedCommands).toHaveLength(COMMANDS.length + 2);
  });
});
