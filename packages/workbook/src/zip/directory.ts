import { WorkbookError } from '../errors.js';
import type { WorkbookLimits } from '../limits.js';
import { uint16, uint32, uint64 } from './bytes.js';

/** One entry as the central directory tells it; offsets count from the start of the file. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** Size after inflating, as claimed; inflating checks it. */
  readonly size: number;
  readonly headerOffset: number;
  readonly dataOffset: number;
  /** Where the record of this entry stands in the central directory. */
  readonly recordStart: number;
  readonly recordEnd: number;
}

/** A zip whose directory was checked: no duplicate, overlapping or unsafe entry. */
export interface ZipDirectory {
  readonly bytes: Uint8Array;
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  readonly directoryOffset: number;
  /** End-of-central-directory record up to the end of the file, with its comment. */
  readonly endOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_SIGNATURE = 0x06064b50;
const LOCATOR64_SIGNATURE = 0x07064b50;
const RECORD_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;

interface DirectoryPlace {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly endOffset: number;
}

/**
 * Reads the central directory of a zip, ZIP64 included, and refuses what no office program writes.
 *
 * @throws WorkbookError `zip-truncated`, `zip-damaged`, `zip-too-many-entries`, `zip-duplicate-entry`,
 *   `zip-overlapping-entries`, `zip-unsafe-name`, `zip-unsupported`
 */
export function readDirectory(bytes: Uint8Array, limits: WorkbookLimits): ZipDirectory {
  const place = findDirectory(bytes);
  if (place.count > limits.maxEntries) {
    throw new WorkbookError('zip-too-many-entries', { count: place.count, limit: limits.maxEntries });
  }
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  const end = place.offset + place.size;
  let at = place.offset;
  while (at < end) {
    if (entries.length >= limits.maxEntries) {
      throw new WorkbookError('zip-too-many-entries', {
        count: entries.length + 1,
        limit: limits.maxEntries,
      });
    }
    const entry = readRecord(bytes, at, end);
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw new WorkbookError('zip-duplicate-entry', { entry: entry.name });
    names.add(key);
    entries.push(entry);
    at = entry.recordEnd;
  }
  if (entries.length !== place.count) throw damaged('number of entries');
  refuseOverlaps(entries, place.offset);
  return { bytes, entries, directoryOffset: place.offset, endOffset: place.endOffset };
}

function damaged(detail: string): WorkbookError {
  return new WorkbookError('zip-damaged', { detail });
}

function findDirectory(bytes: Uint8Array): DirectoryPlace {
  const lowest = Math.max(0, bytes.length - END_SIZE - MAX_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= lowest; at--) {
    if (bytes[at] !== 0x50 || uint32(bytes, at) !== END_SIGNATURE) continue;
    if (at + END_SIZE + uint16(bytes, at + 20) > bytes.length) continue;
    return readEnd(bytes, at);
  }
  throw new WorkbookError('zip-truncated');
}

function readEnd(bytes: Uint8Array, at: number): DirectoryPlace {
  const locator = at - 20;
  if (locator >= 0 && uint32(bytes, locator) === LOCATOR64_SIGNATURE) {
    const end64 = uint64(bytes, locator + 8);
    if (end64 + 56 > locator || uint32(bytes, end64) !== END64_SIGNATURE) throw damaged('ZIP64 end record');
    const place = {
      count: uint64(bytes, end64 + 32),
      size: uint64(bytes, end64 + 40),
      offset: uint64(bytes, end64 + 48),
      endOffset: end64,
    };
    if (place.offset + place.size > end64) throw damaged('place of the directory');
    return place;
  }
  if (uint16(bytes, at + 4) !== 0 || uint16(bytes, at + 6) !== 0) throw damaged('several volumes');
  const place = {
    count: uint16(bytes, at + 10),
    size: uint32(bytes, at + 12),
    offset: uint32(bytes, at + 16),
    endOffset: at,
  };
  if (place.offset + place.size > at) throw damaged('place of the directory');
  return place;
}

function readRecord(bytes: Uint8Array, at: number, end: number): ZipEntry {
  if (at + 46 > end || uint32(bytes, at) !== RECORD_SIGNATURE) throw damaged('directory record');
  const flags = uint16(bytes, at + 8);
  const nameLength = uint16(bytes, at + 28);
  const extraStart = at + 46 + nameLength;
  const extraEnd = extraStart + uint16(bytes, at + 30);
  const recordEnd = extraEnd + uint16(bytes, at + 32);
  if (recordEnd > end) throw damaged('directory record');
  const name = decodeName(bytes.subarray(at + 46, extraStart), (flags & 0x800) !== 0);
  refuseUnsafeName(name);
  if ((flags & 0x41) !== 0) throw new WorkbookError('zip-unsupported', { entry: name, detail: 'encryption' });

  let size = uint32(bytes, at + 24);
  let compressedSize = uint32(bytes, at + 20);
  let headerOffset = uint32(bytes, at + 42);
  if (size === 0xffffffff || compressedSize === 0xffffffff || headerOffset === 0xffffffff) {
    let field = findZip64Field(bytes, extraStart, extraEnd);
    const next = () => {
      if (field + 8 > extraEnd) throw damaged('ZIP64 field');
      field += 8;
      return uint64(bytes, field - 8);
    };
    if (size === 0xffffffff) size = next();
    if (compressedSize === 0xffffffff) compressedSize = next();
    if (headerOffset === 0xffffffff) headerOffset = next();
  }
  const dataOffset = findData(bytes, headerOffset, bytes.subarray(at + 46, extraStart), name);
  if (dataOffset + compressedSize > bytes.length) throw new WorkbookError('zip-truncated');
  return {
    name,
    method: uint16(bytes, at + 10),
    crc: uint32(bytes, at + 16),
    compressedSize,
    size,
    headerOffset,
    dataOffset,
    recordStart: at,
    recordEnd,
  };
}

/** Position of the first value of the ZIP64 extra field. */
export function findZip64Field(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at + 4 <= end; at += 4 + uint16(bytes, at + 2)) {
    if (uint16(bytes, at) === 1) return at + 4;
  }
  throw damaged('ZIP64 field');
}

