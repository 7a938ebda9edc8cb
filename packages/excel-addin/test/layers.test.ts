import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
  .map((name) => ({
    name: relative(SRC, join(SRC, name)),
    text: code(readFileSync(join(SRC, name), 'utf8')),
  }));

/** The code without its comments and texts. */
function code(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|[^:])\/\/.*$/gm, '$1')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

const where = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test('only the adapter touches Excel; the pane hands it the library and nothing more', () => {
  const outside = where(/\bExcel[.,)]|typeof Excel\b|\bOfficeExtension\b/).filter(
    (name) => !name.startsWith('excel/'),
  );
  expect(outside).toEqual(['pane/excel.tsx']);
  const pane = files.find(({ name }) => name === 'pane/excel.tsx')!.text;
  expect(pane.match(/(?<!HostType\.)\bExcel[.,)][^;]*;/g)).toEqual([
    expect.stringMatching(/^Excel, \{ now: \(\) => new Date\(\)\.toISOString\(\) \}\);$/),
  ]);
});

test('office.js itself is met at the edges only: where the pane starts, buttons, what this Excel can do', () => {
  expect(where(/\bOffice\b/).sort()).toEqual(['commands/commands.ts', 'excel/support.ts', 'pane/excel.tsx']);
  expect(where(/\bCustomFunctions\b/).sort()).toEqual([
    'functions/functions-in-excel.d.ts',
    'functions/functions.ts',
    'pane/excel.tsx',
  ]);
});

test('the adapter knows nothing of the pane, the worker and the law', () => {
  for (const { name, text } of files.filter((file) => file.name.startsWith('excel/'))) {
    const raw = readFileSync(join(SRC, name), 'utf8');
    expect(raw, name).not.toMatch(/from '\.\.\/(pane|engine|functions|file)\//);
    expect(raw, name).not.toMatch(/@ctmtqg\/core\/(rules|vi|en)/);
    expect(text, name).not.toMatch(/\bdocument\b|\bwindow\b|\bDate\b/);
  }
});

test('nothing of the add-in asks a network', () => {
  const asking = where(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/);
  expect(asking).toEqual([]);
});
