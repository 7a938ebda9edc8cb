import type { Locale, ReportAssigned } from '@ctmtqg/core';
import type { Language } from '../terminal.js';
import type { ReportWords } from './words.js';

interface AssignedWords {
  readonly all: string;
  readonly column: string;
  readonly given: string;
  readonly sheetUnit: string;
  readonly notCompared: string;
  at(sheet: string, cell: string): string;
  line(money: string, figure: string, origin: string, compared: string): string;
  compared(cells: string): string;
  more(count: number): string;
}

const SAY: Readonly<Record<Language, AssignedWords>> = {
  vi: {
    all: 'tổng số',
    column: 'cả cột',
    given: 'nêu khi kiểm tra',
    sheetUnit: 'theo đơn vị của biểu',
    notCompared: 'chưa so được, xem phần chưa kiểm tra',
    at: (sheet, cell) => `trang “${sheet}”, ô ${cell}`,
    line: (money, figure, origin, compared) => `Số được giao: ${money}: ${figure} (${origin}); ${compared}.`,
    compared: (cells) => `đã so với ${cells}`,
    more: (count) => `Và ${count} số được giao khác.`,
  },
  en: {
    all: 'all money',
    column: 'the whole column',
    given: 'given for this check',
    sheetUnit: 'in the unit of the sheet',
    notCompared: 'not compared, see what was not checked',
    at: (sheet, cell) => `sheet “${sheet}”, cell ${cell}`,
    line: (money, figure, origin, compared) => `Assigned: ${money}: ${figure} (${origin}); ${compared}.`,
    compared: (cells) => `compared with ${cells}`,
    more: (count) => `And ${count} more assigned figures.`,
  },
};

/** Figures named one by one; of a long decision the rest is counted. */
const NAMED_FIGURES = 20;
const NAMED_CELLS = 6;

/** A line for each figure that the level above assigned: what it is for, where it stands, what was held against it. */
export function assignedLines(
  assigned: readonly ReportAssigned[] | undefined,
  words: ReportWords,
  locale: Locale,
): readonly string[] {
  const all = assigned ?? [];
  const say = SAY[words.language];
  const lines = all
    .slice(0, NAMED_FIGURES)
    .map((one) =>
      say.line(moneyOf(one, words, locale), figureOf(one, locale), originOf(one, say), comparedOf(one, say)),
    );
  return all.length > NAMED_FIGURES ? [...lines, say.more(all.length - NAMED_FIGURES)] : lines;
}

function moneyOf(
  { node, place, source, capital, year }: ReportAssigned,
  words: ReportWords,
  locale: Locale,
): string {
  const parts = [
    node === null ? '' : locale.wording.node(node),
    place ?? '',
    source === null || source === 'total' ? '' : (words.sources[source] ?? ''),
    capital === null ? '' : (words.capitals[capital] ?? ''),
    year === null ? '' : `${words.year} ${year}`,
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : SAY[words.language].all;
}

function figureOf({ amount, unit }: ReportAssigned, { wording, language }: Locale): string {
  if (amount === null) return SAY[language].column;
  return `${wording.amount(amount)} ${unit ?? SAY[language].sheetUnit}`;
}

function originOf({ origin, workbook, sheet, cell }: ReportAssigned, say: AssignedWords): string {
  if (origin === 'option' || sheet === null || cell === null) return say.given;
  const place = say.at(sheet, cell);
  return workbook === null ? place : `“${workbook}”, ${place}`;
}

function comparedOf({ comparedWith }: ReportAssigned, say: AssignedWords): string {
  if (comparedWith.length === 0) return say.notCompared;
  const sheets = new Set(comparedWith.map(({ sheet }) => sheet));
  const named = comparedWith
    .slice(0, NAMED_CELLS)
    .map(({ sheet, cell }) => (sheets.size === 1 ? cell : `“${sheet}”!${cell}`));
  return say.compared(comparedWith.length > NAMED_CELLS ? `${named.join(', ')} …` : named.join(', '));
}
