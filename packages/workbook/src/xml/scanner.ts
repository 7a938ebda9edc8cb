import { WorkbookError } from '../errors.js';
import { isUnderstood, Ns, namespaceOf } from './namespaces.js';
import { Raw, TokenReader } from './tokens.js';

export const Token = { open: 1, close: 2, text: 3, end: 4 } as const;
export type Token = (typeof Token)[keyof typeof Token];

const MAX_PREFIXES = 256;

/** How an element shows itself: as it is, not at all (its children do), or as the choice between branches. */
const Shown = { yes: 0, transparent: 1, alternate: 2 } as const;

/**
 * Walks through the elements of an XML part and knows the place of each token, so that an editor can splice between
 * them. DTDs are refused, names are resolved to namespaces, of `mc:AlternateContent` only the branch that applies is
 * seen, `<a/>` gives an open and a close token.
 */
export class XmlScanner extends TokenReader {
  /** Local name of the element opened or closed. */
  name = '';
  ns: Ns = Ns.none;
  /** Elements open around the position; one just closed still counts. */
  depth = 0;
  /** Place of the close tag of the root, once it was read. */
  rootEnd = -1;
  /** Places in the part where `mc:AlternateContent` begins right below the root. */
  readonly rootAlternates: number[] = [];

  private pendingClose = false;
  private pendingPop = false;
  private level = 0;
  private readonly openNames: string[] = [];
  private readonly openShown: number[] = [];
  private readonly branchTaken: boolean[] = [];
  private readonly prefixes: string[] = ['xml'];
  private readonly prefixNs: Ns[] = [Ns.other];
  private readonly prefixLevels: number[] = [0];
  private defaultNs: Ns = Ns.none;

  /** Moves to the next token. At the end of the part all elements must be closed. */
  next(): Token {
    if (this.pendingPop) this.pop();
    if (this.pendingClose) {
      this.pendingClose = false;
      return this.close();
    }
    for (;;) {
      const raw = this.nextRaw(this.level > 0 ? this.openNames[this.level - 1]! : '');
      if (raw === Raw.text) return Token.text;
      if (raw === Raw.open) {
        if (this.open()) return Token.open;
      } else if (raw === Raw.close) {
        if (this.openShown[this.level - 1] === Shown.yes) return this.close();
        this.pop();
      } else {
        if (this.level > 0) throw this.damaged('end of part');
        return Token.end;
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
        if (this.depth === depth) {
          if (depth === 1) {
            this.rootEnd = this.base + this.start;
            this.finish();
          }
          return false;
        }
      } else if (token === Token.end) return false;
    }
  }

  /** Behind the root nothing may follow; reading to the very end also checks size and CRC of the part. */
  private finish(): void {
    if (this.next() !== Token.end) throw this.damaged('second root element');
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

  /** Moves to the root element, which must be `name` of the namespace; gives its depth. */
  root(name: string, ns: Ns): number {
    if (this.next() !== Token.open || !this.is(name, ns)) throw this.damaged(`root element|${name}`);
    return this.depth;
  }

  /** Value of an attribute without prefix, or `null`. */
  attribute(name: string): string | null {
    for (let i = 0; i < this.attributeCount; i++)
      if (this.attributeName(i) === name) return this.attributeValue(i);
    return null;
  }

  /** Value of an attribute of a namespace (`r:id`), or `null`. */
  attributeOf(ns: Ns, local: string): string | null {
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeName(i);
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

  /** Prefix of the innermost open element as written, with its colon; empty where there is none. */
  get prefix(): string {
    const name = this.openNames[this.level - 1] ?? '';
    return name.slice(0, name.indexOf(':') + 1);
  }

  /** Enters the element just read; false where it stays unseen (`mc:AlternateContent` and its branches). */
  private open(): boolean {
    this.openNames[this.level++] = this.qualifiedName;
    if (this.level > this.limits.maxDepth) {
      throw new WorkbookError('xml-too-deep', { part: this.part, limit: this.limits.maxDepth });
    }
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeName(i);
      if (name.charCodeAt(0) === 120 && (name === 'xmlns' || name.startsWith('xmlns:')))
        this.declare(name, i);
    }
    this.resolve(this.qualifiedName, this.localName);
    return this.ns === Ns.compatibility ? this.openCompatibility() : this.show();
  }

  private resolve(qualified: string, local: string): void {
    this.name = local;
    this.ns =
      qualified === local
        ? this.defaultNs
        : this.lookup(qualified.slice(0, qualified.length - local.length - 1));
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
      if (this.depth === 1) this.rootAlternates.push(this.base + this.start);
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

  private close(): Token {
    const qualified = this.openNames[this.level - 1]!;
    const colon = qualified.indexOf(':');
    this.resolve(qualified, colon < 0 ? qualified : qualified.slice(colon + 1));
    this.pendingPop = true;
    return Token.close;
  }

  /** Leaves the element; its depth stays visible until the token after its close. */
  private pop(): void {
    this.pendingPop = false;
    if (this.openShown[this.level - 1] === Shown.yes) this.depth--;
    while (this.prefixLevels[this.prefixLevels.length - 1]! >= this.level) {
      const prefix = this.prefixes.pop();
      this.prefixNs.pop();
      this.prefixLevels.pop();
      if (prefix === '') this.defaultNs = this.prefixes.includes('') ? this.lookup('') : Ns.none;
    }
    this.level--;
  }

  private declare(name: string, i: number): void {
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const ns = namespaceOf(this.attributeValue(i));
    // Each prefixed element looks through them.
    if (this.prefixes.length >= MAX_PREFIXES) throw this.damaged('too many namespaces');
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
}
