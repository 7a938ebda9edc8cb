import { WorkbookError } from '../errors.js';
import type { WorkbookLimits } from '../limits.js';
import type { ByteSource } from '../zip/inflate.js';
import { decodeUtf8, resolveEntities } from './text.js';

const LT = 60;
const GT = 62;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const AMP = 38;
const CR = 13;
const QUOTE = 34;
const APOSTROPHE = 39;
const MAX_INTERNED = 4096;

/** What stands at the position, as far as its bytes tell. */
export const Raw = { open: 1, close: 2, text: 3, end: 4 } as const;
export type Raw = (typeof Raw)[keyof typeof Raw];

/**
 * Cuts XML into tags and texts straight from bytes, without strings for what nobody asks for, and keeps the place of
 * each. It takes a part whole or piece by piece; what elements mean is the business of {@link XmlScanner}.
 */
export abstract class TokenReader {
  /** Bytes that the places below refer to, valid until the next token. */
  buffer: Uint8Array;
  /** Place of `buffer[0]` in the part. */
  base = 0;
  /** The token in the buffer: from `<` to behind `>`, or the text. */
  start = 0;
  end = 0;
  /** The text in the buffer, without the frame of a CDATA section. */
  textFrom = 0;
  textTo = 0;
  /** For a text: true where it holds `&` or a carriage return. */
  hasEscapes = false;
  /** For a text: true where the element ends right behind it. */
  isWhole = false;
  /** True for `<a/>`. */
  selfClosing = false;
  attributeCount = 0;

  /** Name of the open tag as written, and its part behind the colon. */
  protected qualifiedName = '';
  protected localName = '';
  private position = 0;
  private limit: number;
  private source: ByteSource | null;
  private isCdata = false;
  private readonly attributeNames: string[] = [];
  private readonly attributeStarts: number[] = [];
  private readonly attributeEnds: number[] = [];
  private readonly interned = new Map<number, string>();

  constructor(
    input: Uint8Array | ByteSource,
    protected readonly part: string,
    protected readonly limits: WorkbookLimits,
  ) {
    this.source = input instanceof Uint8Array ? null : input;
    this.buffer = input instanceof Uint8Array ? input : (input.next() ?? new Uint8Array(0));
    this.limit = this.buffer.length;
    while (this.limit < 4 && this.more(0));
    if (this.buffer[0] === 0xef && this.buffer[1] === 0xbb && this.buffer[2] === 0xbf) this.position = 3;
  }

  /** Name with prefix of attribute `i`. */
  attributeName(i: number): string {
    return this.attributeNames[i]!;
  }

  /** Place of the value of attribute `i` in the buffer, without its quotes. */
  attributeStart(i: number): number {
    return this.attributeStarts[i]!;
  }

  attributeEnd(i: number): number {
    return this.attributeEnds[i]!;
  }

  attributeValue(i: number): string {
    const raw = decodeUtf8(this.buffer, this.attributeStarts[i]!, this.attributeEnds[i]!);
    return raw.includes('&') || raw.includes('\r') ? this.resolved(raw) : raw;
  }

  /** The text as a string. */
  text(): string {
    const raw = decodeUtf8(this.buffer, this.textFrom, this.textTo);
    if (!this.hasEscapes) return raw;
    return this.isCdata ? raw.replace(/\r\n?/g, '\n') : this.resolved(raw);
  }

  damaged(detail: string): WorkbookError {
    return new WorkbookError('part-damaged', { part: this.part, detail });
  }

