import type { Messages } from '../../report/locale.js';
import { andOthers } from '../support/finding.js';
import { lawInWords } from '../support/law-words.js';

export const vi: Messages = {
  findings: {
    'wrong-project-number': {
      title: 'Sai số dự án',
      message: (finding, words) => {
        const { label, writtenNumber, officialTitle, programmeName } = finding.facts;
        const either =
          finding.candidates.length > 0
            ? ` Hoặc dòng con đang đứng nhầm chỗ: so lại các ô ${finding.candidates.map(({ cell }) => cell).join(', ')}.`
            : '';
        return (
          `Ô ${finding.cell}${andOthers(finding.count, 'vi')} ghi “${label} ${writtenNumber}”, nhưng tên ghi ở đó là ${words.node(finding.facts.step)}: ` +
          `“${officialTitle}” (${programmeName}${lawInWords(finding.law, 'vi')}). ` +
          `Sửa số ${writtenNumber} thành ${finding.expected}; nếu số mới đúng thì sửa lại tên.${either}`
        );
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'wrong-project-number': {
      title: 'Wrong project number',
      message: (finding, words) => {
        const { label, writtenNumber, officialTitle, programmeName } = finding.facts;
        const either =
          finding.candidates.length > 0
            ? ` Or the row below stands in the wrong place: compare cells ${finding.candidates.map(({ cell }) => cell).join(', ')}.`
            : '';
        return (
          `Cell ${finding.cell}${andOthers(finding.count, 'en')} says “${label} ${writtenNumber}”, but the title there is that of ${words.node(finding.facts.step)}: ` +
          `“${officialTitle}” (${programmeName}${lawInWords(finding.law, 'en')}). ` +
          `Change ${writtenNumber} to ${finding.expected}; if the number is right, mend the title.${either}`
        );
      },
    },
  },
};
