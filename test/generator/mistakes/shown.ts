import { type Amount, stepOf } from '../amount.js';
import { allSums, Facts, isLeaf, nameOf, partOf, setAmount, settle, settleWords, wholeOf } from '../facts.js';
import type { Build, Figure } from '../model.js';
import { type Plant, unitOf } from './slip.js';

/** A typed total one last digit off where the unit is rounded anyway. */
const roundingResidue: Plant = (build, random) => {
  const facts = new Facts(build);
  const totals = [...new Set(allSums(build).map((sum) => sum.whole))].filter(
    (figure) =>
      unitOf(figure).scale > 1 &&
      facts.isTyped(figure) &&
      facts.value(figure) > 0n &&
      !partOf(figure).some((sum) => facts.isFormula(sum.whole)),
  );
  if (totals.length === 0) return null;
  const figure = random.pick(totals);
  setAmount(
    build,
    figure,
    facts.value(figure) + (random.chance(0.5) ? 1n : -1n) * stepOf(unitOf(figure).digits),
  );
  const after = new Facts(build);
  const cells = new Set([nameOf(figure), ...after.broken().map((sum) => nameOf(sum.whole))]);
  return {
    wrong: [
      {
        kind: 'rounding-residue',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [...cells],
        codes: ['rounding-residue', 'hard-coded-total'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
    also: besideWords(build),
  };
};

/** Parts kept with more digits than shown: what is shown does not add up. */
const displayedTotal: Plant = (build, random) => {
  const tables = build.tables.filter(
    (table) =>
      table.look.formulas === 'all' &&
      table.look.format !== 'general' &&
      !table.look.textNumbers &&
      unitOf(table.figures[0] as Figure).scale > 1 &&
      table.unit.digits < 4,
  );
  if (tables.length === 0) return null;
  const table = random.pick(tables);
  const facts = new Facts(build);
  const sums = table.sums.filter(
    (sum) =>
      sum.axis === 'column' &&
      facts.isFormula(sum.whole) &&
      sum.parts.filter(
        (part) => isLeaf(part.figure) && facts.isTyped(part.figure) && facts.value(part.figure) > 0n,
      ).length >= 2,
  );
  if (sums.length === 0) return null;
  const sum = random.pick(sums);
  const step = stepOf(table.unit.digits);
  const two = random.sample(
    sum.parts.filter(
      (part) => isLeaf(part.figure) && facts.isTyped(part.figure) && facts.value(part.figure) > 0n,
    ),
    2,
  );
  for (const { figure } of two) setAmount(build, figure, facts.value(figure) + (step * 4n) / 10n);
  settleWords(build);
  const after = new Facts(build);
  const shown = (amount: Amount) =>
    (amount < 0n ? -1n : 1n) * (((amount < 0n ? -amount : amount) + step / 2n) / step) * step;
  const cells = table.sums
    .filter(
      (one) =>
        shown(after.value(one.whole)) !==
        one.parts.reduce((total, part) => total + shown(after.value(part.figure)) * BigInt(part.sign), 0n),
    )
    .map((one) => nameOf(one.whole));
  if (cells.length === 0) return null;
  return {
    wrong: [
      {
        kind: 'displayed-total',
        sheet: table.sheet.name,
        cell: nameOf(sum.whole),
        acceptCells: [...new Set(cells)],
        codes: ['displayed-total-mismatch'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
  };
};

const percentMismatch: Plant = (build, random) => {
  const facts = new Facts(build);
  const cells = build.tables.flatMap((table) =>
    table.percents.filter((percent) => facts.cell(percent.cell)?.content.kind === 'plain'),
  );
  if (cells.length === 0) return null;
  const percent = random.pick(cells);
  const cell = facts.cell(percent.cell);
  if (cell?.content.kind !== 'plain') return null;
  const fraction = percent.cell.table.look.fractionPercent;
  const off = random.integer(2, 9) * (random.chance(0.5) ? 1 : 10);
  const value = Number(cell.content.text) * (fraction ? 100 : 1) + off;
  cell.content = {
    kind: 'plain',
    text: String(Number((value / (fraction ? 100 : 1)).toFixed(fraction ? 3 : 1))),
  };
  return {
    wrong: [
      {
        kind: 'percent-mismatch',
        sheet: percent.cell.sheet,
        cell: nameOf(percent.cell),
        acceptCells: [nameOf(percent.cell)],
        codes: ['percent-mismatch'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** A part shown under "Trong đó" that is more than its whole. */
const childExceeds: Plant = (build, random) => {
  const facts = new Facts(build);
  const parts = build.tables.flatMap((table) =>
    table.figures.filter(
      (figure) =>
        facts.isTyped(figure) &&
        wholeOf(build, figure).length === 0 &&
        (figure.modelRow.kind === 'of-which'
          ? partOf(figure).length === 0 && figure.modelColumn.parts === undefined
          : figure.modelColumn.subsetOf !== undefined),
    ),
  );
  if (parts.length === 0) return null;
  const figure = random.pick(parts);
  const { table } = figure;
  const whole = table.figures.find((one) =>
    figure.modelRow.kind === 'of-which'
      ? one.modelRow === figure.modelRow.parent && one.modelColumn === figure.modelColumn
      : one.modelRow === figure.modelRow && one.modelColumn.key === figure.modelColumn.subsetOf,
  );
  if (!whole || facts.value(whole) <= 0n) return null;
  const step = stepOf(table.unit.digits);
  setAmount(build, figure, (facts.value(whole) / step) * step + step * BigInt(random.integer(20, 400)));
  settle(build);
  if (figure.modelRow.kind === 'of-which') settleOfWhich(build, figure);
  const column = table.figures
    .filter((one) => one.modelColumn === figure.modelColumn && one.modelRow.children.length > 0)
    .map(nameOf);
  const row = table.figures
    .filter((one) => figure.modelRow.kind === 'of-which' && one.modelRow === figure.modelRow)
    .map(nameOf);
  return {
    wrong: [
      {
        kind: 'child-exceeds',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure), nameOf(whole)],
        codes: ['child-exceeds-total'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
    also: [{ cells: [...column, ...row], codes: ['child-exceeds-total'] }],
  };
};

/** Totals across of a row that no total down counts. */
function settleOfWhich(build: Build, figure: Figure): void {
  const line = figure.table.figures.filter((one) => one.modelRow === figure.modelRow);
  for (let pass = 0; pass < 3; pass++) {
    for (const one of line) {
      const parts = one.modelColumn.parts;
      if (!parts || one === figure) continue;
      const facts = new Facts(build);
      const total = parts.reduce<Amount>((sum, { key, sign }) => {
        const part = line.find((other) => other.modelColumn.key === key);
        return sum + (part ? facts.value(part) * BigInt(sign) : 0n);
      }, 0n);
      if (total !== facts.value(one)) setAmount(build, one, total);
    }
  }
}

const wordsMismatch: Plant = (build, random) => {
  const line = build.lines.find((one) => one.what === 'words');
  if (!line) return null;
  const cell = build.workbook.find(line.at.sheet).at(line.at.row, line.at.column);
  const table = build.tables[line.table];
  if (cell?.content.kind !== 'text' || !table || table.look.encode('ô').text !== 'ô') return null;
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/\bhai(?=\s)/u, 'ba'],
    [/\bbốn(?=\s)/u, 'sáu'],
    [/\bnăm(?=\s)/u, 'chín'],
    [/\bbảy(?=\s)/u, 'hai'],
    [/\bsáu(?=\s)/u, 'bốn'],
    [/\btám(?=\s)/u, 'ba'],
  ];
  const text = cell.content.text;
  const fitting = swaps.filter(([pattern]) => pattern.test(text));
  if (fitting.length === 0) return null;
  const [pattern, by] = random.pick(fitting);
  cell.content = { kind: 'text', text: text.replace(pattern, by) };
  const total = table.figures.find(
    (figure) => figure.modelRow.kind === 'grand-total' && (figure.modelColumn.source ?? 'total') === 'total',
  );
  return {
    wrong: [
      {
        kind: 'words-mismatch',
        sheet: line.at.sheet,
        cell: nameOf(line.at),
        acceptCells: [nameOf(line.at), ...(total ? [nameOf(total)] : [])],
        codes: ['words-mismatch'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** A line in words that holds the total to the last digit may be held against a total rounded otherwise. */
export function besideWords(build: Build): { cells: string[]; codes: string[] }[] {
  const cells = build.lines.filter((line) => line.what === 'words').map((line) => nameOf(line.at));
  return cells.length > 0 ? [{ cells, codes: ['words-mismatch'] }] : [];
}

export const SHOWN_MISTAKES: Readonly<Record<string, Plant>> = {
  'rounding-residue': roundingResidue,
  'displayed-total': displayedTotal,
  'percent-mismatch': percentMismatch,
  'child-exceeds': childExceeds,
  'words-mismatch': wordsMismatch,
};