  /** Reads the next tag or text; comments and processing instructions are passed over. */
  protected nextRaw(expectedClose: string): Raw {
    for (;;) {
      if (this.position >= this.limit && !this.advance(this.position)) return Raw.end;
      if (this.buffer[this.position] !== LT) {
        if (this.readText(expectedClose !== '')) return Raw.text;
        continue;
      }
      if (this.position + 1 >= this.limit && !this.advance(this.position)) throw this.damaged('end of part');
      const byte = this.buffer[this.position + 1];
      if (byte === SLASH) {
        this.readCloseTag(expectedClose);
        return Raw.close;
      }
      if (byte === 63) this.skipUntil('?>', 2);
      else if (byte !== 33) {
        while (!this.readOpenTag()) if (!this.advance(this.position)) throw this.damaged('end of part');
        return Raw.open;
      } else if (this.readMarked(expectedClose !== '')) return Raw.text;
    }
  }

  private resolved(raw: string): string {
    const text = resolveEntities(raw);
    if (text === null) throw this.damaged('unknown entity');
    return text;
  }

  /** Gets more bytes so that what starts at `from`, the position, stays in the buffer. */
  private advance(from: number): boolean {
    const kept = this.limit - from;
    if (!this.more(from)) return false;
    this.position -= from;
    // A long token must not be copied and scanned anew for each small piece: at least double what is there.
    while (this.limit < kept * 2 && this.more(0));
    return true;
  }

  private more(from: number): boolean {
    const piece = this.source?.next() ?? null;
    if (!piece) {
      this.source = null;
      return false;
    }
    const kept = this.limit - from;
    if (kept > this.limits.maxTokenBytes) throw this.damaged('token too long');
    if (kept === 0) {
      this.buffer = piece;
    } else {
      const joined = new Uint8Array(kept + piece.length);
      joined.set(this.buffer.subarray(from, this.limit));
      joined.set(piece, kept);
      this.buffer = joined;
    }
    this.base += from;
    this.limit = this.buffer.length;
    return true;
  }

  /** Reads text up to the next `<`; outside of all elements only space may stand, which is no token. */
  private readText(inside: boolean): boolean {
    for (;;) {
      const { buffer, limit, position } = this;
      let at = position;
      let escapes = false;
      for (; at < limit; at++) {
        const byte = buffer[at]!;
        if (byte === LT) break;
        if (byte === AMP || byte === CR) escapes = true;
      }
      if (at + 1 >= limit && this.advance(position)) continue;
      this.start = this.textFrom = position;
      this.end = this.textTo = this.position = at;
      this.hasEscapes = escapes;
      this.isCdata = false;
      this.isWhole = this.buffer[at + 1] === SLASH;
      if (inside) return true;
      for (let i = position; i < at; i++)
        if (this.buffer[i]! > 32) throw this.damaged('text outside of the root');
      return false;
    }
  }

  private readCloseTag(expected: string): void {
    for (;;) {
      const { buffer, limit, position } = this;
      let at = position + 2;
      while (at < limit && buffer[at] !== GT) at++;
      if (at >= limit) {
        if (!this.advance(position)) throw this.damaged('end of part');
        continue;
      }
      let nameEnd = at;
      while (nameEnd > position + 2 && buffer[nameEnd - 1]! <= 32) nameEnd--;
      if (expected === '' || this.intern(position + 2, nameEnd) !== expected)
        throw this.damaged('element not closed');
      this.start = position;
      this.end = this.position = at + 1;
      return;
    }
  }

  /** Comment, CDATA or DTD. True where it gives a text. */
  private readMarked(inside: boolean): boolean {
    while (this.limit - this.position < 9 && this.advance(this.position));
    const head = decodeUtf8(this.buffer, this.position, Math.min(this.limit, this.position + 9));
    if (head.startsWith('<!--')) {
      this.skipUntil('-->', 4);
      return false;
    }
    if (head === '<![CDATA[' && inside) {
      this.skipUntil(']]>', 9);
      this.textFrom = this.start + 9;
      this.textTo = this.end - 3;
      this.hasEscapes = this.buffer.subarray(this.textFrom, this.textTo).includes(CR);
      this.isCdata = true;
      this.isWhole = false;
      return true;
    }
    if (/^<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(head))
      throw new WorkbookError('xml-dtd', { part: this.part });
    throw this.damaged('unknown markup');
  }

