import { WorkbookError } from '../errors.js';
import type { WorkbookLimits } from '../limits.js';
import type { ByteSource } from '../zip/inflate.js';
import { isUnderstood, Ns, namespaceOf } from './namespaces.js';
import { decodeUtf8, resolveEntities } from './text.js';

export const Token = { open: 1, close: 2, text: 3, end: 4 } as const;
export type Token = (typeof Token)[keyof typeof Token];

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

/** How a real element shows itself to the reader. */
const Shown = { yes: 0, transparent: 1, alternate: 2 } as const;

/**
 * Reads XML token by token straight from bytes, without building strings for what nobody asks for, and knows the
 * place of each token, so that an editor can splice between them. It takes a part whole or piece by piece.
 *
 * DTDs are refused, names are resolved to namespaces, `mc:AlternateContent` shows only the branch that applies,
 * `<a/>` gives an open and a close token, comments and processing instructions are passed over.
 */
export class XmlScanner {
  /** Bytes that token places (`start`, `end`, `textStart` …) refer to, valid until the next token. */
  buffer: Uint8Array;
  /** Place of `buffer[0]` in the part. */
  base = 0;
  /** The token in the buffer: `<` up to behind `>`, or the text. */
  start = 0;
  end = 0;
  /** Local name of the element opened or closed. */
  name = '';
  ns: Ns = Ns.none;
  /** Elements open around the position, the one just opened included. */
  depth = 0;
  /** True for `<a/>`. */
  selfClosing = false;
  /** For a text token: true where it holds `&` or a carriage return. */
  hasEscapes = false;
  /** For a text token: true where the element ends right behind it. */
  isWhole = false;
  attributeCount = 0;

  private position = 0;
  private limit: number;
  private pendingClose = false;
  private pendingPop = false;
  private isCdata = false;
  private textStart = 0;
  private textEnd = 0;
  private readonly attributeNames: string[] = [];
  private readonly attributeStarts: number[] = [];
  private readonly attributeEnds: number[] = [];

  private level = 0;
  private readonly openNames: string[] = [];
  private readonly openShown: number[] = [];
  private readonly branchTaken: boolean[] = [];
  private readonly prefixes: string[] = ['xml'];
  private readonly prefixNs: Ns[] = [Ns.other];
  private readonly prefixLevels: number[] = [0];
  private defaultNs: Ns = Ns.none;
  private readonly interned = new Map<number, string>();

  constructor(
    input: Uint8Array | ByteSource,
    private readonly part: string,
    private readonly limits: WorkbookLimits,
  ) {
    if (input instanceof Uint8Array) {
      this.buffer = input;
      this.source = null;
    } else {
      this.source = input;
      this.buffer = input.next() ?? new Uint8Array(0);
    }
    this.limit = this.buffer.length;
    while (this.limit < 4 && this.more(0));
    if (this.buffer[0] === 0xef && this.buffer[1] === 0xbb && this.buffer[2] === 0xbf) this.position = 3;
  }

  private source: ByteSource | null;

  /** Moves to the next token. At the end of the part all elements must be closed. */
  next(): Token {
    if (this.pendingPop) this.pop();
    if (this.pendingClose) {
      this.pendingClose = false;
      return this.closeElement();
    }
    for (;;) {
      if (this.position >= this.limit && !this.advance(this.position)) return this.finish();
      if (this.buffer[this.position] !== LT) {
        if (this.readText()) return Token.text;
        continue;
      }
      if (this.position + 1 >= this.limit && !this.advance(this.position)) throw this.damaged('end of part');
      const byte = this.buffer[this.position + 1];
      if (byte === SLASH) {
        this.readCloseTag();
        if (this.openShown[this.level - 1] === Shown.yes) return this.closeElement();
        this.pop();
      } else if (byte === 63) {
        this.skipUntil('?>', 2);
      } else if (byte === 33) {
        if (this.readMarked()) return Token.text;
      } else {
        this.readOpenTag();
        if (this.openElement()) return Token.open;
      }
    }
  }

