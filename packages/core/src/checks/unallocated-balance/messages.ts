import type { GapMessage, Messages } from '../../report/locale.js';
import type { FactValue } from '../../report/types.js';
import {
  assignedInWords,
  dividedCells,
  moneyInWords,
  originInWords,
  titleInWords,
} from '../support/assigned-words.js';
import { andOthers } from '../support/finding.js';

const positive = (value: string | null) => value?.replace(/^-/, '') ?? null;
const list = (value: FactValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);

const WHY_VI: Readonly<Record<string, string>> = {
  'other-programme': 'số được giao thuộc chương trình khác với chương trình của biểu',
  'programme-unclear':
    'chưa rõ số này của chương trình nào; hãy ghi tên chương trình trên biểu, hoặc nêu --programme',
  'no-column': 'biểu không có cột cùng nguồn vốn, loại vốn, năm với số được giao',
  'column-unclear':
    'chưa rõ số được giao ứng với cột nào của biểu (tổng số, NSTW hay NSĐP); hãy ghi rõ nguồn vốn ở tiêu đề cột của quyết định, hoặc nêu từng số như --assigned DA1:central=1200',
  'other-unit':
    'mọi số đều gấp nhau đúng 1.000 hoặc 1.000.000 lần: đơn vị tính của một trong hai biểu ghi sai, hãy sửa dòng “Đơn vị tính”',
  'unit-not-named':
    'một trong hai biểu không ghi đơn vị tính và các số không khớp nhau; hãy ghi dòng “Đơn vị tính”',
  'nothing-agrees':
    'không số nào khớp với biểu: có lẽ là quyết định của đơn vị, năm hoặc đợt khác; hãy kiểm tra lại tệp',
  'before-adjustment':
    'quyết định này đúng bằng cột trước điều chỉnh; số sau điều chỉnh phải so với quyết định điều chỉnh, hãy nêu tệp đó',
  'place-not-told':
    'quyết định giao cho nhiều đơn vị mà biểu không cho biết là đơn vị nào; hãy ghi tên đơn vị ở đầu biểu, hoặc nêu --assigned-place “Xã …”',
  'no-line': 'biểu không có dòng nào nhận ra được là nội dung này',
};
const WHY_EN: Readonly<Record<string, string>> = {
  'other-programme': 'the figures belong to another programme than the sheet',
  'programme-unclear':
    'it is not clear which programme they belong to; name it on the sheet or give --programme',
  'no-column': 'the sheet has no column of the same source, kind of capital and year',
  'column-unclear':
    'it is not clear which column of the sheet they are about (total, central or local); name the source in the header of the decision, or give single figures such as --assigned DA1:central=1200',
  'other-unit':
    'every figure is exactly 1,000 or 1,000,000 times the other: one of the two sheets names the wrong unit; mend its unit line',
  'unit-not-named': 'one of the two sheets names no unit and the figures do not agree; add its unit line',
  'nothing-agrees':
    'no figure agrees with the sheet: this may be the decision for another unit, year or tranche; check the file',
  'before-adjustment':
    'this decision is just the column before the adjustment; what comes after it is to be held against the decision that adjusts it: give that file',
  'place-not-told':
    'the decision lists several units and the sheet does not say which one it is; write the name above the table, or give --assigned-place “Xã …”',
  'no-line': 'no line of the sheet was recognised as this content',
};

const named = (value: FactValue | undefined, count: FactValue | undefined) => {
  const names = list(value);
  return `${names.join(', ')}${Number(count) > names.length ? ', …' : ''}`;
};

const place = (facts: Readonly<Record<string, FactValue>>, language: 'vi' | 'en') => {
  if (facts.workbook !== null)
    return language === 'vi' ? `tệp “${facts.workbook}”` : `file “${facts.workbook}”`;
  const sheet = facts.assignedSheet ?? '';
  return language === 'vi' ? `trang “${sheet}”` : `sheet “${sheet}”`;
};

const notCompared =
  (language: 'vi' | 'en'): GapMessage =>
  ({ facts }) => {
    const reasons = language === 'vi' ? WHY_VI : WHY_EN;
    const why = reasons[String(facts.why)] ?? String(facts.why);
    const from =
      facts.workbook === null
        ? facts.assignedSheet === null
          ? ''
          : language === 'vi'
            ? ` của trang “${facts.assignedSheet}”`
            : ` of sheet “${facts.assignedSheet}”`
        : language === 'vi'
          ? ` của tệp “${facts.workbook}”, trang “${facts.assignedSheet}”`
          : ` of file “${facts.workbook}”, sheet “${facts.assignedSheet}”`;
    return language === 'vi'
      ? { what: `${facts.count} số được giao (${named(facts.nodes, facts.count)})${from}`, why }
      : { what: `${facts.count} assigned figures (${named(facts.nodes, facts.count)})${from}`, why };
  };

