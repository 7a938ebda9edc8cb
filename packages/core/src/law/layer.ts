import { INSTRUMENTS } from './instruments.js';
import { layerProblems } from './layer-problems.js';
import {
  type GivenLayer,
  LayerError,
  type LayeredLaw,
  type LayerInUse,
  type LocalNorm,
  type OfLayer,
} from './layer-types.js';
import { isNormFileOf, NORMS, normIdentity } from './norms.js';
import { cutOut } from './period.js';
import type { Instrument, NormFile, Period } from './types.js';

export * from './layer-types.js';

/** The law that layers are laid upon. */
export interface NationalLaw {
  readonly instruments: readonly Instrument[];
  readonly norms: readonly NormFile[];
}

/**
 * The national rules with the layers of a province, by declared precedence: where two rules tell of one thing at one
 * time, the one of higher precedence holds for that time. Never touches its arguments.
 *
 * @param layers each with the file it came from, where there is one
 * @throws LayerError with the place in the file and what is wrong: where layers of one precedence disagree (both are
 * named), where a layer cites an instrument that nobody registered, or where it goes beyond a bound of the centre
 *
 * @example mergeRules([]).norms.length > 0 // true
 */
export function mergeRules(
  layers: readonly GivenLayer[],
  base: NationalLaw = { instruments: INSTRUMENTS, norms: NORMS },
): LayeredLaw {
  const ordered = [...layers].sort((one, other) => other.layer.precedence - one.layer.precedence);
  const problems = layerProblems(ordered, base);
  if (problems.length > 0) throw new LayerError(problems);
  const norms = strongest(
    ranked(ordered, ({ norms }) => norms),
    localNormKey,
  );
  return {
    instruments: [...base.instruments, ...ordered.flatMap(({ layer }) => layer.instruments)],
    norms: [...spread(base.norms, norms).map((file) => without(file, norms)), ...filesOf(norms)],
    counterpart: strongest(
      ranked(ordered, ({ counterpart }) => counterpart),
      (rule) => `${rule.programme}/${rule.capital}`,
    ),
    areas: ranked(ordered, ({ areas }) => areas),
    layers: ordered.map(inUse),
  };
}

function inUse({ layer, file, hash }: GivenLayer): LayerInUse {
  const { name, province, version, precedence } = layer;
  return { name, province, file: file ?? null, version: version ?? null, hash: hash ?? null, precedence };
}

const localNormKey = (norm: LocalNorm) => `${norm.programme}/${normIdentity(norm)}`;

/** Rules of all layers, each with its layer, the strongest first. */
function ranked<Rule extends object>(
  ordered: readonly GivenLayer[],
  of: (layer: GivenLayer['layer']) => readonly Rule[],
): readonly OfLayer<Rule>[] {
  return ordered.flatMap((given) => {
    const layer = inUse(given);
    return of(given.layer).map((rule) => ({ ...rule, layer }));
  });
}

/** Each rule in the times that rules of higher precedence about the same thing leave to it. */
function strongest<Rule extends Period>(
  rules: readonly OfLayer<Rule>[],
  keyOf: (rule: OfLayer<Rule>) => string,
): readonly OfLayer<Rule>[] {
  return rules.flatMap((rule) => {
    const stronger = rules.filter(
      (other) => other.layer.precedence > rule.layer.precedence && keyOf(other) === keyOf(rule),
    );
    return cutOut(rule, stronger);
  });
}

/** A file that speaks of all programmes of a period, once for each of them, where a layer speaks of one. */
function spread(files: readonly NormFile[], local: readonly LocalNorm[]): readonly NormFile[] {
  const programmes = [...files.map(({ programme }) => programme), ...local.map(({ programme }) => programme)];
  return files.flatMap((file) => {
    const common =
      file.programme.startsWith('*') && local.some(({ programme }) => isNormFileOf(file, programme));
    if (!common) return [file];
    const own = new Set(programmes.filter((id) => !id.startsWith('*') && isNormFileOf(file, id)));
    return [...own].map((programme) => ({ ...file, programme }));
  });
}

/** A national file less the norms that a layer speaks of, for the time it speaks of them. */
function without(file: NormFile, local: readonly LocalNorm[]): NormFile {
  const norms = file.norms.flatMap((norm) => {
    const same = local.filter(
      (one) => one.programme === file.programme && normIdentity(one) === normIdentity(norm),
    );
    return cutOut(norm, same);
  });
  return { ...file, norms };
}

function filesOf(local: readonly LocalNorm[]): readonly NormFile[] {
  const programmes = [...new Set(local.map(({ programme }) => programme))];
  return programmes.map((programme) => ({
    programme,
    norms: local.filter((norm) => norm.programme === programme),
    gaps: [],
  }));
}
