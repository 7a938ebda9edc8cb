import type { Programme, ProgrammeNode } from '../rules/types.js';
import type { WrittenNumber } from '../sheet/types.js';
import { byNumber, childByNumber, type Owner } from './by-number.js';
import { fitsMark, numbersAgree, writtenNumbers } from './level-marks.js';
import { childrenOf, findNode, isWithin, pathOf } from './lookup.js';
import { type ParsedTitle, parseTitle, type TitleSegment } from './parse-title.js';
import { createScorer, type Scored, STRONG } from './title-score.js';

/** What the caller knows of the place where the title stands. */
export interface MatchContext {
  /** Programme of the table, column or row; its nodes go first. */
  readonly programme?: string | null;
  /** Node of the row above in the hierarchy: its children go first, and a bare `TDA 1` is one of them. */
  readonly parentNode?: string | null;
}

/** One node that a title may mean. */
export interface TitleMatch {
  readonly programme: string;
  readonly node: string;
  readonly title: string;
  /** 0…1. */
  readonly score: number;
  readonly strength: 'exact' | 'strong' | 'weak';
  /** Whether the numbers written agree with the node; `null` where none is written or none can be compared. */
  readonly numberAgrees: boolean | null;
  /** True where the number alone named the node: enough to know a column, never to accuse its number. */
  readonly byNumber: boolean;
  /** True where another node fits as well; no verdict may rest on this match. */
  readonly ambiguous: boolean;
  readonly titleVerified: boolean;
  /** Contents that the row merges, `Nội dung số 01+03`; then `node` is the node above them. */
  readonly merged: readonly string[];
}

/** Finds nodes of the programmes by their titles, however they are written. */
export interface TitleIndex {
  readonly programmes: readonly Programme[];
  /** Candidates for a title, best first, `[]` where nothing fits. At most 5. */
  match(title: string, context?: MatchContext): readonly TitleMatch[];
  /** The numbers that a title claims, highest level first. */
  written(title: string): readonly WrittenNumber[];
  parse(title: string): ParsedTitle;
}

const CACHE_LIMIT = 50_000;
const MATCHES = 5;
const NEAR = 0.04;
const OWN_PROGRAMME = 0.06;
/** A title of the table's own programme that explains nearly all words goes before a short one of another programme. */
const OWN_PROGRAMME_WHOLE = 0.25;
const WHOLE = 0.85;
const OWN_PARENT = 0.05;
const NUMBER_AGREES = 0.01;
const BY_NUMBER_SCORE = 0.6;

/**
 * Prepares the catalogue for matching titles of rows and headers to nodes. Identity comes from the words; numbers are
 * claims, used only to part titles that fit alike. Titles may be cut, reworded, misspelt or without accents.
 * Build it once for a rule set and keep it; answers are cached.
 *
 * @param programmes as held by the rule set
 * @example createTitleIndex(rules.programmes).match('Dự án 6: Chăm sóc sức khỏe Nhân dân')[0]?.node // 'DA7'
 */
export function createTitleIndex(programmes: readonly Programme[]): TitleIndex {
  const scorer = createScorer<Owner>(
    programmes.flatMap((programme) =>
      programme.nodes.flatMap((node) =>
        [node.title, ...node.aliases].map((text) => ({ owner: { programme, node }, text })),
      ),
    ),
  );
  const answers = new Map<string, readonly TitleMatch[]>();
  const score = (text: string, accept: (owner: Owner) => boolean) => bestByNode(scorer.score(text, accept));
  // One title is asked for several times in a row: its node, its numbers, its parts.
  let last: { readonly title: string; readonly parsed: ParsedTitle } | null = null;
  const parse = (title: string): ParsedTitle => {
    if (last?.title !== title) last = { title, parsed: parseTitle(title) };
    return last.parsed;
  };
  return {
    programmes,
    parse,
    written: (title) => writtenNumbers(parse(title)),
    match(title, context = {}) {
      const key = `${context.programme ?? ''}\u0000${context.parentNode ?? ''}\u0000${title}`;
      const known = answers.get(key);
      if (known) return known;
      const found = matchTitle(parse(title), context, programmes, score);
      if (answers.size > CACHE_LIMIT) answers.clear();
      answers.set(key, found);
      return found;
    },
  };
}

