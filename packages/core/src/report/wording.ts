import type { Wording } from './locale.js';
import type { FactValue } from './types.js';

interface Language {
  readonly thousands: string;
  readonly decimal: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly of: string;
  readonly unnamed: string;
}

const VI: Language = {
  thousands: '.',
  decimal: ',',
  labels: {
    DA: 'Dự án',
    TDA: 'Tiểu dự án',
    ND: 'Nội dung',
    NDTP: 'Nội dung thành phần',
    HP: 'Hợp phần',
  },
  of: ' của ',
  unnamed: 'không rõ',
};

const EN: Language = {
  thousands: ',',
  decimal: '.',
  labels: { DA: 'Project', TDA: 'Sub-project', ND: 'Content', NDTP: 'Content component', HP: 'Component' },
  of: ' of ',
  unnamed: 'not known',
};

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

function writeAmount(text: string, language: Language): string {
  const match = DECIMAL.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction] = match;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, language.thousands);
  return sign + grouped + (fraction ? language.decimal + fraction : '');
}

function writeNode(code: string, language: Language): string {
  const steps = code.split('.').map((step) => {
    const match = /^([A-Z]+)0*(\d+)$/.exec(step);
    const label = match ? language.labels[match[1]!] : undefined;
    return label ? `${label} ${match![2]}` : step;
  });
  return steps.reverse().join(language.of);
}

const isNothing = (value: FactValue | undefined): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

function wording(language: Language): Wording {
  return {
    amount: (value) => (isNothing(value) ? language.unnamed : writeAmount(String(value), language)),
    node: (code) => (isNothing(code) ? language.unnamed : writeNode(String(code), language)),
  };
}

/** Figures as Vietnamese officers write them: `12.063,2`; nodes as `Tiểu dự án 1 của Dự án 4`. */
export const viWording: Wording = wording(VI);

/** Figures as in English: `12,063.2`; nodes as `Sub-project 1 of Project 4`. */
export const enWording: Wording = wording(EN);
