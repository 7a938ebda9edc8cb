import type { Wording } from '../report/locale.js';
import type { FactValue } from '../report/types.js';
import { inPercent } from './percent.js';
import type { NotFilled, PlannedEdit } from './types.js';

/** Texts, parted by semicolons. */
export const listOf = (value: unknown): string => (Array.isArray(value) ? value.join('; ') : '');
/** A fact as text; several parted by commas. */
export const list = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

/** A fact that is an amount, written as the language writes numbers. */
export const amountOf = (words: Wording, value: FactValue | undefined): string =>
  value === undefined ? '' : words.amount(String(value));

/** `85% : 15%` */
export const percents = (cell: NotFilled, point: ',' | '.'): string =>
  (Array.isArray(cell.facts.shares) ? cell.facts.shares : [])
    .map((share) => `${String(share).replace('.', point)}%`)
    .join(' : ');

/** True where the rule applied could not be verified in full. */
export const unsure = (edit: PlannedEdit) => edit.law.some(({ status }) => status === 'unverified');

/** `Số huyện nghèo của tỉnh 4 → 0,48 (mỗi huyện: 0.12)`, one for each criterion. */
export function termsOf(edit: PlannedEdit, words: Wording): string {
  const { names, given, coefficients, cases } = edit.facts;
  const at = (values: FactValue | undefined, i: number) => (Array.isArray(values) ? String(values[i]) : '');
  const number = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? words.amount(text) : text);
  return (Array.isArray(names) ? names : [])
    .map((name, i) => `${name} ${number(at(given, i))} → ${number(at(coefficients, i))} (${at(cases, i)})`)
    .join('; ');
}

/** `0,7 + 0,45 = 1,15` */
export const computation = (edit: PlannedEdit, words: Wording): string =>
  list(edit.facts.computation).replace(/\d+(\.\d+)?/g, (number) => words.amount(number));

/** ` (Điều 6 39/2021/QĐ-TTg)`, or nothing; with the words given where nobody read the text. */
export function lawOf(edit: PlannedEdit, unread = ''): string {
  const [law] = edit.law;
  const doubt = law?.status === 'unverified' && unread !== '' ? `, ${unread}` : '';
  return law ? ` (${law.article} ${law.instrument}${doubt})` : '';
}

/** `15%`, the number as the language writes it. */
export function percentOf(words: Wording, ratio: unknown): string {
  return `${words.amount(inPercent(String(ratio)))}%`;
}

/** `D9, D10, … D14`: enough to recognise a sum. */
export function shortList(value: unknown): string {
  const all = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  return all.length <= 4 ? all.join(', ') : `${all[0]}, ${all[1]}, … ${all[all.length - 1]} (${all.length})`;
}
