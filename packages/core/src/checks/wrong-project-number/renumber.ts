import type { LevelMark } from '../../programmes/index.js';
import type { Edit } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import { parseAddress } from '../../snapshot/address.js';
import { CellKind, locate } from '../../snapshot/index.js';
import { encodingOfFont, flattenText } from '../../text/index.js';

const WORDS: Readonly<Record<LevelMark, string>> = {
  HP: '(?:hop\\s*phan|hp)',
  DA: '(?:du\\s*an(?:\\s*thanh\\s*phan)?|d\\.?a)',
  NDTP: '(?:noi\\s*dung\\s*(?:thanh\\s*phan|tp)|ndtp)',
  TDA: '(?:tieu\\s*(?:du\\s*an|da)|tda)',
  ND: '(?:noi\\s*dung|nd)',
};

/**
 * The edit that puts the right number into a title and leaves every other letter. `null` where the cell is no plain
 * text: a formula, a rich text or an old encoding is mended by hand.
 */
export function renumberEdit(
  book: Book,
  sheet: number,
  address: string,
  mark: LevelMark,
  written: string,
  right: string,
): Edit | null {
  const at = parseAddress(address);
  const source = book.snapshot.sheets[sheet];
  if (!at || !source || book.evaluator.formula(sheet, at.row, at.column) !== null) return null;
  const cell = locate(source).find(at.row, at.column);
  if (cell < 0 || source.cells.kinds[cell] !== CellKind.text) return null;
  const index = source.cells.numbers[cell] ?? -1;
  const text = source.texts[index] ?? '';
  const font = book.snapshot.styles[source.cells.styles[cell] ?? 0]?.font ?? '';
  if (source.runs.has(index) || encodingOfFont(font) !== 'unicode' || text !== text.normalize('NFC'))
    return null;
  const after = renumber(text, mark, written, right);
  if (after === null) return null;
  return {
    sheet: source.name,
    cell: address,
    before: { kind: 'text', text },
    after: { kind: 'text', text: after },
  };
}

function renumber(text: string, mark: LevelMark, written: string, right: string): string | null {
  const flat = flattenText(text);
  const before = mark === 'DA' ? '(?<!tieu\\s*)' : '';
  const pattern = new RegExp(
    `(?<![a-z])${before}${WORDS[mark]}\\.?\\s*(?:so\\s*)?0*(${written})(?!\\d)`,
    'g',
  );
  const hits = [...flat.matchAll(pattern)];
  const [hit] = hits;
  if (!hit || hits.length > 1) return null;
  const end = hit.index + hit[0].length;
  const start = end - written.length;
  const zero = text[start - 1] === '0' && right.length > written.length ? 1 : 0;
  return text.slice(0, start - zero) + right + text.slice(end);
}
