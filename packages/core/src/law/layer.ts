import { Decimal } from '../amount/decimal.js';
import type { LawReference } from '../report/types.js';
import { holdsOn } from './dated.js';
import { INSTRUMENTS, instrumentNumber } from './instruments.js';
import { NORMS } from './norms.js';
import type { Instrument, Norm, NormFile, Period } from './types.js';

/** Local money owed for each đồng of central money, by a resolution of the province. */
export interface LocalCounterpart extends Period {
  readonly programme: string;
  readonly capital: 'investment' | 'recurrent' | 'all';
  readonly ratio: string;
  readonly law: LawReference;
}

/** Communes or villages of a zone, by a decision of the province. */
export interface LocalAreaList extends Period {
  readonly zone: 'I' | 'II' | 'III' | 'difficult-village';
  readonly members: readonly string[];
  readonly law: LawReference;
}

/** What a province adds to the national rules; read and checked by `parseProvinceLayer`. */
export interface ProvinceLayer {
  readonly schema: 'province-layer/1';
  readonly name: string;
  readonly province: string;
  /** Higher goes before lower; the national rules are 0. */
  readonly precedence: number;
  readonly instruments: readonly Instrument[];
  readonly counterpart: readonly LocalCounterpart[];
  readonly norms: readonly (Norm & { readonly programme: string })[];
  readonly areas: readonly LocalAreaList[];
}

/** The national rules and the layers upon them. */
export interface LayeredLaw {
  readonly instruments: readonly Instrument[];
  readonly norms: readonly NormFile[];
  readonly counterpart: readonly LocalCounterpart[];
  readonly areas: readonly LocalAreaList[];
  /** The layers used, the strongest first. */
  readonly layers: readonly { readonly name: string; readonly precedence: number }[];
}

/** Layers that cannot be laid upon the national rules, or contradict each other. */
export class LayerError extends Error {
  override readonly name = 'LayerError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '));
  }
}

const overlaps = (one: Period, other: Period) =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);

const identity = (norm: Norm) =>
  `${norm.node}/${norm.subject}/${norm.source}/${norm.kind}/${norm.area ?? ''}`;

interface Ranked<Rule> {
  readonly rule: Rule;
  readonly layer: ProvinceLayer;
}

/**
 * The national rules with the layers of a province, by declared precedence: where two rules tell of one thing at one
 * time, the one of higher precedence holds. Never touches its arguments.
 *
 * @throws LayerError naming both where layers of one precedence disagree, where a layer cites an instrument that nobody
 * registered, or where it raises what the central budget may pay
 *
 * @example mergeRules([]).norms.length > 0 // true
 */
export function mergeRules(
  layers: readonly ProvinceLayer[],
  base: { readonly instruments: readonly Instrument[]; readonly norms: readonly NormFile[] } = {
    instruments: INSTRUMENTS,
    norms: NORMS,
  },
): LayeredLaw {
  const ordered = [...layers].sort((one, other) => other.precedence - one.precedence);
  const instruments = [...base.instruments, ...ordered.flatMap((layer) => layer.instruments)];
  const problems = [
    ...uncited(ordered, instruments),
    ...raised(ordered, base.norms),
    ...disagreeing(
      ordered.flatMap((layer) => layer.norms.map((rule) => ({ rule, layer }))),
      (norm) => `${norm.programme}/${identity(norm)}`,
      (norm) => `${norm.value} ${norm.unit}`,
    ),
    ...disagreeing(
      ordered.flatMap((layer) => layer.counterpart.map((rule) => ({ rule, layer }))),
      (rule) => `${rule.programme}/${rule.capital}`,
      (rule) => rule.ratio,
    ),
  ];
  if (problems.length > 0) throw new LayerError(problems);
  const localNorms = strongest(
    ordered.flatMap((layer) => layer.norms.map((rule) => ({ rule, layer }))),
    (norm) => `${norm.programme}/${identity(norm)}`,
  );
  return {
    instruments,
    norms: [...base.norms.map((file) => without(file, localNorms)), ...filesOf(localNorms)],
    counterpart: strongest(
      ordered.flatMap((layer) => layer.counterpart.map((rule) => ({ rule, layer }))),
      (rule) => `${rule.programme}/${rule.capital}`,
    ),
    areas: ordered.flatMap((layer) => layer.areas),
    layers: ordered.map(({ name, precedence }) => ({ name, precedence })),
  };
}

