import type { Finding } from '@ctmtqg/core';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.js';
import { markedLines, marksOf } from './marks.js';
import { needsLandscape, printOf, widthOf } from './paper.js';
import type { SheetView, ViewCell, ViewColumn } from './sheet-view.js';
import { spillTexts } from './spans.js';

const columns = (...widths: readonly number[]): ViewColumn[] =>
  widths.map((width, at) => ({ column: at + 1, name: String.fromCharCode(65 + at), width }));
const view = (...widths: readonly number[]) => ({ columns: columns(...widths) }) as unknown as SheetView;
const rows = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('the rows of a long sheet', () => {
  const reading = (open: readonly number[], marked: readonly number[] = open) => ({
    marked: new Set(marked),
    open: new Set(open),
    header: 4,
  });

  it('are shown whole up to two hundred', () => {
    expect(blocksOf(rows(200), reading([])).map(({ kind, rows }) => [kind, rows.length])).toEqual([
      ['shown', 200],
    ]);
  });

  it('are folded away but for the heading, the end and what lies around a wrong cell', () => {
    const blocks = blocksOf(rows(400), reading([100], [100, 250]));
    expect(blocks.map(({ kind, from, to, marked }) => [kind, from, to, marked])).toEqual([
      ['shown', 1, 7, 0],
      ['folded', 8, 96, 0],
      ['shown', 97, 103, 1],
      ['folded', 104, 397, 1],
      ['shown', 398, 400, 0],
    ]);
  });

  it('are not folded for a handful', () => {
    const blocks = blocksOf(rows(400), reading([15]));
    expect(blocks[0]).toMatchObject({ kind: 'shown', from: 1, to: 18 });
  });

  it('beyond some thousands are left to the workbook', () => {
    const kinds = blocksOf(rows(9_000), reading([])).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'folded')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'left-out')).toHaveLength(1);
  });
});

describe('the cells of a whole wrong column', () => {
  it('are marked by hundreds, and only the first make the sheet open around them', () => {
    const cells = rows(900).map((row) => `C${row}`);
    const finding = { sheet: 'S', cells, severity: 'error', candidates: [], consequences: [] };
    const marks = marksOf('S', [{ finding: finding as unknown as Finding, number: 1 }]);
    const { rows: all, openRows } = markedLines(marks);
    expect([all.size, openRows.size]).toEqual([500, 12]);
  });
});

describe('a sheet on paper', () => {
  const never = () => false;

  it('lies upright while its letters can be read, then across', () => {
    expect(needsLandscape(view(5, 50, 16, 16, 16))).toBe(false);
    expect(needsLandscape(view(5, 50, 16, 16, 16, 16, 16))).toBe(true);
  });

  it('is cut into strips of about one width, each with the columns that name the row', () => {
    const wide = view(5, 26, ...rows(30).map(() => 11));
    const { strips, points } = printOf(wide, 'landscape', new Set([1, 2]), never);
    expect(strips.map((strip) => strip.slice(0, 2).map(({ column }) => column))).toEqual(
      strips.map(() => [1, 2]),
    );
    expect(strips.flatMap((strip) => strip.slice(2).map(({ column }) => column))).toEqual(
      rows(30).map((at) => at + 2),
    );
    expect(points).toBeGreaterThanOrEqual(7);
    const widths = strips.map(widthOf);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(200);
  });

  it('is not cut below a heading that spans both sides', () => {
    const wide = view(5, 26, ...rows(30).map(() => 11));
    const sameYear = (left: number, right: number) =>
      Math.floor((left - 3) / 5) === Math.floor((right - 3) / 5);
    const { strips } = printOf(wide, 'landscape', new Set([1, 2]), sameYear);
    for (const strip of strips) expect((strip.length - 2) % 5).toBe(0);
  });
});

describe('a long text outside of a table', () => {
  const style = { wrap: false } as ViewCell['style'];
  const line = (...texts: readonly [string, ViewCell['align']?][]): ViewCell[] =>
    texts.map(([text, align = 'left'], at) => ({
      row: 1,
      column: at + 1,
      rowSpan: 1,
      columnSpan: 1,
      text,
      style,
      align,
    }));
  const spans = (cells: ViewCell[], fixed = (_: ViewCell) => false) =>
    spillTexts(cells, { columns: columns(5, 5, 5, 5), fixed }).map(({ column, columnSpan, text, align }) => [
      column,
      columnSpan,
      text.slice(0, 1),
      align,
    ]);
  const long = 'Đơn vị tính: triệu đồng';

  it('runs to the right over empty cells, up to the next filled one', () => {
    expect(spans(line([long], [''], ['x'], ['']))).toEqual([
      [1, 2, 'Đ', 'left'],
      [3, 1, 'x', 'left'],
      [4, 1, '', 'left'],
    ]);
  });

  it('runs to the left where it ends at the right, or has no room there', () => {
    expect(spans(line(['x'], [''], [''], [long, 'right']))).toEqual([
      [1, 1, 'x', 'left'],
      [2, 3, 'Đ', 'right'],
    ]);
    expect(spans(line([''], [''], [''], [long]))).toEqual([[1, 4, 'Đ', 'right']]);
  });

  it('stays in its cell where it fits, and never covers a cell that must be seen', () => {
    expect(spans(line(['abc'], [''], [''], ['']))).toHaveLength(4);
    expect(spans(line([long], [''], [''], ['']), ({ column }) => column === 3)[0]).toEqual([
      1,
      2,
      'Đ',
      'left',
    ]);
  });

  it('does not jump over the end of a merged area', () => {
    const cells = line([long], [''], [''], ['']).filter(({ column }) => column !== 2);
    expect(spans(cells)[0]).toEqual([1, 1, 'Đ', 'left']);
  });
});
