import type { Messages } from '../../report/locale.js';
import type { FindingData } from '../../report/types.js';

const readings = ({ facts }: FindingData): readonly string[] =>
  Array.isArray(facts.readings) ? facts.readings : [];

export const vi: Messages = {
  findings: {
    'ambiguous-number': {
      title: 'Số đọc được hai cách',
      message: (finding, words) =>
        `Ô ${finding.cell}${finding.count > 1 ? ` và ${finding.count - 1} ô khác` : ''} ghi chữ “${finding.facts.text}”, đọc được là ${readings(
          finding,
        )
          .map((value) => words.amount(value))
          .join(' hoặc ')} ${finding.unit ?? ''}`.trimEnd() +
        '; biểu không có gì cho biết cách nào đúng, mà tổng thì khác nhau. Gõ lại thành số.',
    },
  },
};

export const en: Messages = {
  findings: {
    'ambiguous-number': {
      title: 'Number with two readings',
      message: (finding, words) =>
        `Cell ${finding.cell}${finding.count > 1 ? ` and ${finding.count - 1} more` : ''} holds the text “${finding.facts.text}”, which reads as ${readings(
          finding,
        )
          .map((value) => words.amount(value))
          .join(' or ')} ${finding.unit ?? ''}`.trimEnd() +
        '; nothing in the sheet tells which, and the totals differ. Type it as a number.',
    },
  },
};
