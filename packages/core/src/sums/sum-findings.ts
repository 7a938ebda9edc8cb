import type { FindingCode, FindingData, Fix } from '../report/types.js';
import { Origin } from './amount-grid.js';
import type { CellKey } from './cell-key.js';
import {
  addressFrom,
  decimalText,
  describe,
  edit,
  formulaContent,
  numberContent,
  unitName,
} from './describe.js';
import type { Equation } from './equation.js';
import { expectedFormula, partsText } from './expected-formula.js';
import type { Root } from './solve.js';
import type { SumSystem } from './system.js';

/** The mismatch code of a sum. */
export function mismatchCode(equation: Equation): FindingCode {
  if (equation.kind === 'cross-sheet') return 'cross-sheet-mismatch';
  if (equation.kind === 'words') return 'words-mismatch';
  if (equation.kind === 'of-which') return 'child-exceeds-total';
  switch (equation.relation?.kind) {
    case 'grand-total':
      return 'grand-total-mismatch';
    case 'row-total':
      return 'row-total-mismatch';
    default:
      return 'subtotal-mismatch';
  }
}

function codeOf(root: Root): FindingCode {
  if (root.proof !== 'alone' && root.shape?.kind === 'scale') return 'unit-scale-error';
  if (root.proof !== 'alone' && root.shape?.kind === 'sign') return 'sign-error';
  return mismatchCode(root.equation);
}

/** True where any formula stands in the table. */
export function hasFormulas(equation: Equation): boolean {
  const origins = equation.figures?.grid.origins;
  return origins ? origins.includes(Origin.formula) : false;
}

function fixOf(system: SumSystem, root: Root): Fix | null {
  const { figures } = system;
  const { equation } = root;
  if (equation.kind === 'words') return null;
  if (root.key === equation.whole && equation.kind === 'sum' && hasFormulas(equation)) {
    const formula = expectedFormula(system, equation, root.after);
    if (formula)
      return edit(figures, root.key, formulaContent(formula.text, root.right), root.proof === 'sums');
  }
  return edit(figures, root.key, numberContent(root.right), root.proof === 'sums');
}

/** Facts of a sum, for the sentence. */
export function sumFacts(
  system: SumSystem,
  equation: Equation,
  key: CellKey,
): Record<string, string | number | boolean> {
  const { figures } = system;
  return {
    whole: addressFrom(figures, equation.whole, key),
    parts: equation.kind === 'cross-sheet' ? linkedParts(system, equation, key) : partsText(equation),
    terms: equation.parts.length,
    axis: equation.relation?.axis ?? '',
    typed: figures.origin(key) !== Origin.formula,
    tolerance: decimalText(system.toleranceOf(equation).limit),
  };
}

function linkedParts(system: SumSystem, equation: Equation, key: CellKey): string {
  const shown = equation.parts.slice(0, 8).map((part) => addressFrom(system.figures, part, key));
  return shown.join(' + ') + (equation.parts.length > 8 ? ' + …' : '');
}

/** `E5 = C5:D5`. */
function sumText(system: SumSystem, equation: Equation, key: CellKey): string {
  const parts = equation.kind === 'cross-sheet' ? linkedParts(system, equation, key) : partsText(equation);
  return `${addressFrom(system.figures, equation.whole, key)} = ${parts}`;
}

/** The finding of one wrong cell, or of the lowest wrong sum; several roots are cells of one row in a wrong unit. */
export function rootFinding(system: SumSystem, [root, ...others]: readonly Root[]): FindingData {
  const { figures } = system;
  if (!root) throw new RangeError('a finding needs a root');
  const found = root.before.value(root.key);
  const whole = root.before.value(root.equation.whole);
  const rest = system.difference(root.equation, root.before);
  return describe(figures, {
    code: codeOf(root),
    severity: 'error',
    key: root.key,
    others: others.map((other) => other.key),
    candidates: root.candidates,
    consequences: [...new Set([root, ...others].flatMap((each) => each.followers))],
    facts: {
      ...sumFacts(system, root.equation, root.key),
      role: root.key === root.equation.whole ? 'whole' : 'part',
      proof: root.proof,
      shape: root.shape?.kind ?? '',
      factor: root.shape?.kind === 'scale' ? root.shape.factor : '',
      wholeValue: whole ? decimalText(whole) : '',
      sum: whole && rest ? decimalText(whole.minus(rest)) : '',
      sumDifference: rest ? decimalText(rest) : '',
      agrees: [...new Set(root.explains.map((each) => sumText(system, each, root.key)))].slice(0, 4),
    },
    expected: decimalText(root.right),
    found: found ? decimalText(found) : wordsText(system, root),
    difference: found ? found.minus(root.right) : rest,
    ...(root.equation.kind === 'words' ? { unit: unitName(figures, root.equation.parts[0]!) } : {}),
    fix: fixOf(system, root),
  });
}

function wordsText(system: SumSystem, root: Root): string | null {
  const { equation } = root;
  return equation.kind === 'words'
    ? decimalText(equation.constant.neg())
    : system.figures.value(root.key)
      ? ''
      : null;
}
