import { HostError } from '../errors.js';
import { cellAt, cellFor, type HostSheet, type HostTable } from '../model.js';
import type { HostContext } from './context.js';
import { HostCollection, HostObject } from './host-object.js';
import { RangeObject } from './range.js';

class TableObject extends HostObject {
  readonly type = 'Table';
  constructor(
    private readonly context: HostContext,
    private readonly sheet: HostSheet,
    private readonly table: HostTable,
  ) {
    super();
  }
  get Id() {
    return this.table.id;
  }
  get Name() {
    return this.table.name;
  }
  get Worksheet(): HostObject {
    return this.context.worksheetOf(this.sheet);
  }
  GetRange() {
    return new RangeObject(this.context, this.sheet, this.table.area);
  }
}

export class TableCollectionObject extends HostCollection {
  readonly type = 'TableCollection';
  constructor(private readonly context: HostContext) {
    super();
  }
  items() {
    return this.context.book.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => new TableObject(this.context, sheet, table)),
    );
  }
  GetItem(key: string) {
    const found = this.items().find((table) => table.Id === key || table.Name === key);
    if (!found) throw new HostError('ItemNotFound', `no table ${key}`);
    return found;
  }
}

/** A formula in a blank column of a table is copied down the column (“calculated column”). */
export function fillCalculatedColumn(sheet: HostSheet, row: number, column: number): void {
  const formula = cellAt(sheet, row, column)?.formula;
  const table = sheet.tables.find(
    ({ area }) => row > area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
  if (!formula || !table) return;
  const rows = Array.from({ length: table.area.bottom - table.area.top }, (_, i) => table.area.top + 1 + i);
  const others = rows.filter((other) => other !== row);
  const isBlank = (other: number) => {
    const cell = cellAt(sheet, other, column);
    return !cell || (cell.value === null && cell.formula === null);
  };
  if (others.every(isBlank)) for (const other of others) cellFor(sheet, other, column).formula = formula;
}
