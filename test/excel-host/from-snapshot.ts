import {
  type Area,
  CellKind,
  type CellStyle,
  type SheetSnapshot,
  type Span,
  type WorkbookSnapshot,
} from '../../packages/core/src/snapshot/index.js';
import {
  cellFor,
  emptySheet,
  type HostBook,
  type HostFormat,
  type HostSheet,
  PLAIN_FORMAT,
} from './model.js';

/** A workbook of the host from what a reader gave, so that fixtures are real `.xlsx` files. */
export function bookFromSnapshot(snapshot: WorkbookSnapshot, name = 'so-lieu.xlsx'): HostBook {
  const formats = snapshot.styles.map(formatFrom);
  const sheets = snapshot.sheets.map((sheet, i) => sheetFrom(sheet, `{0000000${i + 1}}`, formats));
  for (const defined of snapshot.names) {
    const kept = { name: defined.name, refersTo: defined.refersTo, visible: !defined.hidden };
    const home = defined.sheet === null ? undefined : sheets[defined.sheet];
    if (home) home.names.push(kept);
  }
  return {
    name,
    sheets,
    names: snapshot.names
      .filter((defined) => defined.sheet === null)
      .map((defined) => ({ name: defined.name, refersTo: defined.refersTo, visible: !defined.hidden })),
    settings: new Map(),
    date1904: snapshot.date1904,
    precisionAsDisplayed: snapshot.precisionAsDisplayed,
    activeSheet: (sheets.find((sheet) => sheet.visibility === 'Visible') ?? sheets[0])?.id ?? '',
    selection: 'A1',
    eventsEnabled: true,
    structureProtected: false,
  };
}

function formatFrom(style: CellStyle): HostFormat {
  return {
    ...PLAIN_FORMAT,
    numberFormat: style.numberFormat,
    fontName: style.font,
    bold: style.bold,
    italic: style.italic,
    fontSize: style.fontSize ?? PLAIN_FORMAT.fontSize,
    fontColor: style.fontColor ?? PLAIN_FORMAT.fontColor,
    fill: style.fill,
    indent: style.indent,
    horizontal: style.horizontal
      ? style.horizontal.charAt(0).toUpperCase() + style.horizontal.slice(1)
      : 'General',
    wrap: style.wrap,
    locked: style.locked,
  };
}

function expand(spans: readonly Span[]): Set<number> {
  const lines = new Set<number>();
  for (const span of spans) for (let line = span.from; line <= span.to; line++) lines.add(line);
  return lines;
}

/** Blank cells left open on a protected sheet; an open row or column only as far as a test looks. */
function unlock(host: HostSheet, { top, left, bottom, right }: Area): void {
  for (let row = top; row <= Math.min(bottom, top + 999); row++) {
    for (let column = left; column <= Math.min(right, left + 49); column++) {
      const cell = cellFor(host, row, column);
      cell.format = { ...(cell.format ?? PLAIN_FORMAT), locked: false };
    }
  }
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', 'very-hidden': 'VeryHidden' } as const;

function sheetFrom(sheet: SheetSnapshot, id: string, formats: readonly HostFormat[]): HostSheet {
  const host = emptySheet(id, sheet.name);
  const { count, rows, columns, kinds, numbers, styles } = sheet.cells;
  const formulas = new Map(sheet.formulas.map((formula) => [formula.cell, formula.text]));
  for (let i = 0; i < count; i++) {
    const cell = cellFor(host, rows[i]!, columns[i]!);
    const kind = kinds[i];
    const number = numbers[i]!;
    if (kind === CellKind.number) cell.value = number;
    else if (kind === CellKind.boolean) cell.value = number === 1;
    else if (kind !== CellKind.none) cell.value = sheet.texts[number] ?? '';
    cell.isError = kind === CellKind.error;
    cell.formula = formulas.get(i) ?? null;
    cell.quoted = kind === CellKind.text && cell.formula === null;
    cell.format = { ...(formats[styles[i]!] ?? PLAIN_FORMAT) };
  }
  for (const area of sheet.unlocked ?? []) unlock(host, area);
  host.visibility = VISIBILITY[sheet.state];
  host.merges = [...sheet.merges];
  host.hiddenRows = expand(sheet.hiddenRows);
  host.hiddenColumns = expand(sheet.hiddenColumns.filter((span) => span.to <= 16384));
  host.protected = sheet.protected;
  return host;
}