const indexes = new WeakMap<readonly Programme[], TitleIndex>();

/**
 * The title index of a rule set's programmes, built at the first call.
 *
 * @example titleIndexOf(RULES).match('Giảm thiểu tình trạng tảo hôn')[0]?.node // 'DA9.TDA2'
 */
export function titleIndexOf(rules: { readonly programmes: readonly Programme[] }): TitleIndex {
  let index = indexes.get(rules.programmes);
  if (!index) {
    index = createTitleIndex(rules.programmes);
    indexes.set(rules.programmes, index);
  }
  return index;
}

function bestByNode(scored: readonly Scored<Owner>[]): Scored<Owner>[] {
  const seen = new Set<ProgrammeNode>();
  return scored.filter((hit) => !seen.has(hit.owner.node) && seen.add(hit.owner.node));
}

type Score = (text: string, accept: (owner: Owner) => boolean) => Scored<Owner>[];

interface Ranked {
  readonly hit: Scored<Owner>;
  readonly rank: number;
  readonly agrees: boolean | null;
}

function matchTitle(
  parsed: ParsedTitle,
  context: MatchContext,
  programmes: readonly Programme[],
  score: Score,
): readonly TitleMatch[] {
  const lowest = parsed.segments.at(-1);
  if (!lowest) return [];
  const aboveMerged = lowest.numbers.length > 1 ? mergedUnder(parsed, context, programmes, score) : null;
  if (aboveMerged) return aboveMerged;
  const worded = [...parsed.segments].reverse().find((segment) => segment.text !== '');
  const ranked = worded ? rank(worded, parsed, context, score) : [];
  const best = ranked[0];
  const certain = best !== undefined && (best.hit.exact || best.hit.score >= STRONG);
  if (worded && worded !== lowest && certain) {
    const below = childByNumber(best.hit.owner, lowest);
    if (below) return [numberMatch(below, parsed)];
  }
  if (!certain && lowest.numbers.length > 0) {
    const named = byNumber(parsed, context, programmes);
    if (named && plausible(named, worded, ranked)) {
      return [
        numberMatch(named, parsed),
        ...toMatches(ranked, parsed).filter((m) => m.node !== named.node.code),
      ].slice(0, MATCHES);
    }
  }
  return mergeContents(toMatches(ranked, parsed), lowest, programmes);
}

/** Words that clearly mean another node forbid to believe the number. */
function plausible(named: Owner, worded: TitleSegment | undefined, ranked: readonly Ranked[]): boolean {
  if (!worded || worded.text.split(' ').length <= 1) return true;
  const best = ranked[0];
  return !best || best.hit.owner.node === named.node || best.hit.score < 0.6;
}

function rank(worded: TitleSegment, parsed: ParsedTitle, context: MatchContext, score: Score): Ranked[] {
  const upper = parsed.segments.filter((segment) => segment !== worded && segment.text !== '');
  const above = new Set<ProgrammeNode>();
  for (const segment of upper) {
    const hit = score(segment.text, (owner) => fitsMark(owner.node, segment.mark) > 0)[0];
    if (hit && (hit.exact || hit.score >= STRONG)) above.add(hit.owner.node);
  }
  const ranked = score(worded.text, () => true).map((hit) => {
    const { node, programme } = hit.owner;
    const path = pathOf(programme, node);
    const agrees = numbersAgree(parsed, path);
    let bonus = fitsMark(node, worded.mark) * 0.05;
    if (context.programme === programme.id)
      bonus += hit.ofQuery >= WHOLE ? OWN_PROGRAMME_WHOLE : OWN_PROGRAMME;
    if (context.parentNode && node.parent === context.parentNode && context.programme === programme.id) {
      bonus += OWN_PARENT;
    }
    if (path.some((step) => above.has(step))) bonus += OWN_PARENT;
    if (agrees === true) bonus += NUMBER_AGREES;
    return { hit, rank: hit.score + bonus, agrees };
  });
  return ranked.sort((a, b) => b.rank - a.rank);
}

