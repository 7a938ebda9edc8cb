import type { CellContent, Edit } from '../report/types.js';
import { parseAddress } from './address.js';
import { locate } from './locate.js';
import {
  type CellColumns,
  CellKind,
  type FormulaText,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from './types.js';

/**
 * The workbook as it would be after some edits; the snapshot given stays as it is. Use it to try a fill or a repair:
 * check the result before anything is written.
 *
 * @param edits in order; a later edit of the same cell wins
 * @returns a snapshot that shares everything untouched
 * @throws RangeError where an edit names a sheet or a cell that is none
 * @example applyEdits(snapshot, [{ sheet: 'PL kèm KH', cell: 'F11', before: { kind: 'blank' }, after: { kind: 'number', value: '12' } }])
 */
export function applyEdits(snapshot: WorkbookSnapshot, edits: readonly Edit[]): WorkbookSnapshot {
  const bySheet = new Map<string, Map<string, Edit>>();
  for (const edit of edits) {
    const cells = bySheet.get(edit.sheet) ?? new Map<string, Edit>();
    bySheet.set(edit.sheet, cells.set(edit.cell, edit));
  }
  for (const name of bySheet.keys()) {
    if (!snapshot.sheets.some((sheet) => sheet.name === name))
      throw new RangeError(`There is no sheet "${name}" in this workbook`);
  }
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const own = bySheet.get(sheet.name);
      return own ? editSheet(sheet, [...own.values()]) : sheet;
    }),
  };
}

interface Entry {
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  /** Number, boolean as 0 or 1; for text and error the text itself. */
  readonly value: number | string;
  readonly formula: FormulaText | null;
  readonly style: number;
}

function editSheet(sheet: SheetSnapshot, edits: readonly Edit[]): SheetSnapshot {
  const locator = locate(sheet);
  const formulas = new Map(sheet.formulas.map((formula) => [formula.cell, formula]));
  const touched = new Map<number, Entry | null>();
  const added: Entry[] = [];
  for (const edit of edits) {
    const at = parseAddress(edit.cell);
    if (!at) throw new RangeError(`"${edit.cell}" is not the address of a cell; write it as C9`);
    const index = locator.find(at.row, at.column);
    const entry = entryOf(at.row, at.column, edit.after, index < 0 ? 0 : sheet.cells.styles[index]!);
    if (index >= 0) touched.set(index, entry);
    else if (entry) added.push(entry);
  }
  added.sort((a, b) => a.row - b.row || a.column - b.column);
  return merge(sheet, formulas, touched, added);
}

function entryOf(row: number, column: number, content: CellContent, style: number): Entry | null {
  const plain = (kind: CellKind, value: number | string): Entry => ({
    row,
    column,
    kind,
    value,
    formula: null,
    style,
  });
  switch (content.kind) {
    case 'blank':
      return null;
    case 'number':
      return plain(CellKind.number, Number(content.value));
    case 'text':
      return plain(CellKind.text, content.text);
    case 'boolean':
      return plain(CellKind.boolean, content.value ? 1 : 0);
    case 'formula': {
      const formula = { cell: -1, text: content.formula.replace(/^=/, '') };
      if (content.cached === null) return { ...plain(CellKind.none, 0), formula };
      const figure = Number(content.cached);
      return Number.isNaN(figure) || content.cached.trim() === ''
        ? { ...plain(CellKind.text, content.cached), formula }
        : { ...plain(CellKind.number, figure), formula };
    }
  }
}

function merge(
  sheet: SheetSnapshot,
  oldFormulas: ReadonlyMap<number, FormulaText>,
  touched: ReadonlyMap<number, Entry | null>,
  added: readonly Entry[],
): SheetSnapshot {
  const { cells } = sheet;
  const removed = [...touched.values()].filter((entry) => entry === null).length;
  const count = cells.count - removed + added.length;
  const next: CellColumns = {
    count,
    rows: new Uint32Array(count),
    columns: new Uint16Array(count),
    kinds: new Uint8Array(count),
    numbers: new Float64Array(count),
    styles: new Uint32Array(count),
  };
  const texts = [...sheet.texts];
  const formulas: FormulaText[] = [];
  let at = 0;
  let from = 0;
  const put = (entry: Entry) => {
    next.rows[at] = entry.row;
    next.columns[at] = entry.column;
    next.kinds[at] = entry.kind;
    next.styles[at] = entry.style;
    next.numbers[at] = typeof entry.value === 'number' ? entry.value : texts.push(entry.value) - 1;
    if (entry.formula) formulas.push({ ...entry.formula, cell: at });
    at++;
  };
  for (let i = 0; i < cells.count; i++) {
    while (from < added.length && isBefore(added[from]!, cells.rows[i]!, cells.columns[i]!))
      put(added[from++]!);
    const entry = touched.get(i);
    if (entry === null) continue;
    if (entry) {
      put(entry);
      continue;
    }
    next.rows[at] = cells.rows[i]!;
    next.columns[at] = cells.columns[i]!;
    next.kinds[at] = cells.kinds[i]!;
    next.styles[at] = cells.styles[i]!;
    next.numbers[at] = cells.numbers[i]!;
    const formula = oldFormulas.get(i);
    if (formula) formulas.push({ ...formula, cell: at });
    at++;
  }
  while (from < added.length) put(added[from++]!);
  return { ...sheet, cells: next, texts, formulas };
}

function isBefore(entry: Entry, row: number, column: number): boolean {
  return entry.row < row || (entry.row === row && entry.column < column);
}
