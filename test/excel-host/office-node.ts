import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import type { HostShell } from './shell.js';

export interface LoadedOffice {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: { associate(id: string, fn: (...args: never[]) => unknown): void };
  /** The global object that office.js runs on, to load the add-in's own scripts into it. */
  readonly window: Record<string, unknown>;
  /** Resolves when what office.js does of its own accord (timers, answers) has come to rest. */
  settled(milliseconds?: number): Promise<void>;
  readonly info: { readonly host: string; readonly platform: string };
}

const require = createRequire(import.meta.url);
const OFFICE = dirname(require.resolve('@microsoft/office-js/dist/office.js'));

/** Folder of Microsoft's library in the dev dependency; it is served and loaded from there, never copied. */
export const officeFolder = (): string => OFFICE;

interface ScriptElement {
  src?: string;
  type?: string;
  onload?: () => void;
  onreadystatechange?: unknown;
  onerror?: (error: unknown) => void;
  readyState?: string;
  setAttribute(name: string, value: string): void;
  appendChild(): void;
}

/**
 * Runs the real office.js in a Node `vm` against the shell; a window of twenty lines is enough for it.
 * The library loads its Excel part and its language by script elements, which are read from the same folder.
 */
export async function loadOffice(shell: HostShell): Promise<LoadedOffice> {
  const window = makeWindow(shell);
  const context = vm.createContext(window);
  const run = (file: string) =>
    vm.runInContext(readFileSync(join(OFFICE, file), 'utf8'), context, { filename: file });
  const append = (script: ScriptElement) => {
    const file = String(script.src).replace('https://office.local/', '');
    setTimeout(() => {
      run(file);
      script.onload?.();
    }, 0);
  };
  (window.document as { head: { appendChild: unknown } }).head.appendChild = append;
  run('office.js');
  const office = window.Office as typeof Office;
  const info = await new Promise<{ host: string; platform: string }>((resolve) => {
    office.onReady((ready) => resolve({ host: String(ready.host), platform: String(ready.platform) }));
  });
  // Refuses calls newer than the claimed ExcelApi set; the library ships with this check switched off.
  const extension = window.OfficeExtension as { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  extension.CommonUtility._doApiNotSupportedCheck = true;
  const settled = (milliseconds = 30) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  return { ...window, window, info, settled } as unknown as LoadedOffice;
}

function makeWindow(shell: HostShell): Record<string, unknown> {
  const element = (): ScriptElement => ({ setAttribute() {}, appendChild() {} });
  const document = {
    head: { appendChild: (_: ScriptElement) => {} },
    body: {},
    createElement: element,
    getElementsByTagName: (tag: string) => {
      if (tag === 'head') return [document.head];
      return tag === 'script' ? [{ src: 'https://office.local/office.js', getAttribute: () => null }] : [];
    },
    getElementById: () => null,
    addEventListener() {},
    cookie: '',
    readyState: 'complete',
  };
  const location = {
    href: 'https://office.local/pane.html',
    search: '',
    hash: '',
    protocol: 'https:',
    host: 'office.local',
    pathname: '/',
  };
  const window: Record<string, unknown> = {
    external: shell.external,
    document,
    location,
    navigator: { userAgent: 'Windows WebView2', language: shell.host.locale, platform: 'Win32' },
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    addEventListener() {},
    removeEventListener() {},
    attachEvent() {},
    postMessage() {},
    performance,
    history: {},
  };
  window.window = window;
  window.self = window;
  window.top = window;
  return window;
}
