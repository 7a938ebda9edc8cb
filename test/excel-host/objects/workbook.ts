import { HostError } from '../errors.js';
import { readAddress } from './areas.js';
import type { HostContext } from './context.js';
import { HostCollection, HostObject, NOTHING } from './host-object.js';
import { NamedItemCollectionObject } from './names.js';
import { RangeObject } from './range.js';
import { TableCollectionObject } from './tables.js';
import { WorksheetCollectionObject } from './worksheet.js';

class SettingObject extends HostObject {
  readonly type = 'Setting';
  override readonly scalars = ['key', 'value'];
  constructor(
    private readonly settings: Map<string, unknown>,
    private readonly key: string,
  ) {
    super();
  }
  get Key() {
    return this.key;
  }
  get Value() {
    return this.settings.get(this.key);
  }
  set Value(value: unknown) {
    this.settings.set(this.key, value);
  }
  Delete() {
    this.settings.delete(this.key);
  }
}

class SettingCollectionObject extends HostCollection {
  readonly type = 'SettingCollection';
  constructor(private readonly settings: Map<string, unknown>) {
    super();
  }
  items() {
    return [...this.settings.keys()].map((key) => new SettingObject(this.settings, key));
  }
  GetItem(key: string) {
    if (!this.settings.has(key)) throw new HostError('ItemNotFound', `no setting ${key}`);
    return new SettingObject(this.settings, key);
  }
  /** Items of a loaded collection are named by their place in it. */
  GetItemAt(index: number) {
    return this.GetItem([...this.settings.keys()][index] ?? String(index));
  }
  GetItemOrNullObject(key: string) {
    return this.settings.has(key) ? new SettingObject(this.settings, key) : NOTHING;
  }
  Add(key: string, value: unknown) {
    this.settings.set(key, value);
    return new SettingObject(this.settings, key);
  }
}

class ApplicationObject extends HostObject {
  readonly type = 'Application';
  constructor(private readonly context: HostContext) {
    super();
  }
  get DecimalSeparator() {
    return this.context.locale === 'vi-VN' ? ',' : '.';
  }
  get ThousandsSeparator() {
    return this.context.locale === 'vi-VN' ? '.' : ',';
  }
  SuspendApiCalculationUntilNextSync() {
    this.context.suspend('calculation');
  }
  SuspendScreenUpdatingUntilNextSync() {
    this.context.suspend('screen');
  }
  Calculate() {}
}

/** `context.runtime`, whose `enableEvents` keeps our own writes from being told to us. */
export class RuntimeObject extends HostObject {
  readonly type = 'Runtime';
  override readonly scalars = ['enableEvents'];
  constructor(private readonly context: HostContext) {
    super();
  }
  get EnableEvents() {
    return this.context.book.eventsEnabled;
  }
  set EnableEvents(on: boolean) {
    this.context.book.eventsEnabled = on;
  }
}

class WorkbookProtectionObject extends HostObject {
  readonly type = 'WorkbookProtection';
  constructor(private readonly context: HostContext) {
    super();
  }
  get Protected() {
    return this.context.book.structureProtected;
  }
}

export class WorkbookObject extends HostObject {
  readonly type = 'Workbook';
  override readonly scalars = ['name'];
  constructor(private readonly context: HostContext) {
    super();
  }
  get Name() {
    return this.context.book.name;
  }
  get UsePrecisionAsDisplayed() {
    return this.context.book.precisionAsDisplayed;
  }
  get Worksheets() {
    return new WorksheetCollectionObject(this.context);
  }
  get Names() {
    return new NamedItemCollectionObject(this.context, this.context.book.names, 'Workbook');
  }
  get Tables() {
    return new TableCollectionObject(this.context);
  }
  get Settings() {
    return new SettingCollectionObject(this.context.book.settings);
  }
  get Application() {
    return new ApplicationObject(this.context);
  }
  get Protection() {
    return new WorkbookProtectionObject(this.context);
  }
  /** Adds the visible and hidden sheets of another file; a name that is taken gets a number, as in Excel. */
  InsertWorksheetsFromBase64(file: string, options?: { positionType?: string }) {
    if (options?.positionType !== 'End')
      throw new HostError('InvalidArgument', 'excel-host adds sheets at the end only');
    return this.context.insertFile(file);
  }
  GetSelectedRange() {
    const { book } = this.context;
    const sheet = book.sheets.find((one) => one.id === book.activeSheet);
    if (!sheet) throw new HostError('ItemNotFound', 'no sheet is active');
    return new RangeObject(this.context, sheet, readAddress(book.selection));
  }
}
