import {
  childrenOf,
  type LawReference,
  type Programme,
  type ProgrammeNode,
  pathOf,
  type RuleSet,
} from '@ctmtqg/core';
import type { Language } from '../terminal.js';

const UNREAD = { vi: 'chưa đối chiếu văn bản gốc', en: 'not verified against the text' } as const;
const CAPITAL = {
  vi: { investment: 'vốn đầu tư', recurrent: 'vốn sự nghiệp (chi thường xuyên)' },
  en: { investment: 'investment', recurrent: 'recurrent' },
} as const;
const WORDS = {
  vi: {
    period: 'Thời gian',
    lead: 'Cơ quan chủ trì',
    law: 'Căn cứ',
    capital: 'Loại vốn',
    code: 'Mã ngân sách',
    source: 'Nguồn của tên',
    below: 'Gồm',
    none: 'chưa rõ',
    more: 'Xem một chương trình: ctmtqg programmes MÃ; xem một dự án: ctmtqg programmes MÃ DA4.TDA1',
    others: 'Nhận ra nhưng chưa có cây dự án',
    since: 'từ 03/2025',
  },
  en: {
    period: 'Period',
    lead: 'Lead agency',
    law: 'Law',
    capital: 'Kinds of capital',
    code: 'Budget code',
    source: 'Source of the title',
    below: 'Contains',
    none: 'not known',
    more: 'One programme: ctmtqg programmes ID; one project: ctmtqg programmes ID DA4.TDA1',
    others: 'Recognised, without a tree of projects yet',
    since: 'since March 2025',
  },
} as const;

const mark = (status: 'verified' | 'unverified' | undefined, lang: Language): string =>
  status === 'unverified' ? ` (${UNREAD[lang]})` : '';

function lawText(law: readonly LawReference[], lang: Language): string {
  return law
    .map(
      ({ instrument, article, status }) =>
        `${article === '' ? '' : `${article} `}${instrument}${mark(status, lang)}`,
    )
    .join('; ');
}

/** `Tiểu dự án 1`. */
export function nodeName(node: ProgrammeNode): string {
  return node.number === '' ? node.label : `${node.label} ${node.number}`;
}

/** All programmes, a line each. */
export function programmeListText(rules: RuleSet, lang: Language): string {
  const words = WORDS[lang];
  const width = Math.max(...rules.programmes.map(({ id }) => id.length));
  const lines = rules.programmes.map(({ id, title }) => `${id.padEnd(width)}  ${title}`);
  const others = rules.otherProgrammes.map(({ title }) => `  ${title}`);
  return `${lines.join('\n')}\n\n${words.others}:\n${others.join('\n')}\n\n${words.more}\n`;
}

function leadText(lead: Programme['lead'], lang: Language): string | null {
  if (!lead) return null;
  const next = lead.successor
    ? ` → ${lead.successor}, ${WORDS[lang].since}${mark(lead.successorStatus, lang)}`
    : '';
  return `${lead.name}${mark(lead.status, lang)}${next}`;
}

/** A programme and its whole tree. */
export function programmeText(programme: Programme, lang: Language): string {
  const words = WORDS[lang];
  const lead = leadText(programme.lead, lang);
  const head = [
    programme.title,
    `${words.period}: ${programme.from}–${programme.to}`,
    ...(lead ? [`${words.lead}: ${lead}`] : []),
    `${words.law}: ${lawText(programme.law, lang)}`,
    '',
  ];
  const lines: string[] = [];
  const visit = (parent: string | null, depth: number): void => {
    for (const node of childrenOf(programme, parent)) {
      const unread = node.titleStatus === 'unverified' ? ' *' : '';
      lines.push(`${'  '.repeat(depth)}${node.code}  ${nodeName(node)}: ${node.title}${unread}`);
      visit(node.code, depth + 1);
    }
  };
  visit(null, 0);
  return `${[...head, ...lines].join('\n')}\n\n* ${UNREAD[lang]}\n`;
}

/** One node with all that is known of it. */
export function nodeText(programme: Programme, node: ProgrammeNode, lang: Language): string {
  const words = WORDS[lang];
  const names = CAPITAL[lang];
  const basis = node.capitalBasis ?? [];
  const capital = basis.map((one) => `${names[one.kind]}${mark(one.status, lang)}: ${one.basis}`);
  const lead = leadText(node.lead, lang);
  const children = childrenOf(programme, node.code);
  const lines = [
    pathOf(programme, node)
      .map((step) => nodeName(step))
      .join(' › '),
    `${node.title}${mark(node.titleStatus, lang)}`,
    programme.title,
    `${words.source}: ${node.titleSource}`,
    `${words.capital}: ${capital.length > 0 ? `\n  ${capital.join('\n  ')}` : words.none}`,
    ...(lead ? [`${words.lead}: ${lead}`] : []),
    ...(node.budgetCode
      ? [`${words.code}: ${node.budgetCode.code}${mark(node.budgetCode.status, lang)}`]
      : []),
    `${words.law}: ${lawText(node.law, lang)}`,
    ...(children.length > 0 ? [`${words.below}:`] : []),
    ...children.map((child) => `  ${child.code}  ${nodeName(child)}: ${child.title}`),
  ];
  return `${lines.join('\n')}\n`;
}
