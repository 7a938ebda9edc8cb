import type { RuleSet } from '../rules/types.js';
import { foldText } from '../text/index.js';
import { belowSameTitle, classifyRow, type RowContext, type RowFacts } from './classify-row.js';
import type { ReadColumn } from './columns.js';
import type { Frame } from './find-tables.js';
import type { Heading } from './heading.js';
import type { Identifier, TitleIdentity } from './identity.js';
import { indexMerges } from './merges.js';
import { bulletOf, leadingOrdinal, type Ordinal, parseOrdinal } from './ordinals.js';
import type { SheetReader } from './read-cells.js';
import type { Dimensions, RowKind } from './types.js';

/** A row before its place in the hierarchy is known. */
export interface ReadRow {
  readonly row: number;
  readonly ordinalText: string | null;
  readonly ordinal: Ordinal | null;
  readonly title: string;
  readonly folded: string;
  readonly titleColumn: number | null;
  readonly kind: RowKind;
  readonly identity: TitleIdentity;
  readonly own: Dimensions;
  readonly bold: boolean;
  readonly indent: number;
  readonly hasMoney: boolean;
  readonly hidden: boolean;
  /** Text of the merged group cell left of the row, or `null`. */
  readonly group: string | null;
}

interface LabelColumns {
  readonly ordinal: number | null;
  readonly title: number | null;
  readonly place: number | null;
  readonly group: number | null;
  readonly amounts: readonly number[];
  readonly works: boolean;
}

/** Chooses the columns that name a row. */
export function labelColumns(columns: readonly ReadColumn[]): LabelColumns {
  const role = (name: string) => columns.filter((entry) => entry.column.role === name);
  const ordinal = role('ordinal')[0]?.column.column ?? null;
  const titles = [...role('title')].sort(
    (a, b) => b.profile.texts - a.profile.texts || b.profile.longTexts - a.profile.longTexts,
  );
  const places = role('place').filter((entry) => entry.profile.texts > 0);
  const firstAmount = role('amount')[0]?.column.column ?? Number.MAX_SAFE_INTEGER;
  const placesBefore = places.filter((entry) => entry.column.column < firstAmount);
  const main = titles[0] ?? placesBefore[0] ?? null;
  const group =
    titles.find((entry) => entry !== main && entry.column.column < (main?.column.column ?? 0)) ??
    (titles.length === 1 &&
    placesBefore[0] &&
    placesBefore[0] !== main &&
    titles[0]!.column.column < placesBefore[0]!.column.column &&
    titles[0]!.profile.texts < placesBefore[0]!.profile.texts
      ? titles[0]
      : null) ??
    null;
  const label = group === main && placesBefore[0] ? placesBefore[0] : main;
  return {
    ordinal,
    title: label?.column.column ?? null,
    place: places[0]?.column.column ?? null,
    group: group?.column.column ?? null,
    amounts: role('amount').map((entry) => entry.column.column),
    works: role('decision').length > 0 || role('period').length > 0,
  };
}

/** How far above its own sub-projects a project's row may stand. */
const NEAR_ABOVE = 12;

/** Reads label, kind and identity of every data row. */
export function readRows(
  reader: SheetReader,
  frame: Frame,
  columns: readonly ReadColumn[],
  heading: Heading,
  rules: RuleSet,
  titles: Identifier,
): ReadRow[] {
  const labels = labelColumns(columns);
  const merges = indexMerges(reader.snapshot.merges);
  const isPlaceColumn =
    labels.title !== null &&
    columns.some((c) => c.column.column === labels.title && c.column.role === 'place');
  const context: RowContext = { placeColumn: isPlaceColumn, works: labels.works, heading, rules, titles };
  const rows: ReadRow[] = [];
  let previousUpper: string | null = null;
  let previousGroup: string | null = null;
  for (const row of frame.dataRows) {
    const label = readLabel(reader, labels, frame, row);
    const ordinal =
      label.ordinalText === null
        ? (bulletOf(label.title) ?? leadingOrdinal(label.title))
        : parseOrdinal(label.ordinalText, previousUpper);
    if (ordinal?.style === 'upper') previousUpper = (label.ordinalText ?? label.title).trim()[0] ?? null;
    const folded = foldText(label.title).replace(/^[-+*] ?/, '');
    const hasMoney = labels.amounts.some((column) => reader.at(row, column).kind === 'number');
    const groupArea = labels.group === null ? null : merges.at(row, labels.group);
    const groupText =
      labels.group === null || labels.group === label.titleColumn
        ? ''
        : reader.text(groupArea?.top ?? row, labels.group);
    const group: string | null =
      labels.group === null ? null : groupText !== '' ? groupText : groupArea ? null : previousGroup;
    previousGroup = group;
    const style = styleOf(reader, row, label.titleColumn);
    const facts: RowFacts = { folded, title: label.title, hasMoney, ordinal };
    const identified = belowSameTitle(classifyRow(facts, context), facts, rows.slice(-NEAR_ABOVE), context);
    rows.push({
      row,
      ordinalText: label.ordinalText,
      ordinal,
      title: label.title,
      folded,
      titleColumn: label.titleColumn,
      ...identified,
      bold: style.bold,
      indent: style.indent,
      hasMoney,
      hidden: reader.snapshot.hiddenRows.some((span) => row >= span.from && row <= span.to),
      group,
    });
  }
  return likeSiblings(smoothPlaces(untitledTotals(rows)));
}

