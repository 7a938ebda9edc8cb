import { cellFor, formatOf, type HostCell, type HostSheet } from './model.js';

const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
]);

const clear = (cell: HostCell): void => {
  cell.value = null;
  cell.isError = false;
  cell.formula = null;
  cell.quoted = false;
};

/**
 * Enters a value as `Range.values` does: a text is read as if typed (en-US), unless the cell's format is text;
 * `null` leaves the cell alone, an empty text clears it.
 */
export function enter(sheet: HostSheet, row: number, column: number, given: unknown): void {
  if (given === null || given === undefined) return;
  const cell = cellFor(sheet, row, column);
  clear(cell);
  if (given === '') return;
  if (typeof given === 'boolean') {
    cell.value = given;
    return;
  }
  if (formatOf(cell).numberFormat === '@') {
    cell.value = String(given);
    cell.quoted = true;
    return;
  }
  if (typeof given === 'number') {
    cell.value = given;
    return;
  }
  enterText(cell, String(given));
}

function enterText(cell: HostCell, text: string): void {
  if (text.startsWith("'")) {
    cell.value = text.slice(1);
    cell.quoted = true;
  } else if (text.startsWith('=') && text.length > 1) {
    cell.formula = text.slice(1);
  } else if (ERRORS.has(text)) {
    cell.value = text;
    cell.isError = true;
  } else if (/^\s*[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d*)?([eE][-+]?\d+)?\s*$/.test(text)) {
    cell.value = Number(text.replaceAll(',', ''));
  } else if (/^(true|false)$/i.test(text)) {
    cell.value = text.toLowerCase() === 'true';
  } else {
    cell.value = text;
  }
}

/** What `Range.values` gives. */
export function shownValue(cell: HostCell | undefined): string | number | boolean {
  return cell?.value ?? '';
}

/** What `Range.formulas` gives: the formula with `=`, else the value. */
export function shownFormula(cell: HostCell | undefined): string | number | boolean {
  if (cell?.formula !== null && cell?.formula !== undefined) return `=${cell.formula}`;
  return shownValue(cell);
}

/** What `Range.valueTypes` gives. */
export function shownType(cell: HostCell | undefined): string {
  const value = cell?.value ?? null;
  if (cell?.isError) return 'Error';
  if (value === null) return cell?.formula ? 'String' : 'Empty';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}