function strengthOf(hit: Scored<Owner>, ambiguous: boolean): TitleMatch['strength'] {
  if (hit.exact) return 'exact';
  return hit.score >= STRONG && !ambiguous ? 'strong' : 'weak';
}

function toMatches(ranked: readonly Ranked[], parsed: ParsedTitle): TitleMatch[] {
  return ranked.slice(0, MATCHES).map(({ hit, rank: value, agrees }, i) => {
    const rival = ranked.find((other, j) => j !== i && value - other.rank < NEAR);
    const ambiguous = rival !== undefined;
    const { programme, node } = hit.owner;
    return {
      programme: programme.id,
      node: node.code,
      title: node.title,
      score: round(hit.score),
      strength: strengthOf(hit, ambiguous),
      numberAgrees: agrees ?? numbersAgree(parsed, pathOf(programme, node)),
      byNumber: false,
      ambiguous,
      titleVerified: node.titleStatus === 'verified',
      merged: [],
    };
  });
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function numberMatch(owner: Owner, parsed: ParsedTitle): TitleMatch {
  return {
    programme: owner.programme.id,
    node: owner.node.code,
    title: owner.node.title,
    score: BY_NUMBER_SCORE,
    strength: 'strong',
    numberAgrees: numbersAgree(parsed, pathOf(owner.programme, owner.node)),
    byNumber: true,
    ambiguous: false,
    titleVerified: owner.node.titleStatus === 'verified',
    merged: [],
  };
}

/** "Dự án 8: … - Nội dung số 01+02: …": the words of the project name the node, whatever the contents are called. */
function mergedUnder(
  parsed: ParsedTitle,
  context: MatchContext,
  programmes: readonly Programme[],
  score: Score,
): readonly TitleMatch[] | null {
  const lowest = parsed.segments.at(-1);
  const above = { ...parsed, segments: parsed.segments.slice(0, -1) };
  if (!lowest || !above.segments.some((segment) => segment.text !== '')) return null;
  const [best, ...rest] = matchTitle(above, context, programmes, score);
  const programme = programmes.find((candidate) => candidate.id === best?.programme);
  if (!best || !programme || best.strength === 'weak') return null;
  const merged = childrenOf(programme, best.node)
    .filter((child) => lowest.numbers.includes(child.number))
    .map((child) => child.code);
  return merged.length > 0 ? [{ ...best, merged }, ...rest] : null;
}

/** "Nội dung số 01+03": the node is the one above, the contents are told beside it. */
function mergeContents(
  matches: readonly TitleMatch[],
  lowest: TitleSegment,
  programmes: readonly Programme[],
): readonly TitleMatch[] {
  const [best, ...rest] = matches;
  if (!best || lowest.numbers.length < 2) return matches;
  const programme = programmes.find((candidate) => candidate.id === best.programme);
  const node = programme && findNode(programme, best.node);
  if (!programme || !node) return matches;
  const above = fitsMark(node, lowest.mark) === 1 && node.parent ? findNode(programme, node.parent) : node;
  if (!above) return matches;
  const merged = childrenOf(programme, above.code)
    .filter((child) => lowest.numbers.includes(child.number))
    .map((child) => child.code);
  const whole: TitleMatch = { ...best, node: above.code, title: above.title, numberAgrees: null, merged };
  return [whole, ...rest.filter((match) => match.node !== above.code && !isWithin(match.node, above.code))];
}
