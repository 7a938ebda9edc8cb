import { type CellNote, parseAddress } from '@ctmtqg/core';
import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';
import { readRichText } from './strings.js';

/** Reads a comments part: the notes of a sheet, in rich or in plain text. */
export function readNotes(xml: XmlScanner): CellNote[] {
  const notes: CellNote[] = [];
  const root = xml.root('comments', Ns.main);
  while (xml.nextIn(root)) {
    if (!xml.is('commentList')) continue;
    const list = xml.depth;
    while (xml.nextIn(list)) {
      if (!xml.is('comment')) continue;
      const at = parseAddress(xml.attribute('ref') ?? '');
      let text = '';
      const comment = xml.depth;
      while (xml.nextIn(comment)) if (xml.is('text')) text = readRichText(xml).text;
      if (at) notes.push({ ...at, text });
    }
  }
  return notes;
}
