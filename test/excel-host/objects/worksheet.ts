import { HostError } from '../errors.js';
import { emptySheet, type HostSheet, usedArea } from '../model.js';
import { areaOf, readAddress, readAddresses } from './areas.js';
import { ChartCollectionObject } from './charts.js';
import type { HostContext } from './context.js';
import { HostCollection, HostObject, NOTHING } from './host-object.js';
import { NamedItemCollectionObject } from './names.js';
import { RangeObject } from './range.js';

class ProtectionObject extends HostObject {
  readonly type = 'WorksheetProtection';
  constructor(private readonly sheet: HostSheet) {
    super();
  }
  get Protected() {
    return this.sheet.protected;
  }
}

export class WorksheetObject extends HostObject {
  readonly type = 'Worksheet';
  override readonly scalars = ['id', 'name', 'visibility', 'position'];
  constructor(
    readonly context: HostContext,
    readonly sheet: HostSheet,
  ) {
    super();
  }
  get Id() {
    return this.sheet.id;
  }
  get Name() {
    return this.sheet.name;
  }
  set Name(name: string) {
    this.sheet.name = name;
  }
  get Visibility() {
    return this.sheet.visibility;
  }
  set Visibility(visibility: HostSheet['visibility']) {
    this.sheet.visibility = visibility;
  }
  get Position() {
    return this.context.book.sheets.indexOf(this.sheet);
  }
  get Protection() {
    return new ProtectionObject(this.sheet);
  }
  get Names() {
    return new NamedItemCollectionObject(this.context, this.sheet.names, 'Worksheet');
  }
  get Charts() {
    return new ChartCollectionObject(this.sheet);
  }
  GetRange(address?: string) {
    const area = address ? readAddress(address) : { top: 1, left: 1, bottom: 1_048_576, right: 16_384 };
    return new RangeObject(this.context, this.sheet, area);
  }
  GetRanges(address: string) {
    return areaOf(this.context, this.sheet, readAddresses(address));
  }
  GetCell(row: number, column: number) {
    return new RangeObject(this.context, this.sheet, {
      top: row + 1,
      left: column + 1,
      bottom: row + 1,
      right: column + 1,
    });
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number) {
    const area = { top: row + 1, left: column + 1, bottom: row + rows, right: column + columns };
    return new RangeObject(this.context, this.sheet, area);
  }
  GetUsedRange(valuesOnly?: boolean) {
    const used = usedArea(this.sheet, valuesOnly === true);
    return new RangeObject(this.context, this.sheet, used ?? { top: 1, left: 1, bottom: 1, right: 1 });
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean) {
    const used = usedArea(this.sheet, valuesOnly === true);
    return used ? new RangeObject(this.context, this.sheet, used) : NOTHING;
  }
  /** Excel keeps the last sheet that can be seen, and does not delete one that is very hidden. */
  Delete() {
    const { book } = this.context;
    const others = book.sheets.filter((one) => one !== this.sheet);
    if (this.sheet.visibility === 'VeryHidden' || !others.some((one) => one.visibility === 'Visible'))
      throw new HostError('InvalidOperation', `sheet ${this.sheet.name} cannot be deleted`);
    if (book.structureProtected) throw new HostError('AccessDenied', 'the structure is protected');
    book.sheets = others;
    if (book.activeSheet === this.sheet.id)
      book.activeSheet = others.find((one) => one.visibility === 'Visible')!.id;
  }
  Activate() {
    if (this.sheet.visibility !== 'Visible')
      throw new HostError('InvalidOperation', 'a hidden sheet cannot be activated');
    this.context.book.activeSheet = this.sheet.id;
  }
}

export class WorksheetCollectionObject extends HostCollection {
  readonly type = 'WorksheetCollection';
  constructor(private readonly context: HostContext) {
    super();
  }
  items() {
    return this.context.book.sheets.map((sheet) => new WorksheetObject(this.context, sheet));
  }
  GetItem(key: string) {
    const found = this.find(key);
    if (!found) throw new HostError('ItemNotFound', `The requested resource doesn't exist: sheet ${key}`);
    return found;
  }
  GetItemOrNullObject(key: string) {
    return this.find(key) ?? NOTHING;
  }
  GetActiveWorksheet() {
    return this.GetItem(this.context.book.activeSheet);
  }
  Add(name?: string) {
    const { book } = this.context;
    if (book.structureProtected) throw new HostError('AccessDenied', 'the structure is protected');
    const given = name ?? `Sheet${book.sheets.length + 1}`;
    if (this.find(given)) throw new HostError('ItemAlreadyExists', `a sheet ${given} exists`);
    const sheet = emptySheet(`{new-${book.sheets.length + 1}}`, given);
    book.sheets.push(sheet);
    return new WorksheetObject(this.context, sheet);
  }
  _RegisterDataChangedEvent() {
    this.context.listen('changed', true);
  }
  _UnregisterDataChangedEvent() {
    this.context.listen('changed', false);
  }
  _RegisterAddedEvent() {
    this.context.listen('added', true);
  }
  _UnregisterAddedEvent() {
    this.context.listen('added', false);
  }
  _RegisterDeletedEvent() {
    this.context.listen('deleted', true);
  }
  _UnregisterDeletedEvent() {
    this.context.listen('deleted', false);
  }
  _RegisterSelectionChangedEvent() {
    this.context.listen('selection', true);
  }
  _UnregisterSelectionChangedEvent() {
    this.context.listen('selection', false);
  }

  /** By id, or by name without regard to case. */
  private find(key: string): WorksheetObject | undefined {
    const sheet = this.context.book.sheets.find(
      (one) => one.id === key || one.name.toLocaleLowerCase('vi') === key.toLocaleLowerCase('vi'),
    );
    return sheet && new WorksheetObject(this.context, sheet);
  }
}
