import type { Messages } from '../../report/locale.js';
import { lawInWords } from '../support/law-words.js';

export const vi: Messages = {
  findings: {
    'wrong-period': {
      title: 'Sai năm, giai đoạn',
      message: ({ cell, facts, law, candidates }) =>
        candidates.length > 0
          ? `Ô ${cell} ghi năm ${facts.year} nhưng tiêu đề tại ô ${facts.headingCell} ghi năm ${facts.headingYear}: một trong hai năm còn sót từ biểu năm khác. Sửa cho hai ô cùng một năm.`
          : `Ô ${cell} ghi ${facts.year}, nằm ngoài thời gian của ${facts.programmeName} (${facts.from}–${facts.to}${lawInWords(law, 'vi')}` +
            `${facts.last === facts.to ? '' : `; vốn kéo dài được thực hiện đến hết năm ${facts.last}`}). Sửa lại năm, hoặc chọn đúng chương trình của biểu.`,
    },
  },
};

export const en: Messages = {
  findings: {
    'wrong-period': {
      title: 'Wrong year or period',
      message: ({ cell, facts, law, candidates }) =>
        candidates.length > 0
          ? `Cell ${cell} says ${facts.year}, but the heading in ${facts.headingCell} says ${facts.headingYear}: one of the two was left over from another year's sheet. Make both the same year.`
          : `Cell ${cell} says ${facts.year}, outside the time of ${facts.programmeName} (${facts.from}–${facts.to}${lawInWords(law, 'en')}` +
            `${facts.last === facts.to ? '' : `; money carried over may be spent until the end of ${facts.last}`}). Mend the year, or choose the right programme.`,
    },
  },
};
