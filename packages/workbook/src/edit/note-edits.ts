import { cellAddress, parseAddress } from '@ctmtqg/core';
import { partOf } from '../read/snapshot.js';
import { Ns } from '../xml/namespaces.js';
import type { PartEdits } from './part-edits.js';
import { cellKey } from './pending.js';
import type { Splice } from './splice.js';
import { addShapes, type NoteShape, newDrawing, removeShapes } from './vml.js';
import { mainNamespace } from './write-sheets.js';
import { escapeCellText, spaceAttribute } from './xml-write.js';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const AUTHOR = 'ctmtqg';

/** A note to be set (`text`) or taken away (`null`). */
export interface PendingNote {
  readonly row: number;
  readonly column: number;
  readonly text: string | null;
}

/**
 * Writes notes of a sheet into its comments and its drawing, making both where they are missing.
 *
 * @param legacyDrawing relationship that the sheet names its drawing by, or `null`
 * @returns the relationship to be named by the sheet, `null` where it names one already or needs none
 */
export function writeNotes(
  edits: PartEdits,
  sheet: string,
  notes: readonly PendingNote[],
  legacyDrawing: string | null,
): string | null {
  const relationships = edits.pack.relationships(sheet);
  const known = partOf(edits.pack, relationships, 'comments');
  const set = notes.filter((note): note is NoteShape => note.text !== null);
  if (known === null && set.length === 0) return null;
  const comments = known ?? createComments(edits, sheet);
  const { added, removed } = writeComments(edits, comments, notes);
  const drawing = relationships.find((rel) => rel.id === legacyDrawing && edits.pack.has(rel.target))?.target;
  if (drawing !== undefined) {
    writeDrawing(edits, drawing, added, removed, 1025);
    return null;
  }
  if (added.length === 0) return null;
  const part = edits.freeName('xl/drawings/vmlDrawing#.vml');
  const block = Number(/(\d+)\.vml$/.exec(part)?.[1] ?? 1);
  edits.write(part, addShapes(newDrawing(block), added, block * 1024 + 1));
  edits.declareEnding('vml', VML_TYPE);
  return edits.relate(sheet, 'vmlDrawing', part);
}

function createComments(edits: PartEdits, sheet: string): string {
  const part = edits.freeName('xl/comments#.xml');
  edits.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${mainNamespace(edits)}"><authors></authors><commentList></commentList></comments>`,
  );
  edits.declareType(part, COMMENTS_TYPE);
  edits.relate(sheet, 'comments', part);
  return part;
}

function writeDrawing(
  edits: PartEdits,
  part: string,
  added: readonly NoteShape[],
  removed: readonly PendingNote[],
  firstId: number,
): void {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(edits.read(part));
  let drawing = removed.length > 0 ? removeShapes(before, removed) : before;
  if (added.length > 0) drawing = addShapes(drawing, added, firstId);
  if (drawing !== before) edits.write(part, drawing);
}

/** Changes the comments part; tells which cells got their first note and which lost theirs. */
function writeComments(edits: PartEdits, part: string, notes: readonly PendingNote[]) {
  const wanted = new Map(notes.map((note) => [cellKey(note.row, note.column), note]));
  const xml = edits.scan(part);
  const root = xml.root('comments', Ns.main);
  const { prefix: p } = xml;
  const splices: Splice[] = [];
  const removed: PendingNote[] = [];
  let authors: string[] = [];
  let appendAuthor: ((text: string) => void) | null = null;
  let appendComment: ((text: string) => void) | null = null;
  while (xml.nextIn(root)) {
    const { selfClosing, name } = xml;
    const tagEnd = xml.base + xml.end;
    const depth = xml.depth;
    const appendTo = () => {
      const at = xml.base + xml.start;
      return (text: string) => {
        if (selfClosing) splices.push({ start: tagEnd - 2, end: tagEnd, text: `>${text}</${p}${name}>` });
        else splices.push({ start: at, end: at, text });
      };
    };
    if (xml.is('authors')) {
      authors = [];
      while (xml.nextIn(depth)) authors.push(xml.content());
      appendAuthor = appendTo();
    } else if (xml.is('commentList')) {
      while (xml.nextIn(depth)) {
        const start = xml.base + xml.start;
        const at = parseAddress(xml.attribute('ref') ?? '');
        const note = at ? wanted.get(cellKey(at.row, at.column)) : undefined;
        if (!at || !note) continue;
        wanted.delete(cellKey(at.row, at.column));
        const comment = xml.depth;
        while (xml.nextIn(comment)) {
          if (!xml.is('text') || note.text === null) continue;
          const from = xml.base + xml.start;
          xml.skip();
          splices.push({ start: from, end: xml.base + xml.end, text: textElement(note.text, p) });
        }
        if (note.text !== null) continue;
        splices.push({ start, end: xml.base + xml.end, text: '' });
        removed.push(note);
      }
      appendComment = appendTo();
    }
  }
  const added = [...wanted.values()].filter((note): note is NoteShape => note.text !== null);
  let author = authors.indexOf(AUTHOR);
  if (author < 0 && added.length > 0) {
    author = authors.length;
    if (appendAuthor) appendAuthor(`<${p}author>${AUTHOR}</${p}author>`);
    else author = 0;
  }
  const comments = added.map(
    (note) =>
      `<${p}comment ref="${cellAddress(note.row, note.column)}" authorId="${author}">${textElement(note.text, p)}</${p}comment>`,
  );
  if (comments.length > 0) {
    if (appendComment) appendComment(comments.join(''));
    else
      splices.push({
        start: xml.rootEnd,
        end: xml.rootEnd,
        text: `<${p}commentList>${comments.join('')}</${p}commentList>`,
      });
  }
  edits.splice(part, splices);
  return { added, removed };
}

function textElement(text: string, p: string): string {
  return `<${p}text><${p}r><${p}t${spaceAttribute(text)}>${escapeCellText(text)}</${p}t></${p}r></${p}text>`;
}
