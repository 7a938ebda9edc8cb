import { type Area, areaAddress, quoteSheetName } from '../../../packages/core/src/snapshot/index.js';
import { HostError } from '../errors.js';
import {
  cellAt,
  cellFor,
  formatOf,
  type HostCell,
  type HostSheet,
  PLAIN_FORMAT,
  usedArea,
} from '../model.js';
import { enter, shownFormula, shownType, shownValue } from '../values.js';
import { areaOf } from './areas.js';
import { type HostContext, mayWrite } from './context.js';
import { HostObject, NOTHING } from './host-object.js';
import { cellProperties, lineProperties } from './properties.js';
import { RangeFormatObject } from './range-format.js';
import { fillCalculatedColumn } from './tables.js';

export class RangeObject extends HostObject {
  readonly type = 'Range';

  constructor(
    readonly context: HostContext,
    readonly sheet: HostSheet,
    readonly area: Area,
  ) {
    super();
  }

  get Address() {
    return `${quoteSheetName(this.sheet.name)}!${areaAddress(this.area)}`;
  }
  get RowIndex() {
    return this.area.top - 1;
  }
  get ColumnIndex() {
    return this.area.left - 1;
  }
  get RowCount() {
    return this.area.bottom - this.area.top + 1;
  }
  get ColumnCount() {
    return this.area.right - this.area.left + 1;
  }
  get CellCount() {
    return this.RowCount * this.ColumnCount;
  }
  get HasSpill() {
    return false;
  }
  get Worksheet(): HostObject {
    return this.context.worksheetOf(this.sheet);
  }
  get Format() {
    return new RangeFormatObject(this);
  }
  get Values() {
    return this.grid(shownValue);
  }
  set Values(values: unknown) {
    this.write(values, (row, column, value) => enter(this.sheet, row, column, value));
  }
  get Formulas() {
    return this.grid(shownFormula);
  }
  set Formulas(values: unknown) {
    this.write(values, (row, column, value) => enter(this.sheet, row, column, value));
  }
  get ValueTypes() {
    return this.grid(shownType);
  }
  get NumberFormat() {
    return this.grid((cell) => formatOf(cell).numberFormat);
  }
  set NumberFormat(values: unknown) {
    this.write(values, (row, column, value) => {
      if (typeof value !== 'string') throw new HostError('InvalidArgument', 'a number format is a text');
      this.formatFor(row, column).numberFormat = value;
    });
  }
  get RowHidden() {
    return uniform(this.rows().map((row) => this.sheet.hiddenRows.has(row)));
  }
  get ColumnHidden() {
    return uniform(this.columns().map((column) => this.sheet.hiddenColumns.has(column)));
  }

  GetCell(row: number, column: number) {
    return this.inner(row, column, row, column);
  }
  GetRow(row: number) {
    return this.inner(row, 0, row, this.ColumnCount - 1);
  }
  GetColumn(column: number) {
    return this.inner(0, column, this.RowCount - 1, column);
  }
  GetBoundingRect(other: unknown) {
    if (!(other instanceof RangeObject))
      throw new HostError('InvalidArgument', 'a bounding rectangle needs a range');
    const a = this.area;
    const b = other.area;
    return new RangeObject(this.context, this.sheet, {
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right),
    });
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean) {
    const used = usedArea(this.sheet, valuesOnly === true);
    if (!used) return NOTHING;
    const area = {
      top: Math.max(used.top, this.area.top),
      left: Math.max(used.left, this.area.left),
      bottom: Math.min(used.bottom, this.area.bottom),
      right: Math.min(used.right, this.area.right),
    };
    return area.top > area.bottom || area.left > area.right
      ? NOTHING
      : new RangeObject(this.context, this.sheet, area);
  }
  GetMergedAreasOrNullObject() {
    const merged = this.sheet.merges.filter(
      (merge) =>
        merge.top <= this.area.bottom &&
        merge.bottom >= this.area.top &&
        merge.left <= this.area.right &&
        merge.right >= this.area.left,
    );
    return merged.length === 0 ? NOTHING : areaOf(this.context, this.sheet, merged);
  }
  /** The area that the cell's formula fills; a formula's result of several cells is put by the test. */
  GetSpillingToRangeOrNullObject() {
    const spill = this.sheet.spills.find(
      (area) => area.top === this.area.top && area.left === this.area.left,
    );
    return spill ? new RangeObject(this.context, this.sheet, spill) : NOTHING;
  }
  GetCellProperties(wanted: unknown) {
    return this.rows().map((row) =>
      this.columns().map((column) => cellProperties(cellAt(this.sheet, row, column), wanted)),
    );
  }
  GetRowProperties(wanted: unknown) {
    return this.rows().map((row) => {
      const cells = () => this.columns().map((column) => cellAt(this.sheet, row, column));
      return lineProperties(this.sheet.hiddenRows.has(row), 'rowHidden', cells, wanted);
    });
  }
  GetColumnProperties(wanted: unknown) {
    return this.columns().map((column) => {
      const cells = () => this.rows().map((row) => cellAt(this.sheet, row, column));
      return lineProperties(this.sheet.hiddenColumns.has(column), 'columnHidden', cells, wanted);
    });
  }
  Select() {
    if (this.sheet.visibility !== 'Visible') throw new HostError('InvalidOperation', 'the sheet is hidden');
    this.context.book.activeSheet = this.sheet.id;
    this.context.book.selection = areaAddress(this.area);
  }
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.RowCount || columns !== this.ColumnCount) throw sizeError();
  }

  rows(): number[] {
    return Array.from({ length: this.RowCount }, (_, i) => this.area.top + i);
  }
  columns(): number[] {
    return Array.from({ length: this.ColumnCount }, (_, i) => this.area.left + i);
  }
  cells(): (HostCell | undefined)[] {
    return this.rows().flatMap((row) => this.columns().map((column) => cellAt(this.sheet, row, column)));
  }
  /** The cell's own format, made if it had none. */
  formatFor(row: number, column: number) {
    const cell = cellFor(this.sheet, row, column);
    cell.format ??= { ...PLAIN_FORMAT };
    return cell.format;
  }
  /** Refuses the write where Excel would. */
  guard(): void {
    const locked = this.sheet.protected && this.cells().some((cell) => formatOf(cell).locked);
    mayWrite(this.context, this.sheet, locked);
  }

  private grid<T>(of: (cell: HostCell | undefined) => T): T[][] {
    return this.rows().map((row) => this.columns().map((column) => of(cellAt(this.sheet, row, column))));
  }

  private inner(top: number, left: number, bottom: number, right: number): RangeObject {
    const area = {
      top: this.area.top + top,
      left: this.area.left + left,
      bottom: this.area.top + bottom,
      right: this.area.left + right,
    };
    return new RangeObject(this.context, this.sheet, area);
  }

  private write(values: unknown, put: (row: number, column: number, value: unknown) => void): void {
    this.guard();
    const many = Array.isArray(values);
    if (many && (values.length !== this.RowCount || values.some((row) => row.length !== this.ColumnCount)))
      throw sizeError();
    this.rows().forEach((row, i) => {
      this.columns().forEach((column, j) => {
        put(row, column, many ? values[i][j] : values);
      });
    });
    for (const row of this.rows())
      for (const column of this.columns()) fillCalculatedColumn(this.sheet, row, column);
    this.context.changed({ sheet: this.sheet, address: areaAddress(this.area) });
  }
}

function sizeError(): HostError {
  return new HostError(
    'InvalidArgument',
    'The number of rows or columns in the input array does not match the range.',
  );
}

function uniform(values: readonly boolean[]): boolean | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? false) : null;
}
