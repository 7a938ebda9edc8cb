import type { Decimal } from '../amount/decimal.js';
import type { Book } from '../sheet/book.js';
import type { Capital, MoneyUnit, Source, Stage, Table, TableColumn, TableRow } from '../sheet/types.js';
import type { WorkbookSnapshot } from '../snapshot/types.js';

/** An amount that the level above assigned, as the caller gives it. */
export interface AssignedAmount {
  readonly kind: 'amount';
  /** `null`: the programme of the sheet. */
  readonly programme: string | null;
  /** Node code, `DA4.TDA1`; `null`: all that the sheet divides. */
  readonly node: string | null;
  /** `null`: the total of all sources that the sheet shows. */
  readonly source: Source | null;
  /** `null`: both kinds together. */
  readonly capital: Capital | null;
  /** Decimal string in `unit`, `340.5`. */
  readonly amount: string;
  /** `null`: the unit of the sheet. */
  readonly unit: MoneyUnit | null;
}

/** The decision of the level above as a workbook; its tables are understood as those of the sheet are. */
export interface AssignedWorkbook {
  readonly kind: 'workbook';
  /** Name of the file, as the report shall show it. */
  readonly name: string;
  readonly snapshot: WorkbookSnapshot;
  /** The unit whose lines of the decision count, `Xã Dân Tiến`, where it lists several; absent: from the sheet's heading. */
  readonly place?: string | null;
}

/** A sheet of the workbook itself that holds the decision of the level above. */
export interface AssignedSheet {
  readonly kind: 'sheet';
  /** Name of the sheet; its tables are then no division to be checked against assigned figures. */
  readonly sheet: string;
  readonly place?: string | null;
}

/** Figures assigned by the level above: single amounts, a workbook of them, or a sheet of the workbook checked. */
export type AssignedGiven = AssignedAmount | AssignedWorkbook | AssignedSheet;

/** Tables of assigned figures, understood. */
export interface AssignedBook {
  readonly kind: 'book';
  /** Name of the file; `null` where a sheet of the workbook itself holds them. */
  readonly name: string | null;
  readonly book: Book;
  readonly tables: readonly Table[];
  readonly place: string | null;
}

/** What the checks are given: amounts, and workbooks already understood. */
export type AssignedInput = AssignedAmount | AssignedBook;

/** What an amount is for. `null` in `node` and `place`: the whole. */
export interface Subject {
  readonly programme: string | null;
  readonly node: string | null;
  /** As written in the sheet; compared without accents and without words such as “xã”. */
  readonly place: string | null;
}

/** Whose money, of which kind, for when. `null`: not said. */
export interface Signature {
  readonly source: Source | null;
  readonly capital: Capital | null;
  readonly year: number | null;
  readonly stage: 'plan' | 'carried-over';
}

/** One cell that bears an amount. */
export interface MoneyCell {
  readonly row: TableRow;
  readonly column: TableColumn;
  /** In the unit of the cell. */
  readonly amount: Decimal;
  /** One of the last digit that the cell shows. */
  readonly step: Decimal;
}

/** An amount of a table with what it is for: one cell, or several that together make it up. */
export interface Entry extends Subject, Signature {
  readonly table: Table;
  readonly cells: readonly MoneyCell[];
  /** What stands there. */
  readonly amount: Decimal;
  /** What should stand there by the sums of the sheet, which have checks of their own. */
  readonly mended: Decimal;
  readonly step: Decimal;
  readonly unit: MoneyUnit | null;
}

/** Where an assigned figure was read. */
export type AssignedOrigin = 'option' | 'file' | 'sheet' | 'heading' | 'row' | 'column';

/** A figure assigned by the level above. */
export interface AssignedFigure extends Subject, Signature {
  readonly origin: AssignedOrigin;
  /** Name of the workbook; `null` for an option, and for the sheet itself. */
  readonly workbook: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly title: string;
  readonly amount: Decimal;
  readonly step: Decimal;
  /** `null`: that of the sheet it is held against. */
  readonly unit: MoneyUnit | null;
  /** What the lines of the decision add up to where this total of it says otherwise. */
  readonly lines?: Decimal;
}

/** An assigned figure beside what the sheet gives out of it; all amounts in đồng, or in the cells' unit where none is named. */
export interface Comparison {
  readonly figure: AssignedFigure;
  readonly entry: Entry;
  readonly scale: number;
  readonly assigned: Decimal;
  readonly divided: Decimal;
  readonly difference: Decimal;
  /** Differences below this are rounding. */
  readonly room: Decimal;
  /** `missing`: the sheet has no line for it. `unlisted`: the decision has none. */
  readonly odd: 'missing' | 'unlisted' | null;
}

/** The stages whose money is divided; changes, payments and remainders are no whole amounts. */
export const DIVIDED_STAGES: readonly (Stage | null)[] = [null, 'plan', 'after', 'before', 'carried-over'];
