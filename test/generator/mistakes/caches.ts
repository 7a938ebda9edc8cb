import { plain, stepOf } from '../amount.js';
import { Facts, isLeaf, nameOf, partOf, setAmount, setFormula, settle } from '../facts.js';
import { type Expression, ref, sum } from '../formula.js';
import type { Figure } from '../model.js';
import { formulas } from './formulas.js';
import { besideWords } from './shown.js';
import type { Plant } from './slip.js';

/** A cached value that the formula does not give any more. */
const staleCache: Plant = (build, random) => {
  const all = formulas(build).filter(({ figure }) => new Facts(build).value(figure) > 0n);
  if (all.length === 0) return null;
  const { figure, expression } = random.pick(all);
  const facts = new Facts(build);
  const cell = facts.cell(figure);
  if (!cell) return null;
  const right = facts.value(figure);
  const unit = figure.modelColumn.unit ?? figure.table.unit;
  cell.content = {
    kind: 'formula',
    expression,
    staleCache: plain(right + stepOf(unit.digits) * BigInt(random.integer(10, 500))),
  };
  build.tags.add('needs-cache');
  return {
    wrong: [
      {
        kind: 'stale-cache',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure)],
        codes: ['stale-cache'],
        severity: 'warning',
        expected: plain(right),
        candidate: null,
      },
    ],
  };
};

/** A figure changed in a program that did not compute anew: all that rests on it is stale. */
const staleAfterEdit: Plant = (build, random) => {
  const before = new Facts(build);
  const allFormulas = (figure: Figure): boolean =>
    partOf(figure).every((one) => before.isFormula(one.whole) && allFormulas(one.whole));
  const inputs = build.tables
    .flatMap((table) => table.figures)
    .filter(
      (figure) =>
        before.isTyped(figure) &&
        isLeaf(figure) &&
        before.value(figure) > 0n &&
        partOf(figure).some((one) => before.isFormula(one.whole)) &&
        allFormulas(figure),
    );
  if (inputs.length === 0) return null;
  const figure = random.pick(inputs);
  const old = new Map(formulas(build).map((one) => [one.figure, before.value(one.figure)] as const));
  const unit = figure.modelColumn.unit ?? figure.table.unit;
  setAmount(build, figure, before.value(figure) + stepOf(unit.digits) * BigInt(random.integer(20, 900)));
  const after = new Facts(build);
  const stale = [...old].filter(([one, value]) => after.value(one) !== value);
  for (const [one, value] of stale) {
    const cell = after.cell(one);
    if (cell?.content.kind === 'formula') cell.content = { ...cell.content, staleCache: plain(value) };
  }
  if (stale.length === 0) return null;
  settle(build);
  build.tags.add('needs-cache');
  const cells = stale.map(([one]) => nameOf(one));
  return {
    wrong: [
      {
        kind: 'stale-after-edit',
        sheet: figure.sheet,
        cell: cells[0] as string,
        acceptCells: cells,
        codes: ['stale-cache'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
  };
};

const formulaError: Plant = (build, random) => {
  const all = formulas(build);
  if (all.length === 0) return null;
  const { figure, expression } = random.pick(all);
  const broken: Expression = random.chance(0.6)
    ? { kind: 'binary', operator: '+', left: expression, right: { kind: 'error', code: '#REF!' } }
    : sum({ kind: 'error', code: '#REF!' });
  setFormula(build, figure, broken);
  return {
    wrong: [
      {
        kind: 'formula-error',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure)],
        codes: ['formula-error'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

const divideByZero: Plant = (build, random) => {
  const facts = new Facts(build);
  const cells = build.tables.flatMap((table) =>
    table.percents.filter((percent) => facts.isFormula(percent.cell)),
  );
  if (cells.length === 0) return null;
  const percent = random.pick(cells);
  const empty = percent.cell.table.bottom + 40;
  setFormula(build, percent.cell, {
    kind: 'binary',
    operator: '/',
    left: ref(percent.numerator.row, percent.numerator.column),
    right: ref(empty, percent.denominator.column),
  });
  return {
    wrong: [
      {
        kind: 'divide-by-zero',
        sheet: percent.cell.sheet,
        cell: nameOf(percent.cell),
        acceptCells: [nameOf(percent.cell)],
        codes: ['formula-error'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** A typed total among formulas, off by no more than rounding. */
const hardCoded: Plant = (build, random) => {
  const all = formulas(build).filter(({ figure }) => {
    const unit = figure.modelColumn.unit ?? figure.table.unit;
    return (
      unit.scale > 1 &&
      new Facts(build).value(figure) > stepOf(unit.digits) * 50n &&
      partOf(figure).every((one) => !new Facts(build).isFormula(one.whole))
    );
  });
  if (all.length < 4) return null;
  const { figure } = random.pick(all);
  const facts = new Facts(build);
  const unit = figure.modelColumn.unit ?? figure.table.unit;
  const right = facts.value(figure);
  const cell = facts.cell(figure);
  if (!cell) return null;
  cell.content = { kind: 'number', amount: right + stepOf(unit.digits) * (random.chance(0.5) ? 1n : -1n) };
  return {
    wrong: [
      {
        kind: 'hard-coded',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure), ...new Facts(build).broken().map((one) => nameOf(one.whole))],
        codes: ['hard-coded-total', 'rounding-residue'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
    also: besideWords(build),
  };
};

export const CACHE_MISTAKES: Readonly<Record<string, Plant>> = {
  'stale-cache': staleCache,
  'stale-after-edit': staleAfterEdit,
  'formula-error': formulaError,
  'divide-by-zero': divideByZero,
  'hard-coded': hardCoded,
};