function findData(bytes: Uint8Array, header: number, name: Uint8Array, shown: string): number {
  if (header + 30 > bytes.length) throw new WorkbookError('zip-truncated');
  if (uint32(bytes, header) !== LOCAL_SIGNATURE) throw damaged(`header|${shown}`);
  const nameLength = uint16(bytes, header + 26);
  if (nameLength !== name.length) throw damaged(`name|${shown}`);
  for (let i = 0; i < nameLength; i++) {
    if (bytes[header + 30 + i] !== name[i]) throw damaged(`name|${shown}`);
  }
  return header + 30 + nameLength + uint16(bytes, header + 28);
}

function decodeName(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes);
  let name = '';
  for (const byte of bytes) name += String.fromCharCode(byte);
  return name;
}

function refuseUnsafeName(name: string): void {
  const path = name.replaceAll('\\', '/');
  const unsafe =
    path === '' ||
    path.startsWith('/') ||
    /^[A-Za-z]:/.test(path) ||
    path.includes('\0') ||
    path.split('/').some((segment) => segment === '..');
  if (unsafe) throw new WorkbookError('zip-unsafe-name', { entry: name });
}

function refuseOverlaps(entries: readonly ZipEntry[], directoryOffset: number): void {
  const byPlace = [...entries].sort((a, b) => a.headerOffset - b.headerOffset);
  byPlace.forEach((entry, i) => {
    const next = byPlace[i + 1]?.headerOffset ?? directoryOffset;
    if (entry.dataOffset + entry.compressedSize > next) {
      throw new WorkbookError('zip-overlapping-entries', { entry: entry.name });
    }
  });
}
