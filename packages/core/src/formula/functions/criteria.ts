import type { CellValue } from '../types.js';
import { compareTexts, compareValues, numberInText, numberValue } from '../values.js';

export type Criterion = (value: CellValue) => boolean;

/** The one value that a condition asks for, where it asks for equality; `null` for any other condition. */
export function soughtValue(given: CellValue): Extract<CellValue, { kind: 'number' | 'text' }> | null {
  if (given.kind === 'number') return given;
  if (given.kind !== 'text' || /^(?:[<>]|=?$)/.test(given.text)) return null;
  const target = wanted(given.text.replace(/^=/, ''));
  if (target.kind === 'number') return target;
  return target.kind === 'text' && !hasWildcard(target.text) ? target : null;
}

/** Pattern with `*`, `?` and `~`, compared without case; runs in a loop, whatever the pattern. */
export function matchesPattern(text: string, pattern: string): boolean {
  const hay = text.toLowerCase();
  const parts = patternParts(pattern.toLowerCase());
  let at = 0;
  let part = 0;
  let star = -1;
  let starAt = 0;
  while (at < hay.length) {
    const wanted = parts[part];
    if (wanted !== undefined && wanted !== '*' && (wanted === '?' || wanted.slice(1) === hay[at])) {
      at++;
      part++;
    } else if (wanted === '*') {
      star = part++;
      starAt = at;
    } else if (star >= 0) {
      part = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (parts[part] === '*') part++;
  return part === parts.length;
}

/** `*` and `?` as they are; any other letter as `=` and the letter. */
function patternParts(pattern: string): string[] {
  const parts: string[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern[i]!;
    const escaped = letter === '~' && /[*?~]/.test(pattern[i + 1] ?? '');
    if (escaped) parts.push(`=${pattern[++i]}`);
    else parts.push(letter === '*' || letter === '?' ? letter : `=${letter}`);
  }
  return parts;
}

const hasWildcard = (text: string) => /[*?~]/.test(text);

function wanted(text: string): CellValue {
  const number = numberInText(text);
  if (number) return numberValue(number);
  const upper = text.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE'
    ? { kind: 'boolean', value: upper === 'TRUE' }
    : { kind: 'text', text };
}

function equalTo(target: CellValue): Criterion {
  if (target.kind === 'text') {
    const { text } = target;
    if (text === '') return (value) => value.kind === 'blank' || (value.kind === 'text' && value.text === '');
    if (hasWildcard(text)) return (value) => value.kind === 'text' && matchesPattern(value.text, text);
    return (value) => value.kind === 'text' && compareTexts(value.text, text) === 0;
  }
  if (target.kind === 'number') {
    return (value) => {
      const own =
        value.kind === 'text' ? numberInText(value.text) : value.kind === 'number' ? value.value : null;
      return own?.eq(target.value) ?? false;
    };
  }
  return (value) => value.kind === target.kind && compareValues(value, target) === 0;
}

/** What `COUNTIF` and `SUMIF` take as a condition: a value, or a text such as `>=5`, `<>x`, `Dự án*`. */
export function criterionOf(given: CellValue): Criterion {
  if (given.kind === 'blank') return equalTo({ kind: 'number', value: numberInText('0')! });
  if (given.kind !== 'text') return equalTo(given);
  const match = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(given.text)!;
  const operator = match[1];
  const target = wanted(match[2]!);
  if (operator === undefined) return equalTo(target);
  if (operator === '=') return match[2] === '' ? (value) => value.kind === 'blank' : equalTo(target);
  if (operator === '<>') {
    if (match[2] === '') return (value) => value.kind !== 'blank';
    const equal = equalTo(target);
    return (value) => !equal(value);
  }
  return (value) => {
    if (value.kind !== target.kind) return false;
    const order = compareValues(value, target);
    if (operator === '<') return order < 0;
    if (operator === '<=') return order <= 0;
    return operator === '>' ? order > 0 : order >= 0;
  };
}
