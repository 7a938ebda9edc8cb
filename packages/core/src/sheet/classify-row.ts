import { readUnit } from '../amount/index.js';
import type { RuleSet } from '../rules/types.js';
import { isPlaceName } from './columns.js';
import { type Heading, programmeNamed } from './heading.js';
import type { Identifier, TitleIdentity } from './identity.js';
import { roleOf } from './money-roles.js';
import type { Ordinal } from './ordinals.js';
import type { Dimensions, RowKind } from './types.js';
import { capitalOf, GRAND_TOTAL_TITLE, OF_WHICH_TITLE, sourceOf, TOTAL_TITLE, yearOf } from './vocabulary.js';

const NOTHING: Dimensions = Object.freeze({
  programme: null,
  node: null,
  place: null,
  source: null,
  capital: null,
  year: null,
  stage: null,
  unit: null,
});
const NO_IDENTITY: TitleIdentity = Object.freeze({ best: null, written: [], byNumber: false });

/** What the row's own cells say. */
export interface RowFacts {
  readonly folded: string;
  readonly title: string;
  readonly hasMoney: boolean;
  readonly ordinal: Ordinal | null;
}

/** What the table says of all its rows. */
export interface RowContext {
  /** True where the column of labels is headed as places. */
  readonly placeColumn: boolean;
  readonly works: boolean;
  readonly heading: Heading;
  readonly rules: RuleSet;
  readonly titles: Identifier;
}

export interface RowIdentity {
  readonly kind: RowKind;
  readonly identity: TitleIdentity;
  readonly own: Dimensions;
}

const SOURCE_ROW =
  /^(von|nguon|nguon von|ngan sach|ns|nstw|nsdp|kinh phi|tin dung|dan dong gop|dan gop|nguoi dan|nhan dan|doanh nghiep|dn|hop tac xa|htx|cong dong|xa hoi hoa|long ghep|doi ung|huy dong|trung uong|dia phuong|cap tinh|cap huyen|cap xa|von dau tu|von su nghiep|chi thuong xuyen|chi dau tu|tinh|huyen|xa|dau tu phat trien|su nghiep|ho tro tu|can doi|von huy dong)\b/;

function isSourceRow(folded: string): boolean {
  if (folded.length > 70 || !SOURCE_ROW.test(folded) || isPlaceName(folded)) return false;
  return sourceOf(folded) !== null || capitalOf(folded) !== null;
}

