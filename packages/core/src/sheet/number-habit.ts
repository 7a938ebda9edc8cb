import type { Figures } from './figures.js';
import type { SheetReader } from './read-cells.js';
import type { NumberHabit, SumRelation } from './types.js';

export interface HabitInput {
  readonly reader: SheetReader;
  readonly rows: readonly number[];
  readonly columns: ReadonlySet<number>;
  readonly sums: readonly SumRelation[];
  /** Figures with `1.234` read as one thousand two hundred and thirty-four. */
  readonly figures: Figures;
}

const ROWS_AT_MOST = 2000;

/**
 * How a table's text numbers write decimals: texts that can be read one way only decide; where all could be read
 * both ways, a sum that adds `3.979` and `455` holds in one reading only.
 */
export function numberHabitOf(input: HabitInput): NumberHabit {
  let comma = 0;
  let point = 0;
  let open = 0;
  for (const row of input.rows.slice(0, ROWS_AT_MOST)) {
    for (const column of input.columns) {
      const glimpse = input.reader.at(row, column);
      if (!glimpse.textual) continue;
      if (/\d\.\d{3},\d|,\d{1,2}$|,\d{4,}$|\.\d{3}\.\d{3}/.test(glimpse.text)) comma++;
      else if (/\d,\d{3}\.\d|\.\d{1,2}$|\.\d{4,}$|,\d{3},\d{3}/.test(glimpse.text)) point++;
      else if (isOpen(glimpse.text)) open++;
    }
  }
  if (comma !== point) return comma > point ? 'comma-decimal' : 'point-decimal';
  if (comma > 0 || open === 0) return null;
  return sumsProveThousands(input) || columnsProveThousands(input) ? 'comma-decimal' : null;
}

const FEWEST_NUMBERS = 3;

/**
 * `8.055` in a column of whole numbers between 6.000 and 12.000: eight and a fraction would be far below all of them.
 * Every such text must fit its column so.
 */
function columnsProveThousands({ reader, rows, columns }: HabitInput): boolean {
  const looked = rows.slice(0, ROWS_AT_MOST);
  for (const column of columns) {
    const glimpses = looked.map((row) => reader.at(row, column));
    const texts = glimpses.filter((glimpse) => glimpse.textual && isOpen(glimpse.text));
    if (texts.length === 0) continue;
    const numbers = glimpses.flatMap((glimpse) =>
      glimpse.kind === 'number' && !glimpse.textual && !glimpse.formula && glimpse.figure !== 0
        ? [Math.abs(glimpse.figure)]
        : [],
    );
    if (numbers.length < FEWEST_NUMBERS || !numbers.every(Number.isInteger)) return false;
    const least = Math.min(...numbers);
    const most = Math.max(...numbers);
    const fits = texts.every(
      ({ figure }) => figure >= least / 10 && figure <= most * 10 && figure / 1000 < least / 10,
    );
    if (!fits) return false;
  }
  return true;
}

/** `3.979` may be 3979 or 3,979. */
function isOpen(text: string): boolean {
  return /^[^\d]*\d{1,3}\.\d{3}[^\d]*$/.test(text);
}

/** At least two sums over figures with and without a point hold exactly when the point parts thousands. */
function sumsProveThousands(input: HabitInput): boolean {
  const { reader, figures } = input;
  let proved = 0;
  let against = 0;
  for (const sum of input.sums) {
    if (!sum.complete) continue;
    for (const line of sum.lines) {
      const at = (other: number): [number, number] => (sum.axis === 'row' ? [line, other] : [other, line]);
      const cells = [sum.whole, ...sum.parts.map((part) => part.line)].map(at);
      const texts = cells.map(([row, column]) => reader.at(row, column));
      const pointed = texts.some((glimpse) => glimpse.textual && isOpen(glimpse.text));
      const plain = texts.some(
        (glimpse) => glimpse.textual && /^\s*\d{1,3}\s*$/.test(glimpse.text) && glimpse.figure !== 0,
      );
      if (!pointed || !plain) continue;
      const read = (thousands: boolean) => (other: number) => {
        const [row, column] = at(other);
        const open = isOpen(reader.at(row, column).text) && reader.at(row, column).textual;
        return figures.value(row, column) / (open && !thousands ? 1000 : 1);
      };
      const holds = (value: (other: number) => number) =>
        Math.abs(
          sum.parts.reduce((total, part) => total + part.sign * value(part.line), 0) - value(sum.whole),
        ) <
        1e-9 * Math.abs(value(sum.whole));
      if (holds(read(true))) proved++;
      else if (holds(read(false))) against++;
    }
  }
  return proved >= 2 && proved > 2 * against;
}
