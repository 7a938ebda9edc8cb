import { readFileSync } from 'node:fs';
import { openBook } from '@ctmtqg/core';
import { readWorkbook } from '@ctmtqg/workbook';
import { expect, test } from 'vitest';
import { bookFromSnapshot, ExcelHost, HostShell } from '../../../../test/excel-host/index.js';
import { loadOffice } from '../../../../test/excel-host/office-node.js';
import { snapshotOf } from '../../../../test/excel-host/recalculate.js';
import { workbook } from '../../test/browser.js';
import { toUnicode } from '../engine/unicode.js';
import { ExcelPort } from './excel-port.js';

test('old fonts become Unicode in one request, and come back after the workbook was opened again', async () => {
  const snapshot = readWorkbook(new Uint8Array(readFileSync(workbook('15_donduong_ntm_tcvn3'))));
  const host = new ExcelHost(bookFromSnapshot(snapshot));
  const office = await loadOffice(new HostShell(host));
  await office.settled();
  const open = () => ExcelPort.open(office.Excel, { now: () => '2025-08-08T01:02:03.000Z' });
  const port = await open();
  const { edits } = toUnicode(openBook(await port.read()));
  expect(edits.length).toBeGreaterThan(20);
  const looks = () => {
    const { styles, sheets } = snapshotOf(host.book);
    return sheets.map(({ cells, texts }) => [
      [...texts],
      Array.from({ length: cells.count }, (_, i) => styles[cells.styles[i]!]!.font),
    ]);
  };
  const before = looks();
  host.resetTraffic();
  await port.apply({ title: 'Phông cũ sang Unicode', edits });
  expect(host.traffic.requests).toBe(1);
  expect(toUnicode(openBook(await port.read())).edits).toEqual([]);
  await (await open()).undo();
  expect(looks()).toEqual(before);
});
