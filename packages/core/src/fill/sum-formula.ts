import type { SignedLine } from '../sheet/types.js';
import { cellAddress } from '../snapshot/index.js';

/** How the sheet's own totals are written: `=SUM(…)` throughout, or `=C9+C12` where the parts lie apart. */
export type SumHabit = 'sum' | 'plus' | null;

const MOST_PLUS = 12;

/**
 * The formula of a total as an accountant writes it: `=SUM(D9:D14)` over neighbours, `=C9+C12` over parts that lie
 * apart, signs as they are; never a part twice.
 *
 * @param at gives row and column of a part's line
 * @param isText says which parts hold a dash or other text: `+` over them gives #VALUE!, SUM passes over them
 */
export function sumFormula(
  parts: readonly SignedLine[],
  at: (line: number) => { readonly row: number; readonly column: number },
  habit: SumHabit,
  isText: (line: number) => boolean = () => false,
): string {
  const sorted = [...parts].sort((a, b) => a.line - b.line);
  const address = (line: number) => cellAddress(at(line).row, at(line).column);
  const added = sorted.every((part) => part.sign === 1);
  const runs = runsOf(sorted);
  const anyText = sorted.some((part) => isText(part.line));
  if (added && runs.length === 1 && sorted.length > (habit === 'plus' && !anyText ? 3 : 1)) {
    return `=SUM(${address(sorted[0]!.line)}:${address(sorted[sorted.length - 1]!.line)})`;
  }
  if (added && (sorted.length > MOST_PLUS || ((habit === 'sum' || anyText) && sorted.length > 1))) {
    const ranges = runs.map((run) =>
      run.length === 1 ? address(run[0]!) : `${address(run[0]!)}:${address(run[run.length - 1]!)}`,
    );
    return `=SUM(${ranges.join(',')})`;
  }
  if (!added && habit === 'sum') {
    const sumOf = (sign: 1 | -1) =>
      `SUM(${sorted
        .filter((part) => part.sign === sign)
        .map((part) => address(part.line))
        .join(',')})`;
    return sorted.some((part) => part.sign === 1) ? `=${sumOf(1)}-${sumOf(-1)}` : `=-${sumOf(-1)}`;
  }
  const inOrder = added ? sorted : [...parts].sort((a, b) => b.sign - a.sign || a.line - b.line);
  const safe = (line: number) => (isText(line) ? `SUM(${address(line)})` : address(line));
  return `=${inOrder.map((part, i) => `${part.sign < 0 ? '-' : i > 0 ? '+' : ''}${safe(part.line)}`).join('')}`;
}

function runsOf(parts: readonly SignedLine[]): number[][] {
  const runs: number[][] = [];
  for (const { line } of parts) {
    const last = runs[runs.length - 1];
    if (last && line === last[last.length - 1]! + 1) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** What most of the sheet's own formulas over lines that lie apart, or over few neighbours, look like. */
export function sumHabit(formulas: Iterable<string>): SumHabit {
  let sum = 0;
  let plus = 0;
  for (const formula of formulas) {
    if (/^SUM\(/i.test(formula)) sum++;
    else if (/^\$?[A-Z]+\$?\d+(\+\$?[A-Z]+\$?\d+)+$/i.test(formula)) plus++;
  }
  return sum === plus ? null : sum > plus ? 'sum' : 'plus';
}
