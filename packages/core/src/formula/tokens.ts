import { columnNumber, MAX_COLUMN, MAX_ROW } from '../snapshot/address.js';
import type { Reference } from './syntax.js';

export type TokenKind =
  | 'number'
  | 'text'
  | 'error'
  | 'reference'
  | 'name'
  | 'function'
  | 'operator'
  | 'open'
  | 'close'
  | 'comma'
  | 'semicolon'
  | 'brace-open'
  | 'brace-close'
  | 'space'
  | 'external'
  | 'unsupported';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Unquoted text, function or name in capitals, operator; for the rest as written. */
  readonly text: string;
  readonly reference?: Reference;
  /** Sheet written before a name or an error. */
  readonly sheet?: string;
}

const ERRORS = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
];

const SPACE = /[ \t\r\n\u00a0]+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"]|"")*"/y;
const WORD = /[\p{L}\p{M}\p{N}_.\\?]+/uy;
const CELL = /(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])/uy;
const COLUMNS = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])/uy;
const ROWS = /(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(])/uy;
const QUOTED_SHEET = /'((?:[^']|'')*)'!/y;
const PLAIN_SHEET = /([\p{L}\p{M}\p{N}_.]+)(?::([\p{L}\p{M}\p{N}_.]+))?!/uy;
const EXTERNAL = /(?:\[[^\]]*\][^!'"()+*/,;]*|'[^'[]*\[[^\]']*\](?:[^']|'')*')!/y;
const OPERATOR = /<>|<=|>=|[-+*/^&=<>%@#:]/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowAbsolute: boolean;
  readonly columnAbsolute: boolean;
  readonly end: number;
}

function readCorner(text: string, at: number): Corner | null {
  const found = match(CELL, text, at);
  if (!found) return null;
  const column = columnNumber(found[2]!);
  const row = Number(found[4]);
  if (column === 0 || row > MAX_ROW) return null;
  return {
    row,
    column,
    columnAbsolute: found[1] === '$',
    rowAbsolute: found[3] === '$',
    end: at + found[0].length,
  };
}

type Placed = { readonly reference: Reference; readonly end: number };

function cellReference(text: string, at: number, sheet: Reference['sheet']): Placed | null {
  const first = readCorner(text, at);
  if (!first) return null;
  const second = text.charCodeAt(first.end) === 58 ? readCorner(text, first.end + 1) : null;
  const last = second ?? first;
  const rowsInOrder = first.row <= last.row;
  const columnsInOrder = first.column <= last.column;
  const [upper, lower] = rowsInOrder ? [first, last] : [last, first];
  const [left, right] = columnsInOrder ? [first, last] : [last, first];
  return {
    end: last.end,
    reference: {
      sheet,
      top: upper.row,
      left: left.column,
      bottom: lower.row,
      right: right.column,
      topAbsolute: upper.rowAbsolute,
      leftAbsolute: left.columnAbsolute,
      bottomAbsolute: lower.rowAbsolute,
      rightAbsolute: right.columnAbsolute,
      whole: null,
      range: second !== null,
    },
  };
}

function wholeReference(text: string, at: number, sheet: Reference['sheet']): Placed | null {
  const columns = match(COLUMNS, text, at);
  if (columns) {
    const a = columnNumber(columns[2]!);
    const b = columnNumber(columns[4]!);
    if (a > 0 && b > 0) return { end: at + columns[0].length, reference: wholeColumns(sheet, a, b, columns) };
  }
  const rows = match(ROWS, text, at);
  if (!rows) return null;
  const a = Number(rows[2]);
  const b = Number(rows[4]);
  if (a > MAX_ROW || b > MAX_ROW) return null;
  const ordered = a <= b;
  return {
    end: at + rows[0].length,
    reference: {
      sheet,
      top: Math.min(a, b),
      bottom: Math.max(a, b),
      left: 1,
      right: MAX_COLUMN,
      topAbsolute: (ordered ? rows[1] : rows[3]) === '$',
      bottomAbsolute: (ordered ? rows[3] : rows[1]) === '$',
      leftAbsolute: true,
      rightAbsolute: true,
      whole: 'rows',
      range: true,
    },
  };
}

function wholeColumns(sheet: Reference['sheet'], a: number, b: number, written: RegExpExecArray): Reference {
  const ordered = a <= b;
  return {
    sheet,
    top: 1,
    bottom: MAX_ROW,
    left: Math.min(a, b),
    right: Math.max(a, b),
    topAbsolute: true,
    bottomAbsolute: true,
    leftAbsolute: (ordered ? written[1] : written[3]) === '$',
    rightAbsolute: (ordered ? written[3] : written[1]) === '$',
    whole: 'columns',
    range: true,
  };
}

/** The sheet prefix at `at`, with its exclamation mark. */
function sheetPrefix(
  text: string,
  at: number,
): { sheet: string | readonly [string, string]; end: number } | null {
  const quoted = match(QUOTED_SHEET, text, at);
  if (quoted) {
    const name = quoted[1]!.replaceAll("''", "'");
    const colon = name.indexOf(':');
    const sheet = colon < 0 ? name : ([name.slice(0, colon), name.slice(colon + 1)] as const);
    return { sheet, end: at + quoted[0].length };
  }
  const plain = match(PLAIN_SHEET, text, at);
  if (!plain) return null;
  return { sheet: plain[2] === undefined ? plain[1]! : [plain[1]!, plain[2]], end: at + plain[0].length };
}

function readError(text: string, at: number): string | null {
  const code = text.charCodeAt(at) === 35 ? text.slice(at, at + 13).toUpperCase() : '';
  return code === '' ? null : (ERRORS.find((error) => code.startsWith(error)) ?? null);
}

const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
  ';': 'semicolon',
  '{': 'brace-open',
  '}': 'brace-close',
};

