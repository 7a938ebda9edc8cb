import { createWorkbook, type NewChart, openWorkbook, readWorkbook, WorkbookError } from '@ctmtqg/workbook';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { number, sheetXml, text } from './support/edits.js';
import {
  packageFaults,
  partText,
  rewrite,
  richFeatures,
  touchedEntries,
  withPrefix,
} from './support/packages.js';
import { buildXlsx } from './support/xlsx.js';

const chart: NewChart = {
  area: 'F2:N20',
  title: 'Nguồn vốn <dự án> & “địa phương”',
  valueTitle: 'triệu đồng',
  numberFormat: '#,##0',
  categories: { refersTo: "'Biểu 1'!$A$2:$A$3", shown: ['Dự án 1', null] },
  series: [
    {
      name: { refersTo: "'Biểu 1'!$B$1", shown: ['NSTW'] },
      values: { refersTo: "'Biểu 1'!$B$2:$B$3", shown: ['530', '342.5'] },
      color: '1F5FA8',
    },
  ],
};

const ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>';
const ADDED = ['xl/charts/chart1.xml', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/drawings/drawing1.xml'];

describe('a chart put on a sheet', () => {
  it('adds its parts, names them once, and leaves every other entry byte for byte', () => {
    const bytes = buildXlsx({ rows: ROWS });
    const [sheet] = readWorkbook(bytes).sheets;
    const book = openWorkbook(bytes);
    book.addChart(sheet!.name, chart);
    const after = book.save();
    const touched = touchedEntries(bytes, after);
    expect(touched.filter((name) => !(name in unzipSync(bytes)))).toEqual([
      ...ADDED,
      'xl/worksheets/_rels/sheet1.xml.rels',
    ]);
    expect(touched.filter((name) => name in unzipSync(bytes))).toEqual([
      '[Content_Types].xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(packageFaults(after)).toEqual([]);
    expect(sheetXml(after)).toMatch(/<\/sheetData>.*<drawing [^>]*r:id="rId1"\/>.*<\/worksheet>$/);
    const xml = partText(after, 'xl/charts/chart1.xml');
    expect(xml).toContain('<a:t>Nguồn vốn &lt;dự án&gt; &amp; “địa phương”</a:t>');
    expect(xml).toContain("<c:f>'Biểu 1'!$B$2:$B$3</c:f>");
    expect(xml).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>Dự án 1</c:v></c:pt></c:strCache>');
  });

  it('stands before notes and tables, together with changed cells and a new note', async () => {
    const bytes = buildXlsx({
      rows: ROWS,
      after: '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst/>',
    });
    const { name } = readWorkbook(bytes).sheets[0]!;
    const book = openWorkbook(bytes);
    book.change([{ sheet: name, cell: 'B2', content: number('7'), note: 'ghi chú' }]);
    book.addChart(name, chart);
    const after = book.save();
    expect(sheetXml(after)).toMatch(/<pageMargins[^>]*\/><drawing [^>]*\/><legacyDrawing [^>]*\/><extLst\/>/);
    expect(packageFaults(after)).toEqual([]);
    expect((await readXlsx(after)).sheets[0]!.rows[1]?.[1]).toBe(7);
    expect(readWorkbook(after).sheets[0]!.notes).toHaveLength(1);
  });

  it('names its drawing with the prefix of the sheet', () => {
    const bytes = rewrite(buildXlsx({ rows: ROWS }), (name, xml) =>
      name === 'xl/worksheets/sheet1.xml' ? withPrefix(xml, 'x') : xml,
    );
    const book = openWorkbook(bytes);
    book.addChart(book.snapshot().sheets[0]!.name, chart);
    expect(sheetXml(book.save())).toContain('<x:drawing ');
  });

  it('is refused where pictures or charts stand already: they stay as they are', () => {
    const book = openWorkbook(richFeatures());
    expect(book.hasDrawing('Dự toán')).toBe(true);
    expect(() => book.addChart('Dự toán', chart)).toThrow(
      expect.objectContaining({ code: 'edit-drawing-exists' } satisfies Partial<WorkbookError>),
    );
    expect(touchedEntries(richFeatures(), book.save())).toEqual([]);
  });

  it('refuses what could not be written, before anything is', () => {
    const bytes = buildXlsx({ rows: ROWS });
    const book = openWorkbook(bytes);
    const { name } = book.snapshot().sheets[0]!;
    expect(() => book.addChart(name, { ...chart, area: 'F2:' })).toThrow(WorkbookError);
    expect(() => book.addChart(name, { ...chart, title: 'a\u0001' })).toThrow(WorkbookError);
    expect(() => book.addChart('Không có', chart)).toThrow(WorkbookError);
    expect(Buffer.from(book.save()).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('a chart of a new sheet', () => {
  const sheet = {
    name: 'Biểu đồ',
    cells: { A1: { content: text('Dự án') }, B1: { content: text('NSTW') } },
    page: { landscape: true },
    charts: [chart],
  };

  it('is written with it behind the sheets of a file that has drawings of its own', () => {
    const bytes = richFeatures();
    const book = openWorkbook(bytes);
    book.addSheet(sheet);
    const after = book.save();
    const drawings = Object.keys(unzipSync(bytes)).filter((name) => /drawings|charts/.test(name));
    expect(drawings.length).toBeGreaterThan(2);
    const touched = touchedEntries(bytes, after);
    for (const part of drawings) expect(touched).not.toContain(part);
    expect(packageFaults(after)).toEqual(packageFaults(bytes));
    expect(readWorkbook(after).sheets.at(-1)!.name).toBe('Biểu đồ');
  });

  it('is written in a workbook of its own', () => {
    const bytes = createWorkbook([sheet]);
    expect(packageFaults(bytes)).toEqual([]);
    expect(Object.keys(unzipSync(bytes))).toEqual(expect.arrayContaining(ADDED));
    expect(createWorkbook([sheet])).toEqual(bytes);
  });
});
