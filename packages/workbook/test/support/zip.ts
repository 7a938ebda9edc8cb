import { deflateSync } from 'fflate';
import { crc32 } from '../../src/zip/crc32.js';

/** One entry of a zip as a test wants it, lies included. */
export interface ZipSpec {
  readonly name: string;
  readonly data: Uint8Array | string;
  readonly stored?: boolean;
  /** Size that the headers claim. */
  readonly claimedSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Sizes follow the data, as streaming writers do. */
  readonly descriptor?: boolean;
  /** Sizes and offset in ZIP64 fields. */
  readonly zip64?: boolean;
  /** Place of the local header of an earlier entry to point to instead. */
  readonly pointTo?: number;
  /** Name in the local header, where it differs. */
  readonly localName?: string;
  /** Compressed bytes, made elsewhere. */
  readonly compressed?: Uint8Array;
}

function record(
  size: number,
  fields: readonly (readonly [at: number, bytes: number, value: number])[],
): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [at, width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
  }
  return bytes;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Writes a zip, the way the specs say, true or not. */
export function buildZip(
  specs: readonly ZipSpec[],
  end: { count?: number; zip64?: boolean } = {},
): Uint8Array {
  const locals: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  for (const spec of specs) {
    const { local, central } = buildEntry(spec, spec.pointTo ?? offset);
    locals.push(local);
    records.push(central);
    offset += local.length;
  }
  const directory = join(...records);
  const count = end.count ?? specs.length;
  const tail = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, end.zip64 ? 0xffff : count],
    [10, 2, end.zip64 ? 0xffff : count],
    [12, 4, end.zip64 ? 0xffffffff : directory.length],
    [16, 4, end.zip64 ? 0xffffffff : offset],
  ]);
  if (!end.zip64) return join(...locals, directory, tail);
  const end64 = record(56, [
    [0, 4, 0x06064b50],
    [4, 8, 44],
    [12, 2, 45],
    [14, 2, 45],
    [24, 8, count],
    [32, 8, count],
    [40, 8, directory.length],
    [48, 8, offset],
  ]);
  const locator = record(20, [
    [0, 4, 0x07064b50],
    [8, 8, offset + directory.length],
    [16, 4, 1],
  ]);
  return join(...locals, directory, end64, locator, tail);
}

function buildEntry(spec: ZipSpec, offset: number): { local: Uint8Array; central: Uint8Array } {
  const data = typeof spec.data === 'string' ? utf8(spec.data) : spec.data;
  const raw = spec.compressed ?? (spec.stored ? data : deflateSync(data));
  const name = utf8(spec.name);
  const localName = utf8(spec.localName ?? spec.name);
  const flags = (spec.flags ?? 0x800) | (spec.descriptor ? 8 : 0);
  const method = spec.method ?? (spec.stored ? 0 : 8);
  const crc = spec.crc ?? crc32(data);
  const size = spec.claimedSize ?? data.length;
  const hidden = spec.zip64 ? 0xffffffff : null;
  const local = record(30, [
    [0, 4, 0x04034b50],
    [4, 2, 20],
    [6, 2, flags],
    [8, 2, method],
    [14, 4, spec.descriptor ? 0 : crc],
    [18, 4, spec.descriptor ? 0 : raw.length],
    [22, 4, spec.descriptor ? 0 : size],
    [26, 2, localName.length],
  ]);
  const descriptor = spec.descriptor
    ? record(16, [
        [0, 4, 0x08074b50],
        [4, 4, crc],
        [8, 4, raw.length],
        [12, 4, size],
      ])
    : new Uint8Array(0);
  const extra = spec.zip64
    ? record(28, [
        [0, 2, 1],
        [2, 2, 24],
        [4, 8, size],
        [12, 8, raw.length],
        [20, 8, offset],
      ])
    : new Uint8Array(0);
  const central = record(46, [
    [0, 4, 0x02014b50],
    [4, 2, 45],
    [6, 2, 20],
    [8, 2, flags],
    [10, 2, method],
    [16, 4, crc],
    [20, 4, hidden ?? raw.length],
    [24, 4, hidden ?? size],
    [28, 2, name.length],
    [30, 2, extra.length],
    [42, 4, hidden ?? offset],
  ]);
  return { local: join(local, localName, raw, descriptor), central: join(central, name, extra) };
}
