import type { TextRun } from '@ctmtqg/core';
import { Ns } from '../xml/namespaces.js';
import { Token, type XmlScanner } from '../xml/scanner.js';
import { unescapeCellText } from '../xml/text.js';

/** A text with its runs, where it has runs with fonts of their own. */
export interface RichText {
  readonly text: string;
  readonly runs: readonly TextRun[] | null;
}

/** Shared strings of the workbook. */
export interface SharedStrings {
  readonly texts: readonly string[];
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
}

export const NO_STRINGS: SharedStrings = { texts: [], runs: new Map() };

/** Reads the shared strings part. */
export function readSharedStrings(xml: XmlScanner): SharedStrings {
  const texts: string[] = [];
  const runs = new Map<number, readonly TextRun[]>();
  const root = xml.root('sst', Ns.main);
  while (xml.nextIn(root)) {
    if (!xml.is('si')) continue;
    const rich = readRichText(xml);
    if (rich.runs) runs.set(texts.length, rich.runs);
    texts.push(rich.text);
  }
  return { texts, runs };
}

/** Reads `si`, `is` or a note's `text`, just opened: plain `t`, or runs `r`; phonetic hints are left out. */
export function readRichText(xml: XmlScanner): RichText {
  const depth = xml.depth;
  let text = '';
  let runs: TextRun[] | null = null;
  while (xml.nextIn(depth)) {
    if (xml.ns !== Ns.main) continue;
    if (xml.name === 't') text += readText(xml);
    else if (xml.name === 'r') {
      runs ??= text === '' ? [] : [{ text }];
      const run = readRun(xml);
      text += run.text;
      if (run.text !== '') runs.push(run);
    }
  }
  return { text, runs: runs?.some((run) => run.font !== undefined) ? runs : null };
}

function readRun(xml: XmlScanner): TextRun {
  const depth = xml.depth;
  let text = '';
  let font: string | null = null;
  while (xml.nextIn(depth)) {
    if (xml.ns !== Ns.main) continue;
    if (xml.name === 't') text += readText(xml);
    else if (xml.name === 'rPr') font = readRunFont(xml);
  }
  return font === null ? { text } : { text, font };
}

function readRunFont(xml: XmlScanner): string | null {
  const depth = xml.depth;
  let font: string | null = null;
  while (xml.nextIn(depth)) if (xml.name === 'rFont') font = xml.attribute('val');
  return font;
}

/** Text of the `t`, `v` or `f` just opened, `_xHHHH_` resolved. */
export function readText(xml: XmlScanner): string {
  return unescapeCellText(readPlain(xml));
}

/** Text of an element that holds nothing but text, up to its end; fast where it stands in one piece. */
export function readPlain(xml: XmlScanner): string {
  const { depth } = xml;
  let text = '';
  for (let token = xml.next(); ; token = xml.next()) {
    if (token === Token.text) {
      text += xml.text();
      if (xml.isWhole && xml.depth === depth) {
        xml.next();
        return text;
      }
    } else if (token === Token.end || (token === Token.close && xml.depth === depth)) return text;
  }
}
