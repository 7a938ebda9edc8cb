import type { Messages } from '../../report/locale.js';
import type { FactValue, FindingData } from '../../report/types.js';
import { lawInWords } from '../support/law-words.js';

const VI: Readonly<Record<string, string>> = {
  all: '',
  investment: ' vốn đầu tư',
  recurrent: ' vốn sự nghiệp',
};
const EN: Readonly<Record<string, string>> = { all: '', investment: ' investment', recurrent: ' recurrent' };

const WHY_VI: Readonly<Record<string, string>> = {
  'no-programme': 'biểu không nêu chương trình',
  'no-year': 'biểu không nêu năm',
  'no-rule-for-programme': 'chưa có quy định về đối ứng của chương trình này',
  'not-in-force': 'quy định về đối ứng không áp dụng cho năm này',
  'text-not-available': 'chưa có văn bản quy định tỷ lệ; hãy nêu tỷ lệ bằng --match',
  'rate-outside': 'tỷ lệ hỗ trợ nằm ngoài các mức của quy định',
};
const WHY_EN: Readonly<Record<string, string>> = {
  'no-programme': 'the sheet names no programme',
  'no-year': 'the sheet names no year',
  'no-rule-for-programme': 'there is no counterpart rule for this programme',
  'not-in-force': 'the counterpart rule does not count for this year',
  'text-not-available': 'the text with the ratio is not available; give the ratio with --match',
  'rate-outside': 'the support rate is outside of the bands of the rule',
};

