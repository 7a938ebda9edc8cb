import { ZERO } from '../amount/decimal.js';
import { isWithin } from './pairing.js';
import { placeKey } from './places.js';
import type { Comparison } from './types.js';

/** A difference that nothing below it explains, and the comparisons above that only carry it on. */
export interface Lowest {
  readonly comparison: Comparison;
  readonly carriers: readonly Comparison[];
}

type By = 'node' | 'place' | 'source' | 'capital';
const WAYS: readonly By[] = ['node', 'place', 'source', 'capital'];

const LEVELS: readonly string[] = ['province', 'district', 'commune'];

/** How the second is a part of the first: of its node, its place, its source or its kind of capital; else `null`. */
function partBy(whole: Comparison, part: Comparison): By | null {
  const [a, b] = [whole.entry, part.entry];
  const [fa, fb] = [whole.figure, part.figure];
  const node = fa.node ?? a.table.dimensions.node;
  const other = fb.node ?? b.table.dimensions.node;
  const same = {
    node: node === other,
    place:
      a.place === b.place ||
      (a.place !== null && b.place !== null && placeKey(a.place) === placeKey(b.place)),
    source: (a.source ?? 'total') === (b.source ?? 'total'),
    capital: (a.capital ?? 'all') === (b.capital ?? 'all'),
  };
  const differing = WAYS.filter((what) => !same[what]);
  const [by] = differing;
  if (differing.length !== 1 || !by || a.year !== b.year || a.stage !== b.stage) return null;
  if (by === 'node') return other !== null && (node === null || other.startsWith(`${node}.`)) ? by : null;
  if (by === 'place') return a.place === null ? by : null;
  if (by === 'capital') return (a.capital ?? 'all') === 'all' ? by : null;
  if ((a.source ?? 'total') === 'total') return by;
  return a.source === 'local' && LEVELS.includes(b.source ?? '') ? by : null;
}

/** All that two comparisons must have in common for one to be a part of the other along this way. */
function shared({ entry, figure }: Comparison, by: By): string {
  const all: Record<By, string> = {
    node: figure.node ?? entry.table.dimensions.node ?? '',
    place: entry.place === null ? '' : placeKey(entry.place),
    source: entry.source ?? 'total',
    capital: entry.capital ?? 'all',
  };
  return WAYS.map((way) => (way === by ? '' : all[way])).join('/');
}

/** Finds the parts of a whole along one way of parting it, the nearest only. */
function partFinder(all: readonly Comparison[]): (whole: Comparison, by: By) => Comparison[] {
  const groups = new Map<string, Comparison[]>();
  for (const by of WAYS) {
    for (const one of all) {
      const key = `${by}|${shared(one, by)}`;
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return (whole, by) => {
    const parts = (groups.get(`${by}|${shared(whole, by)}`) ?? []).filter(
      (one) => one !== whole && partBy(whole, one) === by,
    );
    if (by === 'place' || by === 'capital') return parts;
    const names = new Set(parts.map(({ figure, entry }) => (by === 'node' ? figure.node : entry.source)));
    const above = (part: Comparison): boolean => {
      if (by === 'source') return LEVELS.includes(part.entry.source ?? '') && names.has('local');
      const steps = (part.figure.node ?? '').split('.');
      return steps.some((_, i) => i > 0 && names.has(steps.slice(0, i).join('.')));
    };
    return parts.filter((part) => !above(part));
  };
}

/**
 * The differences at the lowest places that are wrong. A whole whose difference is that of its parts only carries it
 * on, along projects, places, sources or kinds of capital.
 */
export function lowestOf(comparisons: readonly Comparison[]): Lowest[] {
  const wrong = comparisons.filter((one) => !isWithin(one));
  const partsOf = partFinder(comparisons);
  const carries = new Map<Comparison, readonly Comparison[]>(oncePerLine(wrong));
  const rounded = new Set<Comparison>();
  for (const whole of wrong) {
    for (const by of WAYS) {
      const parts = partsOf(whole, by);
      if (parts.length === 0 || whole.odd !== null) continue;
      const sum = parts.reduce((total, { difference }) => total.plus(difference), ZERO);
      const room = parts.reduce((most, part) => (part.room.gt(most) ? part.room : most), whole.room);
      if (whole.difference.minus(sum).abs().gte(room)) continue;
      const causes = parts.filter((part) => !isWithin(part));
      if (causes.length > 0) carries.set(whole, [...(carries.get(whole) ?? []), ...causes]);
      else rounded.add(whole);
    }
  }
  const causesOf = (one: Comparison, seen = new Set<Comparison>()): Comparison[] => {
    if (seen.has(one)) return [];
    seen.add(one);
    const below = carries.get(one);
    return below ? below.flatMap((cause) => causesOf(cause, seen)) : [one];
  };
  const roots = wrong.filter((one) => !carries.has(one) && !rounded.has(one));
  return roots.map((comparison) => ({
    comparison,
    carriers: [...carries.keys()].filter((whole) => causesOf(whole).includes(comparison)),
  }));
}

/** A line that one of the two sheets lacks is one mistake, whatever its columns: named where the most is at stake. */
function oncePerLine(wrong: readonly Comparison[]): [Comparison, readonly Comparison[]][] {
  const greatest = new Map<string, Comparison>();
  const odd = wrong.filter((one) => one.odd !== null);
  const nameOf = ({ odd: how, figure }: Comparison) =>
    `${how}/${figure.programme ?? ''}/${figure.node ?? ''}`;
  for (const one of odd) {
    const before = greatest.get(nameOf(one));
    if (!before || one.difference.abs().gt(before.difference.abs())) greatest.set(nameOf(one), one);
  }
  return odd.flatMap((one) => {
    const cause = greatest.get(nameOf(one));
    return cause && cause !== one ? [[one, [cause]] as [Comparison, readonly Comparison[]]] : [];
  });
}
