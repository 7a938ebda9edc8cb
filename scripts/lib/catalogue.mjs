import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './build.mjs';

const CHECKS = join(ROOT, 'packages', 'core', 'src', 'checks');

/** The core with the examples of all check folders, bundled from the sources. */
async function loadSources() {
  const folders = readdirSync(CHECKS).filter((name) =>
    ['check.ts', 'example.ts'].every((file) => existsSync(join(CHECKS, name, file))),
  );
  const { outputFiles } = await build({
    stdin: {
      resolveDir: CHECKS,
      loader: 'ts',
      contents: `
        export { check } from '../check.js';
        export { buildSnapshot } from '../snapshot/build.js';
        export { FINDING_CATALOGUE } from '../report/catalogue.js';
        export { vi } from '../report/locales/vi.js';
        export { en } from '../report/locales/en.js';
        export { RULES } from '../rules/index.js';
        ${folders.map((name, index) => `import { example as e${index} } from './${name}/example.js';`).join('\n')}
        export const EXAMPLES = [${folders.map((_, index) => `e${index}`).join(', ')}];`,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const folder = mkdtempSync(join(tmpdir(), 'ctmtqg-catalogue-'));
  const bundle = join(folder, 'sources.mjs');
  writeFileSync(bundle, outputFiles[0].text);
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All findings with group, severity, names, and an example from the check's own folder. */
export async function catalogue() {
  const { check, buildSnapshot, FINDING_CATALOGUE, vi, en, RULES, EXAMPLES } = await loadSources();
  const examples = new Map(EXAMPLES.map((example) => [example.code, example]));
  return Object.entries(FINDING_CATALOGUE).map(([code, { group, severity }]) => {
    const example = examples.get(code);
    const found = (locale) => {
      if (!example) return null;
      const sheets = [example.sheet, ...(example.more ?? [])];
      const match = example.match ?? [];
      const report = check(buildSnapshot(sheets), { rules: RULES, locale, match });
      return report.findings.find((finding) => finding.code === code) ?? null;
    };
    const inVietnamese = found(vi);
    return {
      code,
      group,
      severity,
      reported: vi.titles[code] !== undefined,
      vi: { title: vi.titles[code] ?? null, example: inVietnamese?.message ?? null },
      en: { title: en.titles[code] ?? null, example: found(en)?.message ?? null },
      example: example ? { about: example.about, cell: inVietnamese?.cell ?? example.cell } : null,
    };
  });
}

const quoted = (value) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);

export function catalogueCsv(entries) {
  const head = 'code,group,severity,reported,title_vi,title_en,example_vi,example_en';
  const rows = entries.map((entry) =>
    [
      entry.code,
      entry.group,
      entry.severity,
      entry.reported,
      ...[entry.vi.title, entry.en.title, entry.vi.example, entry.en.example].map(quoted),
    ].join(','),
  );
  return `${[head, ...rows].join('\n')}\n`;
}

const GROUPS = {
  sums: ['Phép cộng', 'Sums'],
  formulas: ['Công thức', 'Formulas'],
  cells: ['Ô số', 'Cells'],
  programme: ['Chương trình', 'Programme'],
  'money-by-law': ['Tiền theo quy định', 'Money by law'],
  'people-and-places': ['Đối tượng, địa bàn', 'People and places'],
};
const SEVERITIES = {
  error: 'lỗi / error',
  warning: 'cảnh báo / warning',
  info: 'lưu ý / note',
  'by-case': 'tuỳ trường hợp / by case',
};

export function cataloguePage(entries) {
  const lines = [
    '# Danh mục phát hiện / Findings',
    '',
    'Sinh ra từ mã nguồn bằng `node scripts/generate.mjs`; cùng nội dung: [CSV](findings.csv), [JSON](findings.json). Mã không bao giờ đổi nghĩa hay dùng lại.',
    '',
    'Generated from the code by `node scripts/generate.mjs`; the same as [CSV](findings.csv) and [JSON](findings.json). Codes never change meaning and are never reused.',
    '',
    'Lỗi: biểu sai, có chứng cứ. Cảnh báo: cần xem lại. Lưu ý: nên biết. / Error: the sheet is wrong, provably. Warning: look here. Note: good to know.',
  ];
  for (const [group, [vi, en]] of Object.entries(GROUPS)) {
    lines.push('', `## ${vi} / ${en}`);
    for (const entry of entries.filter((one) => one.group === group)) {
      lines.push('', `### \`${entry.code}\``, '');
      if (!entry.reported) {
        lines.push(
          `${SEVERITIES[entry.severity]}. Mã dành sẵn, chưa có phép kiểm tra nào dùng. / Reserved; no check reports it yet.`,
        );
        continue;
      }
      lines.push(`**${entry.vi.title}** / **${entry.en.title}**. ${SEVERITIES[entry.severity]}.`);
      if (entry.vi.example) lines.push('', `> ${entry.vi.example}`, '>', `> ${entry.en.example}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
