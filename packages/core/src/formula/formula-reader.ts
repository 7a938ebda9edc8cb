import { Decimal } from '../amount/decimal.js';
import { type ExactSum, scaledOfDouble } from '../amount/exact-sum.js';
import { displayed } from '../amount/number-format.js';
import { cellAddress, quoteSheetName } from '../snapshot/address.js';
import type { CellPosition } from '../snapshot/types.js';
import { CellReader } from './cell-reader.js';
import { fastSum } from './fast-sum.js';
import { Interpreter } from './interpreter.js';
import { type Operand, spread } from './operand.js';
import { areasOf } from './references.js';
import { ReverseIndex } from './reverse-index.js';
import { sumFormulaOf } from './sum-formula.js';
import type { CellValue, Evaluator, FormulaArea, Override, SumFormula } from './types.js';
import { BLANK, NA_ERROR, numberValue, settle, unknownValue } from './values.js';
import type { WorkbookIndex } from './workbook-index.js';

/** How many formulas may wait for one another where the order could not be settled beforehand (circles). */
const MAX_WAITING = 100;

const reverseIndexes = new WeakMap<WorkbookIndex, ReverseIndex>();

export function reverseIndexOf(index: WorkbookIndex): ReverseIndex {
  let reverse = reverseIndexes.get(index);
  if (!reverse) {
    reverse = new ReverseIndex(index);
    reverseIndexes.set(index, reverse);
  }
  return reverse;
}

/** What both evaluators share: the outside of {@link Evaluator}, and how one formula is computed. */
export abstract class FormulaReader extends CellReader implements Evaluator {
  protected readonly interpreter = new Interpreter(this);
  private readonly arrays = new Map<string, Operand>();
  protected waiting = 0;

  value(sheet: number, row: number, column: number): CellValue {
    return this.valueAt(sheet, row, column);
  }

  stored(sheet: number, row: number, column: number): CellValue {
    const index = this.index.sheets[sheet];
    const cell = index ? index.locator.find(row, column) : -1;
    return cell < 0 ? BLANK : this.storedValue(index!, cell);
  }

  formula(sheet: number, row: number, column: number): string | null {
    const id = this.index.idAt(sheet, row, column);
    return id < 0 ? null : this.index.entries[id]!.text;
  }

  precedents(sheet: number, row: number, column: number): readonly FormulaArea[] {
    const id = this.index.idAt(sheet, row, column);
    return id < 0 ? [] : areasOf(this.index, this.index.node(id), sheet);
  }

  scaled(sheet: number, row: number, column: number, digits: number): number {
    const double = this.doubleAt(sheet, row, column);
    if (!Number.isNaN(double)) return scaledOfDouble(double, digits);
    const value = this.valueAt(sheet, row, column);
    if (value.kind !== 'number') return Number.NaN;
    const scaled = value.value.times(10 ** digits);
    return scaled.isInteger() && scaled.abs().lte(Number.MAX_SAFE_INTEGER) ? scaled.toNumber() : Number.NaN;
  }

  sumFormula(sheet: number, row: number, column: number): SumFormula | null {
    const id = this.index.idAt(sheet, row, column);
    return id < 0 ? null : sumFormulaOf(this.index, this.index.node(id), sheet);
  }

  dependants(sheet: number, row: number, column: number): readonly CellPosition[] {
    const own = this.index.idAt(sheet, row, column);
    return reverseIndexOf(this.index)
      .closure([{ sheet, row, column }])
      .filter((id) => id !== own)
      .map((id) => ({
        sheet: this.index.entries[id]!.sheet,
        row: this.index.row(id),
        column: this.index.column(id),
      }));
  }

  abstract withOverrides(overrides: readonly Override[]): Evaluator;

  /** Computes one formula; its precedents are computed already, save where a circle closes. */
  protected compute(id: number): CellValue | ExactSum {
    const entry = this.index.entries[id]!;
    const row = this.index.row(id);
    const column = this.index.column(id);
    if (this.waiting >= MAX_WAITING) return unknownValue('circular', this.nameOf(id));
    this.waiting++;
    const node = this.index.node(id);
    const sum = entry.array ? null : fastSum(this, node, entry.sheet);
    const result =
      sum ?? (entry.array ? this.arrayElement(id) : this.plainValue(id, entry.sheet, row, column));
    this.waiting--;
    return this.index.snapshot.precisionAsDisplayed ? this.asDisplayed(id, result) : result;
  }

  /** Workbooks set to “precision as displayed” go on computing with what each cell shows. */
  private asDisplayed(id: number, result: CellValue | ExactSum): CellValue {
    const value = 'clean' in result ? numberValue(settle(result.decimal())) : result;
    if (value.kind !== 'number') return value;
    const { sheet, cell } = this.index.entries[id]!;
    const style = this.index.sheets[sheet]!.sheet.cells.styles[cell]!;
    const format = this.index.snapshot.styles[style]?.numberFormat ?? 'General';
    return numberValue(displayed(value.value, format));
  }

  private plainValue(id: number, sheet: number, row: number, column: number): CellValue {
    const place = { sheet, row, column, array: false };
    const value = this.interpreter.single(this.interpreter.operand(this.index.node(id), place), place);
    return finished(value);
  }

  private arrayElement(id: number): CellValue {
    const { sheet, array } = this.index.entries[id]!;
    const key = `${sheet}!${array!.top},${array!.left}`;
    let operand = this.arrays.get(key);
    if (!operand) {
      const place = { sheet, row: array!.top, column: array!.left, array: true };
      operand = this.interpreter.matrix(this.interpreter.operand(this.index.node(id), place));
      this.arrays.set(key, operand);
    }
    if (operand.kind !== 'matrix') return operand as CellValue;
    const element = spread(operand, this.index.row(id) - array!.top, this.index.column(id) - array!.left);
    return element === null ? NA_ERROR : finished(element);
  }

  protected nameOf(id: number): string {
    const { sheet } = this.index.entries[id]!;
    const name = quoteSheetName(this.index.snapshot.sheets[sheet]!.name);
    return `${name}!${cellAddress(this.index.row(id), this.index.column(id))}`;
  }
}

/** A formula whose result is an empty cell shows 0; endless quotients are cut to the digits that count. */
function finished(value: CellValue): CellValue {
  if (value.kind === 'blank') return numberValue(new Decimal(0));
  return value.kind === 'number' ? numberValue(settle(value.value)) : value;
}
