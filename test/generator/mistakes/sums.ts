import { type Amount, ONE, plain, stepOf } from '../amount.js';
import {
  allSums,
  explanations,
  Facts,
  isLeaf,
  nameOf,
  type Planted,
  partOf,
  setAmount,
  setContent,
  settle,
  settleWords,
  type Wrong,
  wholeOf,
  wrongFigure,
} from '../facts.js';
import type { Build, Figure, SumFact } from '../model.js';
import type { Random } from '../random.js';

export type Plant = (build: Build, random: Random) => Planted | null;

/** Ways in which a figure goes wrong under a person's hand. */
export function slip(random: Random, amount: Amount, digits: number, least: Amount): Amount | null {
  const step = stepOf(digits);
  const units = amount / step;
  const text = (units < 0n ? -units : units).toString();
  const tries: Amount[] = [];
  if (text.length >= 3) {
    const at = random.integer(0, text.length - 2);
    const letters = [...text];
    const kept = letters[at] as string;
    letters[at] = letters[at + 1] as string;
    letters[at + 1] = kept;
    tries.push(BigInt(letters.join('')) * step);
    const one = random.integer(0, text.length - 1);
    const other = [...text];
    other[one] = String((Number(other[one]) + random.integer(1, 8)) % 10);
    tries.push(BigInt(other.join('')) * step);
  }
  tries.push(
    amount + step * BigInt(random.integer(1, 9)) * 10n,
    amount + (random.chance(0.5) ? step : -step),
  );
  const fitting = tries.filter(
    (one) => one !== amount && one > 0n && !isPower(one, amount) && difference(one, amount) > least,
  );
  return fitting.length > 0 ? random.pick(fitting) : null;
}

function difference(a: Amount, b: Amount): Amount {
  return a > b ? a - b : b - a;
}

function isPower(a: Amount, b: Amount): boolean {
  return [1_000n, 1_000_000n].some((factor) => a * factor === b || b * factor === a);
}

/** Differences up to here are rounding, not mistakes; nothing in đồng. */
export function tolerance(sums: readonly SumFact[]): Amount {
  return sums.reduce<Amount>((most, sum) => {
    const unit = sum.whole.modelColumn.unit ?? sum.table.unit;
    if (unit.scale === 1) return most;
    const own = (stepOf(shownDigits(sum)) * BigInt(sum.parts.length + 1)) / 2n;
    return own > most ? own : most;
  }, 0n);
}

/** Digits that a hand-typed figure may show at the least: a general format drops trailing zeros. */
function shownDigits(sum: SumFact): number {
  const { look } = sum.table;
  if (look.mixedDigits) return 0;
  const { digits } = sum.whole.modelColumn.unit ?? sum.table.unit;
  return look.format === 'general' ? Math.max(0, digits - 2) : digits;
}

const unitOf = (figure: Figure) => figure.modelColumn.unit ?? figure.table.unit;

function typedTotals(build: Build, kind: SumFact['kind']): Figure[] {
  const facts = new Facts(build);
  return [
    ...new Set(
      allSums(build)
        .filter((sum) => sum.kind === kind)
        .map((sum) => sum.whole),
    ),
  ].filter(
    (figure) =>
      facts.value(figure) > stepOf(unitOf(figure).digits) * 20n &&
      (facts.isTyped(figure) || facts.isFormula(figure)),
  );
}

/** A typed total that is not what its parts add up to, perhaps carried on by typed totals above. */
function typedTotal(kind: SumFact['kind']): Plant {
  return (build, random) => {
    const totals = typedTotals(build, kind);
    if (totals.length === 0) return null;
    const figure = random.pick(totals);
    const sums = [...wholeOf(build, figure), ...partOf(figure)];
    if (kind === 'row-total' && wholeOf(build, figure).some((sum) => sum.kind !== 'row-total')) return null;
    if (
      figure.table.look.chain === 'subtotal' &&
      kind !== 'grand-total' &&
      figure.table.look.formulas !== 'none'
    )
      return null;
    const right = new Facts(build).value(figure);
    const wrong = slip(random, right, unitOf(figure).digits, tolerance(sums));
    if (wrong === null) return null;
    setAmount(build, figure, wrong);
    figure.formula = false;
    const carried = random.chance(0.25) ? settleAbove(build, figure) : [];
    const found = wrongFigure(build, figure, `typed-${kind}`, right);
    if (!found) return null;
    const codes = [
      ...new Set([...found.codes, ...wholeOf(build, figure).map((sum) => `${sum.kind}-mismatch`)]),
    ];
    return {
      wrong: [
        {
          ...found,
          codes,
          acceptCells: carried.length > 0 ? [nameOf(figure)] : withOwn(build, figure, found),
        },
      ],
      carried,
    };
  };
}

/** A whole that several explanations share is still named: it is the total that does not hold. */
function withOwn(build: Build, figure: Figure, found: Wrong): readonly string[] {
  const broken = new Facts(build).broken();
  const whole = broken.some((sum) => sum.whole === figure);
  return whole && found.acceptCells.length > 1
    ? [...new Set([nameOf(figure), ...found.acceptCells])]
    : found.acceptCells;
}

