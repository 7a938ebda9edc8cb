import type { Messages } from '../../report/locale.js';
import {
  assignedInWords,
  dividedCells,
  moneyInWords,
  originInWords,
  titleInWords,
} from '../support/assigned-words.js';
import { andOthers } from '../support/finding.js';

export const vi: Messages = {
  findings: {
    'ceiling-exceeded': {
      title: 'Vượt số vốn được giao',
      message: (finding, words) => {
        const { facts, found, expected, difference, count } = finding;
        const unit = finding.unit ?? '';
        if (facts.odd === 'unlisted') {
          return (
            `Ô ${dividedCells(finding)} bố trí ${words.amount(found)} ${unit} cho “${titleInWords(finding)}”, nhưng quyết định giao vốn (${originInWords(finding, 'vi')}) không có khoản này và tổng cộng vì thế vượt số được giao${andOthers(count, 'vi')}. ` +
            'Đối chiếu quyết định: nếu vốn giao cho nội dung khác thì chuyển số này về đúng dòng, nếu không được giao thì bỏ.'
          );
        }
        return (
          `Ô ${dividedCells(finding)}: ${moneyInWords(finding, 'vi')} ghi ${words.amount(found)} ${unit}, nhưng được giao ${assignedInWords(finding, words)} (${originInWords(finding, 'vi')}), vượt ${words.amount(difference)} ${unit}${andOthers(count, 'vi')}. ` +
          `Đối chiếu quyết định giao vốn; nếu số giao đúng thì giảm xuống không quá ${words.amount(expected)} ${unit}.`
        );
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'ceiling-exceeded': {
      title: 'More than was assigned',
      message: (finding, words) => {
        const { facts, found, expected, difference, count } = finding;
        const unit = finding.unit ?? '';
        if (facts.odd === 'unlisted') {
          return (
            `Cell ${dividedCells(finding)} gives ${words.amount(found)} ${unit} to “${titleInWords(finding)}”, which the decision (${originInWords(finding, 'en')}) does not name, and the total is above the figure assigned by that much${andOthers(count, 'en')}. ` +
            'Compare with the decision: move the money to the line it was assigned to, or take it out.'
          );
        }
        return (
          `Cell ${dividedCells(finding)}: ${moneyInWords(finding, 'en')} is ${words.amount(found)} ${unit}, but ${assignedInWords(finding, words)} was assigned (${originInWords(finding, 'en')}), ${words.amount(difference)} ${unit} less${andOthers(count, 'en')}. ` +
          `Compare with the decision; if its figure is right, bring the cell down to at most ${words.amount(expected)} ${unit}.`
        );
      },
    },
  },
};
