import { Decimal } from '../amount/decimal.js';
import { readAmount } from '../amount/index.js';
import { textCells } from '../checks/support/headers.js';
import type { CheckContext } from '../checks/types.js';
import { roleOf, trancheOf } from '../sheet/money-roles.js';
import type { Capital, MoneyUnit, NumberHabit, Source, Table } from '../sheet/types.js';
import { capitalOf, sourceOf, yearOf } from '../sheet/vocabulary.js';
import { analyseSums } from '../sums/analysis.js';
import { cellAmount } from '../sums/cell-amount.js';
import { foldText } from '../text/index.js';
import { entriesOf, wholeRow } from './entries.js';
import { findingsOf } from './findings.js';
import { type HeldFigures, NOTHING_HELD } from './held.js';
import { lowestOf } from './lowest.js';
import { isWithin, pair } from './pairing.js';
import { recordOf } from './record.js';
import type { AssignedFigure, Comparison, Entry } from './types.js';

/** One amount that a line names, with the words before it. */
export interface NamedAmount {
  readonly label: string;
  readonly readings: readonly { readonly value: Decimal; readonly step: Decimal }[];
  /** `null`: the line names none, so it is that of the sheet. */
  readonly unit: MoneyUnit | null;
}

const NUMBER = /\d[\d.,\u00a0]*\d|\d/g;
const UNIT_WORD =
  /^\s*(?:triệu đồng|tỷ đồng|tỉ đồng|nghìn đồng|ngàn đồng|triệu|tỷ|tỉ|nghìn|ngàn|tr\.?\s?đ(?:ồng)?|đồng|đ)(?![\p{L}])/iu;

/**
 * The amounts of a line such as “Tổng kinh phí được giao: 12.345 triệu đồng, trong đó NSTW 10.000 triệu đồng”. A number
 * without a unit counts only right behind a colon: others are years, dates and numbers of decisions.
 */
export function amountsOfLine(text: string, habit: NumberHabit): NamedAmount[] {
  const line = text.normalize('NFC');
  const found: NamedAmount[] = [];
  let from = 0;
  for (const match of line.matchAll(NUMBER)) {
    const label = line.slice(from, match.index);
    const after = line.slice(match.index + match[0].length);
    const unit = UNIT_WORD.exec(after)?.[0] ?? '';
    if (unit === '' && !/:\s*$/.test(label)) continue;
    if (unit === '' && /^\s*[/%-]/.test(after)) continue;
    const reading = readAmount(`${match[0]}${unit === '' ? '' : ` ${unit.trim()}`}`, habit);
    const given = readingsOf(reading);
    if (!given) continue;
    found.push({ label, ...given });
    from = match.index + match[0].length + unit.length;
  }
  return found;
}

function readingsOf(reading: ReturnType<typeof readAmount>): Omit<NamedAmount, 'label'> | null {
  const step = (decimals: number) => new Decimal(10).pow(-decimals);
  if (reading.kind === 'money') {
    const { scale } = reading.unit;
    const readings = reading.readings.map(({ value, decimals }) => ({
      value: value.div(scale),
      step: step(decimals).div(scale),
    }));
    return { unit: reading.unit, readings };
  }
  if (reading.kind === 'amount' && !reading.percent && !reading.dash)
    return { unit: null, readings: [{ value: reading.value, step: step(reading.decimals) }] };
  if (reading.kind === 'ambiguous' && !reading.percent)
    return {
      unit: null,
      readings: reading.readings.map(({ value, decimals }) => ({ value, step: step(decimals) })),
    };
  return null;
}

/** A line above the table that says what was assigned, held against the table's total. */
export function heldInHeadings(context: CheckContext, table: Table): HeldFigures {
  const total = wholeRow(table);
  if (!total) return NOTHING_HELD;
  const { book } = context;
  const lines = headingLines(context, table);
  const heading = lines.map(({ text }) => text).join(' ; ');
  const line = lines.find(({ text }) => roleOf(text) === 'assigned' && isAboutThis(text, table, heading));
  if (!line) return NOTHING_HELD;
  const amounts = amountsOfLine(line.text, table.numberHabit);
  const named = amounts.length > 0 ? amounts : numberBeside(context, table, line);
  const entries = entriesOf(book, table, analyseSums(context).mended.changed).filter(
    ({ cells, place }) => cells[0]?.row === total && place === null,
  );
  const figures = figuresOf(table, line.address, named);
  const comparisons: Comparison[] = figures.flatMap((readings) => bestReading(readings, entries));
  return {
    findings: findingsOf(book, lowestOf(comparisons), comparisons),
    gaps:
      comparisons.length > 0 || figures.length === 0
        ? []
        : [
            {
              code: 'assigned-heading-not-compared',
              sheet: table.sheetName,
              cell: line.address,
              facts: { text: line.text },
            },
          ],
    record: comparisons.map((one) => recordOf(one.figure, comparisons)),
  };
}

