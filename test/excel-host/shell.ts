import { areaAddress, parseArea } from '../../packages/core/src/snapshot/index.js';
import type { ExcelHost } from './host.js';
import { emptySheet, type HostSheet } from './model.js';
import { enter } from './values.js';

/** Looks like the SAFEARRAY that the Windows host hands to scripts. */
const safeArray = (...items: unknown[]) => ({ toArray: () => items });

type Callback = (answer: unknown) => void;
type Handler = (dispatch: number, payload: unknown) => void;

const DISPATCH = { richApiRequest: 93, commandCompleted: 94, richApiMessage: 33, commandInvoked: 39 };
const MESSAGE = {
  eventCategory: 65536,
  worksheetChanged: 10,
  worksheetAdded: 13,
  worksheetDeleted: 15,
  functionCategory: 1,
  functionCall: 1000,
};

export interface ShellOptions {
  /** Shared runtime and custom functions are on (flags 3), as in the add-in's manifest. */
  readonly flags?: number;
}

/**
 * What office.js finds as `window.external` inside desktop Excel. It is the outermost edge of the library:
 * everything above runs as Microsoft wrote it.
 */
export class HostShell {
  private readonly handlers = new Map<number, Handler>();
  private readonly saved = new Map<string, unknown>();
  readonly completedCommands: unknown[] = [];

  constructor(
    readonly host: ExcelHost,
    private readonly options: ShellOptions = {},
  ) {
    host.onChange = (change, byUs) => {
      this.sendChange(change.sheet.id, change.address, byUs ? 'ThisLocalAddin' : 'Unknown', 'Local');
    };
  }

  get external() {
    const { host } = this;
    return {
      GetHostInfo: () => `Excel$Win32$16.01$${host.locale}$$$disableLogging$${this.options.flags ?? 3}`,
      GetContext: () => this.context(),
      Execute: (dispatch: number, params: unknown, callback: Callback) =>
        this.execute(dispatch, params, callback),
      RegisterEvent: (dispatch: number, _target: string, handler: Handler, callback: Callback) => {
        this.handlers.set(dispatch, handler);
        callback(0);
      },
      UnregisterEvent: (dispatch: number, _target: string, callback: Callback) => {
        this.handlers.delete(dispatch);
        callback(0);
      },
    };
  }

  /** The person types `value` into a cell, here or on another machine. */
  type(
    sheetName: string,
    address: string,
    value: string | number,
    source: 'Local' | 'Remote' = 'Local',
  ): void {
    const sheet = this.sheetNamed(sheetName);
    const area = parseArea(address);
    if (!area) throw new RangeError(`no cell ${sheetName}!${address}`);
    enter(sheet, area.top, area.left, value);
    if (this.host.listeners('changed') > 0) this.sendChange(sheet.id, areaAddress(area), 'Unknown', source);
  }

  /** The person puts rows in: everything from that row on moves down, and listeners hear it. */
  insertRows(sheetName: string, row: number, count = 1): void {
    const sheet = this.sheetNamed(sheetName);
    const cells = [...sheet.cells];
    sheet.cells.clear();
    for (const [key, cell] of cells) {
      const moved = Math.floor(key / 16385) >= row ? key + count * 16385 : key;
      sheet.cells.set(moved, cell);
    }
    this.sendChange(sheet.id, `${row}:${row + count - 1}`, 'Unknown', 'Local', 'RowInserted');
  }

  addSheet(name: string): void {
    const id = `{person-${this.host.book.sheets.length + 1}}`;
    this.host.book.sheets.push(emptySheet(id, name));
    this.sendSheet('added', MESSAGE.worksheetAdded, id);
  }

  deleteSheet(name: string): void {
    const { id } = this.sheetNamed(name);
    this.host.book.sheets = this.host.book.sheets.filter((sheet) => sheet.id !== id);
    this.sendSheet('deleted', MESSAGE.worksheetDeleted, id);
  }

  /** Excel tells nobody of a new name before ExcelApi 1.17. */
  renameSheet(name: string, to: string): void {
    this.sheetNamed(name).name = to;
  }

