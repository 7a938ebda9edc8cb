import type { RuleSet } from '../rules/types.js';
import type { Identifier } from '../sheet/identity.js';
import { titleIndexOf } from './title-index.js';

/**
 * The catalogue as the recogniser asks it: one answer a title.
 *
 * @param rules whose programmes are searched
 */
export function createIdentifier(rules: RuleSet): Identifier {
  const index = titleIndexOf(rules);
  return {
    match(title, hint) {
      const found = index.match(title, { programme: hint.programme, parentNode: hint.parent })[0];
      const written = index.written(title);
      if (!found) return { best: null, written, byNumber: false };
      const { programme, node, score, strength, titleVerified, byNumber } = found;
      return { best: { programme, node, score, strength, titleVerified }, written, byNumber };
    },
  };
}
