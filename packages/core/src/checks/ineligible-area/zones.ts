import type { AreaZone } from '../../law/layer-types.js';
import { foldText } from '../../text/index.js';

/** What is known of the zones of a place: in it, not in it; a zone that is not there is not known. */
export type Zones = ReadonlyMap<AreaZone, boolean>;

/** Nothing is known. */
export const NO_ZONES: Zones = new Map();

const REGIONS = ['I', 'II', 'III'] as const;
type Region = (typeof REGIONS)[number];

const REGION_OF: Readonly<Record<string, Region>> = {
  i: 'I',
  ii: 'II',
  iii: 'III',
  '1': 'I',
  '2': 'II',
  '3': 'III',
};

/** A commune is of one region: one of those named, and none of the others. */
function ofRegions(regions: readonly Region[]): Zones {
  const named = new Set(regions);
  return new Map(
    REGIONS.flatMap((region): [AreaZone, boolean][] => {
      if (!named.has(region)) return [[region, false]];
      return named.size === 1 ? [[region, true]] : [];
    }),
  );
}

const OUTSIDE: Zones = ofRegions([]);

const MARK = '(?:iii|ii|i|[123])';
const several = (mark: string) => `(${mark}(?: (?:va |hoac )?${mark})*)\\b(?! (?:den|toi) )`;
const REGION_WORDS = new RegExp(`(?:\\bxa (?:thuoc |vung )?|\\bdia ban )(?:khu vuc|kv) ${several(MARK)}`);
/** Without “xã” only with the Roman figure: “Khu vực 1” may be any cluster of places. */
const REGION_ALONE = new RegExp(
  `^(?:cac |nhom |cong |tong )?(?:dia ban )?(?:khu vuc|kv) ${several('(?:iii|ii|i)')}`,
);
const NOT_OF_AREA =
  /\b(?:ngoai vung (?:dong bao )?(?:dan toc|dtts)|khong thuoc vung (?:dong bao )?(?:dan toc|dtts)|xa ngoai vung)\b/;
const HARD = '(?:dac biet kho khan|dbkk)';
const COAST = /\bbai ngang\b/;
const HARD_COMMUNE = new RegExp(`\\bxa (?:thuoc dien )?${HARD}\\b`);
const HARD_VILLAGE = new RegExp(`\\b(?:thon|ban|xom|buon|lang|ap|soc)(?: ban)? (?:thuoc dien )?${HARD}\\b`);

/**
 * What a title or a heading says of the zone of its place, `Các xã khu vực I`, `Xã Bản Bo (khu vực I)`,
 * `thôn ĐBKK`. Several kinds of commune at once decide nothing; a bare “khu vực 1” may be anybody's.
 */
export function zonesInTitle(title: string): Zones {
  const folded = foldText(title);
  if (/\buu tien\b/.test(folded)) return NO_ZONES;
  if (NOT_OF_AREA.test(folded)) return OUTSIDE;
  const zones = new Map<AreaZone, boolean>(regionsInTitle(title, folded));
  if (HARD_COMMUNE.test(folded)) {
    if (COAST.test(folded)) zones.set('coastal-commune', true);
    else if (zones.size === 0) for (const [zone, known] of ofRegions(['III'])) zones.set(zone, known);
  }
  if (HARD_VILLAGE.test(folded)) zones.set('difficult-village', true);
  return zones;
}

/** `(khu vực I)`, `- KV II` behind a name; the Roman figure alone tells it from a cluster or an office. */
const BEHIND = /[(,;–-]\s*(?:xã\s+|thuộc\s+)*(?:khu vực|kv)\s*\.?\s*(III|II|I)\s*\)?\s*$/iu;
/** Behind the name of a commune also without a sign between, and with a plain figure. */
const BEHIND_COMMUNE = /\s*[(,;–-]?\s*(?:thuộc\s+)?(?:khu vực|kv)\s*\.?\s*(III|II|I|[123])\s*\)?\s*$/iu;
const COMMUNE = /^(?:[Xx]ã|XÃ|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Xx]óm|[Bb]uôn|[Ll]àng)\s+\p{Lu}/u;

const behindOf = (title: string) => (COMMUNE.test(title) ? BEHIND_COMMUNE : BEHIND);

