import type { Messages } from '../../report/locale.js';

export const vi: Messages = {
  findings: {
    'negative-amount': {
      title: 'Số âm',
      message: (finding, words) => {
        const more = finding.count > 1 ? ` và ${finding.count - 1} ô khác` : '';
        return (
          `Ô ${finding.cell}${more} ghi số âm ${words.amount(finding.found)} ${finding.unit ?? ''}`.trimEnd() +
          ` (“${finding.facts.title}”, cột “${finding.facts.header}”), trong khi cột này không phải cột giảm hay chênh lệch nên các tổng bị trừ đi. ` +
          'Bỏ dấu trừ, hoặc chuyển số này sang cột giảm.'
        );
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'negative-amount': {
      title: 'Negative amount',
      message: (finding, words) => {
        const more = finding.count > 1 ? ` and ${finding.count - 1} more cells` : '';
        return (
          `Cell ${finding.cell}${more} holds ${words.amount(finding.found)} ${finding.unit ?? ''}`.trimEnd() +
          ` (“${finding.facts.title}”, column “${finding.facts.header}”), but this is no column of decreases or differences, so the totals lose it. ` +
          'Take the minus away, or move the figure to the column of decreases.'
        );
      },
    },
  },
};
