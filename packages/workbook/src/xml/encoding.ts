import { WorkbookError } from '../errors.js';
import { concatBytes } from '../zip/bytes.js';
import type { ByteSource } from '../zip/inflate.js';
import { decodeUtf8 } from './text.js';

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Encoding of an XML part by its first bytes. */
export function detectEncoding(head: Uint8Array): XmlEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  return 'utf-8';
}

/** The part as UTF-8, piece by piece; UTF-16 is rewritten, another declared encoding is refused. */
export function toUtf8(source: ByteSource, part: string): ByteSource {
  const first = source.next();
  if (!first) return { next: () => null };
  let head = first;
  while (head.length < 200) {
    const more = source.next();
    if (!more) break;
    head = concatBytes([head, more]);
  }
  const encoding = detectEncoding(head);
  if (encoding === 'utf-8') {
    refuseOtherEncoding(head, part);
    let pending: Uint8Array | null = head;
    return {
      next() {
        const piece = pending ?? source.next();
        pending = null;
        return piece;
      },
    };
  }
  const pieces = [head];
  for (let piece = source.next(); piece; piece = source.next()) pieces.push(piece);
  let whole: Uint8Array | null = new TextEncoder().encode(
    new TextDecoder(encoding).decode(concatBytes(pieces)),
  );
  return {
    next() {
      const piece = whole;
      whole = null;
      return piece;
    },
  };
}

function refuseOtherEncoding(head: Uint8Array, part: string): void {
  const declaration = /^(?:\u00ef\u00bb\u00bf|\ufeff)?\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(
    decodeUtf8(head, 0, Math.min(head.length, 200)),
  );
  const encoding = declaration?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii|ascii|utf-?16)$/i.test(encoding)) {
    throw new WorkbookError('xml-encoding', { part, encoding });
  }
}

/** Writes UTF-8 back in the encoding that the part had. */
export function fromUtf8(bytes: Uint8Array, encoding: XmlEncoding): Uint8Array {
  if (encoding === 'utf-8') return bytes;
  const text = new TextDecoder().decode(bytes);
  const out = new Uint8Array(2 + text.length * 2);
  const low = encoding === 'utf-16le' ? 0 : 1;
  out[low] = 0xff;
  out[1 - low] = 0xfe;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out[2 + i * 2 + low] = unit & 255;
    out[3 + i * 2 - low] = unit >>> 8;
  }
  return out;
}
