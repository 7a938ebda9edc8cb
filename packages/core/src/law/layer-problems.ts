import { Decimal } from '../amount/decimal.js';
import { provinceName } from '../eligibility/provinces.js';
import type { LawReference } from '../report/types.js';
import { instrumentNumber } from './instruments.js';
import type { GivenLayer, LayerProblem, LocalAreaList, LocalNorm, ProvinceLayer } from './layer-types.js';
import { LAYER_WORDS } from './layer-words.js';
import { isNormFileOf, normIdentity } from './norms.js';
import { overlaps } from './period.js';
import { type PlaceName, readPlace, samePlace } from './places.js';
import type { Bilingual, Instrument, Norm, NormFile, Period } from './types.js';

/** One rule of a layer's file, with the way to it. */
interface Placed<Rule> {
  readonly rule: Rule;
  readonly given: GivenLayer;
  readonly path: string;
}

const labelOf = ({ file, layer }: GivenLayer) => file ?? `“${layer.name}”`;
const problem = ({ given, path }: Omit<Placed<unknown>, 'rule'>, said: Bilingual): LayerProblem => ({
  layer: labelOf(given),
  path,
  ...said,
});
const cited = ({ instrument, article }: LawReference) => `${instrument}${article ? ` ${article}` : ''}`;

function placed<Rule>(
  layers: readonly GivenLayer[],
  key: string,
  of: (layer: ProvinceLayer) => readonly Rule[],
): readonly Placed<Rule>[] {
  return layers.flatMap((given) =>
    of(given.layer).map((rule, index) => ({ rule, given, path: `${key}[${index}]` })),
  );
}

/** Everything that forbids laying these layers, the strongest first, upon the law; empty where nothing does. */
export function layerProblems(
  ordered: readonly GivenLayer[],
  base: { readonly instruments: readonly Instrument[]; readonly norms: readonly NormFile[] },
): readonly LayerProblem[] {
  const norms = placed(ordered, 'norms', (layer) => layer.norms);
  const counterpart = placed(ordered, 'counterpart', (layer) => layer.counterpart);
  const areas = placed(ordered, 'areas', (layer) => layer.areas);
  const dated = [...norms, ...counterpart, ...areas] as readonly Placed<DatedCited>[];
  return [
    ...givenTwice(ordered),
    ...strangeProvinces(ordered),
    ...registry(ordered, base.instruments),
    ...uncited(dated, ordered, base.instruments),
    ...backward(dated),
    ...strangeRatios(counterpart),
    ...beyondCentre(norms, base.norms),
    ...disagreeing(
      norms,
      (norm) => `${norm.programme}/${normIdentity(norm)}`,
      (norm) => `${norm.value} ${norm.unit}`,
    ),
    ...disagreeing(
      counterpart,
      (rule) => `${rule.programme}/${rule.capital}`,
      (rule) => rule.ratio,
    ),
    ...placesInTwoRegions(areas),
  ];
}

type DatedCited = Period & { readonly law: LawReference };

function givenTwice(layers: readonly GivenLayer[]): readonly LayerProblem[] {
  return layers.flatMap((given, index) => {
    const before = layers.slice(0, index).find((one) => one.hash !== undefined && one.hash === given.hash);
    return before ? [problem({ given, path: 'name' }, LAYER_WORDS.sameName(labelOf(before)))] : [];
  });
}

function strangeProvinces(layers: readonly GivenLayer[]): readonly LayerProblem[] {
  return layers
    .filter(({ layer }) => provinceName(layer.province) === null)
    .map((given) => problem({ given, path: 'province' }, LAYER_WORDS.noProvince(given.layer.province)));
}

/** An instrument that is known already may be repeated, not changed. */
function registry(layers: readonly GivenLayer[], known: readonly Instrument[]): readonly LayerProblem[] {
  const seen = [...known];
  return placed(layers, 'instruments', (layer) => layer.instruments).flatMap((one) => {
    const same = seen.find((other) => other.number.toLowerCase() === one.rule.number.toLowerCase());
    seen.push(one.rule);
    return same && differs(same, one.rule)
      ? [problem({ ...one, path: `${one.path}.number` }, LAYER_WORDS.registeredTwice(one.rule.number))]
      : [];
  });
}

const differs = (one: Instrument, other: Instrument) =>
  one.issuer !== other.issuer || one.date !== other.date || one.inForceFrom !== other.inForceFrom;