/** What a row is by its own words: kind, identity, and what it says of its money. */
export function classifyRow(facts: RowFacts, context: RowContext): RowIdentity {
  const { folded, title, hasMoney, ordinal } = facts;
  const { placeColumn, works, heading, rules, titles } = context;
  const plain = folded.replace(OF_WHICH_TITLE, '').trim();
  const words = { source: null, capital: null } as {
    source: Dimensions['source'];
    capital: Dimensions['capital'];
  };
  if (isSourceRow(plain)) Object.assign(words, { source: sourceOf(plain), capital: capitalOf(plain) });
  const ownWords: Dimensions = words.source || words.capital ? { ...NOTHING, ...words } : NOTHING;
  if (OF_WHICH_TITLE.test(folded)) return { kind: 'of-which', identity: NO_IDENTITY, own: ownWords };
  if (GRAND_TOTAL_TITLE.test(folded) || /^(tong so|tong cong|cong|tong) [ivx]+( [ivx]+)*$/.test(folded)) {
    return { kind: 'grand-total', identity: NO_IDENTITY, own: NOTHING };
  }
  if (TOTAL_TITLE.test(folded)) return { kind: 'subtotal', identity: NO_IDENTITY, own: ownWords };
  const speaksOfSource =
    (words.source !== null || words.capital !== null) && !(placeColumn && /^cap /.test(folded));
  if (speaksOfSource && !namesNode(facts, context))
    return { kind: words.source === null ? 'item' : 'source', identity: NO_IDENTITY, own: ownWords };
  if (folded === '') return { kind: 'item', identity: NO_IDENTITY, own: NOTHING };
  if (isPlaceName(folded) && folded.length < 40 && !/\bda \d|du an/.test(folded)) {
    return { kind: 'place', identity: NO_IDENTITY, own: { ...NOTHING, place: title } };
  }
  const named = /^(ctmtqg|ct mtqg|chuong trinh|chuong trinh mtqg)\b/.test(folded)
    ? programmeNamed(title, rules)
    : null;
  if (named) return { kind: 'programme', identity: NO_IDENTITY, own: { ...NOTHING, programme: named } };
  const identity = titles.match(title, { programme: heading.programme, parent: null });
  const match = identity.best;
  if (match && match.strength !== 'weak') {
    const node = rules.programmes
      .find((p) => p.id === match.programme)
      ?.nodes.find((n) => n.code === match.node);
    if (node)
      return {
        kind: node.level,
        identity,
        own: { ...NOTHING, programme: match.programme, node: match.node },
      };
  }
  const claimed = identity.written[identity.written.length - 1]?.level;
  if (claimed) return { kind: claimed, identity, own: NOTHING };
  if (placeColumn) return { kind: 'place', identity: NO_IDENTITY, own: { ...NOTHING, place: title } };
  const year = /^nam 20\d\d$/.test(folded) ? yearOf(folded) : null;
  if (year !== null) return { kind: 'item', identity, own: { ...NOTHING, year } };
  const role = hasMoney ? roleOf(title) : null;
  if (role === 'assigned' || role === 'remaining') return { kind: 'section', identity, own: NOTHING };
  if (
    /^(so|phong|ban|ubnd|uy ban|benh vien|truong|trung tam|hoi|cong an|bo chi huy|ban chi huy|chi cuc|vien|hoi dong|mat tran|doan thanh nien|bao|dai|tram y te|van phong)\b/.test(
      folded,
    ) &&
    !works
  ) {
    return { kind: 'agency', identity, own: NOTHING };
  }
  if (!hasMoney || ordinal?.style === 'roman' || ordinal?.style === 'upper')
    return { kind: 'section', identity, own: NOTHING };
  return { kind: works ? 'work' : 'item', identity, own: rowUnit(title) };
}

/** "Đầu tư phát triển nhóm dân tộc thiểu số rất ít người" is Dự án 9, not a kind of capital. */
function namesNode({ folded, title }: RowFacts, { titles, heading }: RowContext): boolean {
  if (folded.length < 24) return false;
  const { best, byNumber } = titles.match(title, { programme: heading.programme, parent: null });
  return best !== null && best.strength !== 'weak' && !byNumber;
}

/** A sub-project may bear its project's title: a little below it, under another kind of label, the title means the sub-project. */
export function belowSameTitle(
  found: RowIdentity,
  facts: RowFacts,
  near: readonly { readonly own: Dimensions; readonly ordinal: Ordinal | null; readonly folded: string }[],
  context: RowContext,
): RowIdentity {
  const { node, programme } = found.own;
  if (node === null) return found;
  const above = [...near].reverse().find((row) => row.own.node === node && row.own.programme === programme);
  const alike = above?.ordinal?.style === facts.ordinal?.style;
  if (!above || (alike && (facts.ordinal !== null || above.folded === facts.folded))) return found;
  const identity = context.titles.match(facts.title, { programme, parent: node });
  const best = identity.best;
  if (!best?.node.startsWith(`${node}.`)) return found;
  const below = context.rules.programmes
    .find((one) => one.id === programme)
    ?.nodes.find((one) => one.code === best.node);
  return below ? { kind: below.level, identity, own: { ...found.own, node: best.node } } : found;
}

function rowUnit(title: string): Dimensions {
  const match = /\(([^()]*)\)\s*$/.exec(title);
  const unit = match ? readUnit(match[1]!) : null;
  return unit ? { ...NOTHING, unit } : NOTHING;
}
