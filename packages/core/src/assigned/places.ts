import { textCells } from '../checks/support/headers.js';
import type { Book } from '../sheet/book.js';
import type { Table } from '../sheet/types.js';
import { foldText } from '../text/index.js';

const KIND =
  /^(?:ubnd |uy ban nhan dan )?(?:xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho|tp|tinh|thon|ban)\s+/;
const HEADING_KINDS = '(?:xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho|tp|tinh)';

/** A place's name for comparing: `Xã Dân Tiến`, `UBND xã Dân Tiến` and `Dân Tiến` are one. */
export function placeKey(name: string): string {
  const folded = foldText(name);
  return folded.replace(KIND, '') || folded;
}

/** The lines above a table, those of the first table of its sheet and the name of the sheet: where a unit names itself. */
export function headingOf(book: Book, tables: readonly Table[], table: Table): string {
  const own = tables.filter(({ sheet }) => sheet === table.sheet);
  const first = Math.min(...own.map(({ headerRange }) => headerRange.top));
  const before = own.map(({ range }) => range.bottom).filter((bottom) => bottom < table.headerRange.top);
  const from = before.length > 0 ? Math.max(...before) + 1 : 1;
  const wide = { left: 1, right: 16_384 };
  const lines = [
    ...textCells(book, table.sheet, { ...wide, top: 1, bottom: first - 1 }),
    ...textCells(book, table.sheet, { ...wide, top: from, bottom: table.headerRange.top - 1 }),
  ].map(({ text }) => foldText(text));
  return ` ${[foldText(table.sheetName), ...lines].join(' ; ')} `;
}

/** Of the places of a decision the one that a heading is about; `null` for none and for several. */
export function placeNamed(heading: string, places: readonly string[]): string | null {
  const found = places.filter((place) => names(heading, place));
  const longest = found.filter(
    (place) => !found.some((other) => other !== place && placeKey(other).includes(placeKey(place))),
  );
  const distinct = new Set(longest.map(placeKey));
  return distinct.size === 1 ? (longest[0] ?? null) : null;
}

function names(heading: string, place: string): boolean {
  const name = placeKey(place);
  const folded = foldText(place);
  if (name.length < 2) return false;
  if (KIND.test(folded)) return heading.includes(` ${folded} `);
  const bare = name.replace(/[^a-z0-9 ]/g, '');
  return new RegExp(` (?:${HEADING_KINDS} )?${bare} `).test(heading);
}
