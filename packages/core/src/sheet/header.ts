import type { Area } from '../snapshot/index.js';
import type { Frame } from './find-tables.js';
import { indexMerges, type Merges } from './merges.js';
import type { SheetReader } from './read-cells.js';

/** What stands above one column: the header texts from the top row down, and the cell of the lowest. */
export interface HeaderPath {
  readonly column: number;
  readonly texts: readonly string[];
  readonly cell: { readonly row: number; readonly column: number } | null;
  /** Identity of each group head above the leaf, `row:column`, outermost first. */
  readonly groups: readonly string[];
}

/** Reads the header of a table column by column, merged both ways or not at all. */
export function readHeader(reader: SheetReader, frame: Frame): HeaderPath[] {
  const merges = indexMerges(reader.snapshot.merges);
  const owners = ownersByRow(reader, frame, merges);
  const paths: HeaderPath[] = [];
  for (let column = frame.left; column <= frame.right; column++) {
    const texts: string[] = [];
    const groups: string[] = [];
    let cell: HeaderPath['cell'] = null;
    for (const owner of owners.map((row) => row.get(column) ?? null)) {
      if (!owner) continue;
      const id = `${owner.row}:${owner.column}`;
      if (groups[groups.length - 1] === id) continue;
      groups.push(id);
      texts.push(owner.text);
      cell = { row: owner.row, column: owner.column };
    }
    paths.push({ column, texts, cell, groups: groups.slice(0, -1) });
  }
  return paths;
}

interface Owner {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** For each header row, which header text stands over each column. */
function ownersByRow(reader: SheetReader, frame: Frame, merges: Merges): Map<number, Owner>[] {
  const rows: Map<number, Owner>[] = [];
  for (let row = frame.header.top; row <= frame.header.bottom; row++) {
    const owners = new Map<number, Owner>();
    for (let column = frame.left; column <= frame.right; column++) {
      const area: Area | null = merges.at(row, column);
      const at = area ? { row: area.top, column: area.left } : { row, column };
      const text = headerText(reader, at.row, at.column);
      if (text !== '') owners.set(column, { ...at, text });
    }
    rows.push(owners);
  }
  spreadGroups(rows, frame, merges);
  return rows;
}

function headerText(reader: SheetReader, row: number, column: number): string {
  const glimpse = reader.at(row, column);
  if (glimpse.kind === 'number' && !glimpse.textual) return String(glimpse.figure);
  return reader.text(row, column);
}

/** A group head that was not merged stands over the blank cells to its right, as far as texts stand below both. */
function spreadGroups(rows: Map<number, Owner>[], frame: Frame, merges: Merges): void {
  for (let r = 0; r < rows.length - 1; r++) {
    const row = frame.header.top + r;
    const below = (column: number): boolean =>
      rows.slice(r + 1).some((owners) => owners.get(column) !== undefined && owners.get(column)!.row > row);
    let head: Owner | null = null;
    for (let column = frame.left; column <= frame.right; column++) {
      const own = rows[r]!.get(column);
      if (own) {
        head = merges.at(row, column) === null && below(column) ? own : null;
        continue;
      }
      const underOther = rows.slice(0, r).some((owners) => {
        const above = owners.get(column);
        const headAbove = head ? owners.get(head.column) : undefined;
        return (
          above !== undefined &&
          above.row !== row &&
          headAbove !== undefined &&
          (above.row !== headAbove.row || above.column !== headAbove.column)
        );
      });
      if (head && below(column) && !underOther && merges.at(row, column) === null) rows[r]!.set(column, head);
      else head = null;
    }
  }
}