  /**
   * Moves to the next child of the element at `depth` (its depth right after it was opened); children not read are
   * skipped. False when that element is closed.
   */
  nextIn(depth: number): boolean {
    for (;;) {
      const token = this.next();
      if (token === Token.open) {
        if (this.depth === depth + 1) return true;
      } else if (token === Token.close) {
        if (this.depth === depth) return false;
      } else if (token === Token.end) return false;
    }
  }

  /** True where the element opened is `name` of the namespace. */
  is(name: string, ns: Ns = Ns.main): boolean {
    return this.name === name && this.ns === ns;
  }

  /** Moves behind the end of the element just opened. */
  skip(): void {
    const depth = this.depth;
    while (this.nextIn(depth));
  }

  /** Text of the element just opened, with that of its children, up to its end. */
  content(): string {
    const depth = this.depth;
    let text = '';
    for (;;) {
      const token = this.next();
      if (token === Token.text) text += this.text();
      else if (token === Token.end || (token === Token.close && this.depth === depth)) return text;
    }
  }

  /** The text token as a string. */
  text(): string {
    const raw = decodeUtf8(this.buffer, this.textStart, this.textEnd);
    if (!this.hasEscapes) return raw;
    if (this.isCdata) return raw.replace(/\r\n?/g, '\n');
    return this.resolved(raw);
  }

  /** Place of the text in the buffer. */
  get textFrom(): number {
    return this.textStart;
  }

  get textTo(): number {
    return this.textEnd;
  }

  /** Moves to the root element, which must be `name` of the namespace. */
  root(name: string, ns: Ns): number {
    for (;;) {
      const token = this.next();
      if (token === Token.open && this.name === name && this.ns === ns) return this.depth;
      if (token !== Token.text) throw this.damaged(`root element is not ${name}`);
    }
  }

  /** Value of an attribute without prefix, or `null`. */
  attribute(name: string): string | null {
    for (let i = 0; i < this.attributeCount; i++)
      if (this.attributeNames[i] === name) return this.attributeValue(i);
    return null;
  }

