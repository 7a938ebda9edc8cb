import type { Area } from '@ctmtqg/core';
import type { BookOutline } from './outline.js';

/** Part of a sheet that one request reads: whole rows of its used area. */
export interface Block extends Area {
  /** Index of the sheet in the outline. */
  readonly sheet: number;
}

/** Cells of one request: 100,000 with values, formulas and formats stay below 5 MB unless they are long texts. */
export const CELLS_PER_REQUEST = 100_000;

export const cellsOf = (area: Area) => (area.bottom - area.top + 1) * (area.right - area.left + 1);

/** The used areas of all sheets, cut into rows and packed into as few requests as the limit allows. */
export function planRequests(outline: BookOutline, limit: number = CELLS_PER_REQUEST): Block[][] {
  const requests: Block[][] = [];
  let current: Block[] = [];
  let room = limit;
  const close = () => {
    if (current.length > 0) requests.push(current);
    current = [];
    room = limit;
  };
  outline.sheets.forEach(({ used }, sheet) => {
    if (!used) return;
    const width = used.right - used.left + 1;
    let top = used.top;
    while (top <= used.bottom) {
      const fit = Math.floor(room / width);
      if (fit === 0 && room < limit) {
        close();
        continue;
      }
      const bottom = Math.min(used.bottom, top + Math.max(1, fit) - 1);
      const block = { sheet, top, bottom, left: used.left, right: used.right };
      current.push(block);
      room -= cellsOf(block);
      top = bottom + 1;
      if (room <= 0) close();
    }
  });
  close();
  return requests;
}

/** An area cut into whole rows of at most so many cells together. */
export function blocksOf(area: Area, limit: number): Area[] {
  const height = Math.max(1, Math.floor(limit / (area.right - area.left + 1)));
  const count = Math.ceil((area.bottom - area.top + 1) / height);
  return Array.from({ length: count }, (_, i) => ({
    ...area,
    top: area.top + i * height,
    bottom: Math.min(area.bottom, area.top + (i + 1) * height - 1),
  }));
}

/** Each block in two halves, for a host that refused the whole as too large; `null` where single rows are left. */
export function halve(blocks: readonly Block[]): [Block[], Block[]] | null {
  if (blocks.length > 1) {
    const middle = Math.ceil(blocks.length / 2);
    return [blocks.slice(0, middle), blocks.slice(middle)];
  }
  const [block] = blocks;
  if (!block || block.top === block.bottom) return null;
  const middle = Math.floor((block.top + block.bottom) / 2);
  return [[{ ...block, bottom: middle }], [{ ...block, top: middle + 1 }]];
}
