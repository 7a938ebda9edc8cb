import {
  type Area,
  type CellColumns,
  CellKind,
  type CellStyle,
  DEFAULT_STYLE,
  type DefinedName,
  type FormulaText,
  type SheetSnapshot,
  type Span,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { computesArrays } from './arrays.js';
import type { BookOutline, SheetOutline } from './outline.js';
import type { BlockContent, CellLook } from './read-blocks.js';

const ERROR =
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

class Styles {
  readonly list: CellStyle[] = [DEFAULT_STYLE];
  private readonly index = new Map<string, number>();

  of(look: CellLook, numberFormat: string): number {
    const key = `${look.font}|${numberFormat}|${look.bold}|${look.italic}|${look.indent}|${look.locked}`;
    const known = this.index.get(key);
    if (known !== undefined) return known;
    const style: CellStyle = {
      ...DEFAULT_STYLE,
      font: look.font ?? DEFAULT_STYLE.font,
      numberFormat,
      bold: look.bold ?? false,
      italic: look.italic ?? false,
      indent: look.indent ?? 0,
      locked: look.locked ?? true,
    };
    const at = this.list.push(style) - 1;
    this.index.set(key, at);
    return at;
  }
}

/** The core's snapshot from what the requests brought. */
export function snapshotFrom(
  outline: BookOutline,
  contents: readonly BlockContent[],
  localNames: readonly DefinedName[],
): WorkbookSnapshot {
  const styles = new Styles();
  return {
    sheets: outline.sheets.map((sheet, i) =>
      sheetFrom(
        sheet,
        contents.filter((content) => content.block.sheet === i),
        styles,
      ),
    ),
    names: [...outline.names, ...localNames],
    styles: styles.list,
    // office.js does not tell which of the two date systems a workbook uses; 1900 is Excel's own on Windows.
    date1904: false,
    precisionAsDisplayed: outline.precisionAsDisplayed,
    gaps: [],
  };
}

function sheetFrom(sheet: SheetOutline, blocks: readonly BlockContent[], styles: Styles): SheetSnapshot {
  const total = blocks.reduce((sum, content) => sum + filledIn(content), 0);
  const cells: CellColumns = {
    count: total,
    rows: new Uint32Array(total),
    columns: new Uint16Array(total),
    kinds: new Uint8Array(total),
    numbers: new Float64Array(total),
    styles: new Uint32Array(total),
  };
  const texts: string[] = [];
  const formulas: FormulaText[] = [];
  let at = 0;
  for (const content of blocks) {
    content.values.forEach((row, r) => {
      row.forEach((value, c) => {
        const formula = formulaIn(content.formulas[r]?.[c], value);
        if (isEmpty(value) && formula === null) return;
        cells.rows[at] = content.block.top + r;
        cells.columns[at] = content.block.left + c;
        cells.styles[at] = styles.of(content.look(r, c), String(content.numberFormats[r]?.[c] ?? 'General'));
        if (formula !== null) {
          const row = content.block.top + r;
          const column = content.block.left + c;
          const array = { top: row, left: column, bottom: row, right: column };
          formulas.push({ cell: at, text: formula, ...(computesArrays(formula) ? { array } : {}) });
        }
        putValue(cells, at, value, texts);
        at++;
      });
    });
  }
  const unlocked = sheet.protected ? unlockedIn(blocks) : [];
  return {
    name: sheet.name,
    state: sheet.state,
    cells,
    texts,
    runs: new Map(),
    formulas,
    merges: distinct(blocks.flatMap((content) => content.merges)),
    hiddenRows: spans(blocks.flatMap((content) => content.hiddenRows)),
    hiddenColumns: spans(blocks[0]?.hiddenColumns ?? []),
    columnWidths: [],
    notes: [],
    protected: sheet.protected,
    ...(unlocked.length > 0 ? { unlocked } : {}),
  };
}

/** Blank cells of a protected sheet that may be typed in, as far as they were read; runs along a row. */
function unlockedIn(blocks: readonly BlockContent[]): Area[] {
  const areas: Area[] = [];
  for (const { block, values, look } of blocks) {
    values.forEach((cells, r) => {
      cells.forEach((value, c) => {
        if (!isEmpty(value) || look(r, c).locked !== false) return;
        const [row, column] = [block.top + r, block.left + c];
        const last = areas.at(-1);
        if (last && last.top === row && last.right === column - 1)
          areas[areas.length - 1] = { ...last, right: column };
        else areas.push({ top: row, left: column, bottom: row, right: column });
      });
    });
  }
  return areas;
}

const isEmpty = (value: unknown) => value === '' || value === null || value === undefined;

/** A text that merely begins with `=` reads the same as value and as formula; a formula does not. */
function formulaIn(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.length > 1 && formula.startsWith('=') && formula !== value
    ? formula.slice(1)
    : null;
}

function filledIn(content: BlockContent): number {
  let filled = 0;
  content.values.forEach((row, r) => {
    row.forEach((value, c) => {
      if (!isEmpty(value) || formulaIn(content.formulas[r]?.[c], value) !== null) filled++;
    });
  });
  return filled;
}

function putValue(cells: CellColumns, at: number, value: unknown, texts: string[]): void {
  if (typeof value === 'number') {
    cells.kinds[at] = CellKind.number;
    cells.numbers[at] = value;
  } else if (typeof value === 'boolean') {
    cells.kinds[at] = CellKind.boolean;
    cells.numbers[at] = value ? 1 : 0;
  } else {
    const text = isEmpty(value) ? '' : String(value);
    cells.kinds[at] = ERROR.test(text) ? CellKind.error : CellKind.text;
    cells.numbers[at] = texts.push(text) - 1;
  }
}

/** A merged area that spans two blocks comes from both. */
function distinct(areas: readonly Area[]): Area[] {
  const seen = new Map(areas.map((area) => [`${area.top},${area.left}`, area]));
  return [...seen.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

function spans(lines: readonly number[]): Span[] {
  const result: { from: number; to: number }[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    if (last && line === last.to + 1) last.to = line;
    else result.push({ from: line, to: line });
  }
  return result;
}
