import type { Line } from './heading.js';
import type { WordsRelation } from './types.js';

const LABEL =
  /^\s*\(?\s*(?:(?:số tiền|tổng số tiền|tổng cộng|kinh phí)\s*)?(?:viết |ghi )?bằng chữ\s*:?\s*/iu;

/** "Bằng chữ: …" under a table spells the grand total of its total column. */
export function findWords(
  lines: readonly Line[],
  sheet: number,
  amount: { row: number; column: number } | null,
): WordsRelation[] {
  if (!amount) return [];
  return lines.flatMap((line) => {
    if (!LABEL.test(line.text)) return [];
    const text = line.text.replace(LABEL, '').replace(/[).;\s]+$/u, '');
    if (text === '') return [];
    return [{ words: { sheet, row: line.row, column: line.column }, text, amount: { sheet, ...amount } }];
  });
}