export const vi: Messages = {
  findings: {
    'unallocated-balance': {
      title: 'Chưa phân bổ hết số vốn được giao',
      message: (finding, words) => {
        const { facts, found, expected, count } = finding;
        const unit = finding.unit ?? '';
        const missing = words.amount(positive(finding.difference));
        const given = `${assignedInWords(finding, words)} (${originInWords(finding, 'vi')})`;
        if (facts.odd === 'missing') {
          return `Được giao ${given} cho “${titleInWords(finding) || words.node(facts.node)}” nhưng biểu không có dòng nào cho khoản này (xem tổng ở ô ${dividedCells(finding)}). Thêm dòng và bố trí ${words.amount(expected)} ${unit}, hoặc báo cáo cấp trên điều chỉnh.`;
        }
        if (facts.remainderCell !== null) {
          return (
            `Ô ${facts.remainderCell} ghi còn lại ${words.amount(found)} ${unit}, nhưng được giao ${given} và đã phân bổ ${words.amount(facts.divided)} ${unit} (ô ${dividedCells(finding)}) thì còn ${words.amount(expected)} ${unit}. ` +
            `Sửa ô ${facts.remainderCell}, hoặc phân bổ nốt phần chênh ${missing} ${unit}.`
          );
        }
        return (
          `Ô ${dividedCells(finding)}: ${moneyInWords(finding, 'vi')} mới phân bổ ${words.amount(found)} ${unit} trong số được giao ${given}, còn ${missing} ${unit} chưa phân bổ${andOthers(count, 'vi')}. ` +
          'Phân bổ nốt, hoặc thêm dòng “Còn lại chưa phân bổ” để thấy rõ.'
        );
      },
    },
  },
  gaps: {
    'assigned-not-compared': notCompared('vi'),
    'assigned-nothing-read': ({ facts }) => ({
      what: `Số được giao trong ${place(facts, 'vi')}`,
      why: 'không nhận ra dòng nào là dự án, nội dung hoặc tổng số của một chương trình; hãy ghi tên chương trình và tên dự án như trong quyết định phê duyệt',
    }),
    'assigned-disagrees': ({ facts }, words) => ({
      what: `Số được giao cho ${facts.node === null ? 'tổng số' : words.node(facts.node)} trong ${place(facts, 'vi')}`,
      why: `quyết định ghi hai số khác nhau: ${words.amount(facts.firstAmount)} (${facts.first}) và ${words.amount(facts.secondAmount)} (${facts.second})`,
    }),
    'assigned-total-broken': ({ facts }, words) => ({
      what: `Số được giao ở ô ${facts.assignedCell} trong ${place(facts, 'vi')}`,
      why: `ô này ghi ${words.amount(facts.amount)} nhưng các dòng của chính quyết định cộng lại được ${words.amount(facts.lines)}, đúng bằng số phân bổ; hãy hỏi lại cơ quan giao vốn`,
    }),
    'assigned-heading-not-compared': ({ cell, sheet, facts }) => ({
      what: `Số được giao ở ô ${cell} trang “${sheet}”: “${facts.text}”`,
      why: 'chưa rõ số này ứng với cột nào của bảng, hoặc số đọc được nhiều cách',
    }),
  },
};

export const en: Messages = {
  findings: {
    'unallocated-balance': {
      title: 'Assigned money not fully given out',
      message: (finding, words) => {
        const { facts, found, expected, count } = finding;
        const unit = finding.unit ?? '';
        const missing = words.amount(positive(finding.difference));
        const given = `${assignedInWords(finding, words)} (${originInWords(finding, 'en')})`;
        if (facts.odd === 'missing') {
          return `Assigned: ${given} for “${titleInWords(finding) || words.node(facts.node)}”, but the sheet has no line for it (see the total in ${dividedCells(finding)}). Add the line with ${words.amount(expected)} ${unit}, or ask the level above for an adjustment.`;
        }
        if (facts.remainderCell !== null) {
          return (
            `Cell ${facts.remainderCell} shows ${words.amount(found)} ${unit} left, but ${given} was assigned and ${words.amount(facts.divided)} ${unit} is given out (${dividedCells(finding)}), which leaves ${words.amount(expected)} ${unit}. ` +
            `Mend ${facts.remainderCell}, or give out the ${missing} ${unit} between them.`
          );
        }
        return (
          `Cell ${dividedCells(finding)}: ${moneyInWords(finding, 'en')} is ${words.amount(found)} ${unit} of ${given} assigned; ${missing} ${unit} is not given out${andOthers(count, 'en')}. ` +
          'Give it out, or add a row “Còn lại chưa phân bổ” that shows it.'
        );
      },
    },
  },
  gaps: {
    'assigned-not-compared': notCompared('en'),
    'assigned-nothing-read': ({ facts }) => ({
      what: `Assigned figures in ${place(facts, 'en')}`,
      why: 'no row was recognised as a project, content or total of a programme; write the programme and the projects as the approving decision does',
    }),
    'assigned-disagrees': ({ facts }, words) => ({
      what: `The figure assigned to ${facts.node === null ? 'the whole' : words.node(facts.node)} in ${place(facts, 'en')}`,
      why: `the decision gives two: ${words.amount(facts.firstAmount)} (${facts.first}) and ${words.amount(facts.secondAmount)} (${facts.second})`,
    }),
    'assigned-total-broken': ({ facts }, words) => ({
      what: `The assigned figure in cell ${facts.assignedCell} of ${place(facts, 'en')}`,
      why: `it says ${words.amount(facts.amount)}, but the lines of the decision itself add up to ${words.amount(facts.lines)}, which is just what is given out; ask those who assigned it`,
    }),
    'assigned-heading-not-compared': ({ cell, sheet, facts }) => ({
      what: `The assigned figure in cell ${cell} of sheet “${sheet}”: “${facts.text}”`,
      why: 'it is not clear which column it is about, or the number can be read in two ways',
    }),
  },
};
