import type { Messages } from '../../report/locale.js';
import { lawInWords } from '../support/law-words.js';

export const vi: Messages = {
  findings: {
    'project-not-in-programme': {
      title: 'Dự án không thuộc chương trình',
      message: (finding, words) =>
        `Ô ${finding.cell} ghi “${finding.facts.title}”. Đây là ${words.node(finding.facts.node)} của ${finding.facts.programmeName}` +
        `${lawInWords(finding.law, 'vi')
          .replace('; ', ' (')
          .replace(
            /$/,
            finding.law.length > 0 ? ')' : '',
          )}, không có trong ${finding.facts.tableProgrammeName} của bảng này. ` +
        'Chuyển dòng này cùng số tiền sang biểu của chương trình đó, hoặc sửa lại tên nếu ghi nhầm.',
    },
  },
  gaps: {
    'programme-doubtful': (gap) => ({
      what: `Bảng ở trang “${gap.sheet}” thuộc chương trình nào`,
      why: `tiêu đề nói một chương trình, nhưng ${gap.facts.count} dòng (từ ô ${gap.cell}) là dự án của ${gap.facts.programmeName}; hãy chọn chương trình bằng --programme`,
    }),
  },
};

export const en: Messages = {
  findings: {
    'project-not-in-programme': {
      title: 'Project of another programme',
      message: (finding, words) =>
        `Cell ${finding.cell} says “${finding.facts.title}”. That is ${words.node(finding.facts.node)} of ${finding.facts.programmeName}` +
        `${lawInWords(finding.law, 'en')
          .replace('; ', ' (')
          .replace(
            /$/,
            finding.law.length > 0 ? ')' : '',
          )}, not part of ${finding.facts.tableProgrammeName}, which this table is about. ` +
        'Move the row and its money to the table of that programme, or mend the title.',
    },
  },
  gaps: {
    'programme-doubtful': (gap) => ({
      what: `Which programme the table on sheet “${gap.sheet}” belongs to`,
      why: `the heading names one programme, but ${gap.facts.count} rows (from cell ${gap.cell}) are projects of ${gap.facts.programmeName}; choose with --programme`,
    }),
  },
};
