import type { CellContent } from '@ctmtqg/core';
import { writeAmount } from './groups.js';
import type { Words } from './words/index.js';

/** What a cell holds, as a plan of edits writes it; a text that becomes a number, or the reverse, says so. */
export function contentText(content: CellContent, other: CellContent, words: Words): string {
  switch (content.kind) {
    case 'blank':
      return words.fixes.blank;
    case 'number':
      return writeAmount(content.value, words.language);
    case 'text':
      return other.kind === 'text' || other.kind === 'blank' ? content.text : words.fixes.text(content.text);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'formula':
      return content.cached !== null && other.kind !== 'formula'
        ? `${content.formula} = ${writeAmount(content.cached, words.language)}`
        : content.formula;
  }
}
