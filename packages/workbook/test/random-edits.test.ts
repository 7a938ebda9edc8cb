import { type CellContent, cellAddress, type WorkbookSnapshot } from '@ctmtqg/core';
import { type CellChange, openWorkbook, readWorkbook, WorkbookError } from '@ctmtqg/workbook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulasOf, valuesOf } from './support/cells.js';
import {
  packageFaults,
  partText,
  rawEntries,
  readBytes,
  rewrite,
  richFeatures,
  withPrefix,
} from './support/packages.js';

const SHEETS = ['Dự toán', 'DM', 'Bảng'] as const;

const anyText = fc.oneof(
  fc.constantFrom('Tổng cộng', '=1+1', '+1', ' x ', 'a\nb', '<&>"', '_x000D_', 'Dù ¸n', ''),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value) => ({ kind: 'number' as const, value: String(value) })),
  anyText.map((text) => ({ kind: 'text' as const, text })),
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  fc.constant({ kind: 'blank' as const }),
  fc
    .constantFrom<[string, string | null]>(
      ['=SUM(E4:E9)', '63'],
      ['=E4&"x<y"', '6x<y'],
      ['=1/0', '#DIV/0!'],
      ['=NOW()', null],
    )
    .map(([formula, cached]) => ({ kind: 'formula' as const, formula, cached })),
);
const style = fc.record(
  {
    fill: fc.constantFrom('FFC7CE', 'FFEB9C', null),
    fontColor: fc.constantFrom('9C0006', '006100'),
    numberFormat: fc.constantFrom('#,##0', '0.000', '#,##0.0" tr"'),
    bold: fc.boolean(),
    wrap: fc.boolean(),
  },
  { requiredKeys: [] },
);
const change: fc.Arbitrary<CellChange> = fc
  .record(
    {
      sheet: fc.constantFrom(...SHEETS),
      row: fc.integer({ min: 1, max: 30 }),
      column: fc.integer({ min: 1, max: 12 }),
      content,
      style,
      note: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { nil: null }),
    },
    { requiredKeys: ['sheet', 'row', 'column'] },
  )
  .map(({ row, column, ...rest }) => ({ ...rest, cell: cellAddress(row, column) }));

/** Everything of a workbook that a person sees, by address. */
function view(book: WorkbookSnapshot) {
  return book.sheets.map((sheet) => {
    const formats: Record<string, unknown> = {};
    const { cells } = sheet;
    for (let i = 0; i < cells.count; i++) {
      formats[cellAddress(cells.rows[i]!, cells.columns[i]!)] = book.styles[cells.styles[i]!];
    }
    const notes = Object.fromEntries(
      sheet.notes.map((note) => [cellAddress(note.row, note.column), note.text]),
    );
    const { name, merges, hiddenRows, hiddenColumns, columnWidths } = sheet;
    const runs = [...sheet.runs].map(([at, list]) => [sheet.texts[at], list]).sort();
    return {
      name,
      merges,
      hiddenRows,
      hiddenColumns,
      columnWidths,
      values: valuesOf(sheet),
      formulas: formulasOf(sheet),
      formats,
      notes,
      runs,
    };
  });
}

/** Parts that edits of cells, formats and notes may touch. */
const TOUCHABLE =
  /^(xl\/worksheets\/sheet\d\.xml|xl\/worksheets\/_rels\/sheet\d\.xml\.rels|xl\/styles\.xml|xl\/calcChain\.xml|xl\/comments\d\.xml|xl\/drawings\/vmlDrawing\d\.vml|\[Content_Types\]\.xml|xl\/_rels\/workbook\.xml\.rels)$/;

const FILES: readonly [string, () => Uint8Array][] = [
  ['rich-features.xlsx', richFeatures],
  [
    'the same with prefixed XML',
    () =>
      rewrite(richFeatures(), (name, xml) =>
        /^xl\/(worksheets\/sheet\d|styles|comments1|calcChain)\.xml$/.test(name) ? withPrefix(xml, 'x') : xml,
      ),
  ],
  ['the same saved by LibreOffice', () => readBytes('../files/rich-libreoffice.xlsx')],
];

