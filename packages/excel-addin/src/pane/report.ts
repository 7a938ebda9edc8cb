import type { CheckReport, Finding } from '@ctmtqg/core';
import type { Memory } from '../port/types.js';
import { groupFindings, writeAmount } from './groups.js';
import type { Words } from './words/index.js';

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:15px/1.5 system-ui,"Segoe UI",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
h1{font-size:1.4rem;margin:0}h1+p{margin:.25rem 0;color:#545c66}h2{font-size:1.05rem;margin:1.75rem 0 .5rem}
.verdict{margin:1rem 0;padding:.75rem 1rem;border:1px solid #dfe3e8;border-left:5px solid #1c6b34;border-radius:8px}
.verdict strong{font-size:1.15rem}.verdict.error{border-left-color:#b3261e}.verdict.warning{border-left-color:#855100}
.verdict p{margin:.25rem 0 0;color:#545c66}
table{border-collapse:collapse;width:100%;table-layout:fixed}col.cell{width:8.5rem}col.n{width:7rem}
th,td{border:1px solid #c9ced6;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f2f4f7}
.n{text-align:right;font-variant-numeric:tabular-nums}small{color:#545c66}.error b{color:#b3261e}.warning b{color:#855100}.info b{color:#1d5a9e}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}thead{display:table-header-group}}`;

/** The report as one page that opens anywhere and prints; every text of the sheet is escaped. */
export function reportHtml(report: CheckReport, memory: Memory, words: Words): string {
  const t = escapeHtml;
  const amount = (text: string | null) => (text === null ? '' : t(writeAmount(text, words.language)));
  const ignored = new Set(memory.ignored.map((one) => one.key));
  const groups = groupFindings(report.findings.filter((finding) => !ignored.has(finding.key)));
  const open = report.findings.filter((finding) => !ignored.has(finding.key));
  const count = (severity: Finding['severity']) => open.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  const { finding, fixes, check, result } = words;
  const line = (
    one: Finding,
  ) => `<tr class="${one.severity}"><td><b>${t(words.severities[one.severity])}</b><br>
${t(words.at(one.sheet, one.cell))}</td><td>${t(one.message)}${lawLine(one, words)}</td><td class="n">${amount(one.found)}</td>
<td class="n">${amount(one.expected)}</td><td class="n">${amount(one.difference)}${
    one.difference !== null && one.unit ? `<br><small>${t(one.unit)}</small>` : ''
  }</td></tr>`;
  const rows = groups.map(
    ({ group, findings }) => `<h2>${t(words.groups[group])} (${findings.length})</h2><table>
<colgroup><col class="cell"><col><col class="n"><col class="n"><col class="n"></colgroup><thead><tr>
<th>${t(fixes.cell)}</th><th>${t(check.result)}</th><th class="n">${t(finding.found)}</th><th class="n">${t(finding.expected)}</th>
<th class="n">${t(finding.difference)}</th></tr></thead><tbody>
${findings.map(line).join('\n')}</tbody></table>`,
  );
  const worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'clean';
  const verdict =
    errors + warnings > 0
      ? check.findings(errors, warnings)
      : report.status === 'incomplete'
        ? check.incomplete
        : check.clean;
  const list = (title: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : `<h2>${t(title)}</h2><ul>${items.map((item) => `<li>${t(item)}</li>`).join('')}</ul>`;
  return `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${t(report.workbook)}</title><style>${STYLE}</style></head><body>
<h1>${t(result.title)}</h1><p>${t(report.workbook)}</p>
<div class="verdict ${worst}"><strong>${t(verdict)}</strong>
<p>${t(check.checked(report.checked.cells, report.checked.sums, report.checked.rows))}
${report.rules.asOf ? `${t(check.asOf(report.rules.asOf))}. ` : ''}${t(check.rules(report.rules.version))}.</p></div>
${rows.join('\n')}
${list(
  finding.ignored(memory.ignored.length),
  memory.ignored.map((one) => `${one.message} (${result.reason}: ${one.reason})`),
)}
${list(
  finding.notChecked(report.notChecked.length),
  report.notChecked.map((gap) => `${gap.what} ${gap.why}`),
)}
</body></html>`;
}

/** The articles that a finding rests on; those not read in the text say so. */
function lawLine({ law }: Finding, words: Words): string {
  if (law.length === 0) return '';
  const said = law.map(({ article, instrument, status }) =>
    [article, instrument, status === 'unverified' ? words.finding.unverified : ''].filter(Boolean).join(', '),
  );
  return `<br><small>${escapeHtml(`${words.finding.law}: ${said.join('; ')}`)}</small>`;
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
