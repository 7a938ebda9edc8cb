import type { FindingData } from '../report/types.js';
import type { Equation } from './equation.js';
import type { SumSystem } from './system.js';
import type { World } from './world.js';

export interface LikeFaults {
  readonly findings: readonly FindingData[];
  readonly rest: readonly Equation[];
  readonly world: World;
}

/** More than this many like faults are one finding, before single cells are tried. */
export const MANY = 50;

export function findLikeFaults(_system: SumSystem, open: readonly Equation[], world: World): LikeFaults {
  return { findings: [], rest: open, world };
}
