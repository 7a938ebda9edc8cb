import { isJoining, isOneSlip, titleTokens } from './title-tokens.js';

/** A wording to compare with: a node's title or one of its aliases. */
export interface Wording<T> {
  readonly owner: T;
  readonly text: string;
}

/** How well a query and a wording agree. */
export interface Agreement {
  /** 0…1; above {@link STRONG} the wording is meant, if no other comes near. */
  readonly score: number;
  /** Share of the query's weight found in the wording, in order. */
  readonly ofQuery: number;
  /** Share of the wording's weight found in the query. */
  readonly ofWording: number;
  /** True where the folded words are the same, one for one. */
  readonly exact: boolean;
}

export interface Scored<T> extends Agreement {
  readonly owner: T;
}

export const STRONG = 0.78;
export const WEAK = 0.45;

/** Weight of a word that no title knows: a place, a name, a kind of work. */
const FOREIGN_WEIGHT = 3;
const JOINING_WEIGHT = 0.15;
const SLIP_VALUE = 0.85;
/** Weight that must agree before a title cut behind counts as one: about two telling words. */
const CUT_NEEDS = 6;
/** The same for words out of the middle of a title, which many other texts share. */
const PHRASE_NEEDS = 14;
/** How many words of a wording's beginning a cut title must begin with. */
const BEGINNING = 2;
const CANDIDATES = 10;
const WORD_CACHE = 20_000;

interface Doc<T> {
  readonly owner: T;
  readonly tokens: readonly number[];
  readonly total: number;
  /** Its words without joining ones, as compared for sameness. */
  readonly key: string;
}

interface Word {
  readonly id: number;
  readonly weight: number;
  /** Known words one slip away, for a word that no title knows. */
  readonly near: readonly number[];
}

const FOREIGN_NUMBER: Word = { id: -1, weight: 1, near: [] };

export interface Scorer<T> {
  /** Best first, only those worth a second look; `[]` for most rows that are no projects. */
  score(text: string, accept: (owner: T) => boolean): readonly Scored<T>[];
}

/** Prepares wordings for comparison. Build once for a catalogue; asking is then a matter of microseconds. */
export function createScorer<T>(wordings: readonly Wording<T>[]): Scorer<T> {
  const vocabulary = new Map<string, number>();
  const split = wordings.map((wording) => ({ owner: wording.owner, words: titleTokens(wording.text) }));
  const frequency: number[] = [];
  for (const { words } of split) {
    for (const word of new Set(words)) {
      const id = vocabulary.get(word) ?? vocabulary.size;
      vocabulary.set(word, id);
      frequency[id] = (frequency[id] ?? 0) + 1;
    }
  }
  const spelling = [...vocabulary.keys()];
  const weights = spelling.map((word, id) =>
    isJoining(word) ? JOINING_WEIGHT : Math.log(1 + wordings.length / (frequency[id] ?? 1)),
  );
  const docs: Doc<T>[] = split.map(({ owner, words }) => {
    const tokens = words.map((word) => vocabulary.get(word) ?? -1);
    return { owner, tokens, total: sum(tokens.map((id) => weights[id] ?? 0)), key: keyOf(words) };
  });
  const postings: number[][] = spelling.map(() => []);
  docs.forEach((doc, index) => {
    for (const id of new Set(doc.tokens)) postings[id]?.push(index);
  });

  const known = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const seen = known.get(text);
    if (seen) return seen;
    const id = vocabulary.get(text) ?? -1;
    if (id < 0 && /\d/.test(text)) return FOREIGN_NUMBER;
    let word: Word;
    if (id >= 0) word = { id, weight: weights[id] ?? 0, near: [] };
    else {
      const near: number[] = [];
      if (text.length >= 3) {
        spelling.forEach((other, otherId) => {
          if (other.length >= 2 && isOneSlip(text, other)) near.push(otherId);
        });
      }
      word = { id, weight: FOREIGN_WEIGHT, near };
    }
    if (known.size > WORD_CACHE) known.clear();
    known.set(text, word);
    return word;
  };

  const search = createSearch(docs, postings, weights);
  const answers = new Map<string, readonly Scored<T>[]>();
  return {
    score(text, accept) {
      const tokens = titleTokens(text);
      if (tokens.length === 0) return [];
      const words = tokens.map(wordOf);
      // Lists of works differ in places and numbers only, which no title knows: one answer serves them all.
      const shape = shapeOf(tokens, words);
      let found = answers.get(shape);
      if (!found) {
        found = search(words, keyOf(tokens));
        if (answers.size > WORD_CACHE) answers.clear();
        answers.set(shape, found);
      }
      return found.length === 0 ? found : found.filter(({ owner }) => accept(owner)).slice(0, CANDIDATES);
    },
  };
}

function shapeOf(tokens: readonly string[], words: readonly Word[]): string {
  let shape = '';
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as Word;
    if (word === FOREIGN_NUMBER) shape += '# ';
    else shape += word.id < 0 && word.near.length === 0 ? '? ' : `${tokens[i]} `;
  }
  return shape;
}

