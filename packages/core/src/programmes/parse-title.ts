import type { NodeLevel } from '../rules/types.js';
import { flattenText, foldSpace } from '../text/index.js';

/** Mark of a level as titles write it: Hợp phần, Dự án, Nội dung thành phần, Tiểu dự án, Nội dung. */
export type LevelMark = 'HP' | 'DA' | 'NDTP' | 'TDA' | 'ND';

/** One level of a title: what it calls itself, the numbers it claims, its words. */
export interface TitleSegment {
  readonly mark: LevelMark | null;
  readonly level: NodeLevel | null;
  /** Without leading zeros; more than one where contents are merged, `Nội dung số 01+03`. */
  readonly numbers: readonly string[];
  readonly text: string;
}

/** A title taken apart: row label, levels with the numbers they claim, words. */
export interface ParsedTitle {
  /** Row label that stands before the title inside its cell, `1.2`, `a`, `-`. */
  readonly ordinal: string | null;
  /** From the highest level to the lowest; at least one. */
  readonly segments: readonly TitleSegment[];
}

export const LEVEL_OF_MARK: Readonly<Record<LevelMark, NodeLevel>> = {
  HP: 'component',
  DA: 'project',
  NDTP: 'content',
  TDA: 'sub-project',
  ND: 'content',
};

const RANK: Readonly<Record<LevelMark, number>> = { HP: 0, DA: 1, NDTP: 1, TDA: 2, ND: 3 };

// A Roman number stands apart: the "đại" of "đại học" is no "DA I".
const NUMBER = '(?:\\d{1,2}(?!\\d)|(?<![a-z])(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)(?![a-z]))';
const NUMBERS = `0*(${NUMBER}(?:\\s*(?:\\+|&|,|va|-)\\s*0*${NUMBER}(?!\\d|[.,]\\d{3}|\\s*%))*)`;
const SO = '\\s*(?:so|thu)?\\s*[.:]?\\s*';

const MARKS: readonly (readonly [LevelMark, RegExp])[] = [
  ['NDTP', new RegExp(`(?:noi\\s*dung\\s*(?:thanh\\s*phan|tp)|nd\\s*tp|ndtp)${SO}${NUMBERS}`, 'y')],
  ['TDA', new RegExp(`(?:tieu\\s*(?:du\\s*an|da)|t\\.?\\s?d\\.?\\s?a)\\.?${SO}${NUMBERS}`, 'y')],
  ['DA', new RegExp(`(?:du\\s*an(?:\\s*thanh\\s*phan)?|d\\.?a(?:tp)?)\\.?${SO}${NUMBERS}`, 'y')],
  ['ND', new RegExp(`(?:noi\\s*dung|n\\.?d)\\.?${SO}${NUMBERS}`, 'y')],
  ['HP', new RegExp(`(?:hop\\s*phan|hp)\\.?${SO}(nhat|mot|hai|ba|${NUMBER})(?![a-z])`, 'y')],
];

const WORDS_OF_NUMBERS: Readonly<Record<string, string>> = {
  nhat: '1',
  mot: '1',
  hai: '2',
  ba: '3',
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};

const ORDINAL =
  /^\s*(?:(\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}[.)]|[ivx]{1,4}[.)]|[a-z][.)]|\([a-z\d]{1,2}\)|[-+*•])\s*)(?=\S)/;

/** Words that may stand before a mark without changing what it names. */
const LEAD_IN =
  /^(?:(?:chi|kinh phi|von|nguon von|thuc hien|trien khai|cho|cac|ctmtqg|thuoc|ke hoach|nguon|phan bo|du toan|su nghiep|dau tu|dau tu phat trien|thuong xuyen|nstw|nsdp|ngan sach|trung uong|dia phuong|nam 20\d\d)\s+)+$/;

interface Found {
  readonly mark: LevelMark;
  readonly numbers: readonly string[];
  readonly start: number;
  readonly end: number;
}

function numbersIn(written: string): string[] {
  return written
    .split(/\s*(?:\+|&|,|va|-)\s*/)
    .filter((part) => part !== '')
    .map((part) => WORDS_OF_NUMBERS[part] ?? String(Number(part)));
}

function markAt(flat: string, at: number): Found | null {
  for (const [mark, pattern] of MARKS) {
    pattern.lastIndex = at;
    const hit = pattern.exec(flat);
    if (!hit) continue;
    const after = flat[at + hit[0].length] ?? '';
    // "DA4TDA1" runs on into a letter; "dự án 3a" and "dự án 12 km" are no marks.
    if (/[a-z]/.test(after) && !/^t\.?d/.test(flat.slice(at + hit[0].length))) continue;
    return { mark, numbers: numbersIn(hit[1] ?? ''), start: at, end: at + hit[0].length };
  }
  return null;
}

const CANDIDATE_START = /[tdnh]/;
/** Cheap look whether a mark may stand anywhere; most rows of a long list have none. */
const MAY_HAVE_MARK =
  /(?:an|phan|dung|da|d\.\s?a|nd|n\.d|tp|hp)\.?\s*(?:so|thu)?\s*[.:]?\s*(?:\d|[ivx]+(?![a-z])|nhat|mot|hai|ba)/;

