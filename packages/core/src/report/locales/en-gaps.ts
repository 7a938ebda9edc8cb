import type { GapMessage } from '../locale.js';
import type { NotCheckedData } from '../types.js';

const place = ({ sheet, cell }: NotCheckedData): string =>
  sheet === null
    ? 'the whole workbook'
    : cell === null
      ? `sheet “${sheet}”`
      : `cell ${cell} of sheet “${sheet}”`;

/** English sentences for what was left out, apart from those that a check brings itself. */
export const enGaps: Readonly<Record<string, GapMessage>> = {
  'no-table': (gap) => ({
    what: `Sheet “${gap.sheet}”`,
    why: 'no table of money with a header row (number, content, capital columns) was found, so the sheet was not checked',
  }),
  'sheet-not-asked': (gap) => ({
    what: `Sheet “${gap.sheet}”`,
    why: 'it is not among the sheets that were asked for (--sheet)',
  }),
  'data-table': (gap) => ({
    what: `The what-if data table at ${place(gap)}`,
    why: 'Excel computes its figures case by case, so they cannot be computed again here; the stored figures are taken as typed',
  }),
  'unsupported-sheet': (gap) => ({
    what: `Sheet “${gap.sheet}”`,
    why: 'it is a chart, dialog or macro sheet without cells to check',
  }),
  'no-sums': (gap) => ({
    what: `Table ${gap.facts.range} of sheet “${gap.sheet}”`,
    why: 'no total column and no total row was found, so nothing could be added up',
  }),
  'column-not-understood': (gap) => ({
    what: `Column ${gap.facts.column}${gap.facts.header ? ` “${gap.facts.header}”` : ''} of sheet “${gap.sheet}”`,
    why: 'what this column means was not understood, so its figures were not checked',
  }),
  'other-programme': (gap) => ({
    what: `The table of sheet “${gap.sheet}”`,
    why: `it belongs to another programme (“${gap.facts.title}”), not one of the four known here; only its sums were checked, not project numbers and rules`,
  }),
  'programme-not-named': (gap) => ({
    what: `The programme of table ${gap.facts.range ?? ''} of sheet “${gap.sheet}”`,
    why: 'neither the heading nor the rows name a programme, so project numbers and rules were not checked; name it with --programme',
  }),
  'rules-of-another-province': (gap) => ({
    what: `Rules “${gap.facts.layer}” (${gap.facts.province})`,
    why: `they were not used for sheet “${gap.sheet}”, whose heading names ${gap.facts.own}`,
  }),
  'unit-not-named': (gap) => ({
    what: `The unit of table ${gap.facts.range ?? ''} of sheet “${gap.sheet}”`,
    why: 'the sheet names no unit (đồng, nghìn đồng, triệu đồng), so whatever needs the unit was not checked; write a line “Đơn vị tính: …” above the table',
  }),
  'amount-with-unit': (gap) => ({
    what: `Cell ${gap.facts.cell}${Number(gap.facts.count) > 1 ? ` and ${Number(gap.facts.count) - 1} more` : ''} of sheet “${gap.sheet}”`,
    why: 'an amount is typed with its unit in words (such as “1,92 tỷ”) in a column of figures, so no sum could count it; type it as a number in the unit of the sheet, or run “ctmtqg fill --only text-numbers”',
  }),
  'total-not-understood': (gap) => ({
    what: `Row ${gap.facts.row} “${gap.facts.title}” of sheet “${gap.sheet}”`,
    why: 'the row calls itself a total, but which rows it adds up is not clear, so it was not compared',
  }),
  'value-not-computed': (gap) => ({
    what: `The formula in ${place(gap)}${Number(gap.facts.count) > 1 ? ` and ${Number(gap.facts.count) - 1} more cells` : ''}`,
    why: WHY_UNKNOWN[String(gap.facts.reason)]?.(String(gap.facts.detail)) ?? String(gap.facts.detail),
  }),
};

const WHY_UNKNOWN: Readonly<Record<string, (detail: string) => string>> = {
  circular: () => 'the formula refers to itself in a circle and has no value',
  'unsupported-function': (detail) =>
    `the function ${detail} is not supported, so the figure was not computed again and sums that use it were not checked`,
  'unsupported-syntax': (detail) => `the formula could not be read (${detail})`,
  'external-reference': (detail) =>
    `the formula takes figures from another file (${detail}) that is not here`,
  'unknown-name': (detail) => `the workbook has no defined name ${detail}`,
  'too-large': () => 'the formula refers to an area that is too large',
};

/** For a code without a sentence of its own: never silent, even if not eloquent. */
export const enUnknownGap: GapMessage = (gap) => ({
  what: `${place(gap).replace(/^./, (letter) => letter.toUpperCase())}`,
  why: `not checked (${gap.code}${gap.facts.detail ? `: ${String(gap.facts.detail)}` : ''})`,
});
