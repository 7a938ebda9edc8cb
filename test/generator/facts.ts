import { type Amount, plain, spell } from './amount.js';
import { type Expression, Values } from './formula.js';
import { a1, type Content, type GridCell } from './grid.js';
import type { Build, Figure, Placed, SumFact } from './model.js';

/** A cell that the report must name. */
export interface Wrong {
  readonly kind: string;
  readonly sheet: string;
  /** The cell that was made wrong. */
  readonly cell: string;
  /** Any of these may be named. */
  readonly acceptCells: readonly string[];
  readonly codes: readonly string[];
  readonly severity: 'error' | 'warning';
  readonly expected: string | null;
  /** Cell that must stand among the candidates where it is not named itself. */
  readonly candidate: string | null;
}

export interface Planted {
  readonly wrong: readonly Wrong[];
  /** Typed cells made to carry the mistake on. */
  readonly carried?: readonly Figure[];
  /** Codes that may also stand at these cells without being a false alarm. */
  readonly also?: readonly { readonly cells: readonly string[]; readonly codes: readonly string[] }[];
}

export const nameOf = (figure: { row: number; column: number }) => a1(figure.row, figure.column);

/** Looks into a workbook under construction; made anew after every change. */
export class Facts {
  readonly values: Values;

  constructor(readonly build: Build) {
    this.values = new Values(build.workbook);
  }

  cell(figure: { sheet: string; row: number; column: number }): GridCell | undefined {
    return this.build.workbook.find(figure.sheet).at(figure.row, figure.column);
  }

  value(figure: { sheet: string; row: number; column: number }): Amount {
    const value = this.values.at(figure.sheet, figure.row, figure.column);
    return value.kind === 'number' ? value.exact : 0n;
  }

  isFormula(figure: { sheet: string; row: number; column: number }): boolean {
    return this.cell(figure)?.content.kind === 'formula';
  }

  isTyped(figure: { sheet: string; row: number; column: number }): boolean {
    return this.cell(figure)?.content.kind === 'number';
  }

  difference(sum: SumFact): Amount {
    return (
      this.value(sum.whole) -
      sum.parts.reduce((total, part) => total + this.value(part.figure) * BigInt(part.sign), 0n)
    );
  }

  broken(): SumFact[] {
    return allSums(this.build).filter((sum) => this.difference(sum) !== 0n);
  }
}

export function allSums(build: Build): SumFact[] {
  return build.tables.flatMap((table) => [...table.sums]);
}

export function wholeOf(build: Build, figure: Figure): SumFact[] {
  return figure.table.sums.filter((sum) => sum.whole === figure && build.tables.includes(figure.table));
}

export function partOf(figure: Figure): SumFact[] {
  return figure.table.sums.filter((sum) => sum.parts.some((part) => part.figure === figure));
}

export function isLeaf(figure: Figure): boolean {
  return (
    figure.modelRow.children.length === 0 &&
    figure.modelColumn.parts === undefined &&
    figure.modelRow.kind !== 'of-which'
  );
}

export function setContent(
  build: Build,
  figure: { sheet: string; row: number; column: number },
  content: Content,
): void {
  const sheet = build.workbook.find(figure.sheet);
  const cell = sheet.at(figure.row, figure.column);
  if (cell) {
    cell.content = content;
    return;
  }
  const neighbour =
    [...sheet.cells.values()].find((one) => one.row === figure.row) ?? [...sheet.cells.values()][0];
  if (!neighbour) throw new Error('an empty sheet');
  sheet.put(figure.row, figure.column, content, neighbour.style);
}

export function setAmount(build: Build, figure: Figure, amount: Amount): void {
  setContent(build, figure, { kind: 'number', amount });
}

export function setFormula(build: Build, figure: Figure, expression: Expression): void {
  setContent(build, figure, { kind: 'formula', expression });
}

/** Recomputes typed totals and percents from what they stand for; answers those that changed. */
export function settle(build: Build, except: readonly Figure[] = [], links = true): Figure[] {
  const changed = new Set<Figure>();
  for (let pass = 0; pass < 12; pass++) {
    const facts = new Facts(build);
    const open = facts.broken().filter((sum) => !except.includes(sum.whole) && !facts.isFormula(sum.whole));
    const next = lowest(open);
    if (next.length === 0) break;
    const done = new Set<Figure>();
    for (const sum of next) {
      if (done.has(sum.whole)) continue;
      setAmount(build, sum.whole, facts.value(sum.whole) - facts.difference(sum));
      done.add(sum.whole);
      changed.add(sum.whole);
    }
  }
  if (links && settleLinks(build)) return [...changed, ...settle(build, except)];
  settlePercents(build);
  settleWords(build);
  return [...changed];
}

/** Takes typed figures of a summary over from the sheets that it sums up; true where one changed. */
function settleLinks(build: Build): boolean {
  const facts = new Facts(build);
  let changed = false;
  for (const { whole, parts } of build.crossSheet) {
    if (!facts.isTyped(whole)) continue;
    const dong = parts.reduce((sum, part) => sum + facts.value(part) * BigInt(part.table.unit.scale), 0n);
    const right = dong / BigInt(whole.table.unit.scale);
    if (right === facts.value(whole)) continue;
    setAmount(build, whole, right);
    changed = true;
  }
  return changed;
}

/** Keeps what is shown under “Trong đó” below its whole after that has changed. */
export function settleParts(build: Build): void {
  const facts = new Facts(build);
  for (const table of build.tables) {
    for (const figure of table.figures) {
      const { modelRow, modelColumn } = figure;
      if (modelRow.kind !== 'of-which' || !facts.isTyped(figure)) continue;
      const whole = table.figures.find(
        (one) => one.modelRow === modelRow.parent && one.modelColumn === modelColumn,
      );
      if (!whole || facts.value(whole) >= facts.value(figure)) continue;
      const line = table.figures.filter((one) => one.modelRow === modelRow);
      for (const one of line) build.workbook.find(one.sheet).cells.delete(one.row * 16384 + one.column);
    }
  }
}

