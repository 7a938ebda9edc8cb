import { plain } from '../amount.js';
import { allSums, Facts, nameOf, type Planted, setFormula, type Wrong, wholeOf } from '../facts.js';
import { cellsOf, type Expression, moved, range, sum } from '../formula.js';
import type { Build, Figure } from '../model.js';
import type { Random } from '../random.js';
import type { Plant } from './slip.js';

export function formulas(build: Build): { figure: Figure; expression: Expression }[] {
  const facts = new Facts(build);
  return build.tables
    .flatMap((table) => table.figures)
    .flatMap((figure) => {
      const content = facts.cell(figure)?.content;
      return content?.kind === 'formula' ? [{ figure, expression: content.expression }] : [];
    });
}

/** The range of a plain `SUM(range)`, `SUBTOTAL(9,range)`, else `null`. */
function soleRange(expression: Expression): Extract<Expression, { kind: 'range' }> | null {
  if (expression.kind !== 'call' || expression.parts.length !== 1) return null;
  const part = expression.parts[0];
  return part?.kind === 'range' ? part : null;
}

function callOf(expression: Expression, part: Expression): Expression {
  return expression.kind === 'call' ? { ...expression, parts: [part] } : sum(part);
}

/** Applies the first choice, in random order, that changes what the cell shows. */
function changeFormula(
  build: Build,
  random: Random,
  choices: { figure: Figure; expression: Expression }[],
  as: Omit<Wrong, 'sheet' | 'cell' | 'acceptCells' | 'expected' | 'candidate' | 'severity'>,
): Planted | null {
  for (const { figure, expression } of random.shuffle([...choices])) {
    const before = new Facts(build);
    const kept = before.cell(figure)?.content;
    const right = before.value(figure);
    setFormula(build, figure, expression);
    if (new Facts(build).value(figure) !== right && kept) {
      return {
        wrong: [
          {
            ...as,
            sheet: figure.sheet,
            cell: nameOf(figure),
            acceptCells: [nameOf(figure)],
            severity: 'error',
            expected: plain(right),
            candidate: null,
          },
        ],
      };
    }
    if (kept?.kind === 'formula') setFormula(build, figure, kept.expression);
  }
  return null;
}

const missesRow: Plant = (build, random) => {
  const choices: { figure: Figure; expression: Expression }[] = [];
  for (const { figure, expression } of formulas(build)) {
    const area = soleRange(expression);
    if (area && area.left === area.right && area.bottom > area.top) {
      const shorter = random.chance(0.5)
        ? range(area.top + 1, area.left, area.bottom, area.left)
        : range(area.top, area.left, area.bottom - 1, area.left);
      choices.push({ figure, expression: callOf(expression, shorter) });
      if (
        area.bottom - area.top >= 2 &&
        random.chance(0.3) &&
        expression.kind === 'call' &&
        expression.name === 'SUM'
      ) {
        const gap = random.integer(area.top + 1, area.bottom - 1);
        choices.push({
          figure,
          expression: {
            ...expression,
            parts: [
              range(area.top, area.left, gap - 1, area.left),
              range(gap + 1, area.left, area.bottom, area.left),
            ],
          },
        });
      }
    } else {
      const down = wholeOf(build, figure).some((one) => one.axis === 'column');
      const shorter = down ? withoutOneTerm(expression, random) : null;
      if (shorter) choices.push({ figure, expression: shorter });
    }
  }
  return changeFormula(build, random, choices, {
    kind: 'range-misses-row',
    codes: ['formula-range-misses-row'],
  });
};

/** `C10+C11+C13` or `SUM(C10,C11,C13)` with one term left out. */
function withoutOneTerm(expression: Expression, random: Random): Expression | null {
  if (expression.kind === 'call' && expression.name === 'SUM' && expression.parts.length >= 3) {
    const at = random.integer(0, expression.parts.length - 1);
    return { ...expression, parts: expression.parts.filter((_, index) => index !== at) };
  }
  const terms = plusTerms(expression);
  if (!terms || terms.length < 3) return null;
  const at = random.integer(0, terms.length - 1);
  return terms
    .filter((_, index) => index !== at)
    .reduce((left, right) => ({ kind: 'binary', operator: '+', left, right }));
}

