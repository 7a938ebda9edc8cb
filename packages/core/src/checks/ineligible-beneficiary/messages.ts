import type { Messages } from '../../report/locale.js';
import type { FactValue } from '../../report/types.js';
import { lawInWords } from '../support/law-words.js';

const GROUPS: Readonly<Record<string, string>> = {
  poor: 'poor households',
  'near-poor': 'near-poor households',
  'newly-escaped': 'households that newly escaped poverty',
  none: 'households that are not poor',
};
const inEnglish = (poverty: FactValue | undefined) => GROUPS[String(poverty)] ?? 'this group';

export const vi: Messages = {
  findings: {
    'ineligible-beneficiary': {
      title: 'Sai đối tượng thụ hưởng',
      message: ({ cell, facts, law }, words) =>
        `Ô ${cell} bố trí vốn trung ương cho ${facts.group}: “${facts.title}”, nhưng ${facts.group} không thuộc đối tượng của ${words.node(facts.node)} “${facts.support}”${lawInWords(law, 'vi')}. ` +
        'Kiểm tra lại danh sách đối tượng; nếu đúng là nhóm này thì phải dùng nguồn khác.',
    },
  },
};

export const en: Messages = {
  findings: {
    'ineligible-beneficiary': {
      title: 'Beneficiaries that the law leaves out',
      message: ({ cell, facts, law }, words) =>
        `Cell ${cell} gives central money to ${inEnglish(facts.poverty)}: “${facts.title}”, but they are not among the beneficiaries of ${words.node(facts.node)} “${facts.supportEnglish}”${lawInWords(law, 'en')}. ` +
        'Check the list of beneficiaries; if it is this group, another source must pay.',
    },
  },
};
