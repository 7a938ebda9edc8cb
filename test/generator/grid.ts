import type { Amount } from './amount.js';
import type { Expression } from './formula.js';

export interface Style {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly format: string;
  readonly indent: number;
  readonly align: 'left' | 'center' | 'right' | null;
  readonly wrap: boolean;
  readonly border: boolean;
}

export type Content =
  | {
      readonly kind: 'number';
      readonly amount: Amount /** The double as the file has it, where it is not the shortest. */;
      readonly raw?: string;
    }
  /** A number that is no amount: an ordinal, a year, a quantity, a percent; plain decimal text. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'formula'; readonly expression: Expression; readonly staleCache?: string };

export interface GridCell {
  readonly row: number;
  readonly column: number;
  content: Content;
  style: Style;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export class Sheet {
  readonly cells = new Map<number, GridCell>();
  readonly merges: Merge[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly widths = new Map<number, number>();
  hidden = false;

  constructor(readonly name: string) {}

  at(row: number, column: number): GridCell | undefined {
    return this.cells.get(row * 16384 + column);
  }

  put(row: number, column: number, content: Content, style: Style): GridCell {
    const cell: GridCell = { row, column, content, style };
    this.cells.set(row * 16384 + column, cell);
    return cell;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  sorted(): GridCell[] {
    return [...this.cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  }
}

export class Workbook {
  readonly sheets: Sheet[] = [];

  add(name: string): Sheet {
    const sheet = new Sheet(name);
    this.sheets.push(sheet);
    return sheet;
  }

  find(name: string): Sheet {
    const sheet = this.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  }
}

export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  }
  return text;
}

export function a1(row: number, column: number): string {
  return letters(column) + row;
}
