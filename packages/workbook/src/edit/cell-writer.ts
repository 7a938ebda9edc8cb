import { cellAddress } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import type { CapturedCell } from './captured-cell.js';
import { cellContent, typeOf, valueText } from './cell-xml.js';
import type { PendingCell } from './pending.js';
import type { Splice } from './splice.js';
import type { StyleBook } from './style-book.js';
import { escapeCellText, spaceAttribute } from './xml-write.js';

/** Writes single cells of a sheet: new ones whole, others by splices for just those parts that change. */
export class CellWriter {
  constructor(
    private readonly sheet: string,
    private readonly styles: () => StyleBook,
  ) {}

  /** The element of a cell that the sheet lacked; empty where it stays away. */
  create(pending: PendingCell, style: number, prefix: string): string {
    if (pending.absent) return '';
    if (pending.cached !== undefined) throw this.noFormula(pending);
    const index = this.styleFor(pending, style);
    const head = `<${prefix}c r="${cellAddress(pending.row, pending.column)}"${index > 0 ? ` s="${index}"` : ''}`;
    return this.closed(head, pending, prefix);
  }

  /** Splices that bring a cell to what is wanted. */
  change(pending: PendingCell, cell: CapturedCell): Splice[] {
    if (pending.absent) return [{ start: cell.start, end: cell.end, text: '' }];
    if (pending.value !== undefined) return [this.replace(pending, cell)];
    const splices = this.restyle(pending, cell);
    return pending.cached === undefined ? splices : [...splices, ...this.recache(pending, cell)];
  }

  private replace(pending: PendingCell, cell: CapturedCell): Splice {
    const index = this.styleFor(pending, cell.style);
    let head = `<${cell.prefix}c`;
    for (const { name, raw } of cell.attributes) {
      // Metadata of rich and spilled values belongs to the value that goes.
      if (!['s', 't', 'cm', 'vm'].includes(name)) head += ` ${name}="${raw}"`;
    }
    if (index > 0 || cell.styleRange) head += ` s="${index}"`;
    return { start: cell.start, end: cell.end, text: this.closed(head, pending, cell.prefix) };
  }

  private closed(head: string, pending: PendingCell, prefix: string): string {
    const { value = { kind: 'blank' }, formula = null, array = null } = pending;
    const type = typeOf(value, formula !== null);
    const content = cellContent(value, formula, array, prefix);
    return content === ''
      ? `${head}/>`
      : `${head}${type === null ? '' : ` t="${type}"`}>${content}</${prefix}c>`;
  }

  private restyle(pending: PendingCell, cell: CapturedCell): Splice[] {
    if (pending.styles.length === 0 && pending.styleIndex === undefined) return [];
    const index = this.styleFor(pending, cell.style);
    if (index === cell.style) return [];
    if (cell.styleRange) return [{ ...cell.styleRange, text: String(index) }];
    return [newAttribute(cell, ` s="${index}"`)];
  }

  private recache(pending: PendingCell, cell: CapturedCell): Splice[] {
    const value = pending.cached!;
    if (!cell.formula) throw this.noFormula(pending);
    const { prefix: p } = cell;
    const text = valueText(value);
    const v = text === null ? '' : `<${p}v${spaceAttribute(text)}>${escapeCellText(text)}</${p}v>`;
    const { start, end } = cell.valueRange ?? { start: cell.formula.end, end: cell.formula.end };
    const type = typeOf(value, true) ?? 'n';
    const splices = [{ start, end, text: v }];
    if (cell.typeRange) splices.push({ ...cell.typeRange, text: type });
    else if (type !== 'n') splices.push(newAttribute(cell, ` t="${type}"`));
    return splices;
  }

  private noFormula(pending: PendingCell): WorkbookError {
    const cell = cellAddress(pending.row, pending.column);
    return new WorkbookError('edit-bad-value', { sheet: this.sheet, cell, detail: 'no formula' });
  }

  /** Format of the cell after the change; a text that looks like a formula is marked as text. */
  private styleFor(pending: PendingCell, style: number): number {
    let index = pending.styleIndex ?? style;
    for (const change of pending.styles) index = this.styles().derive(index, change);
    if (pending.value === undefined || pending.styleIndex !== undefined) return index;
    const { value, formula = null } = pending;
    const looksLikeFormula = formula === null && value.kind === 'text' && /^[=+\-@']/.test(value.text);
    if (looksLikeFormula) return this.styles().derive(index, {}, true);
    return index > 0 && this.styles().isQuoted(index) ? this.styles().derive(index, {}, false) : index;
  }
}

function newAttribute(cell: CapturedCell, text: string): Splice {
  const at = cell.tag.end - (cell.selfClosing ? 2 : 1);
  return { start: at, end: at, text };
}
