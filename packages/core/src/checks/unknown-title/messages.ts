import type { Messages } from '../../report/locale.js';
import { andOthers } from '../support/finding.js';

export const vi: Messages = {
  findings: {
    'unknown-title': {
      title: 'Tên không có trong chương trình',
      message: (finding) =>
        `Ô ${finding.cell}${andOthers(finding.count, 'vi')} có tiền nhưng tên “${finding.facts.title}” không khớp với dự án, tiểu dự án hay nội dung nào của ${finding.facts.programmeName}. ` +
        'Đối chiếu với quyết định phê duyệt chương trình: sửa lại tên, hoặc chuyển số tiền về đúng dự án.',
    },
  },
  gaps: {
    'other-programme-row': (gap) => ({
      what: `Dòng tại ô ${gap.cell} trang “${gap.sheet}”`,
      why: `thuộc “${gap.facts.programmeName}”, chương trình chưa có dữ liệu để đối chiếu`,
    }),
  },
};

export const en: Messages = {
  findings: {
    'unknown-title': {
      title: 'Title not in the programme',
      message: (finding) =>
        `Cell ${finding.cell}${andOthers(finding.count, 'en')} has money, but its title “${finding.facts.title}” fits no project, sub-project or content of ${finding.facts.programmeName}. ` +
        'Compare it with the decision that approved the programme: mend the title, or move the money to the right project.',
    },
  },
  gaps: {
    'other-programme-row': (gap) => ({
      what: `Row at cell ${gap.cell} on sheet “${gap.sheet}”`,
      why: `belongs to “${gap.facts.programmeName}”, a programme without data to compare with`,
    }),
  },
};
