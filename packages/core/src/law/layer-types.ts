import type { LawReference } from '../report/types.js';
import type { Bilingual, DatedRule, Instrument, Norm, NormFile, Period } from './types.js';

/** Local money owed for each đồng of central money, by a resolution of the province. */
export interface LocalCounterpart extends DatedRule {
  readonly programme: string;
  readonly capital: 'investment' | 'recurrent' | 'all';
  /** Local to central, decimal string, `0.1`. */
  readonly ratio: string;
}

/** What an area list says of its members: region of a commune, or a place that a programme is made for. */
export type AreaZone = 'I' | 'II' | 'III' | 'difficult-village' | 'poor-district' | 'coastal-commune';

/**
 * All communes, villages or districts of one zone, by a decision; what a list in force leaves out is not of that zone.
 * A member may name where it lies, `Bản Pa Ủ, xã Pa Ủ`.
 */
export interface LocalAreaList extends Period {
  readonly zone: AreaZone;
  readonly members: readonly string[];
  readonly law: LawReference;
}

/** A norm of a province, with the programme that it belongs to. */
export type LocalNorm = Norm & { readonly programme: string };

/** What a province adds to the national rules; read and checked by `parseProvinceLayer`. */
export interface ProvinceLayer {
  readonly schema: 'province-layer/1';
  readonly name: string;
  readonly province: string;
  /** What the province calls this edition of its file. */
  readonly version?: string;
  /** Higher goes before lower; the national rules are 0. */
  readonly precedence: number;
  readonly instruments: readonly Instrument[];
  readonly counterpart: readonly LocalCounterpart[];
  readonly norms: readonly LocalNorm[];
  readonly areas: readonly LocalAreaList[];
}

/** A layer with the file it was read from, and the hash of that file, `sha256-…`. */
export interface GivenLayer {
  readonly layer: ProvinceLayer;
  readonly file?: string;
  readonly hash?: string;
}

/** A layer as reports name it. */
export interface LayerInUse {
  readonly name: string;
  readonly province: string;
  readonly file: string | null;
  readonly version: string | null;
  readonly hash: string | null;
  readonly precedence: number;
}

/** A rule of a layer, with the layer that it comes from. */
export type OfLayer<Rule> = Rule & { readonly layer: LayerInUse };

/** The national rules and the layers upon them. */
export interface LayeredLaw {
  readonly instruments: readonly Instrument[];
  readonly norms: readonly NormFile[];
  readonly counterpart: readonly OfLayer<LocalCounterpart>[];
  readonly areas: readonly OfLayer<LocalAreaList>[];
  /** The layers used, the strongest first. */
  readonly layers: readonly LayerInUse[];
}

/** One thing wrong in a layer, with the way to it in the file, `norms[2].value`, in both languages. */
export interface LayerProblem extends Bilingual {
  readonly path: string;
  /** The file, or the name where no file is known; absent while one file is read. */
  readonly layer?: string;
}

/** Layers that cannot be laid upon the national rules, or contradict each other. */
export class LayerError extends Error {
  override readonly name = 'LayerError';
  constructor(readonly problems: readonly LayerProblem[]) {
    super(problems.map(({ layer, path, vi }) => `${layer ?? ''}: ${path}: ${vi}`).join('; '));
  }
}
