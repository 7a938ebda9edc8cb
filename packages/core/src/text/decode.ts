import type { TextRun } from '../snapshot/types.js';
import { TCVN3, VNI } from './legacy-tables.js';
import { countSyllables } from './syllable.js';

export type TextEncoding = 'unicode' | 'tcvn3' | 'tcvn3-capitals' | 'vni';

/**
 * How the letters of a font are encoded, by the font's name alone: `.VnTime` is TCVN3, `.VnTimeH` shows capitals,
 * `VNI-Times` is VNI, every other font Unicode.
 */
export function encodingOfFont(font: string): TextEncoding {
  const name = font.trim();
  if (/^\.vn/i.test(name)) return /H$/.test(name) ? 'tcvn3-capitals' : 'tcvn3';
  return /^vni\b/i.test(name) ? 'vni' : 'unicode';
}

/** Letters that only Unicode has: a text with one of them was never TCVN3 or VNI, whatever its font says. */
const ONLY_UNICODE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u036f]/;
const HAS_LEGACY = /[\u00a1-\u00ff]/;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

function decodeTcvn3(text: string): string {
  let decoded = '';
  for (const character of text) decoded += TCVN3.get(character) ?? character;
  return decoded;
}

function decodeVni(text: string): string {
  let decoded = '';
  for (let i = 0; i < text.length; i += 1) {
    const pair = VNI.get(text.slice(i, i + 2));
    if (pair !== undefined && i + 1 < text.length) {
      decoded += pair;
      i += 1;
    } else decoded += VNI.get(text[i] ?? '') ?? text[i];
  }
  return decoded;
}

function unicode(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '');
}

/**
 * The text of one run as a reader sees it, in NFC. The font decides the encoding; a text that is proper Unicode
 * though its font is an old one stays as it is. Invisible marks go, except where U+00AD is the letter ư.
 *
 * @param text as the file stores it
 * @param font name of the font of the run, `.VnTime`
 * @example decodeText('Tæng céng', '.VnTime') // 'Tổng cộng'
 * @example decodeText('®­êng', '.VnTimeH') // 'ĐƯỜNG'
 */
export function decodeText(text: string, font: string): string {
  const encoding = encodingOfFont(font);
  if (encoding === 'unicode' || ONLY_UNICODE.test(text)) return unicode(text);
  if (!HAS_LEGACY.test(text)) return encoding === 'tcvn3-capitals' ? text.toUpperCase() : text;
  const decoded = encoding === 'vni' ? decodeVni(text) : decodeTcvn3(text);
  if (countSyllables(text) > countSyllables(decoded)) return unicode(text);
  const shown = encoding === 'tcvn3-capitals' ? decoded.toUpperCase() : decoded;
  return shown.normalize('NFC');
}

/**
 * The text of a whole cell: each run decoded by its own font, neighbours of one encoding together
 * (VNI may part a letter from its tone), white space folded.
 *
 * @param text the cell's stored text
 * @param font the cell's own font, for runs without one
 * @param runs the runs of a rich text
 */
export function decodeCellText(text: string, font: string, runs?: readonly TextRun[]): string {
  if (!runs || runs.length === 0) return foldSpace(decodeText(text, font));
  const parts: { text: string; font: string }[] = [];
  for (const run of runs) {
    const runFont = run.font ?? font;
    const last = parts.at(-1);
    if (last && encodingOfFont(last.font) === encodingOfFont(runFont)) last.text += run.text;
    else parts.push({ text: run.text, font: runFont });
  }
  return foldSpace(parts.map((part) => decodeText(part.text, part.font)).join(''));
}

/** White space of every kind folded to single blanks, none at the ends. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
