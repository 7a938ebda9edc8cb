import { relativeForm, shiftFormula } from '../formula/index.js';
import { cellAddress, columnName } from '../snapshot/address.js';
import { Origin } from './amount-grid.js';
import { positionOf } from './cell-key.js';
import type { Equation, PreparedRelation } from './equation.js';
import { structureOf } from './formula-structure.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

/** A formula that should stand in a sum's whole, without `=`, and how many neighbours bear the same. */
export interface ExpectedFormula {
  readonly text: string;
  readonly neighbours: number;
}

const LOOK_AROUND = 6;
const MOST_TERMS = 30;

/** What should stand in the whole: a neighbour's right formula copied there, else one made of the parts. */
export function expectedFormula(system: SumSystem, equation: Equation, world: World): ExpectedFormula | null {
  const copied = copyOfNeighbour(system, equation, world);
  if (copied) return copied;
  const text = formulaOfParts(equation);
  return text === null ? null : { text, neighbours: 0 };
}

function preparedOf(system: SumSystem, equation: Equation): PreparedRelation | undefined {
  return equation.figures
    ? system.relationsOf(equation.figures).find((each) => each.relation === equation.relation)
    : undefined;
}

/** Lines of the same sum nearest to this one. */
export function neighbourLines(equation: Equation): number[] {
  const lines = equation.relation!.lines;
  const at = lines.indexOf(equation.line);
  return lines
    .slice(Math.max(0, at - LOOK_AROUND), at + LOOK_AROUND + 1)
    .filter((line) => line !== equation.line)
    .sort((a, b) => Math.abs(a - equation.line) - Math.abs(b - equation.line));
}

function copyOfNeighbour(system: SumSystem, equation: Equation, world: World): ExpectedFormula | null {
  const prepared = preparedOf(system, equation);
  if (!prepared) return null;
  const { evaluator, origin } = system.figures;
  const here = positionOf(equation.whole);
  const forms = new Map<string, { text: string; count: number }>();
  for (const line of neighbourLines(equation)) {
    const other = system.equation(prepared, line);
    if (origin(other.whole) !== Origin.formula) continue;
    const at = positionOf(other.whole);
    const text = evaluator.formula(at.sheet, at.row, at.column);
    if (text === null || structureOf(system, other, world).kind !== 'right') continue;
    if (structureOf(system, other, world).overlap === 0) continue;
    const form = relativeForm(text, at.row, at.column);
    const known = forms.get(form);
    if (known) known.count++;
    else forms.set(form, { text: shiftFormula(text, here.row - at.row, here.column - at.column), count: 1 });
  }
  let best: { text: string; count: number } | null = null;
  for (const form of forms.values()) if (!best || form.count > best.count) best = form;
  return best && !best.text.includes('#REF!') ? { text: best.text, neighbours: best.count } : null;
}

/** `SUM(C19:C20)` where the parts stand side by side, else `C10+C11-C13`; `null` where that would be endless. */
export function formulaOfParts(equation: Equation): string | null {
  const { relation, line } = equation;
  if (!relation || relation.parts.length === 0) return null;
  const lines = relation.parts.map((part) => part.line).sort((a, b) => a - b);
  const address = (at: number) =>
    relation.axis === 'column' ? cellAddress(at, line) : cellAddress(line, at);
  const sideBySide = lines.every((at, i) => i === 0 || at === lines[i - 1]! + 1);
  const added = relation.parts.every((part) => part.sign === 1);
  if (sideBySide && added && lines.length > 1) return `SUM(${address(lines[0]!)}:${address(lines.at(-1)!)})`;
  if (relation.parts.length > MOST_TERMS) return null;
  return relation.parts
    .map((part, i) => (part.sign === 1 ? (i === 0 ? '' : '+') : '-') + address(part.line))
    .join('');
}

/** `D10:F10`, `E4:E9`, or the cells one by one; long lists are cut. */
export function partsText(equation: Equation): string {
  const positions = equation.parts.map(positionOf);
  const { relation } = equation;
  if (relation && positions.length > 1) {
    const lines = relation.parts.map((part) => part.line).sort((a, b) => a - b);
    const first = lines[0]!;
    const last = lines.at(-1)!;
    const added = relation.parts.every((part) => part.sign === 1);
    if (added && last - first === lines.length - 1) {
      return relation.axis === 'column'
        ? `${columnName(equation.line)}${first}:${columnName(equation.line)}${last}`
        : `${cellAddress(equation.line, first)}:${cellAddress(equation.line, last)}`;
    }
  }
  const shown = equation.parts.slice(0, 12).map((key, i) => {
    const { row, column } = positionOf(key);
    const minus = equation.weight(key).isPositive() ? '−' : i === 0 ? '' : '+';
    return (i === 0 ? minus : ` ${minus} `) + cellAddress(row, column);
  });
  return shown.join('') + (equation.parts.length > 12 ? ' + …' : '');
}
