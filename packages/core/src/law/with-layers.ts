import { findNode } from '../programmes/lookup.js';
import type { RuleSet } from '../rules/types.js';
import { mergeRules } from './layer.js';
import { type GivenLayer, LayerError, type LayerProblem } from './layer-types.js';
import { LAYER_WORDS } from './layer-words.js';

/**
 * The rule set with a province's own rules upon it, for `check`, `planFill` and the rest: they go before the national
 * ones by their precedence, and reports name them.
 *
 * @param rules `RULES` of `@ctmtqg/core/rules`; never changed
 * @param layers from `parseProvinceLayer` of `@ctmtqg/core/schemas`, with the name and the hash of the file
 * @throws LayerError with everything that is wrong, each with its file and its place in it
 *
 * @example withLayers(RULES, []).local?.layers // []
 */
export function withLayers(rules: RuleSet, layers: readonly GivenLayer[]): RuleSet {
  const strange = layers.flatMap((given) => strangeCodes(given, rules));
  if (strange.length > 0) throw new LayerError(strange);
  return { ...rules, local: mergeRules(layers) };
}

/** A programme or node that does not exist would never be asked for: the rule would be lost in silence. */
function strangeCodes({ layer, file }: GivenLayer, rules: RuleSet): readonly LayerProblem[] {
  const label = file ?? `“${layer.name}”`;
  const known = rules.programmes.map(({ id }) => id);
  const programmes = (['counterpart', 'norms'] as const).flatMap((key) =>
    layer[key].flatMap(({ programme }, index) =>
      known.includes(programme)
        ? []
        : [
            {
              layer: label,
              path: `${key}[${index}].programme`,
              ...LAYER_WORDS.noProgramme(programme, known.join(', ')),
            },
          ],
    ),
  );
  const nodes = layer.norms.flatMap(({ programme, node }, index) => {
    const owner = rules.programmes.find(({ id }) => id === programme);
    return owner === undefined || node === '*' || findNode(owner, node)
      ? []
      : [{ layer: label, path: `norms[${index}].node`, ...LAYER_WORDS.noNode(node, programme) }];
  });
  return [...programmes, ...nodes];
}
