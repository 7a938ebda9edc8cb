import { parseAddress } from '@ctmtqg/core';
import type { Job } from './batches.js';
import type { Image } from './images.js';
import type { BlockContent, Grid } from './read-blocks.js';
import { type Plan, rangeOf, runsOf, type Write } from './write.js';

interface Read {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly formats: Grid;
}

/** Number formats as they were last read, also of cells that hold nothing; a snapshot has only filled cells. */
export class FormatsRead {
  private readonly blocks: readonly Read[];

  constructor(contents: readonly BlockContent[]) {
    this.blocks = contents.map(({ block, numberFormats }) => ({
      sheet: block.sheet,
      top: block.top,
      left: block.left,
      formats: numberFormats,
    }));
  }

  /** `null` where the cell was not read. */
  at(sheet: number, row: number, column: number): string | null {
    for (const block of this.blocks) {
      if (block.sheet !== sheet) continue;
      const format = block.formats[row - block.top]?.[column - block.left];
      if (format !== undefined && format !== null) return String(format);
    }
    return null;
  }
}

/** What turned out once the formats of cells outside of all that was read were known. */
export interface Corrected {
  readonly images: readonly Image[];
  /** What a cell of format text took by its letters: numbers, formulas, the apostrophe before a text. */
  readonly writes: readonly Write[];
}

/**
 * Reads, in the request that writes and before it does, the formats of cells that nobody has read. Nearly always they
 * are what was taken for granted, `General`; where not, the images and the writes are put right.
 */
export function askFormats(
  plan: Plan,
  keyOf: (sheet: string) => string,
): { readonly jobs: Job[]; corrected(): Corrected | null } {
  const cells = plan.unread.map((image) => ({
    image,
    key: keyOf(image.sheet),
    ...parseAddress(image.cell)!,
  }));
  const read = new Map<Image, string>();
  const collect: (() => void)[] = [];
  const jobs = runsOf(cells).map(
    (run): Job => ({
      bytes: 700,
      queue(context) {
        const range = rangeOf(context, run);
        range.load('numberFormat');
        collect.push(() => {
          run.forEach(({ image }, i) => {
            read.set(image, String(range.numberFormat[i]?.[0] ?? 'General'));
          });
        });
      },
    }),
  );
  const corrected = (): Corrected | null => {
    for (const take of collect) take();
    const writes: Write[] = [];
    const images = plan.images.map((image, i) => {
      const was = read.get(image) ?? 'General';
      if (was === 'General') return image;
      if (image.formats) return { ...image, formats: { ...image.formats, before: was } };
      if (was !== '@') return image;
      const { after } = image;
      if (typeof after !== 'string' || after.startsWith('=')) {
        writes.push({ ...plan.writes[i]!, format: 'General' });
        return { ...image, formats: { before: was, after: 'General' } };
      }
      if (!after.startsWith("'")) return image;
      writes.push({ ...plan.writes[i]!, content: after.slice(1) });
      return { ...image, after: after.slice(1) };
    });
    return images.some((image, i) => image !== plan.images[i]) ? { images, writes } : null;
  };
  return { jobs, corrected };
}
