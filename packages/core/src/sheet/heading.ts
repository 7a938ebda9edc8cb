import { readUnit } from '../amount/index.js';
import { programmesNamed, withoutPastPeriods } from '../programmes/index.js';
import type { RuleSet } from '../rules/types.js';
import { locate } from '../snapshot/index.js';
import { foldText } from '../text/index.js';
import type { Frame } from './find-tables.js';
import type { SheetReader } from './read-cells.js';
import type { Capital, MoneyUnit, Source, Stage, StatedMatch, Table } from './types.js';
import { capitalOf, sourceOf, stageOf, yearOf } from './vocabulary.js';

/** One text above or below a table. */
export interface Line {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly folded: string;
}

/** What the lines around a table say of it as a whole. */
export interface Heading {
  readonly programme: string | null;
  readonly otherProgramme: string | null;
  readonly programmeCell: Line | null;
  readonly title: string;
  readonly year: number | null;
  readonly capital: Capital | null;
  readonly source: Source | null;
  readonly stage: Stage | null;
  readonly unit: MoneyUnit | null;
  readonly unitCell: Line | null;
  readonly date: string | null;
  readonly level: Table['administrativeLevel'];
  readonly statedMatches: readonly StatedMatch[];
}

/** Texts of the rows `from`…`to`, left to right, top to bottom. */
export function linesBetween(
  reader: SheetReader,
  from: number,
  to: number,
  left = 1,
  right = 16_384,
): Line[] {
  const locator = locate(reader.snapshot);
  const lines: Line[] = [];
  for (let i = locator.rowIndex(from); i < locator.filledRows.length && locator.filledRows[i]! <= to; i++) {
    const row = locator.filledRows[i]!;
    for (let cell = locator.rowStarts[i]!; cell < locator.rowStarts[i + 1]!; cell++) {
      const column = reader.snapshot.cells.columns[cell]!;
      if (column < left || column > right) continue;
      const text = reader.text(row, column);
      if (text !== '') lines.push({ row, column, text, folded: foldText(text) });
    }
  }
  return lines;
}

/** Reads programme, year, unit, capital, date and stated ratio from the lines around a table. */
export function readHeading(reader: SheetReader, frame: Frame, rules: RuleSet): Heading {
  const above = linesBetween(reader, frame.headingFrom, frame.header.top - 1);
  const last = frame.dataRows[frame.dataRows.length - 1]!;
  const below = linesBetween(reader, last + 1, Math.min(frame.footUntil, last + 40));
  const titles = above.filter(
    (line) => !isLetterhead(line) && !isAttachment(line) && !isUnitLine(line) && !isReceiver(line),
  );
  const title = titles.map((line) => line.text).join(' ');
  const folded = foldText(title);
  const year = yearFrom(titles, above);
  const named = programmeNamed(title, rules) ?? programmeNamed(withoutPastPeriods(title, year), rules);
  const fallback =
    named ??
    programmeNamed(above.map((line) => line.text).join(' ; '), rules) ??
    programmeNamed(reader.snapshot.name, rules);
  const unitLine =
    [...above].reverse().find((line) => isUnitLine(line) && readUnit(line.text) !== null) ?? null;
  const looseUnit =
    unitLine ??
    [...above]
      .reverse()
      .find(
        (line) =>
          /^\(?[^()]{0,40}\)?$/.test(line.text) &&
          /\b(dong|trieu|ty)\b/.test(line.folded) &&
          readUnit(line.text) !== null &&
          line.folded.split(' ').length <= 5,
      ) ??
    null;
  return {
    programme: fallback,
    otherProgramme: fallback ? null : otherNamed(title, rules),
    programmeCell: titles.find((line) => programmeNamed(line.text, rules) !== null) ?? titles[0] ?? null,
    title,
    year,
    capital: capitalOf(withoutProgrammeNames(folded)),
    source: titleSource(folded),
    stage: titleStage(folded),
    unit: looseUnit ? readUnit(looseUnit.text) : null,
    unitCell: looseUnit,
    date: dateFrom(above) ?? dateFrom(below),
    level: levelFrom(above, below),
    statedMatches: statedMatches(reader, [...above, ...below]),
  };
}

function isUnitLine(line: Line): boolean {
  return (
    /\b(don vi( tinh)?|dvt|dv tinh|dvi|unit)\b/.test(line.folded) &&
    !/\bdon vi (chu|thuc|hanh|su|quan)\b/.test(line.folded)
  );
}

function isLetterhead(line: Line): boolean {
  return (
    /^(cong hoa xa hoi|doc lap|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so |phong |ban |bo |mau so|bieu( mau)? so|phu luc|mau bieu|bieu \d|pl )/.test(
      `${line.folded} `,
    ) && !/chuong trinh|ctmtqg|mtqg|ke hoach von|du toan|nam 20/.test(line.folded)
  );
}

function isAttachment(line: Line): boolean {
  return /^(kem theo|ban hanh kem|dinh kem|dung cho)/.test(line.folded);
}

function isReceiver(line: Line): boolean {
  return /^(luy ke|nguon so lieu|can cu|ap dung|ty le|muc doi ung|doi ung)/.test(line.folded);
}

/** The one programme of ours that a text names; `null` for none and for several. */
export function programmeNamed(text: string, rules: RuleSet): string | null {
  const ours = new Set(programmesNamed(rules, text).flatMap((mention) => mention.programme ?? []));
  return ours.size === 1 ? [...ours][0]! : null;
}

