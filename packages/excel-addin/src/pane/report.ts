import type { CheckReport } from '@ctmtqg/core';
import type { Memory } from '../port/types.js';
import { groupFindings, writeAmount } from './groups.js';
import type { Words } from './words/index.js';

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:15px/1.5 system-ui,"Segoe UI",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #c9ced6;padding:.4rem .6rem;text-align:left;vertical-align:top}th{background:#f2f4f7}
td.n{text-align:right;white-space:nowrap}@media print{body{margin:0}tr{break-inside:avoid}}`;

/** The report as one page that opens anywhere and prints; every text of the sheet is escaped. */
export function reportHtml(report: CheckReport, memory: Memory, words: Words): string {
  const t = escapeHtml;
  const amount = (text: string | null) => (text === null ? '' : t(writeAmount(text, words.language)));
  const ignored = new Set(memory.ignored.map((one) => one.key));
  const groups = groupFindings(report.findings.filter((finding) => !ignored.has(finding.key)));
  const { errors, warnings } = { errors: report.counts.error, warnings: report.counts.warning };
  const { finding, fixes, check } = words;
  const rows = groups.map(
    ({ group, findings }) => `<h2>${t(words.groups[group])} (${findings.length})</h2><table><thead><tr>
<th>${t(fixes.cell)}</th><th>${t(check.result)}</th><th>${t(finding.found)}</th><th>${t(finding.expected)}</th></tr></thead><tbody>
${findings
  .map(
    (
      one,
    ) => `<tr><td>${t(words.at(one.sheet, one.cell))}<br><small>${t(words.severities[one.severity])}</small></td>
<td>${t(one.message)}</td><td class="n">${amount(one.found)}</td><td class="n">${amount(one.expected)}</td></tr>`,
  )
  .join('\n')}</tbody></table>`,
  );
  const list = (title: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : `<h2>${t(title)}</h2><ul>${items.map((item) => `<li>${t(item)}</li>`).join('')}</ul>`;
  return `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${t(report.workbook)}</title><style>${STYLE}</style></head><body>
<h1>${t(words.product)}: ${t(report.workbook)}</h1>
<p><strong>${t(errors + warnings > 0 ? check.findings(errors, warnings) : check.clean)}</strong></p>
<p>${t(check.checked(report.checked.cells, report.checked.sums, report.checked.rows))}
${report.rules.asOf ? t(check.asOf(report.rules.asOf)) : ''} ${t(check.rules(report.rules.version))}.</p>
${rows.join('\n')}
${list(
  finding.ignored(memory.ignored.length),
  memory.ignored.map((one) => `${one.message} (${one.reason})`),
)}
${list(
  finding.notChecked(report.notChecked.length),
  report.notChecked.map((gap) => `${gap.what} ${gap.why}`),
)}
</body></html>`;
}

/** Hands the report to the person as a file. */
export function downloadReport(report: CheckReport, memory: Memory, words: Words): void {
  download(
    new Blob([reportHtml(report, memory, words)], { type: 'text/html' }),
    `${report.workbook.replace(/\.xls[xm]$/i, '')} - CTMTQG.html`,
  );
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
