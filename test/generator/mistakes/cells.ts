import { plain, stepOf, written } from '../amount.js';
import { Facts, isLeaf, nameOf, partOf, setAmount, setContent, settle, settleParts } from '../facts.js';
import type { Expression } from '../formula.js';
import type { Build, Figure } from '../model.js';
import { type Plant, unitOf } from './slip.js';

/** True where the formula takes this cell only through a `SUM`, which skips text. */
function skipsText(expression: Expression): boolean {
  if (expression.kind === 'call') return true;
  if (expression.kind === 'binary') return skipsText(expression.left) && skipsText(expression.right);
  return expression.kind !== 'ref';
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

/** A figure typed as text, which every `SUM` over it skips. */
const textNumber: Plant = (build, random) => {
  const facts = new Facts(build);
  const skipped = leaves(build).filter((figure) => {
    const wholes = partOf(figure).map((sum) => facts.cell(sum.whole)?.content);
    return (
      wholes.length > 0 &&
      wholes.every((content) => content?.kind === 'formula' && skipsText(content.expression))
    );
  });
  if (skipped.length === 0) return null;
  const figure = random.pick(skipped);
  const amount = facts.value(figure);
  const { digits } = unitOf(figure);
  const text = random.pick([
    `${plain(amount).replace('.', ',')} `,
    `\u00a0${plain(amount).replace('.', ',')}`,
    plain(amount).replace('.', ','),
    written(amount, digits),
  ]);
  setContent(build, figure, { kind: 'text', text });
  return {
    wrong: [
      {
        kind: 'text-number',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure)],
        codes: ['text-number', 'ambiguous-number'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** Money below zero where nothing calls for it; all totals agree with it. */
const negativeAmount: Plant = (build, random) => {
  const figures = leaves(build).filter(
    (figure) =>
      figure.modelColumn.stage !== 'decrease' &&
      figure.modelColumn.stage !== 'increase' &&
      figure.modelColumn.role === 'amount',
  );
  if (figures.length === 0) return null;
  const figure = random.pick(figures);
  const right = new Facts(build).value(figure);
  setAmount(build, figure, -right);
  settle(build);
  settleParts(build);
  const negatives = new Facts(build);
  const totals = figure.table.figures.filter((one) => one.modelRow.kind === 'grand-total');
  if (totals.some((one) => negatives.value(one) < 0n)) return null;
  const followers = figure.table.figures
    .filter((one) => one !== figure && negatives.value(one) < 0n)
    .map(nameOf);
  return {
    wrong: [
      {
        kind: 'negative-amount',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure)],
        codes: ['negative-amount', 'sign-error'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
    also: [{ cells: followers, codes: ['negative-amount'] }],
  };
};

/** The same line twice among its neighbours, all totals counting both. */
const duplicateRow: Plant = (build, random) => {
  const choices = build.tables.flatMap((table) =>
    table.rows.flatMap((row, index) => {
      const next = table.rows[index + 1];
      const plainRows =
        next &&
        row.children.length === 0 &&
        next.children.length === 0 &&
        row.kind === next.kind &&
        row.parent === next.parent &&
        row.ofWhich.length === 0 &&
        next.ofWhich.length === 0 &&
        !row.silent &&
        !next.silent;
      return plainRows &&
        ['project', 'sub-project', 'content', 'place', 'work', 'item'].includes(row.kind) &&
        !row.hidden &&
        !next.hidden
        ? [{ table, row, next }]
        : [];
    }),
  );
  if (choices.length === 0) return null;
  const { table, row, next } = random.pick(choices);
  const facts = new Facts(build);
  for (const column of table.columns) {
    const at = table.columnAt.get(column.key) as number;
    if (column.role === 'ordinal' || column.key === 'group') continue;
    const from = table.sheet.at(table.rowAt.get(row.id) as number, at);
    const to = table.rowAt.get(next.id) as number;
    const there = table.sheet.at(to, at);
    if (there?.content.kind === 'formula') continue;
    if (!from) {
      table.sheet.cells.delete(to * 16384 + at);
    } else if (from.content.kind !== 'formula') {
      if (there) {
        there.content = from.content;
        there.style = from.style;
      } else table.sheet.put(to, at, from.content, from.style);
    }
  }
  if (!table.figures.some((figure) => figure.modelRow === row && facts.value(figure) > 0n)) return null;
  settle(build);
  settleParts(build);
  const cells = [row, next].flatMap((one) =>
    table.columns.map((column) =>
      nameOf({ row: table.rowAt.get(one.id) as number, column: table.columnAt.get(column.key) as number }),
    ),
  );
  const title = nameOf({
    row: table.rowAt.get(next.id) as number,
    column: table.columnAt.get('title') as number,
  });
  return {
    wrong: [
      {
        kind: 'duplicate-row',
        sheet: table.sheet.name,
        cell: title,
        acceptCells: cells,
        codes: ['duplicate-row'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** A wrong total in a sheet whose figures are all text; the sums prove it all the same. */
const totalInText: Plant = (build, random) => {
  const tables = build.tables.filter((table) => table.look.textNumbers);
  if (tables.length === 0) return null;
  const table = random.pick(tables);
  const sums = table.sums.filter(
    (sum) =>
      (table.amounts.get(sum.whole) ?? 0n) > stepOf(unitOf(sum.whole).digits) * 500n && sum.parts.length >= 2,
  );
  if (sums.length === 0) return null;
  const { whole: figure } = random.pick(sums);
  const { digits } = unitOf(figure);
  const right = table.amounts.get(figure) ?? 0n;
  const wrong = right + stepOf(digits) * BigInt(random.integer(30, 300));
  setContent(build, figure, { kind: 'text', text: written(wrong, digits) });
  const involved = table.sums.filter(
    (sum) => sum.whole === figure || sum.parts.some((part) => part.figure === figure),
  );
  const cells =
    involved.length > 1 &&
    involved.some((sum) => sum.axis === 'row') &&
    involved.some((sum) => sum.axis === 'column')
      ? [figure]
      : involved.map((sum) => sum.whole);
  return {
    wrong: [
      {
        kind: 'total-in-text',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [...new Set([nameOf(figure), ...cells.map(nameOf)])],
        codes: ['row-total-mismatch', 'subtotal-mismatch', 'grand-total-mismatch'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** One text figure that reads as thousands or as decimals, with nothing in the sheet to tell. */
const ambiguousNumber: Plant = (build, random) => {
  const facts = new Facts(build);
  const figures = leaves(build).filter(
    (figure) =>
      unitOf(figure).scale === 1_000_000 &&
      partOf(figure).length === 1 &&
      partOf(figure).every((sum) => facts.isTyped(sum.whole)) &&
      facts.value(figure) > 1_000_000_000n &&
      facts.value(figure) % 1_000_000n === 0n,
  );
  if (figures.length === 0) return null;
  const figure = random.pick(figures);
  setContent(build, figure, { kind: 'text', text: written(facts.value(figure), 0, random.chance(0.5)) });
  return {
    wrong: [
      {
        kind: 'ambiguous-number',
        sheet: figure.sheet,
        cell: nameOf(figure),
        acceptCells: [nameOf(figure)],
        codes: ['ambiguous-number', 'text-number'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
  };
};

export const CELL_MISTAKES: Readonly<Record<string, Plant>> = {
  'text-number': textNumber,
  'negative-amount': negativeAmount,
  'duplicate-row': duplicateRow,
  'total-in-text': totalInText,
};
export { ambiguousNumber };