/** A programme that exists but is not ours, where the text names it and none of ours. */
function otherNamed(text: string, rules: RuleSet): string | null {
  const mentions = programmesNamed(rules, text);
  if (mentions.some((mention) => mention.programme !== null)) return null;
  return mentions.find((mention) => mention.explicit)?.title ?? null;
}

/** Names such as "phát triển" or "đầu tư phát triển nhóm dân tộc" say nothing of the capital. */
function withoutProgrammeNames(folded: string): string {
  const match =
    /\b(von|kinh phi|chi|nguon|ke hoach|du toan)( von| kinh phi| chi| nguon)? (dau tu( phat trien)?( va su nghiep)?|su nghiep|thuong xuyen|dtpt)\b[^,;.]*/.exec(
      folded,
    );
  return match ? match[0].split(/\b(chuong trinh|du an|thuc hien)\b/)[0]! : '';
}

function titleSource(folded: string): Source | null {
  const match =
    /\b(von|nguon|kinh phi|nguon von|doi ung)( von)? (ngan sach trung uong|nstw|trung uong|ngan sach dia phuong|nsdp|doi ung[a-z ]{0,24}|ngan sach (tinh|cap tinh|huyen|xa))\b/.exec(
      folded,
    );
  return match && !/\bva\b/.test(folded.slice(match.index, match.index + match[0].length + 12))
    ? sourceOf(match[0])
    : null;
}

function titleStage(folded: string): Stage | null {
  if (/\b(dieu chinh)\b/.test(folded)) return null;
  const stage = stageOf(folded);
  return stage === 'disbursed' || stage === 'carried-over' ? stage : stage === 'plan' ? 'plan' : null;
}

function yearFrom(titles: readonly Line[], above: readonly Line[]): number | null {
  for (const line of titles) {
    const match = /\bnam( ngan sach)? (20[0-4]\d)\b(?!\s*(-|den))/.exec(line.folded);
    if (match && !/\bnam 20\d\d den\b/.test(line.folded)) return Number(match[2]);
  }
  for (const line of titles) {
    const year = yearOf(line.folded);
    if (year !== null) return year;
  }
  const spanned = titles.some(
    (line) =>
      /\b20\d\d (den nam )?20\d\d\b|20\d\d\s*[-–]\s*20\d\d/.test(line.text) || /giai doan/.test(line.folded),
  );
  if (spanned) return null;
  for (const line of above.filter(isAttachment)) {
    const match = /nam (20[0-4]\d)/.exec(line.folded);
    if (match) return Number(match[1]);
  }
  return null;
}

function dateFrom(lines: readonly Line[]): string | null {
  for (const line of lines) {
    const match =
      /ngay (\d{1,2}) thang (\d{1,2}) nam (20\d\d)/.exec(line.folded) ??
      /\b(\d{1,2})[/.](\d{1,2})[/.](20\d\d)\b/.exec(line.text);
    if (!match) continue;
    const day = Number(match[1]);
    const month = Number(match[2]);
    if (day < 1 || day > 31 || month < 1 || month > 12) continue;
    return `${match[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return null;
}

function levelFrom(above: readonly Line[], below: readonly Line[]): Table['administrativeLevel'] {
  const text = ` ${[...above, ...below].map((line) => line.folded).join(' ; ')} `;
  if (/\b(ubnd|uy ban nhan dan|hdnd)( ;)? (xa|phuong|dac khu|thi tran)\b/.test(text)) return 'commune';
  if (/\b(ubnd|uy ban nhan dan|hdnd)( ;)? (huyen|thi xa|thanh pho|tp)\b/.test(text)) return 'district';
  if (/\b(ubnd|uy ban nhan dan|hdnd)( ;)? tinh\b/.test(text)) return 'province';
  if (/\btren dia ban xa\b|\bxa [a-z]+( [a-z]+)? nam 20/.test(text)) return 'commune';
  if (/\btren dia ban huyen\b/.test(text)) return 'district';
  if (/\b(toan tinh|tren dia ban tinh|tinh [a-z]+ [a-z]+ nam)\b/.test(text)) return 'province';
  return null;
}

/** "đối ứng tối thiểu 15%", "NSĐP đối ứng bằng 10% vốn sự nghiệp NSTW". */
function statedMatches(reader: SheetReader, lines: readonly Line[]): StatedMatch[] {
  const found: StatedMatch[] = [];
  for (const line of lines) {
    if (
      !/\bdoi ung\b/.test(line.folded) ||
      !/\b(toi thieu|it nhat|bang|ty le|muc|khong thap hon|>=|≥)\b/.test(`${line.folded} ${line.text}`)
    )
      continue;
    const match = /(\d{1,3}(?:[.,]\d{1,2})?)\s*%/.exec(line.text);
    if (!match || (line.text.match(/\d\s*%/g) ?? []).length !== 1) continue;
    const percent = match[1]!.replace(',', '.');
    const capital = capitalOf(line.folded) ?? 'all';
    found.push({
      ratio: shareOfPercent(percent),
      capital,
      cell: { sheet: reader.sheet, row: line.row, column: line.column },
    });
  }
  return found;
}

/** `15` → `0.15`, `7.5` → `0.075`, by moving the point, not by arithmetic. */
function shareOfPercent(percent: string): string {
  const [whole = '0', fraction = ''] = percent.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)}${fraction}`
    .replace(/0+$/, '')
    .replace(/\.$/, '');
}
