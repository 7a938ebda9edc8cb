import { Inflate } from 'fflate';
import { WorkbookError } from '../errors.js';
import type { WorkbookLimits } from '../limits.js';
import { concatBytes } from './bytes.js';
import { crc32 } from './crc32.js';
import type { ZipEntry } from './directory.js';

/** Gives a part piece by piece; `null` after the last piece. */
export interface ByteSource {
  next(): Uint8Array | null;
}

/** Bytes that were inflated so far over the whole file, for {@link WorkbookLimits.maxTotalBytes}. */
export interface InflateBudget {
  used: number;
  /** Compressed bytes of the same parts. */
  compressed: number;
}

/** Compressed bytes for one step: deflate makes at most 1,032 bytes of one, so a step stays below 9 MB. */
const STEP = 8 * 1024;

/**
 * Inflates an entry piece by piece and stops as soon as it turns out larger than it claims or than allowed.
 * Sizes claimed and CRC are checked at the end.
 *
 * @throws WorkbookError `zip-bomb`, `part-too-large`, `part-damaged`, `zip-unsupported`
 */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: WorkbookLimits,
  budget: InflateBudget,
): ByteSource {
  refuseClaimedSize(entry, limits, budget);
  budget.compressed += entry.compressedSize;
  const raw = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
  const pieces =
    entry.method === 0 ? storedPieces(raw) : entry.method === 8 ? inflatedPieces(raw, entry) : null;
  if (!pieces)
    throw new WorkbookError('zip-unsupported', { entry: entry.name, detail: `method|${entry.method}` });
  return checkedPieces(pieces, entry, limits, budget);
}

/** The whole entry at once. */
export function readEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  limits: WorkbookLimits,
  budget: InflateBudget,
): Uint8Array {
  const source = inflateEntry(bytes, entry, limits, budget);
  const chunks: Uint8Array[] = [];
  for (let chunk = source.next(); chunk; chunk = source.next()) chunks.push(chunk);
  return chunks.length === 0 ? new Uint8Array(0) : concatBytes(chunks);
}

function refuseClaimedSize(entry: ZipEntry, limits: WorkbookLimits, budget: InflateBudget): void {
  const { size, compressedSize, name } = entry;
  if (size > limits.ratioFloorBytes && size > compressedSize * limits.maxRatio) {
    throw new WorkbookError('zip-bomb', { part: name, compressed: compressedSize, bytes: size });
  }
  const total = budget.used + size;
  const packed = budget.compressed + compressedSize;
  if (total > limits.ratioFloorBytes && total > packed * limits.maxRatio) {
    throw new WorkbookError('zip-bomb', { part: name, compressed: packed, bytes: total });
  }
  if (size > limits.maxPartBytes) {
    throw new WorkbookError('part-too-large', { part: name, bytes: size, limit: limits.maxPartBytes });
  }
  if (budget.used + size > limits.maxTotalBytes) {
    throw new WorkbookError('part-too-large', {
      part: name,
      bytes: budget.used + size,
      limit: limits.maxTotalBytes,
    });
  }
}

function storedPieces(raw: Uint8Array): ByteSource {
  let at = 0;
  return {
    next() {
      if (at >= raw.length) return null;
      const piece = raw.subarray(at, at + 64 * 1024);
      at += piece.length;
      return piece;
    },
  };
}

function inflatedPieces(raw: Uint8Array, entry: ZipEntry): ByteSource {
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    if (piece.length > 0) ready.push(piece);
  });
  let at = 0;
  let done = false;
  return {
    next() {
      while (ready.length === 0 && !done) {
        const step = raw.subarray(at, at + STEP);
        at += step.length;
        done = at >= raw.length;
        try {
          inflate.push(step, done);
        } catch {
          throw new WorkbookError('part-damaged', { part: entry.name, detail: 'deflate' });
        }
      }
      return ready.shift() ?? null;
    },
  };
}

function checkedPieces(
  pieces: ByteSource,
  entry: ZipEntry,
  limits: WorkbookLimits,
  budget: InflateBudget,
): ByteSource {
  let total = 0;
  let crc = 0;
  let finished = false;
  return {
    next() {
      const piece = pieces.next();
      if (piece) {
        total += piece.length;
        budget.used += piece.length;
        if (total > entry.size) {
          throw new WorkbookError('zip-bomb', {
            part: entry.name,
            compressed: entry.compressedSize,
            bytes: total,
          });
        }
        if (budget.used > limits.maxTotalBytes) {
          throw new WorkbookError('part-too-large', {
            part: entry.name,
            bytes: budget.used,
            limit: limits.maxTotalBytes,
          });
        }
        crc = crc32(piece, crc);
        return piece;
      }
      if (!finished) {
        finished = true;
        if (total !== entry.size)
          throw new WorkbookError('part-damaged', { part: entry.name, detail: 'size' });
        if (crc !== entry.crc)
          throw new WorkbookError('part-damaged', { part: entry.name, detail: 'CRC-32' });
      }
      return null;
    },
  };
}
