import { readAmount } from '../amount/index.js';
import { areaAddress, cellAddress } from '../snapshot/index.js';
import type { ReadColumn } from './columns.js';
import type { Frame } from './find-tables.js';
import type { Heading } from './heading.js';
import type { SheetReader } from './read-cells.js';
import type { Dimensions, Doubt } from './types.js';

/** What could not be understood of a table; it goes to the report's `notChecked`. */
export function tableDoubts(
  reader: SheetReader,
  frame: Frame,
  heading: Heading,
  columns: readonly ReadColumn[],
  dimensions: Dimensions,
  namedByRows: boolean,
): Doubt[] {
  const doubts: Doubt[] = [];
  const add = (code: string, cell: string | null, facts: Doubt['facts'] = {}) =>
    doubts.push({ code, sheet: reader.snapshot.name, cell, facts });
  const at = areaAddress(frame.header);
  if (heading.otherProgramme !== null) add('other-programme', null, { title: heading.otherProgramme });
  else if (dimensions.programme === null && !namedByRows) add('programme-not-named', null, { range: at });
  if (heading.unit === null && !columns.some((entry) => entry.column.own.unit !== null))
    add('unit-not-named', null, { range: at });
  for (const entry of columns) {
    if (entry.column.role === 'other' && entry.profile.numbers + entry.profile.texts > 0) {
      const { headerCell } = entry.column;
      add('column-not-understood', headerCell ? cellAddress(headerCell.row, headerCell.column) : null, {
        header: entry.path.texts.join(' / '),
      });
    }
  }
  const worded = amountsInWords(reader, frame, columns);
  if (worded[0] !== undefined) add('amount-with-unit', worded[0], { cell: worded[0], count: worded.length });
  return doubts;
}

const ROWS_AT_MOST = 2000;

/** Amounts typed with a unit of their own, "1,92 tỷ", among figures: no sum of the sheet counts them. */
function amountsInWords(reader: SheetReader, frame: Frame, columns: readonly ReadColumn[]): string[] {
  const amounts = columns.filter((entry) => entry.column.role === 'amount' && entry.profile.texts > 0);
  return frame.dataRows.slice(0, ROWS_AT_MOST).flatMap((row) =>
    amounts.flatMap(({ column }) => {
      const glimpse = reader.at(row, column.column);
      const worded = glimpse.kind === 'text' && readAmount(glimpse.text, null).kind === 'money';
      return worded ? [cellAddress(row, column.column)] : [];
    }),
  );
}
