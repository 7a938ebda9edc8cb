import type { FindingMessage, Wording } from '../../report/locale.js';
import type { FactValue, FindingData } from '../../report/types.js';

const UNITS: Readonly<Record<string, string>> = {
  đồng: 'dong',
  'nghìn đồng': 'thousand dong',
  'triệu đồng': 'million dong',
  'trăm triệu đồng': 'hundred million dong',
  'tỷ đồng': 'billion dong',
};

/** `Cell C18 (row “Dự án 7”, column “NSTW”)`. */
export function enPlace(finding: FindingData): string {
  const { row, column } = finding.facts;
  const parts = [row ? `row “${row}”` : '', column ? `column “${column}”` : ''].filter((part) => part !== '');
  const more = finding.count > 1 ? ` and ${finding.count - 1} more with the same fault` : '';
  return `Cell ${finding.cell}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}${more}`;
}

/** `12,063.2 million dong`. */
export function enAmount(value: FactValue | undefined, finding: FindingData, words: Wording): string {
  const unit =
    finding.unit === null ? '' : finding.unit === '%' ? '%' : ` ${UNITS[finding.unit] ?? finding.unit}`;
  return `${words.amount(value ?? null)}${unit}`;
}

/** `27 million dong too much`; positive is too much. */
export function enDifference(
  difference: FactValue | undefined,
  finding: FindingData,
  words: Wording,
): string {
  const text = String(difference ?? '0');
  const negative = text.startsWith('-');
  return `${enAmount(negative ? text.slice(1) : text, finding, words)} too ${negative ? 'little' : 'much'}`;
}

export function enList(cells: FactValue | undefined, most = 6): string {
  const list = Array.isArray(cells) ? cells : [];
  return list.slice(0, most).join(', ') + (list.length > most ? '…' : '');
}

function candidateList(finding: FindingData): string {
  const names = finding.candidates.map(({ sheet, cell }) =>
    sheet === finding.sheet ? cell : `${sheet}!${cell}`,
  );
  return enList(names);
}

function enSum(finding: FindingData, words: Wording): string {
  const { typed, parts, sum, sumDifference, whole, wholeValue, role } = finding.facts;
  const how = typed ? 'holds the typed figure' : 'computes';
  if (role === 'whole') {
    return `${how} ${enAmount(finding.found, finding, words)}, but ${parts} add up to ${enAmount(sum, finding, words)}: ${enDifference(finding.difference, finding, words)}.`;
  }
  return `says ${enAmount(finding.found, finding, words)}; so ${parts} add up to ${enAmount(sum, finding, words)}, while their total in ${whole} is ${enAmount(wholeValue, finding, words)} (${enAmount(String(sumDifference).replace('-', ''), finding, words)} apart).`;
}

function enProof(finding: FindingData, words: Wording): string {
  const { proof, agrees } = finding.facts;
  const right = enAmount(finding.expected, finding, words);
  if (finding.count > 1) return `Go through this whole range; ${finding.cell} should be ${right}.`;
  if (proof === 'sums') {
    return `The sums with this cell (${enList(agrees)}) agree only if ${finding.cell} is ${right}. Change ${finding.cell} to ${right}.`;
  }
  if (proof === 'shape')
    return `The sum ${enList(agrees)} agrees if ${finding.cell} is ${right}. Change ${finding.cell} to ${right}.`;
  const others = candidateList(finding);
  return others === ''
    ? `Change ${finding.cell} to ${right}.`
    : `The figures do not tell which cell is wrong: compare ${finding.cell} and ${others} with their source; if the parts are right, ${finding.cell} should be ${right}.`;
}

/** Sentence of a sum that does not agree. */
export const enMismatch: FindingMessage = (finding, words) =>
  `${enPlace(finding)} ${enSum(finding, words)} ${enConstant(finding, words)}${enTolerance(finding, words)}${enProof(finding, words)}`;

function enTolerance(finding: FindingData, words: Wording): string {
  const { tolerance } = finding.facts;
  return tolerance && tolerance !== '0'
    ? `Rounding can explain no more than ${enAmount(tolerance, finding, words)}. `
    : '';
}

function enConstant(finding: FindingData, words: Wording): string {
  return finding.facts.fault === 'constant'
    ? `A figure is typed into the formula ${finding.facts.formula}; it should be ${finding.facts.expectedFormula || enAmount(finding.expected, finding, words)}. `
    : '';
}

/** Sentence of a formula that does not add what it should. */
export function enFormula(what: (finding: FindingData, words: Wording) => string): FindingMessage {
  return (finding, words) => {
    const { formula, expectedFormula } = finding.facts;
    const right = enAmount(finding.expected, finding, words);
    const mend = expectedFormula
      ? `Change the formula to ${expectedFormula} (it gives ${right}).`
      : `Change the formula so that it gives ${right}.`;
    return `${enPlace(finding)} has the formula ${formula}, which ${what(finding, words)}: it gives ${enAmount(finding.found, finding, words)}, should be ${right}, ${enDifference(finding.difference, finding, words)}. ${mend}`;
  };
}
