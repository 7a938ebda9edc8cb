import { provinceName } from '../../eligibility/provinces.js';
import type { Book } from '../../sheet/book.js';
import type { Table } from '../../sheet/types.js';
import { foldSpace } from '../../text/index.js';
import { textCells } from './headers.js';

/** Whose sheet it is, by the lines above the table. */
export interface HeadingPlace {
  /** A province of today or of before July 2025. */
  readonly province: string | null;
  /** The one commune or district named, `xã Dân Tiến`; `null` with none or several. */
  readonly unit: string | null;
}

const HEADING_LINES = 10;
const PROVINCE = /(?:tỉnh|thành phố)\s+(.+)/giu;
const UNIT =
  /(?:(?:UBND|[ỦU][yỷ] ban nhân dân|HĐND|Hội đồng nhân dân)|trên địa bàn|của)\s+((?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)\s+.+)/iu;
/** Where the name of a place ends. */
const END =
  /[,;:().–]|\s-\s|\s(?:năm|giai đoạn|tỉnh|thành phố|huyện|từ|nguồn|thực hiện|kèm|theo|quản lý|để|cho|và)(?=\s|$)/iu;
const LONGEST_NAME = 5;

const lookups = new WeakMap<Table, HeadingPlace>();

/** The province, and the commune or district, that the lines above a table name. */
export function headingPlace(book: Book, table: Table): HeadingPlace {
  const known = lookups.get(table);
  if (known) return known;
  const { top } = table.headerRange;
  const area = { top: Math.max(1, top - HEADING_LINES), bottom: top - 1, left: 1, right: table.range.right };
  const lines = textCells(book, table.sheet, area).map(({ text }) => foldSpace(text.normalize('NFC')));
  const provinces = new Set(lines.flatMap(provincesIn));
  const units = new Set(lines.flatMap(unitIn));
  const found = { province: only(provinces), unit: only(units) };
  lookups.set(table, found);
  return found;
}

const only = (names: ReadonlySet<string>) => (names.size === 1 ? ([...names][0] ?? null) : null);

function provincesIn(line: string): string[] {
  return [...line.matchAll(PROVINCE)].flatMap(([, rest = '']) => {
    const words = rest.split(/[\s,;:().]+/);
    for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
      const name = provinceName(words.slice(0, count).join(' '));
      if (name !== null) return [name];
    }
    return [];
  });
}

function unitIn(line: string): string[] {
  const rest = UNIT.exec(line)?.[1];
  if (rest === undefined) return [];
  const [kind = ''] = /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)/iu.exec(rest) ?? [];
  const after = rest.slice(kind.length).trimStart();
  const end = END.exec(after)?.index ?? after.length;
  const name = after.slice(0, end).trim();
  const words = name === '' ? 0 : name.split(' ').length;
  return words > 0 && words <= LONGEST_NAME && startsBig(name)
    ? [`${kind.toLowerCase()} ${capitalised(name)}`]
    : [];
}

/** Headings stand in capitals: `DÂN TIẾN` is written `Dân Tiến`. */
const capitalised = (name: string) =>
  name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

/** A name begins with a capital: “của xã đặc biệt khó khăn” names none. */
const startsBig = (name: string) => /^\p{Lu}/u.test(name) && !/^đặc biệt khó khăn|^khu vực/iu.test(name);
