import { plain, stepOf } from '../amount.js';
import {
  allSums,
  Facts,
  isLeaf,
  nameOf,
  partOf,
  setAmount,
  type Wrong,
  wholeOf,
  wrongFigure,
} from '../facts.js';
import type { Build, Figure, SumFact } from '../model.js';
import { type Plant, slip, tolerance, unitOf } from './slip.js';

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
    const alone = wholeOf(build, figure).some((sum) => sum.parts.length === 1);
    const carried = !alone && random.chance(0.25) ? settleAbove(build, figure) : [];
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

export const SUM_MISTAKES: Readonly<Record<string, Plant>> = {
  'typed-row-total': typedTotal('row-total'),
  'typed-subtotal': typedTotal('subtotal'),
  'typed-grand-total': typedTotal('grand-total'),
  'leaf-figure': leafFigure,
  'unit-scale': unitScale,
  'unit-scale-row': unitScaleRow,
  'sign-error': signError,
};
