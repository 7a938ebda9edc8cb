import { cellAddress } from '@ctmtqg/core';
import type { Package } from '../parts/package.js';
import { partOf } from '../read/snapshot.js';
import type { WorkbookPart } from '../read/workbook.js';
import { Ns } from '../xml/namespaces.js';
import { unescapeCellText } from '../xml/text.js';
import { type CapturedCell, captureRich, type RichSource } from './captured-cell.js';
import type { PendingCell } from './pending.js';
import type { FoundCell } from './sheet-plan.js';
import type { StyleBook } from './style-book.js';
import type { CellImage, ImageValue } from './types.js';

/** Texts of those shared strings that are asked for, with their runs. */
export function sharedTexts(
  pack: Package,
  workbook: WorkbookPart,
  wanted: ReadonlySet<number>,
): Map<number, RichSource> {
  const texts = new Map<number, RichSource>();
  const part = partOf(pack, workbook.relationships, 'sharedStrings');
  if (wanted.size === 0 || part === null) return texts;
  const xml = pack.scan(part);
  const root = xml.root('sst', Ns.main);
  for (let index = 0; xml.nextIn(root); ) {
    if (!xml.is('si')) continue;
    if (wanted.has(index)) texts.set(index, captureRich(xml));
    index++;
  }
  return texts;
}

/** Index of the shared string that a cell shows, or `null`. */
export function sharedIndex(cell: CapturedCell | null): number | null {
  return cell?.type === 's' && cell.value !== null ? Number(cell.value) : null;
}

/** The cell as it is now: as the file has it, with what was already changed on top. */
export function imageOf(
  sheet: string,
  found: FoundCell,
  changed: CellImage['changed'],
  prior: PendingCell | undefined,
  texts: ReadonlyMap<number, RichSource>,
  styles: () => StyleBook,
): CellImage {
  const { captured, pending } = found;
  const cell = cellAddress(pending.row, pending.column);
  const array = captured?.formula?.kind === 'array' ? captured.formula.ref : null;
  const original: CellImage = {
    ...{ sheet, cell, changed, present: captured !== null, style: found.style },
    ...{ formula: found.formula, array, value: captured ? shownValue(captured, texts) : { kind: 'blank' } },
  };
  if (!prior) return original;
  if (prior.absent)
    return { ...original, present: false, formula: null, array: null, value: { kind: 'blank' } };
  let style = prior.styleIndex ?? found.style;
  for (const change of prior.styles) style = styles().derive(style, change);
  const now = { ...original, present: true, style };
  if (prior.value !== undefined) {
    return { ...now, value: prior.value, formula: prior.formula ?? null, array: prior.array ?? null };
  }
  return prior.cached === undefined ? now : { ...now, value: prior.cached };
}

function shownValue(cell: CapturedCell, texts: ReadonlyMap<number, RichSource>): ImageValue {
  if (cell.inline && cell.type === 'inlineStr') return textValue(cell.inline);
  if (cell.value === null) return { kind: 'blank' };
  switch (cell.type) {
    case 's':
      return textValue(texts.get(Number(cell.value)) ?? { text: '', rich: null });
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescapeCellText(cell.value) };
    case 'b':
      return { kind: 'boolean', value: cell.value.trim() === '1' || cell.value.trim() === 'true' };
    case 'e':
      return { kind: 'error', value: cell.value };
    case 'd':
      return { kind: 'date', value: cell.value };
    default:
      return cell.value.trim() === '' ? { kind: 'blank' } : { kind: 'number', value: cell.value.trim() };
  }
}

function textValue({ text, rich }: RichSource): ImageValue {
  return rich === null ? { kind: 'text', text } : { kind: 'text', text, rich };
}
