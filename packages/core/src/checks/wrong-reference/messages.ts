import type { GapMessage, Messages } from '../../report/locale.js';
import type { FindingData, NotCheckedData } from '../../report/types.js';
import { columnName } from '../../snapshot/address.js';
import { enFormula, enList } from '../support/sum-words-en.js';
import { viFormula, viList } from '../support/sum-words-vi.js';

function viReason({ facts }: FindingData): string {
  if (facts.fault === 'percent')
    return `không chia ${facts.numerator} cho ${facts.denominator} như ${facts.neighbours} ô cùng cột`;
  const extra = viList(facts.extra);
  const missing = viList(facts.missing);
  const reads = extra ? `đang lấy ${extra}` : 'lấy nhầm ô';
  const leaves = missing ? ` mà bỏ ${missing}` : '';
  const neighbours = Number(facts.neighbours) > 0 ? `, khác ${facts.neighbours} công thức bên cạnh` : '';
  return `${reads}${leaves}${neighbours}`;
}

function enReason({ facts }: FindingData): string {
  if (facts.fault === 'percent') {
    return `does not divide ${facts.numerator} by ${facts.denominator} as ${facts.neighbours} cells of the column do`;
  }
  const extra = enList(facts.extra);
  const missing = enList(facts.missing);
  const reads = extra ? `reads ${extra}` : 'reads the wrong cells';
  const leaves = missing ? ` and not ${missing}` : '';
  const neighbours = Number(facts.neighbours) > 0 ? `, unlike ${facts.neighbours} formulas beside it` : '';
  return `${reads}${leaves}${neighbours}`;
}

const lineName = ({ facts }: NotCheckedData): string =>
  facts.axis === 'row' ? columnName(Number(facts.whole)) : String(facts.whole);

const viUncertain: GapMessage = (gap) => ({
  what: `Tổng ở ${gap.facts.axis === 'row' ? 'cột' : 'dòng'} ${lineName(gap)} của bảng ${gap.facts.range}, trang “${gap.sheet}”`,
  why: `chỉ đoán từ các con số: ${gap.facts.holds} chỗ khớp, ${gap.facts.broken} chỗ không khớp, nên không dám kết luận chỗ nào sai`,
});

const enUncertain: GapMessage = (gap) => ({
  what: `The sum in ${gap.facts.axis === 'row' ? 'column' : 'row'} ${lineName(gap)} of table ${gap.facts.range}, sheet “${gap.sheet}”`,
  why: `it was only guessed from the figures: ${gap.facts.holds} agree and ${gap.facts.broken} do not, so no cell is accused`,
});

export const vi: Messages = {
  findings: { 'wrong-reference': { title: 'Công thức trỏ nhầm ô', message: viFormula(viReason) } },
  gaps: { 'sum-not-certain': viUncertain },
};

export const en: Messages = {
  findings: { 'wrong-reference': { title: 'Formula reads the wrong cells', message: enFormula(enReason) } },
  gaps: { 'sum-not-certain': enUncertain },
};
