import type { CellStyle, ReadingGap, SheetSnapshot, WorkbookSnapshot } from '@ctmtqg/core';
import type { Package, Relationship } from '../parts/package.js';
import { DEFAULT_THEME, readThemeColors } from './colors.js';
import { readNotes } from './notes.js';
import { readSheet } from './sheet.js';
import { NO_STRINGS, readSharedStrings, type SharedStrings } from './strings.js';
import { PLAIN_STYLE, readStyles } from './styles.js';
import { readWorkbookPart, type WorkbookPart } from './workbook.js';

/** Reads the whole workbook of a package. */
export function readSnapshot(
  pack: Package,
  workbook: WorkbookPart = readWorkbookPart(pack),
): WorkbookSnapshot {
  const strings = readStrings(pack, workbook);
  const styles = readStyleTable(pack, workbook);
  const unlockedStyles = new Set(styles.flatMap(({ locked }, style) => (locked ? [] : [style])));
  const gaps: ReadingGap[] = [...workbook.gaps];
  let cellsLeft = pack.limits.maxCells;
  const sheets: SheetSnapshot[] = workbook.sheets.map(({ name, state, part }) => {
    const size = pack.find(part)?.size ?? 0;
    const { date1904 } = workbook;
    const context = {
      name,
      strings,
      styleCount: styles.length,
      unlockedStyles,
      date1904,
      limits: pack.limits,
      cellsLeft,
      size,
    };
    const read = readSheet(pack.scan(part), context);
    cellsLeft -= read.content.cells.count;
    gaps.push(...read.gaps);
    const notes = partOf(pack, pack.relationships(part), 'comments');
    return { name, state, ...read.content, notes: notes === null ? [] : readNotes(pack.scan(notes)) };
  });
  const { names, date1904, precisionAsDisplayed } = workbook;
  return { sheets, names, styles, date1904, precisionAsDisplayed, gaps };
}

/** Part that a relationship of this kind names, or `null`. */
export function partOf(pack: Package, relationships: readonly Relationship[], kind: string): string | null {
  const found = relationships.find((rel) => rel.kind === kind && !rel.external && pack.has(rel.target));
  return found?.target ?? null;
}

function readStrings(pack: Package, workbook: WorkbookPart): SharedStrings {
  const part = partOf(pack, workbook.relationships, 'sharedStrings');
  return part === null ? NO_STRINGS : readSharedStrings(pack.scan(part));
}

function readStyleTable(pack: Package, workbook: WorkbookPart): CellStyle[] {
  const part = partOf(pack, workbook.relationships, 'styles');
  if (part === null) return [PLAIN_STYLE];
  const theme = partOf(pack, workbook.relationships, 'theme');
  const colors = theme === null ? DEFAULT_THEME : readThemeColors(pack.scan(theme));
  return readStyles(pack.scan(part), colors, pack.limits.maxStyles);
}
