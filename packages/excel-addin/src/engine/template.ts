import {
  counterpartRatio,
  MONEY_UNITS,
  makeTemplate,
  type TemplateSheet,
  type TemplateWish,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { NewCell, NewSheet } from '@ctmtqg/workbook';
import { PortError } from '../port/types.js';

export interface TemplateAsk {
  readonly programme: string;
  readonly year: number;
  readonly level: 'commune' | 'province';
  readonly unit: keyof typeof MONEY_UNITS;
  /** Percent; `null` leaves the counterpart to be typed. */
  readonly supportRate: string | null;
}

/** Said of each cell, since a sheet may be added to a workbook whose own font is another. */
const FONT = { fontName: 'Times New Roman', fontSize: 12 };

function newSheet({ frozen, printTitleRows, page, cells, ...sheet }: TemplateSheet): NewSheet {
  const styled = Object.entries(cells).map(([at, { content, style }]): [string, NewCell] => [
    at,
    { content, style: { ...FONT, ...style } },
  ]);
  return {
    ...sheet,
    cells: Object.fromEntries(styled),
    ...(frozen ? { frozen } : {}),
    ...(printTitleRows ? { printTitleRows } : {}),
    ...(page ? { page } : {}),
  };
}

/** The ratio of the law for the support rate; not known stays out of the template. */
function matchFor({ programme, year, supportRate }: TemplateAsk): TemplateWish['match'] {
  if (supportRate === null) return null;
  const answer = counterpartRatio(RULES.counterpart ?? [], { programme, year, supportRate });
  return answer.kind === 'known' ? { ratio: answer.ratio, capital: 'all', law: answer.law } : null;
}

/** An empty sheet of a programme, ready to be filled, printed and signed, with the hidden one that names the rules. */
export function templateSheets(ask: TemplateAsk): NewSheet[] {
  const { programme, year, level, unit } = ask;
  const sheets = makeTemplate(RULES, {
    programme,
    year,
    level,
    unit: MONEY_UNITS[unit],
    match: matchFor(ask),
  });
  if (!sheets) throw new PortError('host', { message: programme });
  return sheets.map(newSheet);
}
