import { type Book, check, openBook, type WorkbookSnapshot } from '@ctmtqg/core';
import { en } from '@ctmtqg/core/en';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { describeWorkbookError, readWorkbook, WorkbookError } from '@ctmtqg/workbook';
import { PortError } from '../port/types.js';
import { overviewOf } from './overview.js';
import { programmeBriefs } from './programmes.js';
import type { Ask, CallName, Calls, CheckWish, Outcome } from './protocol.js';
import { viewRows, viewSheets } from './view.js';

/** The file that is open, in the page without Excel. */
let file: Book | null = null;

function openedFile(): Book {
  if (!file) throw new PortError('unreadable-file', { message: '' });
  return file;
}

function checked(snapshot: WorkbookSnapshot, wish: CheckWish): Outcome {
  const { memory } = wish;
  const report = check(snapshot, {
    rules: RULES,
    locale: wish.language === 'vi' ? vi : en,
    workbook: wish.workbook,
    match: memory.match,
    supportRate: memory.supportRate,
    programme: memory.programme,
    year: memory.year,
  });
  return { report, overview: overviewOf(openBook(snapshot), report) };
}

function open(bytes: Uint8Array): Book {
  try {
    return openBook(readWorkbook(bytes));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new PortError('unreadable-file', {
      vi: describeWorkbookError(error, 'vi'),
      en: describeWorkbookError(error, 'en'),
    });
  }
}

const calls: { [Name in CallName]: (ask: Calls[Name]['ask']) => Calls[Name]['answer'] } = {
  programmes: () => programmeBriefs(RULES),
  check: ({ snapshot, wish }) => checked(snapshot, wish),
  openFile: ({ bytes }) => {
    file = open(bytes);
    return viewSheets(file);
  },
  checkFile: ({ wish }) => checked(openedFile().snapshot, wish),
  view: ({ sheet, from, to }) => viewRows(openedFile(), sheet, from, to),
};

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  const { id, call, ask } = data;
  try {
    const answer = (calls[call] as (given: unknown) => unknown)(ask);
    self.postMessage({ id, answer });
  } catch (error) {
    const known = error instanceof PortError;
    const facts = known ? error.facts : { message: error instanceof Error ? error.message : String(error) };
    self.postMessage({ id, error: { code: known ? error.code : 'host', facts } });
  }
};
