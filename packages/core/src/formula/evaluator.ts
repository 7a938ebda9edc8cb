import { Decimal } from '../amount/decimal.js';
import { type ExactSum, scaledOfDouble } from '../amount/exact-sum.js';
import { cellAddress, quoteSheetName } from '../snapshot/address.js';
import type { CellPosition, WorkbookSnapshot } from '../snapshot/types.js';
import { CellReader, positionKey } from './cell-reader.js';
import { fastSum } from './fast-sum.js';
import { Interpreter } from './interpreter.js';
import { type Operand, spread } from './operand.js';
import { areasOf } from './references.js';
import { ReverseIndex } from './reverse-index.js';
import { Scheduler } from './schedule.js';
import { sumFormulaOf } from './sum-formula.js';
import type { CellValue, Evaluator, FormulaArea, Override, SumFormula } from './types.js';
import { BLANK, doubleValue, NA_ERROR, numberValue, settle, unknownValue } from './values.js';
import { indexWorkbook, type WorkbookIndex } from './workbook-index.js';

/** How many formulas may wait for one another where the order could not be settled beforehand (circles). */
const MAX_WAITING = 100;

const State = { open: 0, computing: 1, number: 2, value: 3 } as const;

const reverseIndexes = new WeakMap<WorkbookIndex, ReverseIndex>();

function reverseIndexOf(index: WorkbookIndex): ReverseIndex {
  let reverse = reverseIndexes.get(index);
  if (!reverse) {
    reverse = new ReverseIndex(index);
    reverseIndexes.set(index, reverse);
  }
  return reverse;
}

/** What both evaluators share: the outside of {@link Evaluator}, and how one formula is computed. */
abstract class FormulaReader extends CellReader implements Evaluator {
  protected readonly interpreter = new Interpreter(this);
  private readonly arrays = new Map<string, Operand>();
  private waiting = 0;

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
    if (double === double) return scaledOfDouble(double, digits);
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
    return result;
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

class BaseEvaluator extends FormulaReader {
  private readonly states: Uint8Array;
  private readonly doubles: Float64Array;
  private readonly values: (CellValue | undefined)[];
  /** Turn in which each formula was finished; an overlay computes in the same order. */
  readonly turns: Uint32Array;
  private turn = 0;
  private readonly scheduler: Scheduler;
  private readonly columnBlocks = new Map<number, Map<number, ExactSum | null>>();

  constructor(index: WorkbookIndex) {
    super(index);
    const count = index.entries.length;
    this.states = new Uint8Array(count);
    this.doubles = new Float64Array(count);
    this.values = new Array(count);
    this.turns = new Uint32Array(count);
    this.scheduler = new Scheduler(index);
  }

  withOverrides(overrides: readonly Override[]): Evaluator {
    return new OverlayEvaluator(this, overrides);
  }

  protected replaced(): undefined {
    return undefined;
  }

  protected replacedCells(): readonly never[] {
    return [];
  }

  protected blocks(sheet: number, column: number): Map<number, ExactSum | null> {
    const key = sheet * 32_768 + column;
    let blocks = this.columnBlocks.get(key);
    if (!blocks) {
      blocks = new Map();
      this.columnBlocks.set(key, blocks);
    }
    return blocks;
  }

  formulaValue(id: number): CellValue {
    this.settleFormula(id);
    const known = this.values[id];
    if (known) return known;
    if (this.states[id] === State.computing) return unknownValue('circular', this.nameOf(id));
    const value = doubleValue(this.doubles[id]!);
    this.values[id] = value;
    return value;
  }

  formulaDouble(id: number): number {
    this.settleFormula(id);
    return this.states[id] === State.number ? this.doubles[id]! : Number.NaN;
  }

  private settleFormula(id: number): void {
    if (this.states[id] !== State.open) return;
    this.scheduler.run(id, (next) => this.finish(next));
    // Visited but not computed: a circle closes here.
    if (this.states[id] === State.open) this.finish(id);
  }