  /** A button of the ribbon is pressed. */
  press(functionName: string, id: string): void {
    const handler = this.handlers.get(DISPATCH.commandInvoked);
    if (!handler) throw new Error('the add-in does not listen to ribbon commands');
    handler(DISPATCH.commandInvoked, safeArray(id, functionName, JSON.stringify({ source: { id } })));
  }

  /** Excel computes a cell that calls a custom function. */
  callFunction(id: number, name: string, args: readonly unknown[], address = 'Sheet1!A1'): void {
    const message = JSON.stringify([id, name, args, address, 0]);
    this.send(MESSAGE.functionCategory, MESSAGE.functionCall, '', message);
  }

  private sheetNamed(name: string): HostSheet {
    const sheet = this.host.book.sheets.find((one) => one.name === name);
    if (!sheet) throw new RangeError(`no sheet ${name}`);
    return sheet;
  }

  private sendSheet(event: 'added' | 'deleted', type: number, worksheetId: string): void {
    if (this.host.listeners(event) === 0) return;
    const message = JSON.stringify({ source: 'Local', worksheetId });
    this.send(MESSAGE.eventCategory, type, 'Workbook', message);
  }

  private sendChange(
    sheetId: string,
    address: string,
    triggerSource: string,
    source: string,
    changeType = 'RangeEdited',
  ): void {
    const message = JSON.stringify({
      address,
      changeType,
      source,
      triggerSource,
      worksheetId: sheetId,
    });
    this.send(MESSAGE.eventCategory, MESSAGE.worksheetChanged, 'Workbook', message, source === 'Remote');
  }

  private send(category: number, type: number, target: string, message: string, remote = false): void {
    const handler = this.handlers.get(DISPATCH.richApiMessage);
    const payload = safeArray(safeArray(category, type, target, message, '', remote));
    setTimeout(() => handler?.(DISPATCH.richApiMessage, payload), 0);
  }

  private execute(dispatch: number, params: unknown, callback: Callback): void {
    const given = Array.isArray(params) ? params : (params as { toArray(): unknown[] }).toArray();
    if (dispatch === DISPATCH.commandCompleted) {
      this.completedCommands.push(given);
      callback(safeArray(0));
      return;
    }
    if (dispatch !== DISPATCH.richApiRequest)
      throw new Error(`excel-host does not cover dispatch ${dispatch}`);
    const message = given[0] as unknown[];
    const answer = this.host.execute(String(message[4]));
    setTimeout(
      () => callback(typeof answer === 'number' ? safeArray(answer) : safeArray(0, [200, [], answer])),
      0,
    );
  }

  private context() {
    const { host, saved } = this;
    const matrix = {
      ExcelApi: host.excelApi,
      SharedRuntime: '1.1',
      CustomFunctions: '1.7',
      CustomFunctionsRuntime: '1.3',
      RichApiRuntime: '1.2',
      AddinCommands: '1.1',
      DialogApi: '1.1',
    };
    return {
      GetAppType: () => 1,
      GetSolutionRef: () => 'ctmtqg',
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 0,
      GetAppUILocale: () => host.locale,
      GetAppDataLocale: () => host.locale,
      GetDocUrl: () => `C:\\Du lieu\\${host.book.name}`,
      GetAppCapabilities: () => 0,
      GetActivationMode: () => 0,
      GetControlIntegrationLevel: () => 1,
      GetSolutionToken: () => '',
      GetSupportedMatrix: () => JSON.stringify(matrix),
      GetOfficeThemeInfo: () => '{}',
      GetInitialDisplayMode: () => 0,
      GetSettings: () => ({
        Read: (keys: string[], values: unknown[]) => {
          for (const [key, value] of saved) {
            keys.push(key);
            values.push(value);
          }
        },
        Write: (keys: string[], values: unknown[]) => {
          saved.clear();
          keys.forEach((key, i) => {
            saved.set(key, values[i]);
          });
        },
      }),
    };
  }
}