function plusTerms(expression: Expression): Expression[] | null {
  if (expression.kind === 'ref') return [expression];
  if (expression.kind !== 'binary' || expression.operator !== '+') return null;
  const left = plusTerms(expression.left);
  const right = plusTerms(expression.right);
  return left && right ? [...left, ...right] : null;
}

/** A total across that leaves one of its columns out. */
const missesColumn: Plant = (build, random) => {
  const choices: { figure: Figure; expression: Expression }[] = [];
  for (const { figure, expression } of formulas(build)) {
    if (
      !rowsOf(expression).every((row) => row === figure.row) ||
      !wholeOf(build, figure).some((one) => one.axis === 'row')
    )
      continue;
    const area = soleRange(expression);
    if (area && area.right > area.left) {
      const shorter = random.chance(0.5)
        ? range(area.top, area.left + 1, area.top, area.right)
        : range(area.top, area.left, area.top, area.right - 1);
      choices.push({ figure, expression: callOf(expression, shorter) });
      continue;
    }
    const terms = plusTerms(expression);
    if (!terms || terms.length < 2) continue;
    const at = random.integer(0, terms.length - 1);
    choices.push({
      figure,
      expression: terms
        .filter((_, index) => index !== at)
        .reduce((left, right) => ({ kind: 'binary', operator: '+', left, right })),
    });
  }
  return changeFormula(build, random, choices, {
    kind: 'misses-column',
    codes: ['formula-range-misses-row', 'wrong-reference'],
  });
};

/** A total over subtotals and their members alike. */
const countsTwice: Plant = (build, random) => {
  const choices: { figure: Figure; expression: Expression }[] = [];
  for (const one of allSums(build)) {
    if (one.axis !== 'column' || !new Facts(build).isFormula(one.whole)) continue;
    const nested = one.parts.some((part) => part.figure.modelRow.children.length > 0);
    if (!nested) continue;
    const rows = one.whole.modelRow.children
      .flatMap((child) => [child, ...child.children])
      .map((row) => one.table.rowAt.get(row.id) as number);
    const block = range(Math.min(...rows), one.whole.column, Math.max(...rows), one.whole.column);
    if (cellsOf(block).some(([row]) => row === one.whole.row)) continue;
    choices.push({ figure: one.whole, expression: sum(block) });
  }
  return changeFormula(build, random, choices, { kind: 'counts-twice', codes: ['formula-counts-twice'] });
};

/** A formula copied one row or column off, or pointing at a neighbour. */
const wrongReference: Plant = (build, random) => {
  const choices: { figure: Figure; expression: Expression }[] = [];
  for (const { figure, expression } of formulas(build)) {
    const horizontal = rowsOf(expression).every((row) => row === figure.row);
    if (!figure.table.rows.some((row) => row !== figure.modelRow && row.children.length === 0)) continue;
    if (horizontal) {
      const rowAbove = figure.row + (figure.row > figure.table.headerBottom + 2 ? -1 : 1);
      if (rowAbove > figure.table.bottom) continue;
      choices.push({ figure, expression: moved(expression, rowAbove - figure.row, 0) });
    } else {
      const other = figure.table.columns.find(
        (column) =>
          column.role === 'amount' &&
          Math.abs((figure.table.columnAt.get(column.key) as number) - figure.column) === 1,
      );
      if (!other) continue;
      choices.push({
        figure,
        expression: moved(expression, 0, (figure.table.columnAt.get(other.key) as number) - figure.column),
      });
    }
  }
  return changeFormula(build, random, choices, { kind: 'wrong-reference', codes: ['wrong-reference'] });
};

/** Rows that a formula looks at. */
function rowsOf(expression: Expression): number[] {
  switch (expression.kind) {
    case 'ref':
      return [expression.row];
    case 'range':
      return [expression.top, expression.bottom];
    case 'call':
      return expression.parts.flatMap(rowsOf);
    case 'binary':
      return [...rowsOf(expression.left), ...rowsOf(expression.right)];
    default:
      return [];
  }
}

export const FORMULA_MISTAKES: Readonly<Record<string, Plant>> = {
  'range-misses-row': missesRow,
  'misses-column': missesColumn,
  'counts-twice': countsTwice,
  'wrong-reference': wrongReference,
};
