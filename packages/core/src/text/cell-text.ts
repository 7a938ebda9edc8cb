import { locate } from '../snapshot/locate.js';
import { CellKind, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot/types.js';
import { decodeCellText, encodingOfFont, type TextEncoding } from './decode.js';

/** Decoded texts of a sheet, by encoding of the cell's font, by index of the text. */
const decoded = new WeakMap<SheetSnapshot, Record<TextEncoding, (string | undefined)[]>>();

/**
 * The text of a cell as a reader sees it: decoded by its fonts, in NFC, white space folded. `''` where the cell is
 * empty or holds no text. Each text is decoded once.
 *
 * @param sheet index of the sheet
 * @param row from 1
 * @param column from 1
 */
export function cellText(snapshot: WorkbookSnapshot, sheet: number, row: number, column: number): string {
  const source = snapshot.sheets[sheet];
  if (!source) return '';
  const { cells } = source;
  const i = locate(source).find(row, column);
  if (i < 0 || cells.kinds[i] !== CellKind.text) return '';
  const index = cells.numbers[i] ?? -1;
  const font = snapshot.styles[cells.styles[i] ?? 0]?.font ?? '';
  let texts = decoded.get(source);
  if (!texts) {
    texts = { unicode: [], tcvn3: [], 'tcvn3-capitals': [], vni: [] };
    decoded.set(source, texts);
  }
  const known = texts[encodingOfFont(font)];
  let text = known[index];
  if (text === undefined) {
    text = decodeCellText(source.texts[index] ?? '', font, source.runs.get(index));
    known[index] = text;
  }
  return text;
}
