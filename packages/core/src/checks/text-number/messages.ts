import type { Messages } from '../../report/locale.js';
import type { FindingData } from '../../report/types.js';

const NAMED_CELLS = 6;

/** The cells that go wrong with the text, with the sheet before those that stand on another one. */
function consequences(
  { sheet: home, consequences: cells }: FindingData,
  more: (count: number) => string,
): string {
  const named = cells
    .slice(0, NAMED_CELLS)
    .map(({ sheet, cell }) => (sheet === home ? cell : `“${sheet}”!${cell}`))
    .join(', ');
  return cells.length > NAMED_CELLS ? `${named} ${more(cells.length - NAMED_CELLS)}` : named;
}

export const vi: Messages = {
  findings: {
    'text-number': {
      title: 'Số gõ dạng chữ',
      message: (finding, words) => {
        const { facts, count } = finding;
        if (finding.severity === 'info') {
          return `Ô ${finding.cell} và ${count - 1} ô khác ghi số dưới dạng chữ (“${facts.text}”), cả cột đều như vậy. Số vẫn đọc được; khi cần cộng bằng công thức thì đổi sang dạng số.`;
        }
        const what = `Ô ${finding.cell}${count > 1 ? ` và ${count - 1} ô khác trong cột` : ''} ghi “${facts.text}” dưới dạng chữ`;
        const why = facts.skipped
          ? `nên công thức${facts.formula ? ` ${facts.formula}` : ''} tại ô ${facts.formulaCell} không cộng số này; các ô bị sai theo: ${consequences(finding, (count) => `và ${count} ô khác`)}`
          : 'trong khi các ô khác của cột là số';
        const readings = Array.isArray(facts.readings) ? facts.readings : [];
        const number =
          readings.length > 1
            ? `Gõ lại thành số: ${readings.map((value) => words.amount(value)).join(' hay ')}`
            : `Đổi thành số ${words.amount(finding.expected)}`;
        return `${what}, ${why}. ${number}.`;
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'text-number': {
      title: 'Number kept as text',
      message: (finding, words) => {
        const { facts, count } = finding;
        if (finding.severity === 'info') {
          return `Cell ${finding.cell} and ${count - 1} more hold figures as text (“${facts.text}”), as the whole column does. They can be read; turn them into numbers before a formula adds them.`;
        }
        const what = `Cell ${finding.cell}${count > 1 ? ` and ${count - 1} more of its column` : ''} holds “${facts.text}” as text`;
        const why = facts.skipped
          ? `so the formula${facts.formula ? ` ${facts.formula}` : ''} in ${facts.formulaCell} does not count it; wrong with it: ${consequences(finding, (count) => `and ${count} more`)}`
          : 'while the other cells of the column are numbers';
        const readings = Array.isArray(facts.readings) ? facts.readings : [];
        const number =
          readings.length > 1
            ? `Type it as a number: ${readings.map((value) => words.amount(value)).join(' or ')}`
            : `Turn it into the number ${words.amount(finding.expected)}`;
        return `${what}, ${why}. ${number}.`;
      },
    },
  },
};
