import {
  type Book,
  type CheckReport,
  checkTables,
  openBook,
  understand,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { en } from '@ctmtqg/core/en';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { createWorkbook } from '@ctmtqg/workbook';
import { answer, FunctionError } from '../functions/answers.js';
import { PortError } from '../port/types.js';
import { divide, divisionPlace } from './division.js';
import { decide, supports } from './eligibility.js';
import { fillKinds, plannedFill } from './fill.js';
import { decideList } from './household-list.js';
import { counterpartOf, normsOf } from './lookups.js';
import { OpenFile } from './open-file.js';
import { overviewOf } from './overview.js';
import { programmeBriefs } from './programmes.js';
import type { Ask, CallName, Calls, CheckWish, FileState, Outcome } from './protocol.js';
import { resultSheet } from './result-sheet.js';
import { templateSheets } from './template.js';
import { viewRows, viewSheets } from './view.js';

/** The file that is open, in the page without Excel. */
let file: OpenFile | null = null;

function openedFile(): OpenFile {
  if (!file) throw new PortError('unreadable-file');
  return file;
}

/** The live workbook as it was read, or the file that is open. */
const bookOf = (snapshot: WorkbookSnapshot | null) => (snapshot ? openBook(snapshot) : openedFile().book);

/** The report as the pane needs it: a hundred thousand rows and sums need not cross over from the worker. */
function withoutRows(report: CheckReport): CheckReport {
  return { ...report, tables: report.tables.map((table) => ({ ...table, rows: [], relations: [] })) };
}

function checked(book: Book, wish: CheckWish): Outcome {
  const { memory } = wish;
  const settings = {
    rules: RULES,
    locale: wish.language === 'vi' ? vi : en,
    workbook: wish.workbook,
    match: memory.match,
    supportRate: memory.supportRate,
    programme: memory.programme,
    year: memory.year,
  };
  const tables = understand(book, { ...settings, corrections: memory.columns });
  const report = checkTables(book, tables, settings);
  return { report: withoutRows(report), overview: overviewOf(book, report) };
}

function state(): FileState {
  const opened = openedFile();
  return { sheets: viewSheets(opened.book, (sheet) => opened.hasDrawing(sheet)) };
}

const calls: { [Name in CallName]: (ask: Calls[Name]['ask']) => Calls[Name]['answer'] } = {
  compute: ({ name, args }) => {
    try {
      return { value: answer(name, args) };
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      return { error: { code: error.code, message: error.message } };
    }
  },
  supports: ({ language }) => supports(language),
  decide: (ask) => decide(ask),
  counterpart: (ask) => counterpartOf(ask),
  norms: ({ programme, node, asOf, language }) => normsOf(programme, node, asOf, language),
  template: (ask) => templateSheets(ask),
  newWorkbook: ({ sheets }) => createWorkbook(sheets, { fontName: 'Times New Roman', fontSize: 12 }),
  programmes: () => programmeBriefs(RULES),
  check: ({ snapshot, wish }) => checked(openBook(snapshot), wish),
  fillKinds: ({ language }) => fillKinds(language),
  planFill: ({ snapshot, wish }) => plannedFill(openBook(snapshot), wish),
  planFillInFile: ({ wish }) => plannedFill(openedFile().book, wish),
  openFile: ({ bytes }) => {
    file = new OpenFile(bytes);
    return { ...state(), kept: file.keptText() };
  },
  keepInFile: ({ text }) => {
    openedFile().keepText(text);
    return null;
  },
  checkFile: ({ wish }) => {
    const { report, overview } = checked(openedFile().book, wish);
    const { chart } = overview;
    const beside = chart?.beside && !openedFile().hasDrawing(chart.sheet);
    return { report, overview: { ...overview, chart: chart && { ...chart, beside: beside ?? false } } };
  },
  applyToFile: ({ edits }) => {
    openedFile().apply(edits);
    return state();
  },
  householdList: ({ snapshot, wish }) => decideList(bookOf(snapshot), wish),
  divisionPlace: ({ snapshot, wish }) => divisionPlace(bookOf(snapshot), wish.selection, wish.memory),
  divide: (ask) => divide(ask),
  resultSheet: (ask) => resultSheet(ask),
  addToFile: ({ addition }) => {
    openedFile().add(addition);
    return state();
  },
  undoInFile: () => {
    openedFile().undo();
    return state();
  },
  saveFile: () => openedFile().save(),
  view: ({ sheet, from, to }) => viewRows(openedFile().book, sheet, from, to),
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