function regionsInTitle(title: string, folded: string): Zones {
  const behind = behindOf(title).exec(title)?.[1]?.toLowerCase();
  if (behind !== undefined) return ofRegions([REGION_OF[behind] as Region]);
  const named = (REGION_WORDS.exec(folded) ?? REGION_ALONE.exec(folded))?.[1];
  if (named === undefined) return NO_ZONES;
  const marks = named.split(/[^iv123]+/).filter((mark) => mark in REGION_OF);
  return ofRegions(marks.map((mark) => REGION_OF[mark] as Region));
}

/** What a heading says of all places below it: a region only, since names of projects speak of difficult places too. */
export function zonesInHeading(line: string): Zones {
  return regionsInTitle(line, foldText(line));
}

/** The name of a place without what is said of its zone, `Xã Bản Bo (khu vực I)` → `Xã Bản Bo`. */
export function withoutZone(title: string): string {
  return title.replace(behindOf(title), '').trim();
}

const REGION_HEADER = new RegExp(
  `^(?:thuoc |phan loai |loai |phan dinh |dien )*(?:xa )?(?:thuoc )?(?:khu vuc|kv)(?: xa)?(?: ${MARK})*(?: (?:vung|theo|giai doan) .*)?$`,
);
const VILLAGE_HEADER = new RegExp(`\\b(?:thon|ban|xom|buon|lang|ap)(?: ban)? (?:thuoc dien )?${HARD}\\b`);

/** What a column says of places: their region, or their especially difficult villages; `null` for another column. */
export function zoneColumn(header: string): 'region' | 'villages' | null {
  const folded = foldText(header);
  if (REGION_HEADER.test(folded)) return 'region';
  return VILLAGE_HEADER.test(folded) ? 'villages' : null;
}

const REGION_CELL = new RegExp(
  `^(?:xa )?(?:thuoc )?(?:(?:khu vuc|kv|vung) ?)?(${MARK})(?: (?:xa )?(?:${HARD}|kho khan|dang phat trien))?$`,
);
const REGION_NOTE = new RegExp(`^(?:xa )?(?:thuoc )?(?:khu vuc|kv) ?(${MARK})$`);

/** A cell of a column of regions: `III`, `KV I`, `Khu vực 2`, `ĐBKK`. */
export function zonesInRegionCell(text: string): Zones {
  const folded = foldText(text);
  const region = REGION_CELL.exec(folded)?.[1];
  if (region !== undefined) return ofRegions([REGION_OF[region] as Region]);
  if (/^(?:xa )?(?:dbkk|dac biet kho khan)$/.test(folded)) return ofRegions(['III']);
  return /^(?:xa )?(?:ngoai vung|khong thuoc(?: vung)?)$/.test(folded) ? OUTSIDE : NO_ZONES;
}

/** A remark beside a place, `Xã khu vực I`, `KV III`; remarks on anything else say nothing. */
export function zonesInNote(text: string): Zones {
  const region = REGION_NOTE.exec(foldText(text))?.[1];
  return region === undefined ? zonesInTitle(text) : ofRegions([REGION_OF[region] as Region]);
}

/** A cell of a column of difficult villages: how many, or a mark. A blank cell says nothing. */
export function zonesInVillageCell(text: string): Zones {
  const folded = foldText(text);
  if (/^(?:x|co|yes)$/.test(folded) || /^0*[1-9]\d*$/.test(folded))
    return new Map([['difficult-village', true]]);
  return /^(?:0+|khong|no)$/.test(folded) ? new Map([['difficult-village', false]]) : NO_ZONES;
}

/**
 * Knowledge joined; what the first says goes before what the second says. A commune is of one region, so a second word
 * on its region counts only where it agrees with the first.
 */
export function joinZones(first: Zones, second: Zones): Zones {
  if (first.size === 0) return second;
  const agrees = REGIONS.every((region) => {
    const [one, other] = [first.get(region), second.get(region)];
    return one === undefined || other === undefined || one === other;
  });
  const rest = [...second].filter(([zone]) => agrees || !REGIONS.some((region) => region === zone));
  return new Map([...rest, ...first]);
}
