import type { RuleSet } from '../rules/types.js';
import type { Identifier } from '../sheet/identity.js';
import { type TitleMatch, titleIndexOf } from './title-index.js';

/**
 * The catalogue as the recogniser asks it: one answer a title.
 *
 * @param rules whose programmes are searched
 */
export function createIdentifier(rules: RuleSet): Identifier {
  const index = titleIndexOf(rules);
  return {
    match(title, hint) {
      const ranked = index.match(title, { programme: hint.programme, parentNode: hint.parent });
      const found = hint.parent === null ? upperOfTwo(ranked) : ranked[0];
      const written = index.written(title);
      if (!found) return { best: null, written, byNumber: false };
      const { programme, node, score, strength, titleVerified, byNumber } = found;
      return { best: { programme, node, score, strength, titleVerified }, written, byNumber };
    },
  };
}

const ALIKE = 0.9;

/** A project and its only sub-project may bear one title; a row that stands below neither is the project. */
function upperOfTwo(ranked: readonly TitleMatch[]): TitleMatch | undefined {
  const [first, second, third] = ranked;
  if (!first?.ambiguous || !second || first.programme !== second.programme || second.score < ALIKE)
    return first;
  if (third && third.score >= ALIKE) return first;
  const upper = second.node.startsWith(`${first.node}.`)
    ? first
    : first.node.startsWith(`${second.node}.`)
      ? second
      : null;
  return upper === null || upper.byNumber ? first : { ...upper, strength: 'strong', ambiguous: false };
}
