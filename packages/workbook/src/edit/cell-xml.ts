import type { ImageValue } from './types.js';
import { escapeCellText, escapeText, spaceAttribute } from './xml-write.js';

/** The type attribute of a value, with a leading space; numbers need none. */
export function typeOf(value: ImageValue, hasFormula: boolean): string | null {
  switch (value.kind) {
    case 'text':
      return hasFormula ? 'str' : 'inlineStr';
    case 'boolean':
      return 'b';
    case 'error':
      return 'e';
    case 'date':
      return 'd';
    default:
      return null;
  }
}

/** Text of a value as it stands in `v`. */
export function valueText(value: ImageValue): string | null {
  if (value.kind === 'blank') return null;
  if (value.kind === 'text') return value.text;
  return value.kind === 'boolean' ? (value.value ? '1' : '0') : value.value;
}

/** What stands inside the `c` element: formula and value. */
export function cellContent(
  value: ImageValue,
  formula: string | null,
  array: string | null,
  prefix: string,
): string {
  const p = prefix;
  const f =
    formula === null
      ? ''
      : `<${p}f${array === null ? '' : ` t="array" ref="${array}"`}${spaceAttribute(formula)}>${escapeText(formula)}</${p}f>`;
  if (value.kind === 'text' && formula === null) {
    const inner = value.rich === undefined ? textElement(value.text, p) : richXml(value.rich, p);
    return `<${p}is>${inner}</${p}is>`;
  }
  const text = valueText(value);
  if (text === null) return f;
  return `${f}<${p}v${value.kind === 'text' ? spaceAttribute(text) : ''}>${escapeCellText(text)}</${p}v>`;
}

function textElement(text: string, prefix: string): string {
  return `<${prefix}t${spaceAttribute(text)}>${escapeCellText(text)}</${prefix}t>`;
}

/** Runs were kept without prefix; the sheet may want one. */
function richXml(rich: string, prefix: string): string {
  return prefix === '' ? rich : rich.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
}