function readLabel(
  reader: SheetReader,
  labels: LabelColumns,
  frame: Frame,
  row: number,
): { ordinalText: string | null; title: string; titleColumn: number | null } {
  const ordinalRaw = labels.ordinal === null ? '' : ordinalTextOf(reader, row, labels.ordinal);
  const title = labels.title === null ? '' : reader.text(row, labels.title);
  if (title !== '')
    return { ordinalText: ordinalRaw === '' ? null : ordinalRaw, title, titleColumn: labels.title };
  if (ordinalRaw !== '' && parseOrdinal(ordinalRaw, null) === null)
    return { ordinalText: null, title: ordinalRaw, titleColumn: labels.ordinal };
  const before = Math.min(...labels.amounts, frame.right + 1);
  for (let column = frame.left; column < before; column++) {
    if (column === labels.ordinal) continue;
    const glimpse = reader.at(row, column);
    if (glimpse.kind === 'text')
      return { ordinalText: ordinalRaw === '' ? null : ordinalRaw, title: glimpse.text, titleColumn: column };
  }
  return { ordinalText: ordinalRaw === '' ? null : ordinalRaw, title: '', titleColumn: labels.title };
}

function ordinalTextOf(reader: SheetReader, row: number, column: number): string {
  const glimpse = reader.at(row, column);
  if (glimpse.kind === 'number' && !glimpse.textual) return String(glimpse.figure);
  return reader.text(row, column);
}

function styleOf(reader: SheetReader, row: number, column: number | null): { bold: boolean; indent: number } {
  if (column === null) return { bold: false, indent: 0 };
  return reader.style(row, column);
}

/** Unnamed places among named ones ("11 địa phương điều chỉnh giảm") are places. */
function smoothPlaces(rows: readonly ReadRow[]): ReadRow[] {
  const places = rows.filter((row) => row.kind === 'place').length;
  const items = rows.filter((row) => row.kind === 'item' || row.kind === 'agency').length;
  if (places < 2 || items > places) return [...rows];
  return rows.map((row) =>
    row.kind === 'item' && row.titleColumn !== null
      ? { ...row, kind: 'place' as const, own: { ...row.own, place: row.title } }
      : row,
  );
}

/** A first or last row without any label that holds figures is the table's total. */
function untitledTotals(rows: readonly ReadRow[]): ReadRow[] {
  return rows.map((row, i) => {
    const edge = i === 0 || i === rows.length - 1;
    return edge && rows.length > 2 && row.folded === '' && row.ordinal === null && row.hasMoney
      ? { ...row, kind: 'grand-total' as const }
      : row;
  });
}

const NODE_KINDS: ReadonlySet<RowKind> = new Set(['component', 'project', 'sub-project', 'content']);

/** A row whose title fits no node, among rows of the same label style that do, is of their kind. */
function likeSiblings(rows: readonly ReadRow[]): ReadRow[] {
  const kinds = new Map<string, Map<RowKind, number>>();
  const items = new Map<string, number>();
  for (const { ordinal, kind } of rows) {
    const style = ordinal?.style ?? 'none';
    if (NODE_KINDS.has(kind)) {
      const count = kinds.get(style) ?? new Map<RowKind, number>();
      kinds.set(style, count.set(kind, (count.get(kind) ?? 0) + 1));
    } else if (kind === 'item' || kind === 'section') items.set(style, (items.get(style) ?? 0) + 1);
  }
  return rows.map((row) => {
    if ((row.kind !== 'item' && row.kind !== 'section') || !row.hasMoney || row.folded === '') return row;
    const style = row.ordinal?.style ?? 'none';
    const best = [...(kinds.get(style) ?? [])].sort((a, b) => b[1] - a[1])[0];
    return best && best[1] >= 2 && best[1] >= (items.get(style) ?? 0) ? { ...row, kind: best[0] } : row;
  });
}
