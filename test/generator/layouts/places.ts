import { type Amount, stepOf } from '../amount.js';
import { childrenOf, type Node, nodesOf } from '../catalogue.js';
import { type Context, money } from '../context.js';
import type { Column, Placed, Row } from '../model.js';
import { communes, districts } from '../places.js';
import { adopt, display, giveOrdinals, grandRow, newRow } from '../tree.js';
import { amountColumn, noteColumn, ordinalColumn, spot } from './columns.js';
import { lay, type Spot } from './lay.js';

export function placeNames(context: Context, count: number): string[] {
  const { random, locality, scope } = context;
  const heldOut = scope === 'held-out';
  const below =
    locality.level === 'province' && context.year < 2025
      ? districts(heldOut).map((name) => `Huyện ${name}`)
      : communes(heldOut).map((name) => `Xã ${name}`);
  const bare = random.chance(0.25);
  return random.sample(below, count).map((name) => (bare ? name.replace(/^(Xã|Huyện) /, '') : name));
}

function placeRows(context: Context, count: number): Row[] {
  return placeNames(context, count).map((title) =>
    newRow({ kind: 'place', title, programme: context.programme }),
  );
}

interface HeaderNode {
  readonly node: Node;
  readonly path: string[];
}

/** Project numbers as column heads, sub-projects under their project. */
function nodeHeads(context: Context): HeaderNode[] {
  const { random, programme } = context;
  const tops = nodesOf(programme).filter(
    (node) => node.parent === '' && !(programme === 'ntm-2021-2025' && node.code === 'NDTP04'),
  );
  if (programme === 'ctmtqg-2026-2035') {
    return tops.flatMap((top) =>
      random
        .sample(childrenOf(programme, top.code), 3)
        .map((node) => ({ node, path: [`Hợp phần ${top.number}`, `NDTP ${node.number}`] })),
    );
  }
  const long = random.chance(0.4);
  const label = (node: Node) =>
    node.prefix === 'TDA'
      ? long
        ? `Tiểu dự án ${node.number}`
        : `TDA ${node.number}`
      : node.prefix === 'NDTP'
        ? `NDTP ${node.number}`
        : long
          ? `Dự án ${node.number}`
          : `DA ${node.number}`;
  if (random.chance(0.2)) {
    context.build.tags.add('titles-in-header');
    return random.sample(tops, random.integer(3, 5)).map((node) => ({
      node,
      path: [`${node.prefix === 'DA' ? 'Dự án' : 'Nội dung thành phần'} ${node.number}: ${node.title}`],
    }));
  }
  const heads: HeaderNode[] = [];
  for (const top of random.sample(tops, random.integer(3, 5))) {
    const below = childrenOf(programme, top.code).filter((node) => node.prefix === 'TDA');
    if (below.length >= 2 && random.chance(0.6)) {
      for (const node of random.sample(below, 2)) heads.push({ node, path: [label(top), label(node)] });
    } else if (below.length > 0 && random.chance(0.3)) {
      const node = random.pick(below);
      heads.push({ node, path: [`${label(top)} - ${label(node)}`] });
    } else heads.push({ node: top, path: [label(top)] });
  }
  return heads;
}

/** E: places down, projects across; the identity of the projects stands in the header. */
export function layoutE(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, look } = context;
  const group = context.say('ofWhich');
  const heads = nodeHeads(context);
  const grouped = random.chance(0.7);
  const cells = heads.map(({ node, path }, index) =>
    amountColumn(`node${index}`, grouped ? [group, ...path] : path, {
      source: 'total',
      node: node.code,
      programme: node.programme,
    }),
  );
  const total = amountColumn('total', [context.say('total')], {
    source: 'total',
    parts: cells.map(({ key }) => ({ key, sign: 1 as const })),
  });
  const money = random.chance(0.6) ? [...cells, total] : [total, ...cells];
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('place')], role: 'title', width: 28 },
    ...money,
  ];
  if (random.chance(0.6)) columns.push({ ...noteColumn(context), hidden: random.chance(0.3) });
  const rows = placeRows(context, random.integer(5, 9));
  giveOrdinals(rows, ['1']);
  const shown = display(rows, { grand: grandRow(context), totalsAt: look.totalsAt, below: false });
  if (random.chance(0.3) && rows.length > 4) {
    (random.pick(rows) as { hidden?: boolean }).hidden = true;
    context.build.tags.add('hidden-row');
  }
  return lay(context, at, table, columns, shown, { numbers: 0.15 });
}

