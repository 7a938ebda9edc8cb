import { readUnit } from '../amount/index.js';
import { foldText } from '../text/index.js';
import type { Frame } from './find-tables.js';
import { type HeaderPath, readHeader } from './header.js';
import type { Heading } from './heading.js';
import type { Identifier } from './identity.js';
import type { SheetReader } from './read-cells.js';
import type {
  Capital,
  ColumnRole,
  Dimensions,
  RowMatch,
  Source,
  Stage,
  TableColumn,
  WrittenNumber,
} from './types.js';
import {
  capitalOf,
  saysCode,
  saysMoney,
  saysPercent,
  saysQuantity,
  saysTotal,
  sourceOf,
  stageOf,
  textRole,
  yearOf,
} from './vocabulary.js';

/** How the filled data cells of a column look. */
interface Profile {
  readonly numbers: number;
  readonly texts: number;
  readonly longTexts: number;
}

export interface ReadColumn {
  readonly column: TableColumn;
  readonly path: HeaderPath;
  readonly folded: readonly string[];
  readonly profile: Profile;
  /** True where the header does not speak of money and the sums have yet to show that the column holds it. */
  readonly provisional?: boolean;
  /** True where a person said what the column is: nothing may make it anything else. */
  readonly settled?: boolean;
}

const SAMPLE = 400;

/** Reads every column of a table: its role, and for amounts its source, capital, year, stage, unit, node, place. */
export function readColumns(
  reader: SheetReader,
  frame: Frame,
  heading: Heading,
  titles: Identifier,
): ReadColumn[] {
  const paths = readHeader(reader, frame);
  const read = paths.map((path) => {
    const folded = path.texts.map(foldText);
    return { path, folded, profile: profileOf(reader, frame, path.column) };
  });
  const firstText = read.findIndex(({ folded, profile }) => isLabel(folded, profile));
  const leftmost = read.findIndex(
    ({ folded, profile }) =>
      profile.texts > profile.numbers && textRole(folded[folded.length - 1] ?? '', folded) === null,
  );
  return read
    .map(({ path, folded, profile }, i) => {
      const role = roleOf(path, folded, profile, i, firstText, leftmost);
      return { path, folded, profile, column: makeColumn(reader, heading, titles, path, folded, role) };
    })
    .filter(
      ({ column, profile, path }) =>
        path.texts.length > 0 || profile.numbers + profile.texts > 0 || column.role !== 'other',
    );
}

function isLabel(folded: readonly string[], profile: Profile): boolean {
  const leaf = folded[folded.length - 1] ?? '';
  const role = textRole(leaf, folded);
  return (role === 'title' || role === 'place') && profile.texts >= profile.numbers;
}

function profileOf(reader: SheetReader, frame: Frame, column: number): Profile {
  let numbers = 0;
  let texts = 0;
  let longTexts = 0;
  const rows = frame.dataRows;
  const stride = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let i = 0; i < rows.length; i += stride) {
    const glimpse = reader.at(rows[i]!, column);
    if (glimpse.kind === 'number') {
      numbers++;
    } else if (glimpse.kind === 'text') {
      texts++;
      if (glimpse.text.length > 25) longTexts++;
    }
  }
  return { numbers, texts, longTexts };
}

function roleOf(
  path: HeaderPath,
  folded: readonly string[],
  profile: Profile,
  index: number,
  firstText: number,
  leftmost: number,
): ColumnRole {
  const leaf = folded[folded.length - 1] ?? '';
  const all = folded.join(' ');
  const raw = path.texts[path.texts.length - 1] ?? '';
  const words = textRole(leaf, folded);
  if (words === 'ordinal') return 'ordinal';
  if (words === 'note' || words === 'unit-in-charge') return words;
  if (saysCode(leaf)) return 'code';
  const figures = profile.numbers > profile.texts || (profile.numbers === 0 && profile.texts === 0);
  if (!figures) {
    if (words === 'quantity') return 'quantity';
    if (words) return words;
    if (firstText === -1 && (index === leftmost || profile.longTexts > 0)) return 'title';
    return saysMoney(all) && profile.numbers > 0
      ? 'amount'
      : saysQuantity(leaf)
        ? 'quantity'
        : saysMoney(all)
          ? 'note'
          : 'other';
  }
  if (saysPercent(leaf, raw) && !isProjectHeader(leaf)) return 'percent';
  if (saysQuantity(leaf)) return 'quantity';
  if (words === 'period' || (words === 'decision' && !saysMoney(leaf))) return words;
  if (words === 'place' && index <= firstText && profile.numbers === 0) return 'place';
  if (words === 'title' && profile.numbers === 0 && !saysMoney(leaf) && !/\d/.test(leaf)) return 'title';
  if (isProjectHeader(all) || isPlaceName(leaf) || saysMoney(all) || saysMoney(leaf)) return 'amount';
  return 'other';
}

