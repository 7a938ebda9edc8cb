import type { ExactSum } from '../amount/exact-sum.js';
import type { WorkbookSnapshot } from '../snapshot/types.js';
import { positionKey } from './cell-reader.js';
import { FormulaReader, reverseIndexOf } from './formula-reader.js';
import { Scheduler } from './schedule.js';
import type { CellValue, Evaluator, Override } from './types.js';
import { doubleValue, numberValue, settle, unknownValue } from './values.js';
import { indexWorkbook, lowerBound, type WorkbookIndex } from './workbook-index.js';

const State = { open: 0, computing: 1, number: 2, value: 3 } as const;

class BaseEvaluator extends FormulaReader {
  private readonly states: Uint8Array;
  private readonly doubles: Float64Array;
  private readonly values: (CellValue | undefined)[];
  /** Turn in which each formula was finished; an overlay computes in the same order. */
  readonly turns: Uint32Array;
  private turn = 0;
  private readonly scheduler: Scheduler;
  private readonly blockSums = new Map<number, ExactSum | null>();

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

  blockSum(sheet: number, _column: number, from: number, to: number): ExactSum | null {
    const key = sheet * 2 ** 32 + from;
    const known = this.blockSums.get(key);
    if (known !== undefined) return known;
    const sum = this.sumOfStretch(sheet, from, to);
    this.blockSums.set(key, sum);
    return sum;
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
    if (!Number.isNaN(clean)) {
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
  private readonly given = new Map<number, Override>();
  private readonly givenCells = new Map<number, Override[]>();
  private readonly fresh = new Map<number, CellValue | ExactSum | null>();
  private readonly changed: ReadonlySet<number>;
  private touched: ReadonlyMap<number, Float64Array> | null = null;
  private ordered: readonly number[] | null = null;

  constructor(
    private readonly base: BaseEvaluator,
    private readonly overrides: readonly Override[],
  ) {
    super(base.index);
    for (const override of overrides) {
      this.given.set(positionKey(override.sheet, override.row, override.column), override);
    }
    for (const override of this.given.values()) {
      const cells = this.givenCells.get(override.sheet);
      if (cells) cells.push(override);
      else this.givenCells.set(override.sheet, [override]);
    }
    this.changed = new Set(reverseIndexOf(base.index).closure(overrides));
  }

  /** Later values win over earlier ones in the same cell. */
  withOverrides(overrides: readonly Override[]): Evaluator {
    return new OverlayEvaluator(this.base, [...this.overrides, ...overrides]);
  }

  protected replaced(sheet: number, row: number, column: number): CellValue | undefined {
    return this.given.get(positionKey(sheet, row, column))?.value;
  }

  protected replacedCells(sheet: number): readonly Override[] {
    return this.givenCells.get(sheet) ?? NONE;
  }

  /** The workbook's own block, where nothing in it was changed. */
  blockSum(sheet: number, column: number, from: number, to: number): ExactSum | null {
    this.touched ??= this.touchedRows();
    const rows = this.touched.get(sheet * 32_768 + column);
    if (!rows) return this.base.blockSum(sheet, column, from, to);
    const { order } = this.index.sheets[sheet]!.columns();
    const all = this.index.sheets[sheet]!.sheet.cells.rows;
    const next = rows[lowerBound(rows, all[order[from]!]!)];
    const free = next === undefined || next > all[order[to - 1]!]!;
    return free ? this.base.blockSum(sheet, column, from, to) : null;
  }

  /** By column: rows whose cells have another value than in the workbook, ascending. */
  private touchedRows(): Map<number, Float64Array> {
    const lists = new Map<number, number[]>();
    const add = (sheet: number, row: number, column: number) => {
      const key = sheet * 32_768 + column;
      const list = lists.get(key);
      if (list) list.push(row);
      else lists.set(key, [row]);
    };
    for (const { sheet, row, column } of this.given.values()) add(sheet, row, column);
    for (const id of this.changed)
      add(this.index.entries[id]!.sheet, this.index.row(id), this.index.column(id));
    return new Map([...lists].map(([key, list]) => [key, Float64Array.from(list).sort()]));
  }

  formulaValue(id: number): CellValue {
    if (!this.changed.has(id)) return this.base.formulaValue(id);
    const known = this.computed(id);
    if (known === null) return unknownValue('circular', this.nameOf(id));
    if (!('clean' in known)) return known;
    const value = numberValue(settle(known.decimal()));
    this.fresh.set(id, value);
    return value;
  }

  formulaDouble(id: number): number {
    if (!this.changed.has(id)) return this.base.formulaDouble(id);
    const known = this.computed(id);
    return known && 'clean' in known ? known.clean() : Number.NaN;
  }

  private computed(id: number): CellValue | ExactSum | null {
    if (!this.fresh.has(id) && this.waiting >= MAX_NESTED) this.computeUpTo(id);
    return this.fresh.has(id) ? this.fresh.get(id)! : this.finish(id);
  }

  /** What may come before `id`, in the order in which the workbook itself was computed: no chain is too long. */
  private computeUpTo(id: number): void {
    if (!this.ordered) {
      for (const changed of this.changed) this.base.formulaDouble(changed);
      const { turns } = this.base;
      this.ordered = [...this.changed].sort((a, b) => turns[a]! - turns[b]!);
    }
    for (const earlier of this.ordered) {
      if (earlier === id) return;
      if (!this.fresh.has(earlier)) this.finish(earlier);
    }
  }

  /** While it is computed a formula stands as `null`: who asks for it then closes a circle. */
  private finish(id: number): CellValue | ExactSum {
    this.fresh.set(id, null);
    const result = this.compute(id);
    this.fresh.set(id, result);
    return result;
  }
}

/** Changed formulas ask for one another directly up to this depth; beyond it they are computed in order. */
const MAX_NESTED = 40;
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
