import { Decimal, ZERO } from '../amount/decimal.js';
import type { CrossSheetRelation, Evidence, SumRelation, WordsRelation } from '../sheet/types.js';
import { type CellKey, keyAt, keyOf, positionOf } from './cell-key.js';
import type { Figures, TableFigures } from './figures.js';
import { type LineReader, lineReader } from './line-reader.js';

/** One sum in one line: a whole cell and the signed cells that make it up. */
export interface Equation {
  readonly id: string;
  readonly kind: 'sum' | 'of-which' | 'cross-sheet' | 'words';
  /** Table of the whole; `null` where it stands outside all tables. */
  readonly figures: TableFigures | null;
  readonly relation: SumRelation | null;
  /** What all lines of the relation share, for the fast ways over whole columns. */
  readonly prepared: PreparedRelation | null;
  /** Row (axis `row`) or column (axis `column`) of this one sum. */
  readonly line: number;
  readonly whole: CellKey;
  readonly parts: readonly CellKey[];
  /** With what factor the cell stands in `whole − parts − constant`; 0 where it is not part of it. */
  weight(key: CellKey): Decimal;
  /** For words: the amount that they spell, in the cell's unit. */
  readonly constant: Decimal;
  /** How far above the leaves the whole stands; the lowest wrong sum is named. */
  readonly height: number;
  /** Đồng in one of the whole's unit; `null` where the sheet does not say. */
  readonly scale: number | null;
  readonly evidence: Evidence;
}

/** Sums inside a table are named before those between sheets, and both before amounts in words. */
const ABOVE_ALL_TABLES = 1_000;

const ONE = new Decimal(1);
const MINUS_ONE = new Decimal(-1);

/** Heights of rows and columns above the leaves: a whole stands higher than all its parts. */
export function lineHeights(
  relations: readonly SumRelation[],
  axis: SumRelation['axis'],
): Map<number, number> {
  const byWhole = new Map<number, SumRelation[]>();
  for (const relation of relations) {
    if (relation.axis !== axis) continue;
    const list = byWhole.get(relation.whole);
    if (list) list.push(relation);
    else byWhole.set(relation.whole, [relation]);
  }
  const heights = new Map<number, number>();
  const heightOf = (line: number, above: ReadonlySet<number>): number => {
    const known = heights.get(line);
    if (known !== undefined) return known;
    const relationsHere = byWhole.get(line);
    if (!relationsHere || above.has(line)) return 0;
    const path = new Set(above).add(line);
    let height = 0;
    for (const relation of relationsHere) {
      for (const part of relation.parts) {
        if (byWhole.has(part.line)) height = Math.max(height, heightOf(part.line, path));
      }
    }
    heights.set(line, height + 1);
    return height + 1;
  };
  for (const line of byWhole.keys()) heightOf(line, new Set());
  return heights;
}

/** Factor of each part of a relation, in the unit of the whole. */
export function partFactors(figures: TableFigures, relation: SumRelation): readonly Decimal[] {
  const scaleOf = relation.axis === 'row' ? figures.columnScale : figures.rowScale;
  const whole = scaleOf(relation.whole);
  return relation.parts.map((part) => {
    const scale = scaleOf(part.line);
    if (whole === null || scale === null || scale === whole) return part.sign === 1 ? ONE : MINUS_ONE;
    return new Decimal(scale).div(whole).times(part.sign);
  });
}

/** A relation of a table with what is the same for all its lines. */
export interface PreparedRelation {
  readonly figures: TableFigures;
  readonly relation: SumRelation;
  readonly index: number;
  /** Factor of each part, in order. */
  readonly factors: readonly Decimal[];
  /** True where every factor is 1 or -1, so that scaled integers may be added. */
  readonly plain: boolean;
  /** Factor of a line; 0 where it is no part. Made when first asked for. */
  factorOf(): ReadonlyMap<number, Decimal>;
  readonly lines: ReadonlySet<number>;
  /** Where the cells of a line stand in the grid. */
  readonly reader: LineReader;
}

