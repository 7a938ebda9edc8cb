import { readWorkbook } from '@ctmtqg/workbook';
import { deflateSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { valuesOf } from './support/cells.js';
import { peak, processorTime } from './support/cost.js';
import { buildXlsx } from './support/xlsx.js';

const MB = 1024 * 1024;

/** Peak memory may grow by this much over what the test runner holds: a plain Node process stays below 150 MB. */
const ROOM = 100 * MB;

const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const started = peak();

describe('odd but harmless files are read', () => {
  it('takes areas over the whole sheet as rectangles', () => {
    const all = 'A1:XFD1048576';
    const before = processorTime();
    const { sheets } = readWorkbook(
      buildXlsx({
        before: `<dimension ref="${all}"/>`,
        rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        after: `<mergeCells count="1"><mergeCell ref="${all}"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="${all}"/></dataValidations><hyperlinks><hyperlink ref="${all}" location="A1"/></hyperlinks>`,
      }),
    );
    expect(sheets[0]!.cells.count).toBe(2);
    expect(sheets[0]!.merges).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
    expect(processorTime() - before).toBeLessThan(1000);
  });

  it('takes __proto__ and constructor as plain names', () => {
    const bytes = buildXlsx({
      sheetName: '__proto__',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      strings: '<si><t>constructor</t></si>',
      workbookAfter: '<definedNames><definedName name="__proto__">1</definedName></definedNames>',
      parts: { __proto__: 'x', 'constructor/prototype.xml': 'x' },
    });
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const snapshot = readWorkbook(bytes);
    expect(snapshot.sheets[0]!.name).toBe('__proto__');
    expect(snapshot.names[0]!.name).toBe('__proto__');
    expect(valuesOf(snapshot.sheets[0]!)).toEqual({ A1: 'constructor' });
    expect(Object.getOwnPropertyNames(Object.prototype).length).toBe(before);
  });

  it('lets the caller set other limits', () => {
    const rows = Array.from(
      { length: 30 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(() => readWorkbook(buildXlsx({ rows }), { limits: { maxCells: 29 } })).toThrow(/29/);
    expect(readWorkbook(buildXlsx({ rows }), { limits: { maxCells: 30 } }).sheets[0]!.cells.count).toBe(30);
    expect(() => readWorkbook(buildXlsx({ after: nested(8) }), { limits: { maxDepth: 5 } })).toThrow(/5/);
  });

  it('reads a part that compresses well but stays small', () => {
    const bytes = buildXlsx({ after: ' '.repeat(2 * MB) });
    expect(deflateSync(new Uint8Array(2 * MB).fill(32)).length * 100).toBeLessThan(2 * MB);
    expect(readWorkbook(bytes).sheets).toHaveLength(1);
  });
});

afterAll(() => {
  expect(peak() - started).toBeLessThan(ROOM);
});
