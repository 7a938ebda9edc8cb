import type { Table } from '../sheet/types.js';
import { signatureKey } from './keys.js';
import { isAbove, isBelow, missing, pieced, unlisted } from './lines.js';
import { isWithin, type Pairing, pair, type Unpaired } from './pairing.js';
import { placeKey, placeNamed } from './places.js';
import type { AssignedFigure, Comparison, Entry, Subject } from './types.js';

/** What came of holding the figures of one decision's table against one table of the sheet. */
export interface Held {
  readonly comparisons: readonly Comparison[];
  readonly compared: ReadonlySet<AssignedFigure>;
  readonly left: ReadonlyMap<AssignedFigure, WhyLeft>;
}

/** Why a figure was not compared. */
export type WhyLeft =
  | Unpaired
  | 'within-another'
  | 'before-adjustment'
  | 'place-not-told'
  | 'other-place'
  | 'other-project'
  | 'other-programme'
  | 'programme-unclear';

/** A table of the sheet with its amounts and the words above it. */
export interface Target {
  readonly table: Table;
  readonly entries: readonly Entry[];
  /** The same before an adjustment that the table makes; empty where it makes none. */
  readonly before: readonly Entry[];
  readonly heading: string;
}

/**
 * Holds the figures of one table of a decision, or those of the caller, against one table of the sheet. A decision that
 * is just what the table starts from does not bind what it is adjusted to.
 */
export function holdAgainst(figures: readonly AssignedFigure[], target: Target, place: string | null): Held {
  const now = holdOnce(figures, target, place);
  if (target.before.length === 0 || now.comparisons.every(isWithin)) return now;
  const { comparisons } = holdOnce(figures, { ...target, entries: target.before }, place);
  if (comparisons.length < 2 || !comparisons.every(isWithin)) return now;
  const left = new Map(now.left);
  for (const { figure } of comparisons) left.set(figure, 'before-adjustment');
  return { comparisons: [], compared: new Set(), left };
}

function holdOnce(figures: readonly AssignedFigure[], target: Target, place: string | null): Held {
  const left = new Map<AssignedFigure, WhyLeft>();
  const fitted = atPlace(inProgramme(figures, target, left), target, place, left);
  const comparisons: Comparison[] = [];
  const compared = new Set<AssignedFigure>();
  const original = new Map(fitted.map(({ figure, from }) => [figure, from]));
  const all = fitted.map(({ figure }) => figure);
  for (const group of bySignature(all)) {
    const pairing = withLines(pair(group, all, target.entries), group, target.entries);
    for (const figure of pairing.unmatched)
      left.set(original.get(figure) as AssignedFigure, pairing.why ?? 'no-line');
    const chosen = target.entries.filter((entry) => signatureKey(entry) === pairing.chosen);
    const found = [...pairing.comparisons, ...pieced(pairing.unmatched, chosen)];
    const whole = found.find(({ figure }) => figure.node === null && figure.place === null);
    found.push(
      ...missing(pairing.unmatched, chosen, found, target.table),
      ...unlisted(group, chosen, whole, found),
    );
    for (const one of found) {
      const from = original.get(one.figure);
      if (from) compared.add(from);
      if (from) left.delete(from);
      comparisons.push(from ? { ...one, figure: from } : one);
    }
    for (const figure of pairing.unmatched) {
      const from = original.get(figure) as AssignedFigure;
      const own = target.table.dimensions.node;
      if (left.has(from) && own !== null && figure.node !== own && !isBelow(figure.node, own))
        left.set(from, 'other-project');
      if (left.has(from) && found.some((one) => isAbove(one.figure, figure)))
        left.set(from, 'within-another');
    }
  }
  return { comparisons, compared, left };
}

/** Two tables of many lines with nothing in common but a total divide different money. */
function withLines(pairing: Pairing, figures: readonly AssignedFigure[], entries: readonly Entry[]): Pairing {
  const isLine = ({ node, place }: Subject) => node !== null || place !== null;
  if (pairing.comparisons.length === 0 || pairing.comparisons.some(({ figure }) => isLine(figure)))
    return pairing;
  const chosen = entries.filter((entry) => signatureKey(entry) === pairing.chosen);
  if (figures.filter(isLine).length < 2 || chosen.filter(isLine).length < 2) return pairing;
  if (
    figures.some((figure) => chosen.some((entry) => isBelow(entry.node, figure.node) && figure.node !== null))
  )
    return pairing;
  return { comparisons: [], unmatched: figures, why: 'no-line', chosen: null };
}

interface Fitted {
  /** As the table of the sheet would say it. */
  readonly figure: AssignedFigure;
  readonly from: AssignedFigure;
}

/** A figure that names no programme is about that of the sheet, where there is one only. */
function inProgramme(
  figures: readonly AssignedFigure[],
  { table, entries }: Target,
  left: Map<AssignedFigure, WhyLeft>,
): Fitted[] {
  const shown = new Set(entries.map(({ programme }) => programme));
  const named = new Set(figures.flatMap(({ programme }) => programme ?? []));
  return figures.flatMap((from): Fitted[] => {
    if (shown.has(from.programme) && (from.programme !== null || shown.size === 1))
      return [{ figure: from, from }];
    const own = table.dimensions.programme ?? (shown.size === 1 ? ([...shown][0] ?? null) : null);
    if (from.programme !== null && own !== null) {
      left.set(from, 'other-programme');
      return [];
    }
    if (named.size > 1 || (own === null && shown.size > 1 && !withNode(entries, from))) {
      left.set(from, 'programme-unclear');
      return [];
    }
    return [{ figure: { ...from, programme: own ?? withNode(entries, from) ?? null }, from }];
  });
}

/** The one programme under which the sheet shows this node. */
function withNode(entries: readonly Entry[], { node }: AssignedFigure): string | null {
  const found = new Set(
    entries.filter((entry) => node !== null && entry.node === node).map(({ programme }) => programme),
  );
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** Of a decision that lists several places the lines of the one that the sheet is about. */
function atPlace(
  figures: readonly Fitted[],
  { entries, heading }: Target,
  asked: string | null,
  left: Map<AssignedFigure, WhyLeft>,
): Fitted[] {
  const places = [...new Set(figures.flatMap(({ figure }) => figure.place ?? []))];
  const shown = new Set(entries.flatMap(({ place }) => (place === null ? [] : placeKey(place))));
  if (places.length === 0 || (asked === null && places.some((one) => shown.has(placeKey(one)))))
    return [...figures];
  const own =
    asked === null
      ? placeNamed(heading, places)
      : (places.find((one) => placeKey(one) === placeKey(asked)) ?? null);
  return figures.flatMap(({ figure, from }): Fitted[] => {
    if (own !== null && figure.place !== null && placeKey(figure.place) === placeKey(own)) {
      return [{ figure: { ...figure, place: null }, from }];
    }
    left.set(from, own === null ? 'place-not-told' : 'other-place');
    return [];
  });
}

function bySignature(figures: readonly AssignedFigure[]): AssignedFigure[][] {
  const groups = new Map<string, AssignedFigure[]>();
  for (const figure of figures) {
    const group = groups.get(signatureKey(figure));
    if (group) group.push(figure);
    else groups.set(signatureKey(figure), [figure]);
  }
  return [...groups.values()];
}
