import { openWorkbook, readWorkbook } from '@ctmtqg/workbook';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packageFaults, richFeatures, touchedEntries } from './support/packages.js';
import { buildXlsx } from './support/xlsx.js';

const TEXT = '{"reason":"vì <b> & “thế” _x0041_"}';

test('a text is kept in the file, changed, and taken away without a trace', () => {
  const bytes = buildXlsx({ rows: '' });
  const book = openWorkbook(bytes);
  expect(book.keptText()).toBeNull();
  book.keepText(TEXT);
  const kept = book.save();
  expect(packageFaults(kept)).toEqual([]);
  expect(openWorkbook(kept).keptText()).toBe(TEXT);
  expect(readWorkbook(kept).sheets).toHaveLength(readWorkbook(bytes).sheets.length);

  const again = openWorkbook(kept);
  again.keepText('anders');
  expect(touchedEntries(kept, again.save())).toEqual(['customXml/item1.xml']);
  again.keepText(TEXT);
  expect(again.save()).toEqual(kept);
  again.keepText(null);
  const cleared = again.save();
  expect(Object.keys(unzipSync(cleared)).sort()).toEqual(Object.keys(unzipSync(bytes)).sort());
  expect(packageFaults(cleared)).toEqual([]);
});

test('custom parts of others are left alone', () => {
  const bytes = richFeatures();
  const others = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('customXml/'));
  const book = openWorkbook(bytes);
  expect(book.keptText()).toBeNull();
  book.keepText(TEXT);
  const kept = book.save();
  const touched = touchedEntries(bytes, kept);
  for (const part of others) expect(touched).not.toContain(part);
  expect(packageFaults(kept)).toEqual(packageFaults(bytes));
  expect(openWorkbook(kept).keptText()).toBe(TEXT);
});
