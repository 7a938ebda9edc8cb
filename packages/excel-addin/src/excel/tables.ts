import { type Area, inArea } from '@ctmtqg/core';
import type { Job } from './batches.js';
import { textForExcel } from './content.js';
import { areaIn } from './outline.js';
import { rangeOf, type Write } from './write.js';

/** A table of Excel (Insert > Table): the sheet that it stands on, and all its cells. */
export interface TableArea {
  readonly key: string;
  readonly area: Area;
}

/** Asks where the tables are; nothing is sent yet. */
export function askTables(
  context: Excel.RequestContext,
  outline: { readonly tables: readonly TableOutline[] },
) {
  const asked = outline.tables.map((table) => {
    const range = context.workbook.tables.getItem(table.id).getRange().untrack();
    range.load('address');
    return { key: table.sheet, range };
  });
  return (): TableArea[] =>
    asked.flatMap(({ key, range }) => {
      const area = areaIn(range.address);
      return area ? [{ key, area }] : [];
    });
}

export interface TableOutline {
  readonly id: string;
  /** Id of its sheet. */
  readonly sheet: string;
}

interface Column {
  readonly key: string;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** Columns of tables that a formula is written into. */
function columnsWritten(tables: readonly TableArea[], writes: readonly Write[]): Column[] {
  const found = new Map<string, Column>();
  for (const { key, row, column, content } of writes) {
    if (typeof content !== 'string' || !content.startsWith('=')) continue;
    const table = tables.find((one) => one.key === key && inArea(one.area, row, column));
    if (!table) continue;
    const { top, bottom } = table.area;
    found.set(`${key}!${column},${top}`, { key, column, top, bottom });
  }
  return [...found.values()];
}

/** What a request asks before and after it writes into tables, and what Excel had filled in of its own accord. */
export interface TableWatch {
  readonly before: readonly Job[];
  readonly after: readonly Job[];
  /** The writes that take back what was not ours. */
  uninvited(): Write[];
}

/**
 * Watches the columns of tables that formulas are written into: Excel copies a formula down a column of a table that
 * was blank (“calculated column”), into cells that nobody wished to fill.
 */
export function watchTables(tables: readonly TableArea[], writes: readonly Write[]): TableWatch {
  const columns = columnsWritten(tables, writes);
  const seen = columns.map(() => [] as Excel.Range[]);
  const looks = () =>
    columns.map(
      ({ key, column, top, bottom }, i): Job => ({
        bytes: 700,
        queue(context) {
          const ends = [
            { key, row: top, column },
            { key, row: bottom, column },
          ];
          const range = rangeOf(context, ends);
          range.load('formulas,numberFormat');
          seen[i]!.push(range);
        },
      }),
    );
  const ours = new Set(writes.map(({ key, row, column }) => `${key}!${row},${column}`));
  return {
    before: looks(),
    after: looks(),
    uninvited: () =>
      columns.flatMap(({ key, column, top }, i) => {
        const [before, after] = seen[i]!;
        return (before?.formulas ?? []).flatMap(([was]: unknown[], j: number): Write[] => {
          const row = top + j;
          const same = was === after?.formulas[j]?.[0];
          if (same || ours.has(`${key}!${row},${column}`)) return [];
          const letters = String(before!.numberFormat[j]?.[0]) === '@';
          const content =
            typeof was === 'string' && !was.startsWith('=') && !letters ? textForExcel(was) : was;
          return [{ key, row, column, content: content as Write['content'], format: null }];
        });
      }),
  };
}
