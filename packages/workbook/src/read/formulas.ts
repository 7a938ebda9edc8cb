import { type Area, type FormulaText, parseArea } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import { FormulaTemplate } from '../formula/shift.js';
import type { XmlScanner } from '../xml/scanner.js';
import { readPlain } from './strings.js';

interface SharedMaster {
  readonly template: FormulaTemplate;
  readonly row: number;
  readonly column: number;
}

interface Waiting {
  readonly place: number;
  readonly group: string;
  readonly row: number;
  readonly column: number;
}

interface Collected {
  cell: number;
  text: string;
  array?: Area;
}

/** Collects the formulas of a sheet; those of shared groups are written out. */
export class FormulaCollector {
  private readonly found: Collected[] = [];
  private readonly masters = new Map<string, SharedMaster>();
  private readonly waiting: Waiting[] = [];
  private characters = 0;
  /** Cells whose formula is a data table, which is no formula of the cell. */
  readonly dataTables: { readonly row: number; readonly column: number }[] = [];

  constructor(
    private readonly sheet: string,
    private readonly maxCharacters: number,
  ) {}

  /** Reads the `f` just opened; false where it gives the cell no formula. The cell's index follows by {@link placeLast}. */
  read(xml: XmlScanner, row: number, column: number): boolean {
    const kind = xml.attribute('t');
    const group = kind === 'shared' ? xml.attribute('si') : null;
    const reference = kind === 'array' ? xml.attribute('ref') : null;
    const text = readPlain(xml);
    if (kind === 'dataTable') {
      this.dataTables.push({ row, column });
      return false;
    }
    if (group !== null) return this.readShared(group, text, row, column);
    if (text === '') return false;
    const array = reference === null ? null : parseArea(reference);
    this.found.push(array ? { cell: -1, text, array } : { cell: -1, text });
    return true;
  }

  /** Tells the cell that the formula read last belongs to. */
  placeLast(cell: number): void {
    this.found[this.found.length - 1]!.cell = cell;
  }

  /** The formulas by their cells; `placeOf` as of sorted cells. */
  finish(placeOf: Int32Array | null): FormulaText[] {
    for (const { place, group, row, column } of this.waiting) {
      const master = this.masters.get(group);
      if (master) this.found[place]!.text = this.written(master, row, column);
    }
    let formulas: Collected[] = this.found;
    if (this.waiting.length > 0) formulas = formulas.filter((formula) => formula.text !== '');
    if (placeOf) {
      for (const formula of formulas) formula.cell = placeOf[formula.cell]!;
      formulas = formulas.filter((formula) => formula.cell >= 0).sort((a, b) => a.cell - b.cell);
    }
    return formulas;
  }

  private readShared(group: string, text: string, row: number, column: number): boolean {
    const master = this.masters.get(group);
    if (text !== '') {
      if (!master) this.masters.set(group, { template: new FormulaTemplate(text), row, column });
      this.found.push({ cell: -1, text });
    } else if (master) {
      this.found.push({ cell: -1, text: this.written(master, row, column) });
    } else {
      this.waiting.push({ place: this.found.length, group, row, column });
      this.found.push({ cell: -1, text: '' });
    }
    return true;
  }

  private written(master: SharedMaster, row: number, column: number): string {
    const text = master.template.at(row - master.row, column - master.column);
    this.characters += text.length;
    if (this.characters > this.maxCharacters) {
      throw new WorkbookError('formulas-too-large', { sheet: this.sheet, limit: this.maxCharacters });
    }
    return text;
  }
}