function findMarks(flat: string, from: number): Found[] {
  const found: Found[] = [];
  for (let at = from; at < flat.length; at += 1) {
    if (!CANDIDATE_START.test(flat[at] ?? '')) continue;
    const before = flat.slice(from, at);
    const last = found.at(-1);
    const glued = last !== undefined && last.end === at;
    if (at > from && !glued && /[a-z\d]$/.test(before)) continue;
    if (!glued && !startsSegment(before, found.length > 0)) continue;
    const hit = markAt(flat, at);
    if (!hit) continue;
    found.push(hit);
    at = hit.end - 1;
  }
  return found;
}

/** A mark counts at the beginning, after a separator, and after "thuộc", "của". */
function startsSegment(before: string, follows: boolean): boolean {
  const trimmed = before.trimEnd();
  if (trimmed === '' || LEAD_IN.test(`${trimmed} `)) return true;
  if (/[-;:,./(+|>]$/.test(trimmed) || /(?:^|\s)(?:thuoc|cua)$/.test(trimmed)) return true;
  return follows && /\d$/.test(trimmed);
}

function cleanText(text: string): string {
  return foldSpace(text.replace(/^[\s:.,;\-–—)/|+]+/, '').replace(/[\s:;,\-–—(/|+]+$/, ''));
}

/**
 * Splits a title into its levels: `Dự án 4: … - Tiểu dự án 1: …`, `DA4-TDA1`, `Nội dung số 01+03 …`,
 * `Tiểu dự án 2 thuộc Dự án 9`, `NDTP 05`. Case, accents and punctuation do not matter.
 * Numbers are claims, they prove nothing.
 *
 * @param title as decoded, any length
 * @example parseTitle('DA 4 - TDA 1: Hạ tầng').segments.map((s) => s.mark) // ['DA', 'TDA']
 */
export function parseTitle(title: string): ParsedTitle {
  const text = foldSpace(title.normalize('NFC'));
  const flat = flattenText(text);
  // "D.A 10" is a mark, not row label "D.".
  const label = markAt(flat, 0) ? null : ORDINAL.exec(flat);
  const begin = label ? label[0].length : 0;
  const ordinal = label
    ? (label[1] ?? '')
        .replace(/[.)(]+$/, '')
        .replace(/^\(/, '')
        .trim()
    : null;
  const marks = MAY_HAVE_MARK.test(flat) ? findMarks(flat, begin) : [];
  const first = marks[0];
  if (!first) {
    return {
      ordinal,
      segments: [{ mark: null, level: null, numbers: [], text: cleanText(text.slice(begin)) }],
    };
  }
  const segments: TitleSegment[] = marks.map((found, i) => ({
    mark: found.mark,
    level: LEVEL_OF_MARK[found.mark],
    numbers: found.numbers,
    text: cleanText(textOf(text, flat, found, marks[i + 1])),
  }));
  wordsToLowest(segments);
  const lead = text.slice(begin, first.start);
  const words = cleanText(lead.replace(/(thuộc|của)\s*$/i, ''));
  const bare = flattenText(`${words} `).trimStart();
  if (words !== '' && !LEAD_IN.test(bare)) giveWords(segments, words);
  return { ordinal, segments: sorted(segments) };
}

function textOf(text: string, flat: string, found: Found, next: Found | undefined): string {
  const end = next ? next.start : text.length;
  const piece = text.slice(found.end, end);
  return next && /(?:thuoc|cua)\s*$/.test(flat.slice(found.end, end)) ? piece.replace(/\S+\s*$/, '') : piece;
}

/** "Tiểu dự án 1 của Dự án 4: …": what follows is the title of the lower level, named first. */
function wordsToLowest(segments: TitleSegment[]): void {
  for (let i = 1; i < segments.length; i += 1) {
    const before = segments[i - 1];
    const segment = segments[i];
    if (!before || !segment || before.text !== '' || segment.text === '') continue;
    if (rankOf(before) <= rankOf(segment)) continue;
    segments[i - 1] = { ...before, text: segment.text };
    segments[i] = { ...segment, text: '' };
  }
}

/** "Giảm thiểu tảo hôn (Tiểu dự án 2 - Dự án 9)": the words before belong to the lowest level without words. */
function giveWords(segments: TitleSegment[], words: string): void {
  let lowest = -1;
  segments.forEach((segment, i) => {
    const best = segments[lowest];
    if (segment.text === '' && (!best || rankOf(segment) >= rankOf(best))) lowest = i;
  });
  const target = segments[lowest];
  if (target) segments[lowest] = { ...target, text: words };
}

function rankOf(segment: TitleSegment): number {
  return segment.mark ? RANK[segment.mark] : 4;
}

function sorted(segments: readonly TitleSegment[]): TitleSegment[] {
  return [...segments].sort((a, b) => rankOf(a) - rankOf(b));
}
