import type { Decimal } from '../amount/decimal.js';
import type {
  CellContent,
  CellName,
  FactValue,
  FindingCode,
  FindingData,
  Fix,
  Severity,
} from '../report/types.js';
import { CellKind, cellAddress, locate } from '../snapshot/index.js';
import { type CellKey, positionOf } from './cell-key.js';
import type { Figures } from './figures.js';

/** What a finding says besides its place; the rest is filled in by {@link describe}. */
export interface Description {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly key: CellKey;
  readonly others?: readonly CellKey[];
  readonly count?: number;
  readonly candidates?: readonly CellKey[];
  readonly consequences?: readonly CellKey[];
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly expected: string | null;
  readonly found: string | null;
  readonly difference: Decimal | null;
  readonly unit?: string | null;
  readonly fix: Fix | null;
}

/** Lists in a finding stay readable: the count tells how many there are. */
export const MOST_CELLS = 200;

export function cellName(figures: Figures, key: CellKey): CellName {
  const { sheet, row, column } = positionOf(key);
  return { sheet: figures.book.snapshot.sheets[sheet]!.name, cell: cellAddress(row, column) };
}

/** `C9` on the finding's own sheet, `'Tổng hợp'!C9` elsewhere. */
export function addressFrom(figures: Figures, key: CellKey, from: CellKey): string {
  const { sheet, cell } = cellName(figures, key);
  return positionOf(key).sheet === positionOf(from).sheet ? cell : `${sheet}!${cell}`;
}

export function decimalText(value: Decimal): string {
  return value.toFixed();
}

/** Unit of the figure at a cell, `triệu đồng`, or `null` where it is no money or not said. */
export function unitName(figures: Figures, key: CellKey): string | null {
  const { row, column } = positionOf(key);
  const table = figures.tableOf(key);
  if (!table) return null;
  const role = table.table.columns.find((each) => each.column === column)?.role;
  return role === undefined || role === 'amount' ? (table.unitOf(row, column)?.name ?? null) : null;
}

/** Row title and column header of a cell, so that a message can say what the figure is. */
export function placeFacts(figures: Figures, key: CellKey): Record<string, FactValue> {
  const { row, column } = positionOf(key);
  const table = figures.tableOf(key)?.table;
  const title = table?.rows.find((each) => each.row === row)?.title ?? '';
  const header = table?.columns.find((each) => each.column === column)?.headerPath ?? [];
  return { row: shorten(title), column: shorten(header.join(' / ')) };
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}

/** What the cell holds now, for an edit that can be undone. */
export function contentOf(figures: Figures, key: CellKey): CellContent {
  const { sheet, row, column } = positionOf(key);
  const snapshot = figures.book.snapshot.sheets[sheet]!;
  const cell = locate(snapshot).find(row, column);
  if (cell < 0) return { kind: 'blank' };
  const { evaluator } = figures.book;
  const formula = evaluator.formula(sheet, row, column);
  const stored = evaluator.stored(sheet, row, column);
  const plain: CellContent =
    stored.kind === 'number'
      ? { kind: 'number', value: stored.value.toFixed() }
      : stored.kind === 'text'
        ? { kind: 'text', text: snapshot.texts[snapshot.cells.numbers[cell]!] ?? stored.text }
        : stored.kind === 'boolean'
          ? { kind: 'boolean', value: stored.value }
          : { kind: 'blank' };
  if (formula === null) return snapshot.cells.kinds[cell] === CellKind.none ? { kind: 'blank' } : plain;
  const cached = plain.kind === 'number' ? plain.value : plain.kind === 'text' ? plain.text : null;
  return { kind: 'formula', formula: `=${formula}`, cached };
}

export function edit(figures: Figures, key: CellKey, after: CellContent, safe: boolean): Fix {
  return { safe, edits: [{ ...cellName(figures, key), before: contentOf(figures, key), after }] };
}

export function numberContent(value: Decimal): CellContent {
  return { kind: 'number', value: value.toFixed() };
}

export function formulaContent(text: string, value: Decimal | null): CellContent {
  return { kind: 'formula', formula: `=${text}`, cached: value ? value.toFixed() : null };
}

/** A finding from its description. */
export function describe(figures: Figures, what: Description): FindingData {
  const own = cellName(figures, what.key);
  const others = (what.others ?? []).slice(0, MOST_CELLS - 1).map((key) => cellName(figures, key).cell);
  return {
    code: what.code,
    severity: what.severity,
    sheet: own.sheet,
    cell: own.cell,
    cells: [own.cell, ...others],
    count: what.count ?? 1 + (what.others?.length ?? 0),
    candidates: (what.candidates ?? []).slice(0, MOST_CELLS).map((key) => cellName(figures, key)),
    facts: { ...placeFacts(figures, what.key), ...what.facts },
    expected: what.expected,
    found: what.found,
    difference: what.difference ? what.difference.toFixed() : null,
    unit: what.unit === undefined ? unitName(figures, what.key) : what.unit,
    law: [],
    consequences: (what.consequences ?? []).slice(0, MOST_CELLS).map((key) => cellName(figures, key)),
    fix: what.fix,
  };
}