interface HeadingLine {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly text: string;
}

function headingLines({ book, tables }: CheckContext, table: Table): HeadingLine[] {
  const above = tables
    .filter((other) => other.sheet === table.sheet && other.range.bottom < table.headerRange.top)
    .map(({ range }) => range.bottom);
  const top = above.length > 0 ? Math.max(...above) + 1 : 1;
  return textCells(book, table.sheet, { top, bottom: table.headerRange.top - 1, left: 1, right: 16_384 });
}

/** Not last year's money, not a part of the year's, not that of a whole period. */
function isAboutThis(text: string, table: Table, heading: string): boolean {
  const folded = foldText(text);
  const year = yearOf(folded);
  if (year !== null && table.dimensions.year !== null && year !== table.dimensions.year) return false;
  if (/\bgiai doan\b|\b20\d\d\s*(?:-|–|den)\s*20\d\d\b|\bchuyen nguon\b|\bkeo dai\b/.test(folded))
    return false;
  const tranche = trancheOf(text);
  return tranche === null || trancheOf(heading.replace(text, ' ')) === tranche;
}

/** “Tổng kinh phí được giao:” with its number in a cell to the right. */
function numberBeside(
  { book }: CheckContext,
  table: Table,
  { row, column, text }: HeadingLine,
): NamedAmount[] {
  if (!/[:：]\s*$/.test(text)) return [];
  for (let at = column + 1; at <= Math.max(table.range.right, column + 12); at++) {
    const { origin, value } = cellAmount(book, table, row, at);
    if (origin === 'blank') continue;
    if (value === null) return [];
    const readings = [{ value, step: new Decimal(10).pow(-value.decimalPlaces()) }];
    return [{ label: text, unit: null, readings }];
  }
  return [];
}

const GIVERS = /\b(?:trung uong|tw|tinh|huyen|cap tren)(?: da)? (?:giao|phan bo|cap)\b/g;
const CENTRE = /\b(?:trung uong|tw)(?: da)? (?:giao|phan bo|cap)\b/;

/** For each amount of the line one figure for each way to read it. Only sources and kinds of capital part a total. */
function figuresOf(table: Table, cell: string, named: readonly NamedAmount[]): AssignedFigure[][] {
  const found: AssignedFigure[][] = [];
  for (const [index, { label, readings, unit }] of named.entries()) {
    const folded = foldText(label);
    const words = index === 0 ? folded.replace(GIVERS, ' ') : folded;
    const capital: Capital | null = capitalOf(words);
    const source: Source | null = sourceOf(words);
    if (index > 0 && source === null && capital === null) break;
    // What the centre assigns is central money, unless the total of the sheet is just that figure.
    const sources =
      source === null && index === 0 && CENTRE.test(folded) ? (['central', null] as const) : [source];
    const { programme, node, year } = table.dimensions;
    found.push(
      sources.flatMap((whose) =>
        readings.map(({ value, step }) => ({
          origin: 'heading' as const,
          workbook: null,
          sheet: table.sheetName,
          cell,
          title: label.trim(),
          programme,
          node,
          place: null,
          source: whose,
          capital,
          year,
          stage: 'plan' as const,
          amount: value,
          step,
          unit,
        })),
      ),
    );
  }
  return found;
}

const MOST_APART = 10;

/** Of two readings of a number the one that agrees, else the only one that is of the size of the sheet's own figure. */
function bestReading(readings: readonly AssignedFigure[], entries: readonly Entry[]): readonly Comparison[] {
  const held = readings.flatMap((figure) => pair([figure], [figure], entries).comparisons);
  const agreeing = held.filter(isWithin);
  if (agreeing.length > 0) return agreeing.slice(0, 1);
  const near = held.filter(
    ({ assigned, divided }) =>
      !divided.isZero() && assigned.div(divided).lte(MOST_APART) && divided.div(assigned).lte(MOST_APART),
  );
  const likeliest = near.filter(({ figure }) => figure.source === near[0]?.figure.source);
  return likeliest.length === 1 ? likeliest : [];
}