/**
 * The counterpart ratios of a programme on a day, for `CheckOptions.match`.
 *
 * @example localMatch(mergeRules([]), 'dttsmn-2021-2025', '2025-08-08') // []
 */
export function localMatch(
  law: LayeredLaw,
  programme: string,
  day: string,
): readonly { readonly ratio: string; readonly capital: 'investment' | 'recurrent' | 'all' }[] {
  return law.counterpart
    .filter((rule) => rule.programme === programme && holdsOn(rule, day))
    .map(({ ratio, capital }) => ({ ratio, capital }));
}

function uncited(layers: readonly ProvinceLayer[], instruments: readonly Instrument[]): readonly string[] {
  const known = new Set(instruments.map((one) => one.number.toLowerCase()));
  return layers.flatMap((layer) =>
    [...layer.norms, ...layer.counterpart, ...layer.areas]
      .map(({ law }) => law.instrument)
      .filter((number) => !known.has(instrumentNumber(number).toLowerCase()))
      .map((number) => `“${layer.name}” dẫn văn bản ${number} chưa được khai trong mục instruments`),
  );
}

/** A province may pay more from its own money, not more from the central budget. */
function raised(layers: readonly ProvinceLayer[], national: readonly NormFile[]): readonly string[] {
  return layers.flatMap((layer) =>
    layer.norms
      .filter((norm) => norm.source === 'central' && norm.kind.endsWith('maximum'))
      .flatMap((norm) => {
        const above = national
          .filter((file) => file.programme === norm.programme)
          .flatMap((file) => file.norms)
          .find(
            (one) =>
              identity(one) === identity(norm) &&
              overlaps(one, norm) &&
              new Decimal(norm.value).gt(one.value),
          );
        return above
          ? [
              `“${layer.name}”: ${norm.node} ${norm.subject} ${norm.value} ${norm.unit} cao hơn mức trung ương ` +
                `${above.value} (${above.law.instrument} ${above.law.article})`,
            ]
          : [];
      }),
  );
}

function disagreeing<Rule extends Period & { readonly law: LawReference }>(
  ranked: readonly Ranked<Rule>[],
  keyOf: (rule: Rule) => string,
  told: (rule: Rule) => string,
): readonly string[] {
  return ranked.flatMap((one, index) =>
    ranked
      .slice(index + 1)
      .filter(
        (other) =>
          other.layer.precedence === one.layer.precedence &&
          keyOf(other.rule) === keyOf(one.rule) &&
          overlaps(one.rule, other.rule) &&
          told(one.rule) !== told(other.rule),
      )
      .map(
        (other) =>
          `${keyOf(one.rule)}: ${told(one.rule)} (“${one.layer.name}”, ${one.rule.law.instrument}) và ` +
          `${told(other.rule)} (“${other.layer.name}”, ${other.rule.law.instrument}) mâu thuẫn ở cùng thứ bậc`,
      ),
  );
}

/** Of rules that tell of one thing at one time, those of the highest precedence; `ranked` comes strongest first. */
function strongest<Rule extends Period>(
  ranked: readonly Ranked<Rule>[],
  keyOf: (rule: Rule) => string,
): readonly Rule[] {
  const kept: Ranked<Rule>[] = [];
  for (const one of ranked) {
    const beaten = kept.some(
      (other) =>
        other.layer.precedence > one.layer.precedence &&
        keyOf(other.rule) === keyOf(one.rule) &&
        overlaps(one.rule, other.rule),
    );
    if (!beaten) kept.push(one);
  }
  return kept.map(({ rule }) => rule);
}

/** A national file less the norms that a layer speaks of in their whole time. */
function without(file: NormFile, local: readonly (Norm & { readonly programme: string })[]): NormFile {
  const covers = (norm: Norm) =>
    local.some(
      (one) => one.programme === file.programme && identity(one) === identity(norm) && overlaps(one, norm),
    );
  return { ...file, norms: file.norms.filter((norm) => !covers(norm)) };
}

function filesOf(local: readonly (Norm & { readonly programme: string })[]): readonly NormFile[] {
  const programmes = [...new Set(local.map(({ programme }) => programme))];
  return programmes.map((programme) => ({
    programme,
    norms: local.filter((norm) => norm.programme === programme),
    gaps: [],
  }));
}
