import { SENTENCES, WORDS } from './error-sentences.js';

/** Why a file cannot be read or an edit cannot be made. Codes never change meaning. */
export type WorkbookErrorCode =
  | 'empty-file'
  | 'file-too-large'
  | 'not-xlsx'
  | 'encrypted'
  | 'old-xls'
  | 'binary-xlsb'
  | 'not-a-workbook'
  | 'no-sheets'
  | 'zip-truncated'
  | 'zip-damaged'
  | 'zip-too-many-entries'
  | 'zip-duplicate-entry'
  | 'zip-overlapping-entries'
  | 'zip-unsafe-name'
  | 'zip-unsupported'
  | 'zip-bomb'
  | 'part-too-large'
  | 'part-missing'
  | 'part-damaged'
  | 'xml-dtd'
  | 'xml-too-deep'
  | 'xml-encoding'
  | 'too-many-cells'
  | 'too-many-sheets'
  | 'too-many-merges'
  | 'formulas-too-large'
  | 'edit-unknown-sheet'
  | 'edit-bad-address'
  | 'edit-bad-value'
  | 'edit-inside-array'
  | 'edit-table-header'
  | 'edit-sheet-name'
  | 'edit-note-exists'
  | 'edit-drawing-exists'
  | 'edit-too-many-styles'
  | 'edit-unsupported';

/** Facts of an error: part, entry, limit, detail … */
export type WorkbookErrorFacts = Readonly<Record<string, string | number>>;

/**
 * Thrown by everything of this package that cannot do what was asked. `code` is stable and `facts` are data;
 * {@link describeWorkbookError} makes the one-line sentence for a user.
 */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';

  constructor(
    readonly code: WorkbookErrorCode,
    readonly facts: WorkbookErrorFacts = {},
  ) {
    super(sentence(code, facts, 'en'));
  }
}

type Language = 'vi' | 'en';

function sentence(code: WorkbookErrorCode, facts: WorkbookErrorFacts, language: Language): string {
  const index = language === 'vi' ? 0 : 1;
  return SENTENCES[code][index].replace(/\{(\w+)\}/g, (_, fact: string) => {
    return oneLine(Object.hasOwn(facts, fact) ? wordOf(fact, String(facts[fact]), index) : '?');
  });
}

/** Facts that are words are translated; `key|name` puts a name or figure of the file into the word. */
function wordOf(fact: string, value: string, index: 0 | 1): string {
  const bar = value.indexOf('|');
  const key = bar < 0 ? value : value.slice(0, bar);
  const word = Object.hasOwn(WORDS, `${fact}:${key}`) ? WORDS[`${fact}:${key}`]![index] : null;
  return word === null ? value : word.replace('{}', () => value.slice(bar + 1));
}

/** Names come from the file: keep them to one line and to a readable length. */
function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return plain.length > 120 ? `${plain.slice(0, 117)}…` : plain;
}

/**
 * The sentence for a user: one line that says what is wrong and what to do.
 *
 * @example
 * ```ts
 * try { readWorkbook(bytes); } catch (error) {
 *   if (error instanceof WorkbookError) console.error(describeWorkbookError(error, 'vi'));
 * }
 * ```
 */
export function describeWorkbookError(error: WorkbookError, language: Language = 'vi'): string {
  return sentence(error.code, error.facts, language);
}
