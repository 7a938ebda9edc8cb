import { holdsOn } from '../../law/dated.js';
import type { AreaZone, LocalAreaList, OfLayer } from '../../law/layer-types.js';
import { type PlaceLevel, type PlaceName, placeKey, readPlace, samePlace } from '../../law/places.js';
import type { LawReference } from '../../report/types.js';
import type { Zones } from './zones.js';

/** A place that receives money, with the units that it lies in, the nearest first. */
export interface Place {
  /** As the sheet writes it. */
  readonly written: string;
  readonly name: PlaceName;
  readonly level: PlaceLevel | null;
  readonly above: readonly PlaceName[];
}

/** What the lists of a province say of a place, and which of them says it. */
export interface Listed {
  readonly zones: Zones;
  readonly law: readonly LawReference[];
  /** Two places of that name are listed. */
  readonly ambiguous: boolean;
}

const LEVEL_OF: Readonly<Record<AreaZone, PlaceLevel>> = {
  I: 'commune',
  II: 'commune',
  III: 'commune',
  'coastal-commune': 'commune',
  'difficult-village': 'village',
  'poor-district': 'district',
};

/** A place by its name and those above it; without a word before it, what stands below a commune is a village. */
export function placeOf(written: string, above: readonly string[]): Place {
  const units = above.map((unit) => readPlace(unit));
  const [nearest] = units;
  const said = readPlace(written);
  // “Bản Bo”, “Làng Nhì” are communes too; below a commune they would be villages.
  const open = said.kind !== null && ALSO_COMMUNES.has(said.kind) && nearest?.level !== 'commune';
  const own = open ? { ...readPlace(written, 'commune'), level: null } : said;
  const level = own.level ?? (nearest ? BELOW[nearest.level ?? 'none'] : null) ?? null;
  const within = own.within ?? nearest?.name ?? null;
  return { written, name: { ...own, level, within }, level, above: units };
}

const ALSO_COMMUNES: ReadonlySet<string> = new Set(['bản', 'làng', 'ấp', 'buôn', 'sóc', 'phum']);
const BELOW: Readonly<Record<string, PlaceLevel>> = { district: 'commune', commune: 'village' };

interface Known {
  readonly zones: Map<AreaZone, boolean>;
  readonly law: Set<LawReference>;
  ambiguous: boolean;
}

/** What lists in force on a day say of a place and of the units that it lies in. */
export function listedZones(place: Place, lists: readonly OfLayer<LocalAreaList>[], day: string): Listed {
  const inForce = lists.filter((list) => holdsOn(list, day));
  const known: Known = { zones: new Map(), law: new Set(), ambiguous: false };
  for (const unit of [withLevel(place.name, place.level), ...place.above]) tell(unit, inForce, known);
  return { zones: known.zones, law: [...known.law], ambiguous: known.ambiguous };
}

const withLevel = (name: PlaceName, level: PlaceLevel | null): PlaceName => ({ ...name, level });

function tell(unit: PlaceName, lists: readonly OfLayer<LocalAreaList>[], known: Known): void {
  regions(unit, lists, known);
  for (const zone of ['difficult-village', 'poor-district', 'coastal-commune'] as const) {
    const own = lists.filter((list) => list.zone === zone);
    if (own.length > 0 && !known.zones.has(zone)) tellZone(unit, zone, own, known);
  }
  villagesOf(unit, lists, known);
}

const REGIONS = ['I', 'II', 'III'] as const;

/** The strongest list that has the commune; a commune that complete lists leave out is in none of their regions. */
function regions(unit: PlaceName, lists: readonly OfLayer<LocalAreaList>[], known: Known): void {
  if (!mayBe(unit, 'commune') || REGIONS.some((zone) => known.zones.has(zone))) return;
  const own = lists.filter((list) => REGIONS.some((zone) => zone === list.zone));
  const having = own.filter((list) => has(list, unit));
  const strongest = Math.max(...having.map(({ layer }) => layer.precedence));
  const saying = having.filter(({ layer }) => layer.precedence === strongest);
  if (new Set(saying.map(({ zone }) => zone)).size > 1) {
    known.ambiguous = true;
    return;
  }
  const [found] = saying;
  if (found) {
    for (const zone of REGIONS) known.zones.set(zone, zone === found.zone);
    known.law.add(found.law);
  } else if (unit.level === 'commune') {
    for (const list of own) {
      known.zones.set(list.zone, false);
      known.law.add(list.law);
    }
  }
}

function tellZone(
  unit: PlaceName,
  zone: AreaZone,
  lists: readonly OfLayer<LocalAreaList>[],
  known: Known,
): void {
  const level = LEVEL_OF[zone];
  if (!mayBe(unit, level)) return;
  const found = lists.find((list) => has(list, unit));
  if (!found && unit.level !== level) return;
  known.zones.set(zone, found !== undefined);
  const saying = found ?? lists[0];
  if (saying) known.law.add(saying.law);
}

/** Of a commune: whether it has difficult villages, where each village of the list names its commune. */
function villagesOf(unit: PlaceName, lists: readonly OfLayer<LocalAreaList>[], known: Known): void {
  if (unit.level !== 'commune' || known.zones.has('difficult-village')) return;
  const own = lists.filter((list) => list.zone === 'difficult-village');
  const [first] = own;
  if (first === undefined) return;
  const found = own.find((list) => membersOf(list).communes.has(placeKey(unit.name)));
  if (!found && own.some((list) => !membersOf(list).eachNamesItsCommune)) return;
  known.zones.set('difficult-village', found !== undefined);
  known.law.add((found ?? first).law);
}

const mayBe = (unit: PlaceName, level: PlaceLevel) => unit.level === null || unit.level === level;

function has(list: LocalAreaList, unit: PlaceName): boolean {
  return (
    membersOf(list)
      .byName.get(placeKey(unit.name))
      ?.some((place) => samePlace(place, unit)) === true
  );
}

interface Members {
  readonly byName: ReadonlyMap<string, readonly PlaceName[]>;
  /** Units that the members lie in. */
  readonly communes: ReadonlySet<string>;
  readonly eachNamesItsCommune: boolean;
}

const members = new WeakMap<LocalAreaList, Members>();

/** The members of a list by name, read once. */
function membersOf(list: LocalAreaList): Members {
  const read = members.get(list);
  if (read) return read;
  const byName = new Map<string, PlaceName[]>();
  const communes = new Set<string>();
  let eachNamesItsCommune = true;
  for (const member of list.members) {
    const place = readPlace(member, LEVEL_OF[list.zone]);
    const key = placeKey(place.name);
    byName.set(key, [...(byName.get(key) ?? []), place]);
    if (place.within === null) eachNamesItsCommune = false;
    else communes.add(placeKey(place.within));
  }
  const made = { byName, communes, eachNamesItsCommune };
  members.set(list, made);
  return made;
}
