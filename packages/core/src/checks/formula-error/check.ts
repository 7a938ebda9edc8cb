import { type Decimal, ZERO } from '../../amount/decimal.js';
import type { Evaluator } from '../../formula/index.js';
import type { FindingData } from '../../report/types.js';
import { CellKind } from '../../snapshot/index.js';
import { analyseSums, type SumsAnalysis } from '../../sums/analysis.js';
import { type CellKey, keyOf, positionOf } from '../../sums/cell-key.js';
import { decimalText, describe, edit, formulaContent } from '../../sums/describe.js';
import { differenceOf, type Equation } from '../../sums/equation.js';
import { expectedFormula } from '../../sums/expected-formula.js';
import { groupBy, MANY } from '../../sums/like-faults.js';
import type { Check, CheckContext } from '../types.js';

/**
 * A cell that shows `#REF!`, `#DIV/0!`, `#VALUE!` …: only the cell where the error arises,
 * not those that carry it on.
 */
export const formulaError: Check = {
  code: 'formula-error',
  run(context) {
    const analysis = analyseSums(context);
    const errors = errorCells(context, analysis.figures.evaluator);
    const roots = [...errors.keys()].filter((key) => !followsAnother(context, key, errors));
    const groups = groupBy(roots, (key) => {
      const { sheet, column } = positionOf(key);
      return `${sheet}|${column}|${errors.get(key)}`;
    });
    const findings = [...groups.values()].flatMap((group) =>
      group.length > MANY
        ? [findingOf(analysis, group, errors)]
        : group.map((key) => findingOf(analysis, [key], errors)),
    );
    return { findings, notChecked: [] };
  },
};

/**
 * Cells that hold or compute an error, on the sheets that hold a table. What only fails because a figure is
 * typed as text is that figure's fault, and said there.
 */
function errorCells({ book, tables }: CheckContext, evaluator: Evaluator): Map<CellKey, string> {
  const errors = new Map<CellKey, string>();
  for (const sheet of new Set(tables.map((table) => table.sheet))) {
    const { cells, formulas, texts } = book.snapshot.sheets[sheet]!;
    const computed = new Set<number>();
    for (const { cell } of formulas) {
      computed.add(cell);
      const row = cells.rows[cell]!;
      const column = cells.columns[cell]!;
      const value = evaluator.value(sheet, row, column);
      const stored = value.kind === 'unknown' ? book.evaluator.stored(sheet, row, column) : value;
      if (stored.kind === 'error') errors.set(keyOf(sheet, row, column), stored.error);
    }
    for (let cell = 0; cell < cells.count; cell++) {
      if (cells.kinds[cell] !== CellKind.error || computed.has(cell)) continue;
      errors.set(
        keyOf(sheet, cells.rows[cell]!, cells.columns[cell]!),
        texts[cells.numbers[cell]!] ?? '#N/A',
      );
    }
  }
  return errors;
}

function followsAnother({ book }: CheckContext, key: CellKey, errors: ReadonlyMap<CellKey, string>): boolean {
  const { sheet, row, column } = positionOf(key);
  for (const area of book.evaluator.precedents(sheet, row, column)) {
    const size = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    if (size <= errors.size) {
      for (let r = area.top; r <= area.bottom; r++) {
        for (let c = area.left; c <= area.right; c++) if (errors.has(keyOf(area.sheet, r, c))) return true;
      }
      continue;
    }
    for (const other of errors.keys()) {
      const at = positionOf(other);
      const inside =
        at.sheet === area.sheet &&
        at.row >= area.top &&
        at.row <= area.bottom &&
        at.column >= area.left &&
        at.column <= area.right;
      if (inside && other !== key) return true;
    }
  }
  return false;
}

function findingOf(
  { figures, system, mended }: SumsAnalysis,
  [key, ...others]: readonly CellKey[],
  errors: ReadonlyMap<CellKey, string>,
): FindingData {
  const { sheet, row, column } = positionOf(key!);
  const { evaluator } = figures;
  const sums = system.equationsOf(key!).filter((each) => each.whole === key && each.kind === 'sum');
  const formula = evaluator.formula(sheet, row, column);
  const options = sums.map((each) => ({
    sum: each,
    expected: formula === null ? null : expectedFormula(system, each, mended),
  }));
  const best = options.find(({ expected }) => (expected?.neighbours ?? 0) > 0) ?? options[0];
  const right = best ? partsSum(best.sum, mended.value) : null;
  const followers = evaluator.dependants(sheet, row, column).map((at) => keyOf(at.sheet, at.row, at.column));
  return describe(figures, {
    code: 'formula-error',
    severity: 'error',
    key: key!,
    others,
    consequences: right ? followers.filter((each) => errors.has(each)) : [],
    facts: {
      error: errors.get(key!)!,
      formula: formula === null ? '' : `=${formula}`,
      expectedFormula: best?.expected ? `=${best.expected.text}` : '',
      followers: followers.length,
    },
    expected: right ? decimalText(right) : null,
    found: errors.get(key!)!,
    difference: null,
    fix: best?.expected
      ? edit(figures, key!, formulaContent(best.expected.text, right), best.expected.neighbours > 1)
      : null,
  });
}

function partsSum(equation: Equation, value: (key: CellKey) => Decimal | null): Decimal | null {
  return differenceOf(equation, (key) => (key === equation.whole ? ZERO : value(key)))?.neg() ?? null;
}
