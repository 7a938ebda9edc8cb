import type { Messages } from '../../report/locale.js';
import type { FactValue } from '../../report/types.js';
import { lawInWords } from '../support/law-words.js';

const VI: Readonly<Record<string, string>> = {
  investment: 'vốn đầu tư',
  recurrent: 'vốn sự nghiệp (chi thường xuyên)',
};
const EN: Readonly<Record<string, string>> = {
  investment: 'investment capital',
  recurrent: 'recurrent capital',
};

function kinds(value: FactValue | undefined, names: Readonly<Record<string, string>>): string {
  const list: readonly string[] = Array.isArray(value) ? value : [String(value)];
  return list.map((kind) => names[kind] ?? kind).join(', ');
}

export const vi: Messages = {
  findings: {
    'ineligible-capital-kind': {
      title: 'Sai loại vốn',
      message: (finding, words) => {
        const { facts, count } = finding;
        const more =
          count > 1
            ? ` và ${count - 1} ô khác (${finding.cells.slice(1, 6).join(', ')}${count > 6 ? ', …' : ''})`
            : '';
        const sum =
          `Ô ${finding.cell}${more} ghi ${words.amount(finding.found)} ${finding.unit ?? ''}`.trimEnd();
        const why = facts.excluded
          ? `bị loại trừ${lawInWords(finding.law, 'vi').replace('; ', ' theo ')}`
          : `không thấy trong các loại vốn của dự án này (${kinds(facts.allowed, VI)}${lawInWords(finding.law, 'vi')})`;
        return (
          `${sum} là ${kinds(facts.capital, VI)} cho ${words.node(facts.node)} “${facts.officialTitle}” (${facts.programmeName}); ${kinds(facts.capital, VI)} ${why}. ` +
          `Kiểm tra lại quyết định giao vốn; nếu ghi nhầm cột thì chuyển số tiền sang cột ${kinds(facts.allowed, VI)}.`
        );
      },
    },
  },
};

export const en: Messages = {
  findings: {
    'ineligible-capital-kind': {
      title: 'Wrong kind of capital',
      message: (finding, words) => {
        const { facts, count } = finding;
        const more =
          count > 1
            ? ` and ${count - 1} more cells (${finding.cells.slice(1, 6).join(', ')}${count > 6 ? ', …' : ''})`
            : '';
        const sum =
          `Cell ${finding.cell}${more} gives ${words.amount(finding.found)} ${finding.unit ?? ''}`.trimEnd();
        const why = facts.excluded
          ? `is excluded${lawInWords(finding.law, 'en').replace('; ', ' by ')}`
          : `is not among the kinds listed for it (${kinds(facts.allowed, EN)}${lawInWords(finding.law, 'en')})`;
        return (
          `${sum} as ${kinds(facts.capital, EN)} to ${words.node(facts.node)} “${facts.officialTitle}” (${facts.programmeName}); ${kinds(facts.capital, EN)} ${why}. ` +
          `Look at the decision that assigned the money; if the column is wrong, move it to ${kinds(facts.allowed, EN)}.`
        );
      },
    },
  },
};
