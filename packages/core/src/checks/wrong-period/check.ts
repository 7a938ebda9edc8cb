import { findProgramme, programmesNamed, withoutPastPeriods } from '../../programmes/index.js';
import type { FindingData } from '../../report/types.js';
import type { Programme } from '../../rules/types.js';
import type { Table } from '../../sheet/types.js';
import { flattenText } from '../../text/index.js';
import { makeFinding } from '../support/finding.js';
import { type HeaderCell, headerCells, textCells } from '../support/headers.js';
import type { Check, CheckContext } from '../types.js';
import { periodsIn, yearsIn } from './years.js';

/** How far above a table its heading may begin. */
const HEADING_ROWS = 15;

/**
 * Last budget year in which money of a programme may be planned: money of 2021–2025 carried over may be spent
 * until 31/12/2026 under its old rules.
 */
function lastYear(programme: Programme): number {
  return programme.to === 2025 ? 2026 : programme.to;
}

/** Periods named beside a programme may reach to the end of the strategy that it serves (2021–2030). */
function lastPeriodYear(programme: Programme): number {
  return Math.max(programme.to, 2030);
}

/** A year or a period that the programme of the table cannot have, or that the table's own columns contradict. */
export const wrongPeriod: Check = {
  code: 'wrong-period',
  run(context) {
    const findings: FindingData[] = [];
    const seen = new Set<string>();
    for (const table of context.tables) {
      const programme = findProgramme(context.rules.programmes, table.dimensions.programme ?? '');
      if (!programme) continue;
      for (const finding of tableFindings(context, table, programme)) {
        const key = `${finding.sheet}!${finding.cell}`;
        if (!seen.has(key)) findings.push(finding);
        seen.add(key);
      }
    }
    return { findings, notChecked: [] };
  },
};

function tableFindings(context: CheckContext, table: Table, programme: Programme): FindingData[] {
  const lines = headingLines(context, table);
  const findings = lines.flatMap((line) => {
    const outside = outsideOf(line.text, programme);
    return outside ? [findingOf(table, line, programme, outside)] : [];
  });
  if (findings.length > 0) return findings;
  for (const header of planHeaders(context, table)) {
    const late = yearsIn(flattenText(header.text)).find((year) => year > lastYear(programme));
    if (late !== undefined) findings.push(findingOf(table, header, programme, String(late)));
  }
  if (findings.length > 0) return findings;
  const stale = staleYear(context, table, lines);
  return stale ? [stale] : [];
}

/** Words of titles; notes and references above a table name years too. */
const TITLE_WORDS =
  /chuong trinh|mtqg|muc tieu quoc gia|ke hoach|du toan|phan bo|phan khai|von|kinh phi|bieu|tong hop|giao|danh muc|nhu cau|giai ngan|quyet toan|^\W*nam /;

/** Lines above the table that belong to it and name a budget year or period; letters' dates and references do not. */
function headingLines(context: CheckContext, table: Table): HeaderCell[] {
  const bottom = table.headerRange.top - 1;
  const before = context.tables.filter(
    (other) => other.sheet === table.sheet && other.range.bottom <= bottom,
  );
  const top = Math.max(1, bottom - HEADING_ROWS, ...before.map((other) => other.range.bottom + 1));
  if (bottom < top) return [];
  return textCells(context.book, table.sheet, { top, bottom, left: 1, right: table.range.right + 5 }).filter(
    ({ text }) => {
      const flat = flattenText(text);
      if (
        /^\W*(?:kem theo|ban hanh|can cu|luy ke|ngay|ap dung|ghi chu|nguon so lieu)|ngay\s+[\d .…]*\s*thang/.test(
          flat,
        )
      )
        return false;
      if (!TITLE_WORDS.test(flat)) return false;
      const named = programmesNamed(context.rules, withoutPastPeriods(text, table.dimensions.year));
      return !named.some((mention) => mention.programme === null);
    },
  );
}

/** A heading may look back on other years; only one that names none of the programme's own is wrong. */
function outsideOf(text: string, programme: Programme): string | null {
  const flat = flattenText(text);
  const periods = periodsIn(flat);
  const outside = periods.filter(
    ({ from, to }) => from > to || from < programme.from || to > lastPeriodYear(programme),
  );
  if (outside.length > 0 && outside.length === periods.length) return outside[0]?.written ?? null;
  const years = yearsIn(flat);
  const wrong = years.filter((one) => one < programme.from || one > lastYear(programme));
  return wrong.length > 0 && wrong.length === years.length ? String(wrong[0]) : null;
}

/** Header cells over planned money; what was spent or planned in earlier years stands there for comparison. */
function planHeaders(context: CheckContext, table: Table): HeaderCell[] {
  return headerCells(context.book, table).filter(({ text }) =>
    /\b(?:ke hoach|du toan|von nam|kh nam|dt nam|giao)\b/.test(flattenText(text)),
  );
}

/** Words of reports; “vốn thực hiện chương trình” is a plan all the same, and “quốc gia” no estimate. */
const LOOKS_BACK =
  /\b(?:keo dai|chuyen nguon|chuyen tiep|chuyen sang|giai ngan|quyet toan|bao cao|danh gia|tinh hinh|ket qua|uoc|dieu chinh|so sanh|thuc hien(?! (?:chuong trinh|ct|ctmtqg|cac|du an|tieu du an|noi dung|hop phan|nhiem vu|de an|muc tieu)))\b/;

/** The heading plans one year, and every planned column another: one of the two was left over from last year. */
function staleYear(context: CheckContext, table: Table, lines: readonly HeaderCell[]): FindingData | null {
  const titles = lines.filter(({ text }) => yearsIn(flattenText(text)).length > 0);
  const years = new Set(titles.flatMap(({ text }) => yearsIn(flattenText(text))));
  const [title] = titles;
  const [year] = years;
  if (!title || year === undefined || years.size !== 1) return null;
  if (lines.some(({ text }) => LOOKS_BACK.test(flattenText(text)))) return null;
  const columns = table.columns.filter((column) => column.role === 'amount');
  const own = new Set(columns.map((column) => column.own.year));
  const [other] = own;
  if (own.size !== 1 || other === null || other === undefined || other === year) return null;
  const headers = planHeaders(context, table).filter(({ text }) =>
    yearsIn(flattenText(text)).includes(other),
  );
  const [header] = headers;
  if (!header || LOOKS_BACK.test(flattenText(header.text))) return null;
  return makeFinding({
    code: 'wrong-period',
    severity: 'error',
    sheet: table.sheetName,
    cells: [header.address],
    candidates: [header, title].map(({ address }) => ({ sheet: table.sheetName, cell: address })),
    facts: { year: other, headingYear: year, headingCell: title.address },
    expected: String(year),
    found: String(other),
  });
}

function findingOf(table: Table, cell: HeaderCell, programme: Programme, found: string): FindingData {
  return makeFinding({
    code: 'wrong-period',
    severity: 'error',
    sheet: table.sheetName,
    cells: [cell.address],
    facts: {
      year: found,
      programme: programme.id,
      programmeName: programme.short,
      from: programme.from,
      to: programme.to,
      last: lastYear(programme),
    },
    expected: `${programme.from}–${programme.to}`,
    found,
    law: programme.law.slice(0, 1),
  });
}