/** Spells the grand total anew where a line below the table does. */
export function settleWords(build: Build): void {
  const facts = new Facts(build);
  for (const line of build.lines) {
    const table = build.tables[line.table];
    const grand = table?.figures.find(
      (figure) =>
        figure.modelRow.kind === 'grand-total' && (figure.modelColumn.source ?? 'total') === 'total',
    );
    if (line.what !== 'words' || !line.template || !table || !grand) continue;
    const dong = (facts.value(grand) * BigInt(table.unit.scale)) / 1_000_000n;
    const words = spell(dong < 0n ? -dong : dong);
    const text = line.template.replace('{w}', words.charAt(0).toLocaleUpperCase('vi') + words.slice(1));
    const encoded = table.look.encode(text);
    const cell = build.workbook.find(line.at.sheet).at(line.at.row, line.at.column);
    if (cell) cell.content = { kind: 'text', text: encoded.text };
  }
}

export function settlePercents(build: Build): void {
  const facts = new Facts(build);
  for (const table of build.tables) {
    for (const percent of table.percents) {
      const cell = facts.cell(percent.cell);
      if (cell?.content.kind !== 'plain') continue;
      const text = percentText(table, facts.value(percent.numerator), facts.value(percent.denominator));
      if (text !== null) cell.content = { kind: 'plain', text };
    }
  }
}

export function percentText(table: Placed, numerator: Amount, denominator: Amount): string | null {
  if (denominator === 0n) return null;
  const digits = table.look.fractionPercent ? 3 : 1;
  const hundred = table.look.fractionPercent ? 1n : 100n;
  const step = 10n ** BigInt(6 - digits);
  const scaled = (numerator * hundred * 1_000_000n * 2n) / denominator;
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = ((size + step) / (2n * step)) * step;
  return plain(scaled < 0n ? -rounded : rounded);
}

/** Typed figures that, changed alone, would make every sum of their table hold again. */
export function explanations(build: Build): Figure[] {
  const before = new Facts(build);
  const broken = before.broken();
  const first = broken[0];
  if (!first) return [];
  const table = first.table;
  const found: Figure[] = [];
  for (const figure of table.figures) {
    const cell = before.cell(figure);
    if (cell && cell.content.kind !== 'number') continue;
    const kept = cell?.content;
    const start = before.value(figure);
    setAmount(build, figure, start + 1_000_000n);
    const slope = new Facts(build).difference(first) - before.difference(first);
    let explains = false;
    if (slope !== 0n && (before.difference(first) * 1_000_000n) % slope === 0n) {
      setAmount(build, figure, start - (before.difference(first) * 1_000_000n) / slope);
      explains = new Facts(build).broken().length === 0;
    }
    if (kept) setContent(build, figure, kept);
    else build.workbook.find(figure.sheet).cells.delete(figure.row * 16384 + figure.column);
    if (explains) found.push(figure);
  }
  return found;
}

/** Sums that are wrong while all sums below their parts hold. */
export function lowest(broken: readonly SumFact[]): SumFact[] {
  const wholes = new Set(broken.map((sum) => sum.whole));
  return broken.filter((sum) => !sum.parts.some((part) => wholes.has(part.figure)));
}

const CODES = {
  'row-total': 'row-total-mismatch',
  subtotal: 'subtotal-mismatch',
  'grand-total': 'grand-total-mismatch',
} as const;

export function mismatchCodes(sums: readonly SumFact[]): string[] {
  return [...new Set(sums.map((sum) => CODES[sum.kind]))];
}

/** True where a part written with the other sign or in another unit would make this sum hold by chance. */
function looksLikeShape(facts: Facts, sum: SumFact): boolean {
  const difference = facts.difference(sum);
  const one = [
    ...sum.parts.map((part) => facts.value(part.figure) * BigInt(part.sign)),
    -facts.value(sum.whole),
  ];
  return one.some(
    (value) =>
      (value !== 0n &&
        [-2n * value, 999n * value, 999_999n * value].some(
          (by) => by === difference || (by < 0n ? -by : by) === difference,
        )) ||
      difference * 1000n === -999n * value,
  );
}

/**
 * What the report may say of a typed figure made wrong: the cell itself where the sums leave no other,
 * else the whole of the lowest broken sum with the cell among its candidates.
 */
export function wrongFigure(
  build: Build,
  figure: Figure,
  kind: string,
  right: Amount,
  more: { codes?: readonly string[]; severity?: 'error' | 'warning' } = {},
): Wrong | null {
  const facts = new Facts(build);
  const broken = facts.broken();
  if (broken.length === 0) return null;
  if (!more.codes && broken.some((sum) => looksLikeShape(facts, sum))) return null;
  const ways = explanations(build);
  const own = nameOf(figure);
  const codes = new Set([...mismatchCodes(broken), ...(more.codes ?? [])]);
  const unique = ways.length === 1 && ways[0] === figure;
  const wholes = lowest(broken).map((sum) => nameOf(sum.whole));
  const accept = unique ? [own] : [...new Set([...wholes, ...(more.codes ? [own] : [])])];
  const named = accept.includes(own);
  return {
    kind,
    sheet: figure.sheet,
    cell: own,
    acceptCells: accept.length > 0 ? accept : [own],
    codes: [...codes],
    severity: more.severity ?? 'error',
    expected: unique ? plain(right) : null,
    candidate: named ? null : own,
  };
}