  private finish(id: number): void {
    if (this.states[id] !== State.open) return;
    this.states[id] = State.computing;
    const result = this.compute(id);
    const clean = 'clean' in result ? result.clean() : Number.NaN;
    if (clean === clean) {
      this.doubles[id] = clean;
      this.states[id] = State.number;
    } else {
      this.keep(id, 'clean' in result ? numberValue(settle(result.decimal())) : result);
    }
    this.turns[id] = ++this.turn;
  }

  private keep(id: number, value: CellValue): void {
    this.values[id] = value;
    const short = value.kind === 'number' && value.value.d.length <= 3 && value.value.precision() <= 15;
    if (short) this.doubles[id] = value.value.toNumber();
    this.states[id] = short ? State.number : State.value;
  }
}

/** The same workbook with other values in some cells; only what depends on them is computed again. */
class OverlayEvaluator extends FormulaReader {
  private readonly given = new Map<number, CellValue>();
  private readonly givenCells = new Map<number, { row: number; column: number; value: CellValue }[]>();
  private readonly fresh = new Map<number, CellValue | null>();
  private readonly changed: ReadonlySet<number>;
  private started = false;

  constructor(
    private readonly base: BaseEvaluator,
    private readonly overrides: readonly Override[],
  ) {
    super(base.index);
    for (const { sheet, row, column, value } of overrides)
      this.given.set(positionKey(sheet, row, column), value);
    for (const { sheet, row, column } of overrides) {
      const cells = this.givenCells.get(sheet) ?? [];
      const value = this.given.get(positionKey(sheet, row, column))!;
      if (!cells.some((cell) => cell.row === row && cell.column === column))
        cells.push({ row, column, value });
      this.givenCells.set(sheet, cells);
    }
    this.changed = new Set(reverseIndexOf(base.index).closure(overrides));
  }

  /** Later values win over earlier ones in the same cell. */
  withOverrides(overrides: readonly Override[]): Evaluator {
    return new OverlayEvaluator(this.base, [...this.overrides, ...overrides]);
  }

  protected replaced(sheet: number, row: number, column: number): CellValue | undefined {
    return this.given.get(positionKey(sheet, row, column));
  }

  protected replacedCells(sheet: number) {
    return this.givenCells.get(sheet) ?? NONE;
  }

  protected blocks(): null {
    return null;
  }

  formulaValue(id: number): CellValue {
    if (!this.changed.has(id)) return this.base.formulaValue(id);
    if (!this.started) this.computeInOrder();
    const known = this.fresh.get(id);
    if (known === undefined) return this.finish(id);
    return known ?? unknownValue('circular', this.nameOf(id));
  }

  formulaDouble(id: number): number {
    return this.changed.has(id) ? Number.NaN : this.base.formulaDouble(id);
  }

  /** In the order in which the workbook itself was computed, so that no chain is too long. */
  private computeInOrder(): void {
    this.started = true;
    for (const id of this.changed) this.base.formulaValue(id);
    const { turns } = this.base;
    const ordered = [...this.changed].sort((a, b) => turns[a]! - turns[b]!);
    for (const id of ordered) if (!this.fresh.has(id)) this.finish(id);
  }

  private finish(id: number): CellValue {
    this.fresh.set(id, null);
    const result = this.compute(id);
    const value = 'clean' in result ? numberValue(settle(result.decimal())) : result;
    this.fresh.set(id, value);
    return value;
  }
}

const NONE: readonly never[] = [];

/**
 * An evaluator over a workbook: exact, lazy, memoised. Use it wherever a cell's true value is wanted; what cannot
 * be computed (circles, unknown functions, other files) is `unknown` with its reason, never guessed.
 *
 * @example
 * ```ts
 * const book = buildSnapshot([{ name: 'Biểu', cells: { A1: 0.1, A2: 0.2, A3: '=SUM(A1:A2)' } }]);
 * createEvaluator(book).value(0, 3, 1); // { kind: 'number', value: 0.3 }
 * ```
 */
export function createEvaluator(snapshot: WorkbookSnapshot): Evaluator {
  return new BaseEvaluator(indexWorkbook(snapshot));
}
