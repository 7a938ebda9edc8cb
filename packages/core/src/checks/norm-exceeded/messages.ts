import type { Messages } from '../../report/locale.js';
import { lawInWords } from '../support/law-words.js';

export const vi: Messages = {
  findings: {
    'norm-exceeded': {
      title: 'Vượt định mức hỗ trợ',
      message: ({ cell, facts, found, expected, difference, unit, law }, words) =>
        `Ô ${cell} ghi ${words.amount(found)} ${unit} cho “${facts.title}”, nhưng ${words.amount(facts.count)} ${facts.per} (ô ${facts.countCell}) × tối đa ${words.amount(facts.each)} ${unit}/${facts.per} chỉ được ${words.amount(expected)} ${unit}, vượt ${words.amount(difference)} ${unit}${lawInWords(law, 'vi')}. ` +
        `Xem lại số ${facts.per} ở ô ${facts.countCell}; nếu đúng thì giảm ô ${cell} xuống không quá ${words.amount(expected)}, phần vượt ghi vào nguồn khác.`,
    },
  },
  gaps: {
    'norm-not-known': (gap) => ({
      what: `Định mức của “${gap.facts.title}” (ô ${gap.cell} trang “${gap.sheet}”)`,
      why: `tại ngày áp dụng, định mức nằm trong ${gap.facts.instrument} mà chưa đọc được: ${gap.facts.reason}`.replace(
        /\.$/,
        '',
      ),
    }),
  },
};

export const en: Messages = {
  findings: {
    'norm-exceeded': {
      title: 'Above the norm of support',
      message: ({ cell, facts, found, expected, difference, unit, law }, words) =>
        `Cell ${cell} gives ${words.amount(found)} ${unit} to “${facts.title}”, but ${words.amount(facts.count)} ${facts.per} (cell ${facts.countCell}) × at most ${words.amount(facts.each)} ${unit}/${facts.per} comes to ${words.amount(expected)} ${unit}, ${words.amount(difference)} ${unit} less${lawInWords(law, 'en')}. ` +
        `Check the count in ${facts.countCell}; if it is right, bring ${cell} down to at most ${words.amount(expected)} and put the rest under another source.`,
    },
  },
  gaps: {
    'norm-not-known': (gap) => ({
      what: `Norm of “${gap.facts.title}” (cell ${gap.cell}, sheet “${gap.sheet}”)`,
      why: `on that day the norm stands in ${gap.facts.instrument}, whose text was not at hand: ${gap.facts.reasonEnglish}`.replace(
        /\.$/,
        '',
      ),
    }),
  },
};