export function isProjectHeader(folded: string): boolean {
  return (
    /\b(da|tda|du an|tieu du an|ndtp|noi dung thanh phan|noi dung|hop phan|hp|nd)( so)? ?\d/.test(folded) ||
    /^(tieu )?du an\b.*[a-z]/.test(folded)
  );
}

export function isPlaceName(folded: string): boolean {
  return /^(xa|phuong|thi tran|thi xa|tp|thanh pho|huyen|tinh|dac khu|thon|ban|buon|lang) \S/.test(folded);
}

const NOTHING: Dimensions = {
  programme: null,
  node: null,
  place: null,
  source: null,
  capital: null,
  year: null,
  stage: null,
  unit: null,
};

function makeColumn(
  reader: SheetReader,
  heading: Heading,
  titles: Identifier,
  path: HeaderPath,
  folded: readonly string[],
  role: ColumnRole,
): TableColumn {
  const money = role === 'amount';
  const identity = money ? headerIdentity(path, folded, heading, titles) : { match: null, written: [] };
  const own: Dimensions = money ? amountDimensions(path, folded, identity.match) : NOTHING;
  return {
    column: path.column,
    role,
    headerPath: path.texts,
    headerCell: path.cell ? { sheet: reader.sheet, ...path.cell } : null,
    own,
    effective: {
      programme: own.programme ?? heading.programme,
      node: own.node,
      place: own.place,
      source: own.source ?? (money ? (heading.source ?? 'total') : null),
      capital: own.capital ?? (money ? (heading.capital ?? 'all') : null),
      year: own.year ?? heading.year,
      stage: own.stage ?? heading.stage ?? (money ? 'plan' : null),
      unit: own.unit ?? heading.unit,
    },
    hidden: reader.snapshot.hiddenColumns.some((span) => path.column >= span.from && path.column <= span.to),
    written: identity.written,
    match: identity.match,
  };
}

function headerIdentity(
  path: HeaderPath,
  folded: readonly string[],
  heading: Heading,
  titles: Identifier,
): { match: RowMatch | null; written: readonly WrittenNumber[] } {
  if (!folded.some(isProjectHeader)) return { match: null, written: [] };
  const named = path.texts.filter((_, i) => isProjectHeader(folded[i]!));
  const text = named.join(' - ');
  const found = titles.match(text, { programme: heading.programme, parent: null });
  return { match: found.best, written: found.written };
}

function amountDimensions(path: HeaderPath, folded: readonly string[], match: RowMatch | null): Dimensions {
  const nearest = <T>(read: (text: string) => T | null): T | null => {
    for (let i = folded.length - 1; i >= 0; i--) {
      const value = read(folded[i]!);
      if (value !== null) return value;
    }
    return null;
  };
  const leaf = folded[folded.length - 1] ?? '';
  const place = folded.find(isPlaceName);
  const unitText = path.texts.find((text) => /\(|đvt|đơn vị tính/i.test(text) && readUnit(text) !== null);
  const project = folded.some(isProjectHeader);
  const source = project
    ? nearest((text) => (isProjectHeader(text) ? null : sourceOf(text)))
    : place !== undefined
      ? null
      : nearest<Source>(sourceOf);
  return {
    programme: match?.programme ?? null,
    node: match?.node ?? null,
    place: place === undefined ? null : path.texts[folded.indexOf(place)]!,
    source: source ?? (saysTotal(leaf) ? 'total' : null),
    capital: nearest<Capital>((text) => (isProjectHeader(text) ? null : capitalOf(text))),
    year: nearest(yearOf),
    stage: nearest<Stage>(stageOf),
    unit: unitText === undefined ? null : readUnit(unitText),
  };
}
