import type { Messages } from '../../report/locale.js';
import type { FactValue } from '../../report/types.js';
import {
  assignedInWords,
  dividedCells,
  moneyInWords,
  originInWords,
  titleInWords,
} from '../support/assigned-words.js';
import { andOthers } from '../support/finding.js';
import { lawInWords } from '../support/law-words.js';

const WHOSE_VI: Readonly<Record<string, string>> = {
  central: 'ngân sách trung ương cho',
  state: 'ngân sách nhà nước cho',
};
const WHOSE_EN: Readonly<Record<string, string>> = {
  central: 'central money for',
  state: 'money of the state for',
};

/** `D9 + E9`. */
const joined = (cells: FactValue | undefined) => (Array.isArray(cells) ? cells.join(' + ') : '');

export const vi: Messages = {
  findings: {
    'ceiling-exceeded': {
      title: 'Vượt số vốn được giao hoặc mức trần',
      message: (finding, words) => {
        const { facts, found, expected, difference, count } = finding;
        const unit = finding.unit ?? '';
        if (facts.basis === 'law') {
          return (
            `Ô ${joined(facts.partCells)}: ${WHOSE_VI[String(facts.source)] ?? ''} “${titleInWords(finding)}” là ${words.amount(found)} ${unit}, bằng ${words.amount(facts.actualShare)}% của ${words.amount(facts.whole)} ${unit} (${joined(facts.wholeCells)}); nhiều nhất chỉ được ${words.amount(facts.share)}%, tức ${words.amount(expected)} ${unit}, vượt ${words.amount(difference)} ${unit}${lawInWords(finding.law, 'vi')}. ` +
            'Giảm xuống mức này, hoặc xem lại tổng chi phí và phần đóng góp của các nguồn khác.'
          );
        }
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
      title: 'Above what was assigned or a ceiling',
      message: (finding, words) => {
        const { facts, found, expected, difference, count } = finding;
        const unit = finding.unit ?? '';
        if (facts.basis === 'law') {
          return (
            `Cell ${joined(facts.partCells)}: ${WHOSE_EN[String(facts.source)] ?? ''} “${titleInWords(finding)}” is ${words.amount(found)} ${unit}, ${words.amount(facts.actualShare)}% of ${words.amount(facts.whole)} ${unit} (${joined(facts.wholeCells)}); at most ${words.amount(facts.share)}% is allowed, that is ${words.amount(expected)} ${unit}, ${words.amount(difference)} ${unit} less${lawInWords(finding.law, 'en')}. ` +
            'Bring it down to that, or look again at the cost and at what others contribute.'
          );
        }
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
