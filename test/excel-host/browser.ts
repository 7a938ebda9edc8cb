import { readWorkbook } from '@ctmtqg/workbook';
import { bookFromSnapshot } from './from-snapshot.js';
import { ExcelHost } from './host.js';
import { recalculate } from './recalculate.js';
import { HostShell } from './shell.js';

/** What a test puts before the page's own scripts: a workbook, and how this Excel is. */
export interface BrowserHostOptions {
  readonly name: string;
  /** The `.xlsx` file in base64. */
  readonly file: string;
  readonly locale: 'vi-VN' | 'en-US';
  readonly excelApi: string;
}

declare global {
  interface Window {
    excelHostOptions?: BrowserHostOptions;
    /** For the test to look into, and to type and press with. */
    excelShell?: HostShell;
  }
}

/** Puts the host where office.js looks for desktop Excel, before any script of the page runs. */
function install(options: BrowserHostOptions): void {
  const bytes = Uint8Array.from(atob(options.file), (letter) => letter.charCodeAt(0));
  const book = bookFromSnapshot(readWorkbook(bytes), options.name);
  const host = new ExcelHost(book, {
    locale: options.locale,
    excelApi: options.excelApi,
    recalculate,
    readFile: readWorkbook,
  });
  const shell = new HostShell(host);
  Object.defineProperty(window, 'external', { value: shell.external, configurable: true });
  window.excelShell = shell;
}

if (window.excelHostOptions) install(window.excelHostOptions);
