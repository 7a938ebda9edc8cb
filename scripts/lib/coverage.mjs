// The page docs/pham-vi-quy-dinh.md: for every node, what of the law is known, and what is not.

import { ELIGIBILITY_FOLDERS } from './rules.mjs';

const MARKS = { verified: '✓', unverified: '?', refers: '→', missing: '—', below: '↓' };

/** Title, capital kinds, norms and eligibility of one node, each by a name of `MARKS`. */
function standingOf(node, below, law) {
  const rule = law.rules.get(node.code);
  return {
    title: node.titleStatus,
    capital: node.capital.length === 0 ? 'missing' : node.capitalStatus,
    norm: normStanding(node, below, law),
    eligibility: below.length > 0 && rule === undefined ? 'below' : eligibilityOf(rule, law.without),
  };
}

function normStanding({ code }, below, { norms, references }) {
  const own = norms.filter((norm) => norm.node === code);
  if (own.some(({ law }) => law.status === 'verified')) return 'verified';
  if (own.length > 0) return 'unverified';
  if (references.some((one) => one.node === code)) return 'refers';
  return [...norms, ...references].some((one) => below.includes(one.node)) ? 'below' : 'missing';
}

/** Codes of the nodes under a node, at any depth. */
function codesBelow(code, nodes) {
  return nodes
    .filter(({ parent }) => parent === code)
    .flatMap((node) => [node.code, ...codesBelow(node.code, nodes)]);
}

function eligibilityOf(rule, without) {
  if (without || rule === undefined || rule.policies.length === 0) return 'missing';
  const laws = rule.policies.flatMap((policy) => lawsIn(policy.conditions).concat([policy.law]));
  return laws.every(({ status }) => status === 'verified') ? 'verified' : 'unverified';
}

function lawsIn(value) {
  if (Array.isArray(value)) return value.flatMap(lawsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = [value.law, value.unread].filter((law) => law !== undefined);
  return [...own, ...Object.values(value).flatMap(lawsIn)];
}

/** All that the page shows, as data: programme by programme, node by node. */
export function coverage({ read, list }) {
  const normFiles = list('norms').map(read);
  const without = new Map(
    read('eligibility/programmes-without-rules.json').programmes.map((one) => [one.programme, one]),
  );
  return list('programmes').map((path) => {
    const programme = read(path);
    const id = programme.id;
    const folder = ELIGIBILITY_FOLDERS.includes(id) ? list(`eligibility/${id}`) : [];
    const files = normFiles.filter((file) => file.programme === id);
    const law = {
      norms: files.flatMap((file) => file.norms),
      references: files.flatMap((file) => file.references ?? []),
      rules: new Map(folder.map(read).map((rule) => [rule.node, rule])),
      without: without.has(id),
    };
    const nodes = programme.nodes.map((node) => {
      const below = codesBelow(node.code, programme.nodes);
      return {
        code: node.code,
        label: `${node.label} ${node.number}`,
        title: node.title,
        leaf: below.length === 0,
        reason: law.rules.get(node.code)?.unknown?.reason.vi ?? without.get(id)?.reason.vi ?? null,
        standing: standingOf(node, below, law),
      };
    });
    return { id, title: programme.title, nodes };
  });
}

export const SUBJECTS = ['title', 'capital', 'norm', 'eligibility'];
const SUBJECT_WORDS = { title: 'Tên', capital: 'Loại vốn', norm: 'Định mức', eligibility: 'Đối tượng' };

/** How many nodes stand how, by subject. */
export function countsOf(nodes) {
  return Object.fromEntries(
    SUBJECTS.map((subject) => [
      subject,
      Object.fromEntries(
        Object.keys(MARKS).map((mark) => [
          mark,
          nodes.filter(({ standing }) => standing[subject] === mark).length,
        ]),
      ),
    ]),
  );
}

export function coveragePage(source) {
  const programmes = coverage(source);
  const { version } = source.read('version.json');
  const lines = [
    '# Phạm vi quy định đã có',
    '',
    `Trang này được tạo từ dữ liệu trong \`packages/core/data\` (bản ${version}) bằng \`node scripts/build-rules.mjs\`; đừng sửa tay.`,
    '',
    '✓ đã đọc văn bản · ? chỉ biết qua nguồn khác, công cụ luôn ghi “chưa xác minh” · — chưa có.',
    '→ điều khoản đã đọc không đặt mức riêng mà dẫn sang mức chung hoặc chế độ chi khác · ↓ quy định nằm ở các cấp dưới.',
    'Ô “Định mức” (—): chưa có văn bản. Trần hỗ trợ sản xuất của NĐ 27/2022/NĐ-CP áp dụng chung, không ghi ở từng mục.',
    '',
    '| Chương trình | Số mục | Tên ✓ / ? | Loại vốn ✓ / ? / — | Định mức ✓ / ? / → / — (↓) | Đối tượng ✓ / ? / — (↓) |',
    '|---|---|---|---|---|---|',
    ...programmes.map(({ id, nodes }) => summaryRow(id, nodes)),
    summaryRow(
      '**tổng**',
      programmes.flatMap(({ nodes }) => nodes),
    ),
    '',
  ];
  for (const { title, nodes } of programmes) lines.push(...programmeSection(title, nodes));
  return `${lines.join('\n')}\n`;
}

function summaryRow(name, nodes) {
  const { title, capital, norm, eligibility } = countsOf(nodes);
  const three = ({ verified, unverified, missing }) => `${verified} / ${unverified} / ${missing}`;
  return `| ${name} | ${nodes.length} | ${title.verified} / ${title.unverified} | ${three(capital)} | ${norm.verified} / ${norm.unverified} / ${norm.refers} / ${norm.missing} (${norm.below}) | ${three(eligibility)} (${eligibility.below}) |`;
}

function programmeSection(title, nodes) {
  const reasons = [
    ...new Set(
      nodes
        .filter(({ leaf }) => leaf)
        .map(({ reason }) => reason)
        .filter(Boolean),
    ),
  ];
  return [
    `## ${title}`,
    '',
    `| Mã | Tên | ${SUBJECTS.map((subject) => SUBJECT_WORDS[subject]).join(' | ')} |`,
    `|---|---|${SUBJECTS.map(() => ':-:|').join('')}`,
    ...nodes.map(
      ({ code, label, title: name, standing }) =>
        `| \`${code}\` | ${label}: ${name.replaceAll('|', '\\|')} | ${SUBJECTS.map((subject) => MARKS[standing[subject]]).join(' | ')} |`,
    ),
    '',
    ...(reasons.length > 0
      ? ['Vì sao chưa có đối tượng:', '', ...reasons.map((reason) => `- ${reason}`), '']
      : []),
  ];
}