/** G: an adjustment: before, increase, decrease, after. */
export function layoutG(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, look } = context;
  const group = context.say('adjustment');
  const negative = random.chance(0.7);
  const after = context.say('after');
  const step = stepOf(context.unit.digits);
  const part = (amount: Amount, divisor: bigint) => (amount / step / divisor) * step;
  const before = amountColumn('before', [context.say('before')], {
    stage: 'before',
    leaf: () => money(context, context.unit),
  });
  const increase = amountColumn('increase', [group, context.say('increase')], {
    stage: 'increase',
    leaf: (row, _random, known) => (row.id % 2 === 0 ? part(known('before'), 4n) : null),
  });
  const decrease = amountColumn('decrease', [group, context.say('decrease')], {
    stage: 'decrease',
    leaf: (row, _random, known) =>
      row.id % 2 === 0 ? null : part(known('before'), 5n) * (negative ? -1n : 1n),
  });
  const afterColumn = amountColumn('after', [after], {
    stage: 'after',
    parts: [
      { key: 'before', sign: 1 },
      { key: 'increase', sign: 1 },
      { key: 'decrease', sign: negative ? 1 : -1 },
    ],
  });
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('place')], role: 'title', width: 30 },
    before,
    increase,
    decrease,
    afterColumn,
    noteColumn(context),
  ];
  const rows = placeRows(context, random.integer(5, 8));
  giveOrdinals(rows, ['1']);
  const shown = display(rows, { grand: grandRow(context), totalsAt: look.totalsAt, below: false });
  return lay(context, at, table, columns, shown, { heading: 'headingAdjusted', numbers: 0.3 });
}

/** L: groups in a merged column, subtotals below their members. */
export function layoutL(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, look } = context;
  const groups = random
    .shuffle(['Khu vực I', 'Khu vực II', 'Khu vực III', 'Cấp tỉnh', 'Cấp huyện'])
    .slice(0, random.integer(2, 3));
  const names = random.shuffle(placeNames(context, 12));
  const roots = groups.map((group, index) => {
    const subtotal = newRow({
      kind: 'subtotal',
      title: context
        .say('placeSubtotal')
        .replace('{G}', group.charAt(0).toLocaleLowerCase('vi') + group.slice(1)),
      programme: context.programme,
      group,
    });
    const size = Math.max(2, Math.floor(names.length / groups.length));
    const members = names
      .slice(index * size, (index + 1) * size)
      .map((title) => newRow({ kind: 'place', title, programme: context.programme, group }));
    giveOrdinals(members, ['1']);
    return adopt(subtotal, members);
  });
  const shown = display(roots, { grand: grandRow(context), totalsAt: 'last', below: true });
  const two = random.chance(0.5);
  const sources: Column[] = two
    ? [
        amountColumn('central', [context.say('central')], { source: 'central' }),
        amountColumn('local', [context.say('local')], { source: 'local' }),
      ]
    : [];
  const total = amountColumn(
    'total',
    [context.say(two ? 'total' : 'plan').replace('{Y}', String(context.year))],
    two
      ? {
          source: 'total',
          parts: [
            { key: 'central', sign: 1 },
            { key: 'local', sign: 1 },
          ],
        }
      : { source: 'total' },
  );
  const columns: Column[] = [
    { key: 'group', path: [context.say('group')], role: 'place', width: 14 },
    ordinalColumn(context),
    { key: 'title', path: [context.say('place')], role: 'title', width: 30 },
    ...(two ? [...sources, total] : [total]),
  ];
  return lay(context, at, table, columns, shown, {
    numbers: 0.2,
    look: { ...look, totalsAt: 'last', subtotalsBelow: true },
  });
}