const list = (value: FactValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** `F9 + I9`, or the one cell. */
const joined = (value: FactValue | undefined) => list(value).join(' + ');

const others = ({ cells, count }: FindingData) => `${cells.slice(1, 8).join(', ')}${count > 8 ? ', …' : ''}`;

export const vi: Messages = {
  findings: {
    'local-match-below-minimum': {
      title: 'Vốn đối ứng thấp hơn mức tối thiểu',
      message: (finding, words) => {
        const { facts, unit } = finding;
        const who = facts.total ? 'Tổng vốn đối ứng' : `Vốn đối ứng của “${facts.title}”`;
        const asked = facts.ratioCell
          ? `ô ${facts.ratioCell} của biểu yêu cầu`
          : facts.layer
            ? `quy định của tỉnh (“${facts.layer}”) yêu cầu`
            : 'mức yêu cầu';
        const rest =
          facts.provinceOnly === true
            ? 'Biểu chỉ có phần của ngân sách tỉnh: đối chiếu phần của các cấp khác trước khi bổ sung.'
            : facts.belowProvince === true
              ? 'Mức này tính cho cả tỉnh, biểu của cấp dưới chỉ là một phần: đối chiếu nghị quyết của HĐND tỉnh.'
              : facts.totalInsufficient
                ? `Bổ sung ít nhất ${words.amount(finding.difference?.replace('-', ''))} ${unit ?? ''}`.trimEnd() +
                  '.'
                : 'Tổng của cả bảng vẫn đủ, nên đây chỉ là điều cần biết: mức tối thiểu tính trên tổng vốn của chương trình.';
        return (
          `${list(facts.localCells).length > 1 ? 'Các ô' : 'Ô'} ${joined(facts.localCells)}: ${who} là ${words.amount(finding.found)} ${unit ?? ''}`.trimEnd() +
          `, bằng ${words.amount(facts.actualRatio)}% của ${words.amount(facts.central)}${VI[String(facts.capital)] ?? ''} NSTW (${joined(facts.centralCells)}); ${asked} tối thiểu ${words.amount(facts.ratio)}%, ` +
          `tức ${words.amount(finding.expected)}${lawInWords(finding.law, 'vi')}. ${rest}` +
          (finding.count > 1 ? ` Cũng thấp như vậy: ${others(finding)}.` : '')
        );
      },
    },
  },
  gaps: {
    'counterpart-not-known': (gap) => ({
      what: `Tỷ lệ đối ứng ở trang “${gap.sheet}”`,
      why: WHY_VI[String(gap.facts.reason)] ?? String(gap.facts.reason),
    }),
    'local-ratio-below-floor': (gap) => ({
      what: `Tỷ lệ đối ứng ${gap.facts.ratio}%${VI[String(gap.facts.capital)] ?? ''} của ${gap.facts.instrument} (“${gap.facts.layer}”)`,
      why: `thấp hơn mức tối thiểu ${gap.facts.floor}% của trung ương (${gap.facts.floorArticle}, ${gap.facts.floorInstrument}) nên không dùng; trang “${gap.sheet}” được kiểm tra theo mức của trung ương`,
    }),
    'match-kinds-not-split': (gap) => ({
      what: `Tỷ lệ đối ứng${VI[String(gap.facts.capital)] ?? ''} ở trang “${gap.sheet}”`,
      why: 'bảng không tách vốn đầu tư và vốn sự nghiệp nên không xét được tỷ lệ của riêng một loại vốn',
    }),
    'match-no-local-money': (gap) => ({
      what: `Tỷ lệ đối ứng ở trang “${gap.sheet}”`,
      why: 'bảng có vốn ngân sách trung ương nhưng không có cột vốn ngân sách địa phương',
    }),
  },
};

export const en: Messages = {
  findings: {
    'local-match-below-minimum': {
      title: 'Local counterpart below the minimum',
      message: (finding, words) => {
        const { facts, unit } = finding;
        const who = facts.total ? 'the total local counterpart' : `the local counterpart of “${facts.title}”`;
        const asked = facts.ratioCell
          ? `cell ${facts.ratioCell} of the sheet asks for`
          : facts.layer
            ? `the province's rules (“${facts.layer}”) ask for`
            : 'asked for is';
        const rest =
          facts.provinceOnly === true
            ? 'The sheet shows the share of the province only: look at the other levels before adding money.'
            : facts.belowProvince === true
              ? 'This minimum is that of the whole province, of which a lower sheet is a part: see the resolution of the provincial council.'
              : facts.totalInsufficient
                ? `Add at least ${words.amount(finding.difference?.replace('-', ''))} ${unit ?? ''}`.trimEnd() +
                  '.'
                : 'The total of the table still suffices, so this is for your information: the floor lies on the programme total.';
        return (
          `${list(facts.localCells).length > 1 ? 'Cells' : 'Cell'} ${joined(facts.localCells)}: ${who} is ${words.amount(finding.found)} ${unit ?? ''}`.trimEnd() +
          `, ${words.amount(facts.actualRatio)}% of ${words.amount(facts.central)}${EN[String(facts.capital)] ?? ''} central money (${joined(facts.centralCells)}); ${asked} at least ${words.amount(facts.ratio)}%, ` +
          `that is ${words.amount(finding.expected)}${lawInWords(finding.law, 'en')}. ${rest}` +
          (finding.count > 1 ? ` As low: ${others(finding)}.` : '')
        );
      },
    },
  },
  gaps: {
    'counterpart-not-known': (gap) => ({
      what: `Counterpart on sheet “${gap.sheet}”`,
      why: WHY_EN[String(gap.facts.reason)] ?? String(gap.facts.reason),
    }),
    'local-ratio-below-floor': (gap) => ({
      what: `Counterpart ratio ${gap.facts.ratio}%${EN[String(gap.facts.capital)] ?? ''} of ${gap.facts.instrument} (“${gap.facts.layer}”)`,
      why: `it is below the national minimum ${gap.facts.floor}% (${gap.facts.floorArticle}, ${gap.facts.floorInstrument}), so it was not used; sheet “${gap.sheet}” was checked by the national one`,
    }),
    'match-kinds-not-split': (gap) => ({
      what: `Counterpart of${EN[String(gap.facts.capital)] ?? ''} capital on sheet “${gap.sheet}”`,
      why: 'the table does not part investment and recurrent capital, so a ratio of one kind cannot be judged',
    }),
    'match-no-local-money': (gap) => ({
      what: `Counterpart on sheet “${gap.sheet}”`,
      why: 'the table shows central money but no column of local money',
    }),
  },
};
