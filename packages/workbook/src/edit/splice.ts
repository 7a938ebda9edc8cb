import { concatBytes } from '../zip/bytes.js';
import type { ByteSource } from '../zip/inflate.js';

/** Replaces the bytes from `start` to `end` of a part; both equal: inserts. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Sorts splices by place; those at one place keep the order in which they were made. */
export function sortSplices(splices: readonly Splice[]): Splice[] {
  return splices
    .map((splice, i) => ({ splice, i }))
    .sort((a, b) => a.splice.start - b.splice.start || a.splice.end - b.splice.end || a.i - b.i)
    .map(({ splice }) => splice);
}

/** The bytes with all splices done. */
export function applySplices(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  let given = false;
  const source = splicedSource(
    {
      next() {
        if (given) return null;
        given = true;
        return bytes;
      },
    },
    splices,
  );
  const pieces: Uint8Array[] = [];
  for (let piece = source.next(); piece; piece = source.next()) pieces.push(piece);
  return pieces.length === 0 ? new Uint8Array(0) : concatBytes(pieces);
}

/** Passes a part through piece by piece and does the splices on the way. */
export function splicedSource(source: ByteSource, splices: readonly Splice[]): ByteSource {
  const sorted = sortSplices(splices);
  const encoder = new TextEncoder();
  const ready: Uint8Array[] = [];
  let at = 0;
  let index = 0;
  /** Bytes still to be dropped by the splice begun last. */
  let dropTo = 0;

  function pass(piece: Uint8Array): void {
    const end = at + piece.length;
    let from = at;
    for (;;) {
      from = Math.min(Math.max(from, dropTo), end);
      const splice = sorted[index];
      if (!splice || splice.start >= end) break;
      if (splice.start > from) ready.push(piece.subarray(from - at, splice.start - at));
      if (splice.text !== '') ready.push(encoder.encode(splice.text));
      from = Math.max(from, splice.start);
      dropTo = Math.max(dropTo, splice.end);
      index++;
    }
    if (from < end) ready.push(piece.subarray(from - at));
    at = end;
  }

  function finish(): void {
    for (; index < sorted.length; index++) {
      const { text } = sorted[index]!;
      if (text !== '') ready.push(encoder.encode(text));
    }
  }

  let done = false;
  return {
    next() {
      while (ready.length === 0 && !done) {
        const piece = source.next();
        if (piece) pass(piece);
        else {
          finish();
          done = true;
        }
      }
      return ready.shift() ?? null;
    },
  };
}