function uncited(
  rules: readonly Placed<DatedCited>[],
  layers: readonly GivenLayer[],
  base: readonly Instrument[],
): readonly LayerProblem[] {
  const numbers = [...base, ...layers.flatMap(({ layer }) => layer.instruments)].map(({ number }) => number);
  const known = new Set(numbers.map((number) => number.toLowerCase()));
  return rules
    .filter(({ rule }) => !known.has(instrumentNumber(rule.law.instrument).toLowerCase()))
    .map((one) =>
      problem(
        { ...one, path: `${one.path}.law.instrument` },
        LAYER_WORDS.notRegistered(one.rule.law.instrument),
      ),
    );
}

function backward(rules: readonly Placed<DatedCited>[]): readonly LayerProblem[] {
  return rules.flatMap((one) => {
    const { from, to } = one.rule;
    return to !== null && to < from
      ? [problem({ ...one, path: `${one.path}.to` }, LAYER_WORDS.endsBeforeStart(from, to))]
      : [];
  });
}

const MOST_LOCAL = 10;

/** Above ten times the central money a ratio is a percentage written in the wrong place. */
function strangeRatios(rules: readonly Placed<{ readonly ratio: string }>[]): readonly LayerProblem[] {
  return rules
    .filter(({ rule }) => new Decimal(rule.ratio).lt(0) || new Decimal(rule.ratio).gt(MOST_LOCAL))
    .map((one) => problem({ ...one, path: `${one.path}.ratio` }, LAYER_WORDS.ratioNotShare(one.rule.ratio)));
}

/** A province may pay more of its own money; it neither raises what the centre pays nor lowers a minimum. */
function beyondCentre(
  rules: readonly Placed<LocalNorm>[],
  national: readonly NormFile[],
): readonly LayerProblem[] {
  return rules.flatMap((one) => {
    const { rule } = one;
    const same = national
      .filter((file) => isNormFileOf(file, rule.programme))
      .flatMap((file) => file.norms)
      .filter((norm) => normIdentity(norm) === normIdentity(rule) && overlaps(norm, rule));
    const value = new Decimal(rule.value);
    const place = { ...one, path: `${one.path}.value` };
    const told = (norm: Norm): readonly [string, string, string] => [
      `${rule.value} ${rule.unit}`,
      `${norm.value} ${norm.unit}`,
      cited(norm.law),
    ];
    const above =
      rule.kind.endsWith('maximum') && rule.source !== 'local' && same.find((norm) => value.gt(norm.value));
    if (above) return [problem(place, LAYER_WORDS.aboveCentre(...told(above)))];
    const below = rule.kind.endsWith('minimum') && same.find((norm) => value.lt(norm.value));
    return below ? [problem(place, LAYER_WORDS.belowCentre(...told(below)))] : [];
  });
}

function disagreeing<Rule extends DatedCited>(
  rules: readonly Placed<Rule>[],
  keyOf: (rule: Rule) => string,
  told: (rule: Rule) => string,
): readonly LayerProblem[] {
  return rules.flatMap((one, index) =>
    rules
      .slice(index + 1)
      .filter(
        (other) =>
          other.given.layer.precedence === one.given.layer.precedence &&
          keyOf(other.rule) === keyOf(one.rule) &&
          overlaps(one.rule, other.rule) &&
          told(one.rule) !== told(other.rule),
      )
      .map((other) =>
        problem(
          one,
          LAYER_WORDS.contradicts(
            told(one.rule),
            cited(one.rule.law),
            told(other.rule),
            `${labelOf(other.given)} ${other.path}`,
            cited(other.rule.law),
          ),
        ),
      ),
  );
}

const REGIONS: ReadonlySet<string> = new Set(['I', 'II', 'III']);

/** A commune is of one region at a time. */
function placesInTwoRegions(areas: readonly Placed<LocalAreaList>[]): readonly LayerProblem[] {
  const members = areas
    .filter(({ rule }) => REGIONS.has(rule.zone))
    .flatMap((one) =>
      one.rule.members.map((member, index) => ({
        ...one,
        rule: { ...one.rule, member, place: readPlace(member, 'commune') },
        path: `${one.path}.members[${index}]`,
      })),
    );
  const byName = new Map<string, typeof members>();
  for (const one of members) {
    const { name } = one.rule.place;
    const list = byName.get(name);
    if (list) list.push(one);
    else byName.set(name, [one]);
  }
  return [...byName.values()].flatMap((list) =>
    list.flatMap((one, index) =>
      disagreeing(
        [one, ...list.slice(index + 1).filter((other) => isOnePlace(one.rule.place, other.rule.place))],
        () => one.rule.place.name,
        ({ member, zone }) => `“${member}” khu vực ${zone}`,
      ).filter(({ path }) => path === one.path),
    ),
  );
}

/** Two lists that name no unit above may well mean two places; only what cannot be told apart contradicts. */
const isOnePlace = (one: PlaceName, other: PlaceName) =>
  one.kind === other.kind && one.within === other.within && samePlace(one, other);
