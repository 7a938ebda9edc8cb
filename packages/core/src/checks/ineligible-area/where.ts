import type { Book } from '../../sheet/book.js';
import { indexMerges, type Merges } from '../../sheet/merges.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { textCells } from '../support/headers.js';
import { headingPlace } from '../support/heading-place.js';
import { ancestorsOf } from '../support/rows.js';
import { type Place, placeOf } from './places.js';
import {
  joinZones,
  NO_ZONES,
  withoutZone,
  type Zones,
  zoneColumn,
  zonesInHeading,
  zonesInNote,
  zonesInRegionCell,
  zonesInTitle,
  zonesInVillageCell,
} from './zones.js';

/** Where the money of one cell goes, and what the sheet itself says of that place. */
export interface Where {
  /** As the reader finds it; `null` where the sheet names no place. */
  readonly written: string | null;
  readonly place: Place | null;
  readonly stated: Zones;
}

const NODE_KINDS: ReadonlySet<string> = new Set([
  'programme',
  'component',
  'project',
  'sub-project',
  'content',
  'grand-total',
]);

/** Finds where money goes; made once a table. */
export class PlaceReader {
  readonly #columns: readonly { readonly column: number; readonly kind: keyof typeof READ }[];
  readonly #placeColumn: number | null;
  readonly #heading: Zones;
  readonly #merges: Merges;
  readonly #rows = new Map<number, Where>();

  constructor(
    readonly book: Book,
    readonly table: Table,
  ) {
    this.#columns = table.columns.flatMap(({ column, role, headerPath }) => {
      const kind = role === 'note' ? 'note' : zoneColumn(headerPath[headerPath.length - 1] ?? '');
      return kind === null || (kind === 'villages' && role === 'amount') ? [] : [{ column, kind }];
    });
    const places = table.columns.filter(
      ({ role, column }) => role === 'place' && !this.#columns.some((one) => one.column === column),
    );
    this.#placeColumn = places.length === 1 ? (places[0]?.column ?? null) : null;
    this.#merges = indexMerges(book.snapshot.sheets[table.sheet]?.merges ?? []);
    this.#heading = this.#headingZones();
  }

  /** Where the money of a cell goes; what a column says of itself goes before what its row says. */
  at(row: TableRow, column: TableColumn): Where {
    const ofRow = this.#ofRow(row);
    const ofColumn = column.headerPath.map(zonesInTitle).reduce(joinZones, NO_ZONES);
    const place =
      ofRow.place ?? (column.own.place === null ? null : placeOf(column.own.place, this.#around()));
    const written =
      ofRow.written ?? place?.written ?? (ofColumn.size > 0 ? (column.headerPath.at(-1) ?? null) : null);
    return { written, place, stated: joinZones(ofColumn, ofRow.stated) };
  }

  #ofRow(row: TableRow): Where {
    const known = this.#rows.get(row.row);
    if (known) return known;
    const chain = [row, ...ancestorsOf(this.table, row)];
    const names = chain.flatMap((one) => this.#placeNames(one));
    const [first, ...above] = [...names, ...this.#around()];
    const place = first === undefined ? null : placeOf(first, above);
    const stated = [
      ...chain.map((one) => joinZones(this.#columnZones(one), this.#titleZones(one))),
      this.#heading,
    ].reduce(joinZones, NO_ZONES);
    const written = first ?? (this.#titleZones(row).size > 0 ? row.title : null);
    const where = { written, place, stated };
    this.#rows.set(row.row, where);
    return where;
  }

  /** The place that a row is, and the one that its place column names. */
  #placeNames(row: TableRow): string[] {
    const own = row.kind === 'place' && this.#isPlace(row.title) ? [withoutZone(row.title)] : [];
    const column = this.#placeColumn;
    const beside = column === null || column === row.titleColumn ? '' : this.#text(row.row, column);
    return [...own, ...(beside === '' ? [] : [withoutZone(beside)])];
  }

  /** “Xã khu vực I” alone is a kind of commune, no commune. */
  #isPlace(title: string): boolean {
    return zonesInTitle(title).size === 0 || withoutZone(title) !== title;
  }

  /** A project's own title may speak of communes in general, `… ưu tiên các xã đặc biệt khó khăn`. */
  #titleZones(row: TableRow): Zones {
    return NODE_KINDS.has(row.kind) || row.own.node !== null ? NO_ZONES : zonesInTitle(row.title);
  }

  #columnZones(row: TableRow): Zones {
    return this.#columns
      .map(({ column, kind }) => READ[kind](this.#text(row.row, column)))
      .reduce(joinZones, NO_ZONES);
  }

  /** A cell's text; of a merged area that of its corner. */
  #text(row: number, column: number): string {
    const area = this.#merges.at(row, column);
    const at = area ? { row: area.top, column: area.left } : { row, column };
    const value = this.book.evaluator.value(this.table.sheet, at.row, at.column);
    return value.kind === 'number'
      ? value.value.toString()
      : this.book.text(this.table.sheet, at.row, at.column);
  }

  /** The place that the whole table is about, where it is smaller than a province. */
  #around(): string[] {
    const { unit } = headingPlace(this.book, this.table);
    return unit === null ? [] : [unit];
  }

  /** `DANH MỤC … CÁC XÃ KHU VỰC I` above the table; lines of several kinds of commune decide nothing. */
  #headingZones(): Zones {
    const { top } = this.table.headerRange;
    const lines = textCells(this.book, this.table.sheet, {
      top: Math.max(1, top - HEADING_LINES),
      bottom: top - 1,
      left: 1,
      right: this.table.range.right,
    });
    return lines.map(({ text }) => zonesInHeading(text)).reduce(joinZones, NO_ZONES);
  }
}

const HEADING_LINES = 8;

const READ = { region: zonesInRegionCell, villages: zonesInVillageCell, note: zonesInNote } as const;
