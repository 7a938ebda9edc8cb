/** Where a text stops being JSON; both count from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

const BLANK = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Walks a text as JSON and remembers how far it came; the reader of the language does not always tell. */
class Walker {
  at = 0;
  constructor(readonly text: string) {}

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return false;
    this.at += found.length;
    return true;
  }

  #mark(mark: string): boolean {
    this.#take(BLANK);
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    this.#take(BLANK);
    return true;
  }

  /** True where a whole value was walked; otherwise `at` is the first character that does not fit. */
  value(): boolean {
    this.#take(BLANK);
    if (this.#mark('{')) return this.#list('}', () => this.#take(STRING) && this.#mark(':') && this.value());
    if (this.#mark('[')) return this.#list(']', () => this.value());
    return this.#take(STRING) || this.#take(SCALAR);
  }

  #list(end: string, entry: () => boolean): boolean {
    if (this.#mark(end)) return true;
    do {
      if (!entry()) return false;
    } while (this.#mark(','));
    return this.#mark(end);
  }
}

/**
 * The line and column at which a text stops being JSON.
 *
 * @example jsonPlace('{\n "a": }') // { line: 2, column: 7 }
 */
export function jsonPlace(text: string): JsonPlace {
  const walker = new Walker(text);
  walker.value();
  const before = text.slice(0, walker.at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
