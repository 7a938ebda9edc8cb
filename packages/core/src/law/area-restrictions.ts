import data from '../../data/law/area-restrictions.json';
import type { LawReference } from '../report/types.js';
import type { AreaZone } from './layer-types.js';
import type { Bilingual, DatedRule } from './types.js';

/** Money of the same node that may be spent elsewhere all the same. */
export interface AreaException {
  /** Words by which a title speaks of it. */
  readonly words: readonly string[];
  readonly text: Bilingual;
  readonly law: LawReference;
}

/** Where the money of some nodes may be spent, by which article. */
export interface AreaRestriction extends DatedRule {
  readonly id: string;
  readonly programme: string;
  /** The nodes themselves, without those below them. */
  readonly nodes: readonly string[];
  /** Rule of eligibility that says the same, `NODE/ID`; the test holds both against each other. */
  readonly policy: string;
  /** Only where a title speaks of it; absent: all money of the node. */
  readonly words?: readonly string[];
  /** Any one of these is enough. */
  readonly within: readonly AreaZone[];
  readonly exceptions: readonly AreaException[];
  readonly quote: string;
}

/** Where money of a node may be spent, as far as the texts were read. */
export const AREA_RESTRICTIONS: readonly AreaRestriction[] =
  data.restrictions as unknown as readonly AreaRestriction[];
