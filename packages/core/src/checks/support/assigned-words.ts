import type { Wording } from '../../report/locale.js';
import type { FactValue, FindingData } from '../../report/types.js';

const SOURCE_VI: Readonly<Record<string, string>> = {
  central: ' NSTW',
  local: ' NSĐP',
  province: ' ngân sách tỉnh',
  district: ' ngân sách huyện',
  commune: ' ngân sách xã',
};
const SOURCE_EN: Readonly<Record<string, string>> = {
  central: ' of central money',
  local: ' of local money',
  province: ' of the province’s money',
  district: ' of the district’s money',
  commune: ' of the commune’s money',
};

const MOST_LETTERS = 70;

/** A title as a sentence can bear it. */
export function titleInWords({ facts }: FindingData): string {
  const title = String(facts.title ?? '');
  return title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS - 1).trimEnd()}…` : title;
}

/** `vốn NSTW của “Dự án 1: …”` or `tổng vốn NSTW`: what money a finding is about. */
export function moneyInWords(finding: FindingData, language: 'vi' | 'en'): string {
  const { facts } = finding;
  const source = String(facts.source ?? '');
  const whole = facts.whole === true;
  if (language === 'vi') {
    const money = `vốn${SOURCE_VI[source] ?? ''}`;
    return whole ? `tổng ${money}` : `${money} của “${titleInWords(finding)}”`;
  }
  const money = `money${SOURCE_EN[source] ?? ''}`;
  return whole ? `all ${money}` : `${money} for “${titleInWords(finding)}”`;
}

/** `“QĐ 12.xlsx”, trang “PL1”, ô D7`: where the assigned figure stands. */
export function originInWords({ facts }: FindingData, language: 'vi' | 'en'): string {
  const cell = facts.assignedCell;
  const vi = language === 'vi';
  if (facts.origin === 'option')
    return vi ? 'số được giao đã nêu khi kiểm tra' : 'the figure given for this check';
  if (facts.origin === 'sheet')
    return vi ? `trang “${facts.assignedSheet}”, ô ${cell}` : `sheet “${facts.assignedSheet}”, cell ${cell}`;
  if (facts.origin !== 'file') return vi ? `ô ${cell} của biểu này` : `cell ${cell} of this sheet`;
  return vi
    ? `tệp “${facts.workbook}”, trang “${facts.assignedSheet}”, ô ${cell}`
    : `file “${facts.workbook}”, sheet “${facts.assignedSheet}”, cell ${cell}`;
}

/** `1.200 triệu đồng`: the assigned figure as its own document writes it. */
export function assignedInWords({ facts }: FindingData, words: Wording): string {
  return `${words.amount(facts.assigned)} ${facts.assignedUnit ?? ''}`.trimEnd();
}

const list = (value: FactValue | undefined): readonly string[] => (Array.isArray(value) ? value : []);

/** `D7`, `D7 + D9`: the cells that give the money out. */
export function dividedCells({ facts }: FindingData): string {
  const cells = list(facts.dividedCells);
  return `${cells.slice(0, 4).join(' + ')}${cells.length > 4 ? ' + …' : ''}`;
}
