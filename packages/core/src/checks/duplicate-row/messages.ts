import type { Messages } from '../../report/locale.js';

export const vi: Messages = {
  findings: {
    'duplicate-row': {
      title: 'Dòng lặp',
      message: ({ cell, count, facts }) =>
        `Dòng ${facts.row} (ô ${cell}) “${facts.title}” lặp lại dòng ${facts.firstRow}: cùng tên, cùng mọi số liệu, nên các tổng cộng hai lần. ` +
        `${count > 1 ? `Cả bảng có ${count} dòng lặp như vậy. ` : ''}Xóa số ở một trong hai dòng, hoặc sửa lại nếu một dòng là việc khác.`,
    },
  },
};

export const en: Messages = {
  findings: {
    'duplicate-row': {
      title: 'Row twice',
      message: ({ cell, count, facts }) =>
        `Row ${facts.row} (cell ${cell}) “${facts.title}” repeats row ${facts.firstRow}: same title, same figures throughout, so the totals count it twice. ` +
        `${count > 1 ? `The table has ${count} such rows. ` : ''}Clear one of the two, or mend the one that is meant for something else.`,
    },
  },
};
