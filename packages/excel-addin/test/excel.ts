import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';
import type { BrowserHostOptions } from '../../../test/excel-host/browser.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The in-memory Excel as one script, to be run in a page before its own. */
export async function hostScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at('../../../test/excel-host/browser.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: ['chrome109'],
    alias: {
      '@ctmtqg/core': at('../../core/src/index.ts'),
      '@ctmtqg/workbook': at('../../workbook/src/index.ts'),
    },
  });
  return outputFiles[0]!.text;
}

/** Opens the task pane with a workbook in an Excel of ours around it. */
export async function openPane(
  context: BrowserContext,
  script: string,
  url: string,
  file: string,
  excel: Partial<Pick<BrowserHostOptions, 'locale' | 'excelApi'>> = {},
): Promise<Page> {
  const options: BrowserHostOptions = {
    name: basename(file),
    file: readFileSync(file).toString('base64'),
    locale: excel.locale ?? 'vi-VN',
    excelApi: excel.excelApi ?? '1.14',
  };
  const page = await context.newPage();
  await page.addInitScript({ content: `window.excelHostOptions = ${JSON.stringify(options)};\n${script}` });
  await page.goto(`${url}/taskpane.html`);
  return page;
}