function afterSheet(
  text: string,
  start: number,
  prefix: { sheet: string | readonly [string, string]; end: number },
): Token {
  const placed =
    cellReference(text, prefix.end, prefix.sheet) ?? wholeReference(text, prefix.end, prefix.sheet);
  if (placed) return { kind: 'reference', start, end: placed.end, text: '', reference: placed.reference };
  const error = readError(text, prefix.end);
  if (error) return { kind: 'error', start, end: prefix.end + error.length, text: error };
  const word = match(WORD, text, prefix.end);
  if (word && typeof prefix.sheet === 'string') {
    const end = prefix.end + word[0].length;
    return { kind: 'name', start, end, text: word[0], sheet: prefix.sheet };
  }
  return { kind: 'unsupported', start, end: text.length, text: text.slice(start) };
}

function readWord(text: string, at: number, sheets: boolean): Token {
  const prefix = sheets ? sheetPrefix(text, at) : null;
  if (prefix) return afterSheet(text, at, prefix);
  const placed = cellReference(text, at, null) ?? wholeReference(text, at, null);
  if (placed) return { kind: 'reference', start: at, end: placed.end, text: '', reference: placed.reference };
  const number = match(NUMBER, text, at);
  if (number) return { kind: 'number', start: at, end: at + number[0].length, text: number[0] };
  const word = match(WORD, text, at);
  if (!word) return { kind: 'unsupported', start: at, end: text.length, text: text.slice(at) };
  const end = at + word[0].length;
  const next = text.charCodeAt(end);
  if (next === 40) return { kind: 'function', start: at, end, text: functionName(word[0]) };
  if (next === 91) return { kind: 'unsupported', start: at, end: text.length, text: text.slice(at) };
  return { kind: 'name', start: at, end, text: word[0] };
}

function functionName(written: string): string {
  return written.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLUDF\.)+/, '');
}

function readToken(text: string, at: number, sheets: boolean): Token {
  const code = text.charCodeAt(at);
  if (code === 32 || code === 9 || code === 10 || code === 13 || code === 160) {
    const end = at + match(SPACE, text, at)![0].length;
    return { kind: 'space', start: at, end, text: ' ' };
  }
  const punctuation = PUNCTUATION[text[at]!];
  if (punctuation) return { kind: punctuation, start: at, end: at + 1, text: text[at]! };
  if (code === 34) {
    const found = match(STRING, text, at);
    if (!found) return { kind: 'unsupported', start: at, end: text.length, text: text.slice(at) };
    const inner = found[0].slice(1, -1).replaceAll('""', '"');
    return { kind: 'text', start: at, end: at + found[0].length, text: inner };
  }
  const error = readError(text, at);
  if (error) return { kind: 'error', start: at, end: at + error.length, text: error };
  if (code === 91 || code === 39) {
    const external = match(EXTERNAL, text, at);
    if (external) return externalToken(text, at, at + external[0].length);
  }
  const operator = match(OPERATOR, text, at);
  if (operator) return { kind: 'operator', start: at, end: at + operator[0].length, text: operator[0] };
  return readWord(text, at, sheets);
}

function externalToken(text: string, start: number, afterPrefix: number): Token {
  const placed = cellReference(text, afterPrefix, null) ?? wholeReference(text, afterPrefix, null);
  const end = placed?.end ?? afterPrefix + (match(WORD, text, afterPrefix)?.[0].length ?? 0);
  return { kind: 'external', start, end, text: text.slice(start, end) };
}

/** Cuts a formula (without its `=`) into tokens; what cannot be read becomes one `unsupported` token at the end. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const sheets = text.includes('!');
  for (let at = 0; at < text.length; ) {
    const token = readToken(text, at, sheets);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}