export function prepareRelation(
  figures: TableFigures,
  relation: SumRelation,
  index: number,
): PreparedRelation {
  const factors = partFactors(figures, relation);
  const plain = factors.every((factor) => factor === ONE || factor === MINUS_ONE);
  let byLine: Map<number, Decimal> | null = null;
  const factorOf = () => {
    if (byLine) return byLine;
    byLine = new Map();
    for (let i = 0; i < factors.length; i++) {
      const { line } = relation.parts[i]!;
      const before = byLine.get(line);
      byLine.set(line, before ? before.plus(factors[i]!) : factors[i]!);
    }
    return byLine;
  };
  const lines = new Set(relation.lines);
  return { figures, relation, index, factors, plain, factorOf, lines, reader: lineReader(figures, relation) };
}

/** The sum of a relation in one of its lines. */
export function sumEquation(prepared: PreparedRelation, line: number, height: number): Equation {
  const { figures, relation } = prepared;
  const sheet = figures.table.sheet;
  const across = relation.axis === 'row';
  const key = (at: number) => (across ? keyOf(sheet, line, at) : keyOf(sheet, at, line));
  const whole = key(relation.whole);
  const own = across ? figures.unitOf(line, relation.whole) : figures.unitOf(relation.whole, line);
  let parts: readonly CellKey[] | null = null;
  return {
    id: `${figures.index}/${prepared.index}/${line}`,
    kind: relation.complete ? 'sum' : 'of-which',
    figures,
    relation,
    prepared,
    line,
    whole,
    get parts() {
      parts ??= [...prepared.factorOf().keys()].map(key);
      return parts;
    },
    weight(cell) {
      if (cell === whole) return ONE;
      const at = positionOf(cell);
      if (at.sheet !== sheet || (across ? at.row : at.column) !== line) return ZERO;
      return (
        prepared
          .factorOf()
          .get(across ? at.column : at.row)
          ?.neg() ?? ZERO
      );
    },
    constant: ZERO,
    height,
    scale: figures.counts(across ? relation.whole : line) ? 1 : (own?.scale ?? null),
    evidence: relation.evidence,
  };
}

/** A figure carried over from another sheet, perhaps in another unit. */
export function crossSheetEquation(figures: Figures, relation: CrossSheetRelation, id: string): Equation {
  const whole = keyAt(relation.whole);
  const factor = new Decimal(relation.partScale).div(relation.wholeScale).neg();
  const weights = new Map<CellKey, Decimal>();
  for (const part of relation.parts)
    weights.set(keyAt(part), (weights.get(keyAt(part)) ?? ZERO).plus(factor));
  return {
    id,
    kind: 'cross-sheet',
    figures: figures.tableOf(whole),
    relation: null,
    prepared: null,
    line: 0,
    whole,
    parts: [...weights.keys()],
    weight: (cell) => (cell === whole ? ONE : (weights.get(cell) ?? ZERO)),
    constant: ZERO,
    height: ABOVE_ALL_TABLES,
    scale: relation.wholeScale,
    evidence: relation.evidence,
  };
}

/** "Bằng chữ: …" and the cell whose amount it spells; `spelled` in the cell's unit. */
export function wordsEquation(
  figures: Figures,
  relation: WordsRelation,
  spelled: Decimal,
  scale: number,
  id: string,
): Equation {
  const amount = keyAt(relation.amount);
  return {
    id,
    kind: 'words',
    figures: figures.tableOf(amount),
    relation: null,
    prepared: null,
    line: 0,
    whole: keyAt(relation.words),
    parts: [amount],
    weight: (cell) => (cell === amount ? MINUS_ONE : ZERO),
    constant: spelled.neg(),
    height: Number.MAX_SAFE_INTEGER,
    scale,
    evidence: 'layout',
  };
}

/** `whole − parts − constant`, or `null` where a figure is not known. Positive: the whole is too large. */
export function differenceOf(equation: Equation, value: (key: CellKey) => Decimal | null): Decimal | null {
  let difference = equation.constant.neg();
  if (equation.kind !== 'words') {
    const whole = value(equation.whole);
    if (!whole) return null;
    difference = difference.plus(whole);
  }
  for (const part of equation.parts) {
    const amount = value(part);
    if (!amount) return null;
    if (!amount.isZero()) difference = difference.plus(amount.times(equation.weight(part)));
  }
  return difference;
}
