import { openBook } from '../check.js';
import { createIdentifier } from '../programmes/index.js';
import { RULES } from '../rules/index.js';
import { buildSnapshot, cellAddress, type PlainSheet, type PlainValue } from '../snapshot/index.js';
import { recognise } from './recognise.js';
import type { Table } from './types.js';

/**
 * A sheet drawn with bars, one line a row: `STT | Nội dung | Tổng số`. Plain numbers become numbers, `=…` formulas,
 * blank cells stay empty; `'12` is the text 12.
 */
export function drawSheet(
  name: string,
  drawing: string,
  merges: readonly string[] = [],
  at = { row: 1, column: 1 },
): PlainSheet {
  const cells: Record<string, PlainValue> = {};
  drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line, i, all) => line !== '' || (i > 0 && i < all.length - 1))
    .forEach((line, r) => {
      line.split('|').forEach((part, c) => {
        const text = part.trim();
        if (text === '') return;
        const address = cellAddress(at.row + r, at.column + c);
        cells[address] = /^-?\d+(\.\d+)?$/.test(text)
          ? Number(text)
          : text.startsWith("'")
            ? text.slice(1)
            : text;
      });
    });
  return { name, cells, merges };
}

/** Recognises drawn sheets with the rules of this release. */
export function understand(...sheets: PlainSheet[]): Table[] {
  return recognise(openBook(buildSnapshot(sheets)), RULES, createIdentifier(RULES));
}

/** Sums in short: `C=D+E` across, `8=9+10` down. */
export function sumsOf(table: Table): string[] {
  const name = (axis: 'row' | 'column', line: number) =>
    axis === 'row' ? cellAddress(1, line).replace(/\d+$/, '') : String(line);
  return table.sums.map((sum) => {
    const parts = sum.parts
      .map((part, i) => `${part.sign < 0 ? '-' : i > 0 ? '+' : ''}${name(sum.axis, part.line)}`)
      .join('');
    return `${name(sum.axis, sum.whole)}${sum.complete ? '=' : '≥'}${parts}`;
  });
}

/** Columns in short: `C:amount:central:all`. */
export function columnsOf(table: Table): string[] {
  return table.columns.map((column) => {
    const letter = cellAddress(1, column.column).replace(/\d+$/, '');
    if (column.role !== 'amount') return `${letter}:${column.role}`;
    const { source, capital, year, stage, node, place } = column.effective;
    return [letter, source, capital, year, stage, node, place]
      .filter((word) => word !== null && word !== 'all')
      .join(':');
  });
}

/** Rows in short: `9:project:DA1<8`. */
export function rowsOf(table: Table): string[] {
  return table.rows.map(
    (row) =>
      `${row.row}:${row.kind}${row.own.node ? `:${row.own.node}` : ''}${row.parent === null ? '' : `<${row.parent}`}`,
  );
}
