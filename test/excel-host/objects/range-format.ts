import { formatOf, type HostFormat } from '../model.js';
import { HostObject } from './host-object.js';
import type { RangeObject } from './range.js';

/** `null` where the cells differ, as Excel answers for mixed formats. */
function common<T>(ranges: readonly RangeObject[], of: (format: HostFormat) => T): T | null {
  let first: T | undefined;
  for (const range of ranges) {
    for (const cell of range.cells()) {
      const value = of(formatOf(cell));
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? null;
}

function each(ranges: readonly RangeObject[], change: (format: HostFormat) => void): void {
  for (const range of ranges) {
    range.guard();
    for (const row of range.rows())
      for (const column of range.columns()) change(range.formatFor(row, column));
  }
}

class FillObject extends HostObject {
  readonly type = 'RangeFill';
  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }
  /** A cell without fill answers white; only `pattern` tells the two apart. */
  get Color() {
    return common(this.ranges, (format) => `#${format.fill ?? 'FFFFFF'}`);
  }
  set Color(color: string | null) {
    each(this.ranges, (format) => {
      format.fill = (color ?? '').replace('#', '').toUpperCase() || null;
    });
  }
  get Pattern() {
    return common(this.ranges, (format) => (format.fill === null ? 'None' : 'Solid'));
  }
  Clear() {
    each(this.ranges, (format) => {
      format.fill = null;
    });
  }
}

class FontObject extends HostObject {
  readonly type = 'RangeFont';
  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }
  get Name() {
    return common(this.ranges, (format) => format.fontName);
  }
  set Name(name: string | null) {
    each(this.ranges, (format) => {
      format.fontName = name ?? format.fontName;
    });
  }
  get Size() {
    return common(this.ranges, (format) => format.fontSize);
  }
  set Size(size: number | null) {
    each(this.ranges, (format) => {
      format.fontSize = size ?? format.fontSize;
    });
  }
  get Bold() {
    return common(this.ranges, (format) => format.bold);
  }
  set Bold(bold: boolean | null) {
    each(this.ranges, (format) => {
      format.bold = bold === true;
    });
  }
}

/** Format of several areas together (`RangeAreas.format`). */
export class AreasFormatObject extends HostObject {
  readonly type: string = 'RangeFormat';
  constructor(protected readonly ranges: readonly RangeObject[]) {
    super();
  }
  get Fill() {
    return new FillObject(this.ranges);
  }
  get Font() {
    return new FontObject(this.ranges);
  }
  get WrapText() {
    return common(this.ranges, (format) => format.wrap);
  }
  set WrapText(wrap: boolean | null) {
    each(this.ranges, (format) => {
      format.wrap = wrap === true;
    });
  }
  get HorizontalAlignment() {
    return common(this.ranges, (format) => format.horizontal);
  }
  set HorizontalAlignment(horizontal: string | null) {
    each(this.ranges, (format) => {
      format.horizontal = horizontal ?? format.horizontal;
    });
  }
  /** In points, as Excel measures it here. */
  get ColumnWidth() {
    const widths = this.ranges.flatMap((range) =>
      [...range.columns()].map((column) => range.sheet.columnWidths.get(column) ?? 48),
    );
    return widths.every((width) => width === widths[0]) ? (widths[0] ?? null) : null;
  }
  set ColumnWidth(width: number | null) {
    for (const range of this.ranges)
      for (const column of range.columns()) range.sheet.columnWidths.set(column, width ?? 48);
  }
  get IndentLevel() {
    return common(this.ranges, (format) => format.indent);
  }
}

export class RangeFormatObject extends AreasFormatObject {
  constructor(range: RangeObject) {
    super([range]);
  }
}