/** Looks for the wordings that may fit, by the words they share, and compares the best of them word by word. */
function createSearch<T>(
  docs: readonly Doc<T>[],
  postings: readonly (readonly number[])[],
  weights: readonly number[],
): (words: readonly Word[], key: string) => Scored<T>[] {
  const gains = new Float64Array(docs.length);
  return (words, key) => {
    gains.fill(0);
    let total = 0;
    const counted = new Set<number>();
    for (const word of words) {
      total += word.weight;
      for (const id of word.id >= 0 ? [word.id] : word.near) {
        if (counted.has(id)) continue;
        counted.add(id);
        const gain = (weights[id] ?? 0) * (word.id >= 0 ? 1 : SLIP_VALUE);
        for (const index of postings[id] ?? []) gains[index] = (gains[index] ?? 0) + gain;
      }
    }
    const scored: Scored<T>[] = [];
    for (const { doc } of hopeful(docs, gains, total)) {
      const agreement = agree(words, total, doc, weights, key);
      if (agreement.score >= WEAK) scored.push({ owner: doc.owner, ...agreement });
    }
    return scored.sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score);
  };
}

/** Wordings that could reach a score worth telling, the most promising first. */
function hopeful<T>(
  docs: readonly Doc<T>[],
  gains: Float64Array,
  total: number,
): { doc: Doc<T>; bound: number }[] {
  const found: { doc: Doc<T>; bound: number }[] = [];
  for (let index = 0; index < docs.length; index += 1) {
    const gain = gains[index] ?? 0;
    const doc = docs[index];
    if (gain === 0 || !doc) continue;
    const share = Math.min(1, gain / total);
    const bound = Math.max((2 * gain) / (total + doc.total), share * share * Math.min(1, gain / CUT_NEEDS));
    if (bound >= WEAK) found.push({ doc, bound });
  }
  return found.sort((a, b) => b.bound - a.bound).slice(0, CANDIDATES * 2);
}

function agree<T>(
  words: readonly Word[],
  total: number,
  doc: Doc<T>,
  weights: readonly number[],
  key: string,
): Agreement {
  if (key === doc.key) return { score: 1, ofQuery: 1, ofWording: 1, exact: true };
  const { ofQuery: gainQuery, ofWording: gainDoc } = align(words, doc.tokens, weights);
  const ofQuery = total > 0 ? Math.min(1, gainQuery / total) : 0;
  const ofWording = doc.total > 0 ? Math.min(1, gainDoc / doc.total) : 0;
  const even = ofQuery + ofWording > 0 ? (2 * ofQuery * ofWording) / (ofQuery + ofWording) : 0;
  const needs = beginsAlike(words, doc.tokens) ? CUT_NEEDS : PHRASE_NEEDS;
  const information = Math.min(1, gainDoc / needs);
  const cut = ofQuery * ofQuery * information * (0.86 + 0.12 * ofWording);
  return { score: Math.min(0.99, Math.max(even, cut)), ofQuery, ofWording, exact: false };
}

/** Heaviest common sequence of words, in order; a word with a slip counts a little less. */
function align(
  words: readonly Word[],
  tokens: readonly number[],
  weights: readonly number[],
): { ofQuery: number; ofWording: number } {
  const width = tokens.length + 1;
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  let aboveQuery = new Float64Array(width);
  let rowQuery = new Float64Array(width);
  for (const word of words) {
    const guesses = word.near.length > 0;
    row[0] = 0;
    for (let j = 1; j < width; j += 1) {
      const token = tokens[j - 1] ?? -1;
      const up = above[j] ?? 0;
      const left = row[j - 1] ?? 0;
      let best = Math.max(up, left);
      let bestQuery = up >= left ? (aboveQuery[j] ?? 0) : (rowQuery[j - 1] ?? 0);
      const same = word.id === token;
      if (same || (guesses && word.near.includes(token))) {
        const value = same ? 1 : SLIP_VALUE;
        const gain = (above[j - 1] ?? 0) + value * (weights[token] ?? 0);
        if (gain > best) {
          best = gain;
          bestQuery = (aboveQuery[j - 1] ?? 0) + value * word.weight;
        }
      }
      row[j] = best;
      rowQuery[j] = bestQuery;
    }
    [above, row] = [row, above];
    [aboveQuery, rowQuery] = [rowQuery, aboveQuery];
  }
  return { ofQuery: aboveQuery[width - 1] ?? 0, ofWording: above[width - 1] ?? 0 };
}

function keyOf(tokens: readonly string[]): string {
  return tokens.filter((token) => !isJoining(token)).join(' ');
}

function beginsAlike(words: readonly Word[], tokens: readonly number[]): boolean {
  for (let i = 0; i < BEGINNING; i += 1) {
    const word = words[i];
    const token = tokens[i];
    if (!word || token === undefined || (word.id !== token && !word.near.includes(token))) return false;
  }
  return true;
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