describe('random edits', () => {
  for (const [name, make] of FILES) {
    const bytes = make();
    const before = view(readWorkbook(bytes));
    const faults = packageFaults(bytes);
    const entries = rawEntries(bytes);

    it(`change what they name in ${name}, nothing else, and can be undone`, () => {
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(11), (changes, cut) => {
          const book = openWorkbook(bytes);
          const done: CellChange[] = [];
          const images = [changes.slice(0, cut), changes.slice(cut)].map((some) => {
            const allowed = some.filter((one) => isAllowed(bytes, one));
            done.push(...allowed);
            return book.change(allowed);
          });
          const after = book.save();
          expect(packageFaults(after)).toEqual(faults);
          for (const [entry, raw] of rawEntries(after)) {
            if (!TOUCHABLE.test(entry)) expect(raw === entries.get(entry), entry).toBe(true);
          }
          expectOnly(before, view(readWorkbook(after)), done);
          expectSameAround(bytes, after, done);

          const undo = openWorkbook(after);
          for (const image of images.reverse()) undo.restore(image);
          expect(view(readWorkbook(undo.save()))).toEqual(before);
        }),
        { numRuns: 40 },
      );
    });
  }
});

function isAllowed(bytes: Uint8Array, one: CellChange): boolean {
  try {
    openWorkbook(bytes).change([one]);
    return true;
  } catch (error) {
    if (error instanceof WorkbookError && error.code.startsWith('edit-')) return false;
    throw error;
  }
}

/** Cells that no change names are as before; the others hold what the last change wanted. */
function expectOnly(
  before: ReturnType<typeof view>,
  after: ReturnType<typeof view>,
  changes: readonly CellChange[],
): void {
  after.forEach((sheet, i) => {
    const old = before[i]!;
    const named = new Set(changes.filter((one) => one.sheet === sheet.name).map((one) => one.cell));
    const rest = (record: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(record).filter(([cell]) => !named.has(cell)));
    for (const key of ['values', 'formulas', 'formats', 'notes'] as const) {
      expect(rest(sheet[key])).toEqual(rest(old[key]));
    }
    const { merges, hiddenRows, hiddenColumns, columnWidths } = sheet;
    expect({ merges, hiddenRows, hiddenColumns, columnWidths }).toEqual({
      merges: old.merges,
      hiddenRows: old.hiddenRows,
      hiddenColumns: old.hiddenColumns,
      columnWidths: old.columnWidths,
    });
  });
  const last = new Map<string, CellContent>();
  for (const { sheet, cell, content } of changes) if (content) last.set(`${sheet}!${cell}`, content);
  for (const [place, wanted] of last) {
    const sheet = after.find((one) => place.startsWith(`${one.name}!`))!;
    const cell = place.slice(sheet.name.length + 1);
    if (wanted.kind === 'number')
      expect(sheet.values[cell]).toBe(Number(wanted.value) === 0 ? 0 : Number(wanted.value));
    else if (wanted.kind === 'text') expect(sheet.values[cell]).toBe(wanted.text);
    else if (wanted.kind === 'boolean') expect(sheet.values[cell]).toBe(wanted.value);
    else if (wanted.kind === 'blank') expect(sheet.values[cell]).toBeUndefined();
    else expect(sheet.formulas[cell]).toBe(wanted.formula.slice(1));
    if (wanted.kind !== 'formula') expect(sheet.formulas[cell]).toBeUndefined();
  }
}

/** The sheet parts without the cells named are the same text, but for the few attributes that count cells. */
function expectSameAround(before: Uint8Array, after: Uint8Array, changes: readonly CellChange[]): void {
  SHEETS.forEach((name, i) => {
    const cells = changes.filter((one) => one.sheet === name).map((one) => one.cell);
    const strip = (bytes: Uint8Array) => {
      let xml = partText(bytes, `xl/worksheets/sheet${i + 1}.xml`);
      for (const cell of cells) {
        xml = xml.replace(new RegExp(`<((?:\\w+:)?)c r="${cell}"(?:[^>]*/>|[^>]*>[\\s\\S]*?</\\1c>)`), '');
      }
      return xml
        .replace(/<((?:\w+:)?)row r="\d+"><\/\1row>/g, '')
        .replace(/<((?:\w+:)?)row( [^>]*?)(?:\/>|><\/\1row>)/g, '<$1row$2/>')
        .replace(/<((?:\w+:)?)legacyDrawing [^>]*>/, '')
        .replace(
          /<((?:\w+:)?)f[^>]*t="shared"[^>]*?(?:\/>|>[^<]*<\/\1f>)|<((?:\w+:)?)f[^>]*>E\d+\*2<\/\2f>/g,
          '<f/>',
        )
        .replace(/(<(?:\w+:)?dimension ref=")[^"]*/, '$1');
    };
    expect(strip(after)).toBe(strip(before));
  });
}
