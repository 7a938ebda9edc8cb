import { type ColumnWidth, MAX_COLUMN, MAX_ROW, type Span } from '@ctmtqg/core';
import type { XmlScanner } from '../xml/scanner.js';

/** Hidden rows as they come, joined where they touch. */
export class RowSpans {
  private readonly spans: { from: number; to: number }[] = [];

  add(row: number): void {
    const last = this.spans[this.spans.length - 1];
    if (last && row === last.to + 1) last.to = row;
    else if (!last || row > last.to) this.spans.push({ from: row, to: row });
    else if (row < last.from) this.insert(row);
  }

  private insert(row: number): void {
    if (this.spans.some((span) => row >= span.from && row <= span.to)) return;
    this.spans.push({ from: row, to: row });
    this.spans.sort((a, b) => a.from - b.from);
  }

  finish(): Span[] {
    return this.spans;
  }

  /** All rows that are not here, for sheets whose rows are hidden unless they say otherwise. */
  complement(): Span[] {
    const rest: Span[] = [];
    let from = 1;
    for (const span of this.spans) {
      if (span.from > from) rest.push({ from, to: span.from - 1 });
      from = span.to + 1;
    }
    if (from <= MAX_ROW) rest.push({ from, to: MAX_ROW });
    return rest;
  }
}

/** Reads `cols`, just opened: widths and hidden columns. */
export function readColumns(xml: XmlScanner): { widths: ColumnWidth[]; hidden: Span[] } {
  const widths: ColumnWidth[] = [];
  const hidden: Span[] = [];
  let count = 0;
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    if (!xml.is('col')) continue;
    const from = Number(xml.attribute('min'));
    const to = Math.min(Number(xml.attribute('max')), MAX_COLUMN);
    if (!(from >= 1 && to >= from)) continue;
    if (++count > MAX_COLUMN) throw xml.damaged('too many columns');
    const width = Number(xml.attribute('width') ?? Number.NaN);
    if (xml.flag('hidden') || width === 0) {
      const last = hidden[hidden.length - 1];
      if (last && last.to === from - 1) hidden[hidden.length - 1] = { from: last.from, to };
      else hidden.push({ from, to });
    }
    if (Number.isFinite(width)) widths.push({ from, to, width });
  }
  return { widths, hidden };
}