  /** Value of an attribute of a namespace (`r:id`), or `null`. */
  attributeOf(ns: Ns, local: string): string | null {
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeNames[i]!;
      const colon = name.indexOf(':');
      if (colon > 0 && name.slice(colon + 1) === local && this.lookup(name.slice(0, colon)) === ns) {
        return this.attributeValue(i);
      }
    }
    return null;
  }

  /** True where the attribute says yes: `1`, `true`, `on`. */
  flag(name: string, otherwise = false): boolean {
    const value = this.attribute(name);
    return value === null ? otherwise : value === '1' || value === 'true' || value === 'on';
  }

  /** Name with prefix of attribute `i`. */
  attributeName(i: number): string {
    return this.attributeNames[i]!;
  }

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

  /** Prefix of the element as written, with its colon; empty where there is none. */
  get prefix(): string {
    const name = this.openNames[this.level - 1] ?? '';
    return name.slice(0, name.indexOf(':') + 1);
  }

  damaged(detail: string): WorkbookError {
    return new WorkbookError('part-damaged', { part: this.part, detail });
  }

  private resolved(raw: string): string {
    const text = resolveEntities(raw);
    if (text === null) throw this.damaged('unknown entity');
    return text;
  }

  /** Gets more bytes so that what starts at `from` stays in the buffer; then `position` and `start` are moved along. */
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

  private finish(): Token {
    if (this.level > 0) throw this.damaged('end of part');
    return Token.end;
  }

  /** Reads text up to the next `<`; false where it is nothing but space outside of all elements. */
  private readText(): boolean {
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
      this.start = this.textStart = position;
      this.end = this.textEnd = at;
      this.position = at;
      this.hasEscapes = escapes;
      this.isCdata = false;
      this.isWhole = this.buffer[at + 1] === SLASH;
      if (this.level > 0) return true;
      for (let i = position; i < at; i++)
        if (this.buffer[i]! > 32) throw this.damaged('text outside of the root');
      return false;
    }
  }

  private readCloseTag(): void {
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
      const open = this.level > 0 ? this.openNames[this.level - 1]! : '';
      if (open === '' || !this.matches(open, position + 2, nameEnd)) throw this.damaged('element not closed');
      this.start = position;
      this.end = this.position = at + 1;
      return;
    }
  }

  private matches(name: string, start: number, end: number): boolean {
    if (end - start !== name.length) return this.intern(start, end) === name;
    const { buffer } = this;
    for (let i = 0; i < name.length; i++) {
      if (buffer[start + i] !== name.charCodeAt(i)) return this.intern(start, end) === name;
    }
    return true;
  }

  /** Comment, CDATA or DTD. True where it gives a text token. */
  private readMarked(): boolean {
    while (this.limit - this.position < 9 && this.advance(this.position));
    const head = decodeUtf8(this.buffer, this.position, Math.min(this.limit, this.position + 9));
    if (head.startsWith('<!--')) {
      this.skipUntil('-->', 4);
      return false;
    }
    if (head === '<![CDATA[') {
      this.skipUntil(']]>', 9);
      this.textStart = this.start + 9;
      this.textEnd = this.end - 3;
      this.hasEscapes = this.buffer.subarray(this.textStart, this.textEnd).includes(CR);
      this.isCdata = true;
      this.isWhole = false;
      if (this.level === 0) throw this.damaged('text outside of the root');
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
      let at = position + from + ending.length - 1;
      for (;;) {
        at = buffer.indexOf(last, at);
        if (at < 0 || at >= this.limit) break;
        if (this.endsWith(ending, at)) {
          this.start = position;
          this.end = this.position = at + 1;
          return;
        }
        at++;
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

  private readOpenTag(): void {
    while (!this.tryOpenTag()) {
      if (!this.advance(this.position)) throw this.damaged('end of part');
    }
  }

  /** Reads name and attributes; false where the tag is not whole in the buffer. */
  private tryOpenTag(): boolean {
    const { buffer, limit, position } = this;
    let at = position + 1;
    let colon = 0;
    let byte = 0;
    for (; at < limit; at++) {
      byte = buffer[at]!;
      if (byte <= 32 || byte === GT || byte === SLASH) break;
      if (byte === COLON && colon === 0) colon = at;
      else if (byte === LT) throw this.damaged('tag');
    }
    if (at >= limit) return false;
    if (at === position + 1) throw this.damaged('tag');
    const nameEnd = at;
    this.attributeCount = 0;
    for (;;) {
      while (at < limit && buffer[at]! <= 32) at++;
      if (at >= limit) return false;
      byte = buffer[at]!;
      if (byte === GT || byte === SLASH) break;
      const nameStart = at;
      while (at < limit && (byte = buffer[at]!) > 32 && byte !== EQUALS && byte !== GT && byte !== LT) at++;
      const attributeEnd = at;
      while (at < limit && buffer[at]! <= 32) at++;
      if (at < limit && buffer[at] !== EQUALS) throw this.damaged('attribute');
      at++;
      while (at < limit && buffer[at]! <= 32) at++;
      if (at >= limit) return false;
      const quote = buffer[at]!;
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.damaged('attribute');
      const valueStart = ++at;
      while (at < limit && (byte = buffer[at]!) !== quote) {
        if (byte === LT) throw this.damaged('attribute');
        at++;
      }
      if (at >= limit) return false;
      const i = this.attributeCount++;
      this.attributeNames[i] = this.intern(nameStart, attributeEnd);
      this.attributeStarts[i] = valueStart;
      this.attributeEnds[i] = at++;
      if (at < limit && (byte = buffer[at]!) > 32 && byte !== GT && byte !== SLASH)
        throw this.damaged('attribute');
    }
    this.selfClosing = byte === SLASH;
    if (this.selfClosing) {
      if (++at >= limit) return false;
      if (buffer[at] !== GT) throw this.damaged('tag');
    }
    this.start = position;
    this.end = this.position = at + 1;
    const qualified = this.intern(position + 1, nameEnd);
    this.name = colon === 0 ? qualified : this.intern(colon + 1, nameEnd);
    this.openNames[this.level] = qualified;
    return true;
  }

  /** Enters the element just read; false where it stays unseen (`mc:AlternateContent` and its branches). */
  private openElement(): boolean {
    this.level++;
    if (this.level > this.limits.maxDepth) {
      throw new WorkbookError('xml-too-deep', { part: this.part, limit: this.limits.maxDepth });
    }
    const qualified = this.openNames[this.level - 1]!;
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeNames[i]!;
      if (name.charCodeAt(0) === 120 && (name === 'xmlns' || name.startsWith('xmlns:')))
        this.declare(name, i);
    }
    this.ns =
      qualified === this.name ? this.defaultNs : this.lookup(qualified.slice(0, qualified.indexOf(':')));
    if (this.ns === Ns.compatibility) return this.openCompatibility();
    return this.show();
  }

  private show(): boolean {
    this.openShown[this.level - 1] = Shown.yes;
    this.depth++;
    this.pendingClose = this.selfClosing;
    return true;
  }

  private openCompatibility(): boolean {
    const around = this.level - 2;
    const inAlternate = around >= 0 && this.openShown[around] === Shown.alternate;
    if (this.name === 'AlternateContent') {
      this.openShown[this.level - 1] = Shown.alternate;
      this.branchTaken[this.level - 1] = false;
    } else if (
      inAlternate &&
      !this.branchTaken[around] &&
      (this.name === 'Fallback' || this.choiceApplies())
    ) {
      this.openShown[this.level - 1] = Shown.transparent;
      this.branchTaken[around] = true;
    } else if (inAlternate) {
      this.show();
      this.skip();
      this.pop();
      return false;
    } else {
      return this.show();
    }
    if (this.selfClosing) this.pop();
    return false;
  }

  private choiceApplies(): boolean {
    const required = (this.attribute('Requires') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
    return required.length > 0 && required.every((prefix) => isUnderstood(this.lookup(prefix)));
  }

  private closeElement(): Token {
    const qualified = this.openNames[this.level - 1]!;
    const colon = qualified.indexOf(':');
    this.name = colon < 0 ? qualified : qualified.slice(colon + 1);
    this.ns = colon < 0 ? this.defaultNs : this.lookup(qualified.slice(0, colon));
    this.pendingPop = true;
    return Token.close;
  }

  /** Leaves the element; its depth stays visible until the token after its close. */
  private pop(): void {
    this.pendingPop = false;
    if (this.openShown[this.level - 1] === Shown.yes) this.depth--;
    while (this.prefixLevels[this.prefixLevels.length - 1]! >= this.level) {
      const prefix = this.prefixes.pop()!;
      this.prefixNs.pop();
      this.prefixLevels.pop();
      if (prefix === '') this.defaultNs = this.prefixes.includes('') ? this.lookup('') : Ns.none;
    }
    this.level--;
  }

  private declare(name: string, i: number): void {
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const ns = namespaceOf(this.attributeValue(i));
    this.prefixes.push(prefix);
    this.prefixNs.push(ns);
    this.prefixLevels.push(this.level);
    if (prefix === '') this.defaultNs = ns;
  }

  private lookup(prefix: string): Ns {
    const at = this.prefixes.lastIndexOf(prefix);
    if (at < 0) throw this.damaged('undeclared prefix');
    return this.prefixNs[at]!;
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