/** Typed totals above a wrong one, added up from the wrong figure. */
function settleAbove(build: Build, figure: Figure): Figure[] {
  const changed: Figure[] = [];
  let from: Figure[] = [figure];
  while (from.length > 0) {
    const next: Figure[] = [];
    for (const one of from) {
      for (const sum of partOf(one)) {
        const facts = new Facts(build);
        if (
          !facts.isTyped(sum.whole) ||
          facts.difference(sum) === 0n ||
          sum.whole === figure ||
          changed.includes(sum.whole)
        )
          continue;
        setAmount(build, sum.whole, facts.value(sum.whole) - facts.difference(sum));
        changed.push(sum.whole);
        next.push(sum.whole);
      }
    }
    from = next;
  }
  return changed;
}

function leaves(build: Build): Figure[] {
  const facts = new Facts(build);
  return build.tables.flatMap((table) =>
    table.figures.filter(
      (figure) =>
        isLeaf(figure) && facts.isTyped(figure) && facts.value(figure) > stepOf(unitOf(figure).digits) * 20n,
    ),
  );
}

/** Lowest figures of which at least one total is typed. */
function provable(build: Build): Figure[] {
  const facts = new Facts(build);
  const feedsTyped = (figure: Figure): boolean =>
    partOf(figure).some((sum) =>
      facts.isFormula(sum.whole) ? feedsTyped(sum.whole) : facts.isTyped(sum.whole),
    );
  return leaves(build).filter(feedsTyped);
}

const leafFigure: Plant = (build, random) => {
  const figures = provable(build);
  if (figures.length === 0) return null;
  const figure = random.pick(figures);
  const right = new Facts(build).value(figure);
  const wrong = slip(random, right, unitOf(figure).digits, tolerance(allSums(build)));
  if (wrong === null) return null;
  setAmount(build, figure, wrong);
  const found = wrongFigure(build, figure, 'leaf-figure', right);
  return found ? { wrong: [found] } : null;
};

const unitScale: Plant = (build, random) => {
  const figures = provable(build);
  if (figures.length === 0) return null;
  const figure = random.pick(figures);
  const right = new Facts(build).value(figure);
  const factor = random.pick([1_000n, 1_000n, 1_000_000n]);
  const smaller = random.chance(0.3) && right % (1_000n * stepOf(unitOf(figure).digits)) === 0n;
  setAmount(build, figure, smaller ? right / 1_000n : right * factor);
  const found = wrongFigure(build, figure, 'unit-scale', right, { codes: ['unit-scale-error'] });
  if (!found) return null;
  return {
    wrong: [
      {
        ...found,
        codes: ['unit-scale-error'],
        acceptCells: [nameOf(figure)],
        candidate: null,
        expected: plain(right),
      },
    ],
  };
};

/** All figures of one row typed in a smaller unit. */
const unitScaleRow: Plant = (build, random) => {
  const figures = provable(build);
  if (figures.length === 0) return null;
  const start = random.pick(figures);
  const facts = new Facts(build);
  const line = start.table.figures.filter(
    (figure) => figure.modelRow === start.modelRow && facts.isTyped(figure),
  );
  if (start.table.look.formulas !== 'none' || line.length < 2) return null;
  for (const figure of line) setAmount(build, figure, facts.value(figure) * 1_000n);
  const cells = line.map(nameOf);
  return {
    wrong: [
      {
        kind: 'unit-scale-row',
        sheet: start.sheet,
        cell: cells[0] as string,
        acceptCells: cells,
        codes: ['unit-scale-error'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

const signError: Plant = (build, random) => {
  const figures = provable(build).filter(
    (figure) => figure.modelColumn.stage !== 'decrease' && figure.modelColumn.stage !== 'increase',
  );
  if (figures.length === 0) return null;
  const figure = random.pick(figures);
  const right = new Facts(build).value(figure);
  setAmount(build, figure, -right);
  const found = wrongFigure(build, figure, 'sign-error', right, { codes: ['sign-error'] });
  if (!found) return null;
  return {
    wrong: [
      {
        ...found,
        codes: ['sign-error', 'negative-amount'],
        acceptCells: [nameOf(figure)],
        candidate: null,
        expected: plain(right),
      },
    ],
  };
};

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

export const SUM_MISTAKES: Readonly<Record<string, Plant>> = {
  'typed-row-total': typedTotal('row-total'),
  'typed-subtotal': typedTotal('subtotal'),
  'typed-grand-total': typedTotal('grand-total'),
  'leaf-figure': leafFigure,
  'unit-scale': unitScale,
  'unit-scale-row': unitScaleRow,
  'sign-error': signError,
  'rounding-residue': roundingResidue,
  'displayed-total': displayedTotal,
  'percent-mismatch': percentMismatch,
  'child-exceeds': childExceeds,
  'words-mismatch': wordsMismatch,
};

export { explanations, ONE, setContent, settle };
