import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbook } from '@ctmtqg/workbook';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const BUILD = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));

/** A real sheet with some cells made blank, in a folder of its own. */
export function blanked(name: string, cells: readonly string[]): string {
  const book = openWorkbook(readFileSync(workbook(name)));
  const sheet = book.snapshot().sheets[0]!.name;
  book.change(cells.map((cell) => ({ sheet, cell, content: { kind: 'blank' } })));
  const path = join(mkdtempSync(join(tmpdir(), 'ctmtqg-blank-')), `${name}.xlsx`);
  writeFileSync(path, book.save());
  return path;
}

/** Builds the add-in into a folder of its own, as `pnpm build` does; answers the folder. */
export function buildAddin(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-build-'));
  execFileSync(process.execPath, [BUILD, folder], { stdio: 'pipe' });
  return folder;
}

export const WORKBOOKS = fileURLToPath(new URL('../../../test/workbooks/', import.meta.url));

export const workbook = (name: string) => join(WORKBOOKS, name, `${name}.xlsx`);

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

export interface Site {
  readonly url: string;
  readonly asked: string[];
  close(): Promise<void>;
}

/** Serves the build as an intranet server would. */
export async function serve(folder: string): Promise<Site> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    asked.push(path);
    try {
      const file = join(folder, 'web', path === '/' ? 'index.html' : path);
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://localhost:${port}`, asked, close };
}

/** A Chromium of its own; what goes wrong in its pages is collected, and a test asserts that nothing did. */
export async function openBrowser(
  options: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
) {
  const profile = mkdtempSync(join(tmpdir(), 'ctmtqg-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: ARGS,
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'vi-VN',
    acceptDownloads: true,
  });
  const problems: string[] = [];
  const foreign: string[] = [];
  const watch = (page: Page) => {
    page.on('request', (request) => {
      if (!/^(http:\/\/localhost:|file:|blob:|data:)/.test(request.url())) foreign.push(request.url());
    });
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.text().includes('Content Security Policy'))
        problems.push(message.text());
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return { context, problems, foreign, page: context.pages()[0] ?? (await context.newPage()) };
}