  private skipUntil(ending: string, from: number): void {
    const last = ending.charCodeAt(ending.length - 1);
    for (;;) {
      const { buffer, position } = this;
      let at = buffer.indexOf(last, position + from + ending.length - 1);
      while (at >= 0 && !this.endsWith(ending, at)) at = buffer.indexOf(last, at + 1);
      if (at >= 0) {
        this.start = position;
        this.end = this.position = at + 1;
        return;
      }
      if (!this.advance(position)) throw this.damaged('end of part');
    }
  }

  private endsWith(ending: string, at: number): boolean {
    for (let i = 0; i < ending.length; i++) {
      if (this.buffer[at - ending.length + 1 + i] !== ending.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Reads name and attributes; false where the tag is not whole in the buffer. */
  private readOpenTag(): boolean {
    const { buffer, limit, position } = this;
    let at = position + 1;
    let colon = 0;
    while (at < limit && !endsName(buffer[at]!)) {
      if (buffer[at] === COLON && colon === 0) colon = at;
      at++;
    }
    const nameEnd = at;
    if (nameEnd === position + 1 && at < limit) throw this.damaged('tag');
    this.attributeCount = 0;
    for (;;) {
      while (at < limit && buffer[at]! <= 32) at++;
      if (at >= limit) return false;
      if (buffer[at] === GT || buffer[at] === SLASH) break;
      at = this.readAttribute(at);
      if (at < 0) return false;
    }
    this.selfClosing = buffer[at] === SLASH;
    if (this.selfClosing && ++at >= limit) return false;
    if (buffer[at] !== GT) throw this.damaged('tag');
    this.start = position;
    this.end = this.position = at + 1;
    this.qualifiedName = this.intern(position + 1, nameEnd);
    this.localName = colon === 0 ? this.qualifiedName : this.intern(colon + 1, nameEnd);
    return true;
  }

  /** Reads `name="value"`; gives the place behind it, or -1 where it is not whole in the buffer. */
  private readAttribute(from: number): number {
    const { buffer, limit } = this;
    let at = from;
    while (at < limit && !endsName(buffer[at]!)) at++;
    const nameEnd = at;
    while (at < limit && buffer[at]! <= 32) at++;
    if (at < limit && (buffer[at] !== EQUALS || nameEnd === from)) throw this.damaged('attribute');
    at++;
    while (at < limit && buffer[at]! <= 32) at++;
    if (at >= limit) return -1;
    const quote = buffer[at]!;
    if (quote !== QUOTE && quote !== APOSTROPHE) throw this.damaged('attribute');
    const valueStart = ++at;
    for (; at < limit; at++) {
      const byte = buffer[at]!;
      if (byte === quote) break;
      if (byte === LT) throw this.damaged('attribute');
    }
    if (at + 1 >= limit) return -1;
    const i = this.attributeCount++;
    this.attributeNames[i] = this.intern(from, nameEnd);
    this.attributeStarts[i] = valueStart;
    this.attributeEnds[i] = at++;
    const next = buffer[at]!;
    if (next > 32 && next !== GT && next !== SLASH) throw this.damaged('attribute');
    return at;
  }

  /** Name from the buffer, the same string for the same bytes. */
  private intern(start: number, end: number): string {
    const { buffer } = this;
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + buffer[i]!) | 0;
    const known = this.interned.get(hash);
    if (known !== undefined && known.length === end - start) {
      let same = true;
      for (let i = 0; same && i < known.length; i++) same = known.charCodeAt(i) === buffer[start + i];
      if (same) return known;
    }
    const name = decodeUtf8(buffer, start, end);
    if (this.interned.size < MAX_INTERNED) this.interned.set(hash, name);
    return name;
  }
}

function endsName(byte: number): boolean {
  return byte <= 32 || byte === GT || byte === SLASH || byte === EQUALS || byte === LT;
}
