import type { FindingMessage, Wording } from '../../report/locale.js';
import type { FactValue, FindingData } from '../../report/types.js';

/** `Ô C18 (dòng “Dự án 7”, cột “NSTW”)`. */
export function viPlace(finding: FindingData): string {
  const { row, column } = finding.facts;
  const parts = [row ? `dòng “${row}”` : '', column ? `cột “${column}”` : ''].filter((part) => part !== '');
  const more = finding.count > 1 ? ` và ${finding.count - 1} ô khác cùng lỗi` : '';
  return `Ô ${finding.cell}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}${more}`;
}

/** `12.063,2 triệu đồng`. */
export function viAmount(value: FactValue | undefined, finding: FindingData, words: Wording): string {
  return `${words.amount(value ?? null)}${finding.unit ? ` ${finding.unit}` : ''}`;
}

/** `thừa 27 triệu đồng`, `thiếu 27 triệu đồng`; positive is too much. */
export function viDifference(
  difference: FactValue | undefined,
  finding: FindingData,
  words: Wording,
): string {
  const text = String(difference ?? '0');
  const negative = text.startsWith('-');
  return `${negative ? 'thiếu' : 'thừa'} ${viAmount(negative ? text.slice(1) : text, finding, words)}`;
}

export function viList(cells: FactValue | undefined, most = 6): string {
  const list = Array.isArray(cells) ? cells : [];
  return list.slice(0, most).join(', ') + (list.length > most ? '…' : '');
}

function candidateList(finding: FindingData): string {
  const names = finding.candidates.map(({ sheet, cell }) =>
    sheet === finding.sheet ? cell : `${sheet}!${cell}`,
  );
  return viList(names);
}

/** What was typed or computed, and what the parts add up to. */
function viSum(finding: FindingData, words: Wording): string {
  const { typed, parts, sum, sumDifference, whole, wholeValue, role } = finding.facts;
  const how = typed ? 'gõ tay' : 'công thức cho';
  if (role === 'whole') {
    return `${how} ${viAmount(finding.found, finding, words)}, nhưng cộng ${parts} được ${viAmount(sum, finding, words)}: ${viDifference(finding.difference, finding, words)}.`;
  }
  return `ghi ${viAmount(finding.found, finding, words)}; vì vậy cộng ${parts} được ${viAmount(sum, finding, words)}, trong khi tổng ở ${whole} là ${viAmount(wholeValue, finding, words)} (lệch ${viAmount(String(sumDifference).replace('-', ''), finding, words)}).`;
}

function viProof(finding: FindingData, words: Wording): string {
  const { proof, agrees } = finding.facts;
  const right = viAmount(finding.expected, finding, words);
  if (finding.count > 1) return `Dò lại cả dãy ô này; riêng ${finding.cell} phải là ${right}.`;
  if (proof === 'sums') {
    return `Các phép cộng có ô này (${viList(agrees)}) chỉ khớp khi ${finding.cell} là ${right}. Sửa ${finding.cell} thành ${right}.`;
  }
  if (proof === 'shape')
    return `Phép cộng ${viList(agrees)} khớp khi ${finding.cell} là ${right}. Sửa ${finding.cell} thành ${right}.`;
  const others = candidateList(finding);
  return others === ''
    ? `Sửa ${finding.cell} thành ${right}.`
    : `Các số chưa cho biết ô nào sai: so lại ${finding.cell} và ${others} với số gốc; nếu các số thành phần đúng thì ${finding.cell} phải là ${right}.`;
}

/** Sentence of a sum that does not agree. */
export const viMismatch: FindingMessage = (finding, words) =>
  `${viPlace(finding)} ${viSum(finding, words)} ${viConstant(finding, words)}${viTolerance(finding, words)}${viProof(finding, words)}`;

function viTolerance(finding: FindingData, words: Wording): string {
  const { tolerance } = finding.facts;
  return tolerance && tolerance !== '0'
    ? `Làm tròn chỉ có thể làm lệch đến ${viAmount(tolerance, finding, words)}. `
    : '';
}

function viConstant(finding: FindingData, words: Wording): string {
  return finding.facts.fault === 'constant'
    ? `Trong công thức ${finding.facts.formula} có số gõ thẳng. Nên là ${finding.facts.expectedFormula || viAmount(finding.expected, finding, words)}. `
    : '';
}

/** Sentence of a formula that does not add what it should. */
export function viFormula(what: (finding: FindingData, words: Wording) => string): FindingMessage {
  return (finding, words) => {
    const { formula, expectedFormula } = finding.facts;
    const right = viAmount(finding.expected, finding, words);
    const mend = expectedFormula
      ? `Sửa công thức thành ${expectedFormula} (được ${right}).`
      : `Sửa công thức để được ${right}.`;
    return `${viPlace(finding)} có công thức ${formula} ${what(finding, words)}: ra ${viAmount(finding.found, finding, words)}, phải là ${right}, ${viDifference(finding.difference, finding, words)}. ${mend}`;
  };
}
