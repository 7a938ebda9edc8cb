import { ONE, stepOf } from '../amount.js';
import { type Context, localRatio } from '../context.js';
import type { Column, Placed } from '../model.js';
import {
  agencyColumn,
  amountColumn,
  localLeaf,
  noteColumn,
  ordinalColumn,
  projectRows,
  spot,
  titleColumn,
} from './columns.js';
import { lay, type Spot } from './lay.js';

/** A: a commune's plan, sources under a group head, total first or last. */
export function layoutA(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const group = context.say('ofWhich');
  const flatHeader = random.chance(0.15);
  const under = (label: string) => (flatHeader ? [label] : [group, label]);
  const ratio = localRatio(context);
  const sources: Column[] = [
    amountColumn('central', under(context.say('central')), { source: 'central' }),
    amountColumn('local', under(context.say('local')), {
      source: 'local',
      ...(ratio < 10_000 && random.chance(0.15)
        ? { share: { of: 'central', percent: ratio / 100 } }
        : { leaf: localLeaf(context, ratio) }),
    }),
  ];
  if (random.chance(0.6))
    sources.push(amountColumn('other', under(context.say('other')), { source: 'other' }));
  const total = amountColumn('total', [context.say('total')], {
    source: 'total',
    parts: sources.map(({ key }) => ({ key, sign: 1 as const })),
  });
  const money = random.chance(0.75) ? [total, ...sources] : [...sources, total];
  const columns: Column[] = [
    ...(random.chance(0.07) ? [] : [ordinalColumn(context)]),
    titleColumn(context),
    ...money,
  ];
  if (random.chance(0.7)) columns.push(agencyColumn(context));
  if (random.chance(0.25)) columns.push(noteColumn(context));
  const afterTitle = columns.findIndex((column) => column.key === 'title') + 1;
  if (random.chance(0.1)) columns.splice(afterTitle, 0, codeColumn(context));
  if (random.chance(0.1)) columns.splice(afterTitle, 0, quantityColumn(context));
  if (!flatHeader && random.chance(0.12)) addSubset(context, columns, group);
  const levels = random.pick([1, 1, 2, 3] as const);
  const owed =
    !sources.some((column) => column.share) &&
    ratio < 10_000 &&
    !context.build.tags.has('several-tables') &&
    random.chance(0.2);
  if (owed) context.build.tags.add('match');
  if (owed && random.chance(0.3)) context.build.options.match = [String(ratio / 10_000)];
  return lay(context, at, table, columns, projectRows(context, { levels, least: 4, most: 9 }), {
    letterhead: random.chance(0.3),
    numbers: 0.15,
    spacers: random.chance(0.06),
    below: {
      words: random.chance(0.35),
      lines:
        owed && !context.build.options.match
          ? [context.say('match').replace('{p}', String(ratio / 100))]
          : [],
    },
  });
}

const codeColumn = (context: Context): Column => ({
  key: 'code',
  path: [context.say('code')],
  role: 'code',
  text: (row, random) =>
    row.kind === 'grand-total' || row.silent
      ? ''
      : random.pick(['0511', '0471', '0491', '0513', '0518', '0474']),
});

const quantityColumn = (context: Context): Column => ({
  key: 'quantity',
  // No households here: a project with a norm for each household would rightly be held against it.
  path: [context.random.pick(['Số công trình', 'Chiều dài (km)', 'Số lớp tập huấn'])],
  role: 'quantity',
  leaf: (_row, random) => BigInt(random.integer(3, 900)) * ONE,
});

/** A column under the central money that shows a part of it only. */
function addSubset(context: Context, columns: Column[], group: string): void {
  const at = columns.findIndex((column) => column.key === 'central');
  const central = columns[at];
  if (!central) return;
  const label = central.path[central.path.length - 1] as string;
  central.path = [group, label, context.say('subtotal')];
  const subset = amountColumn(
    'foreign',
    [
      group,
      label,
      context.random.pick(['Trong đó: vốn nước ngoài', 'Trong đó: ODA', 'Tr.đó: vốn nước ngoài']),
    ],
    {
      source: 'central',
      subsetOf: 'central',
      leaf: (_row, random, known) => {
        const step = stepOf(context.unit.digits);
        return random.chance(0.7) ? (known('central') / step / 3n) * step : null;
      },
    },
  );
  columns.splice(at + 1, 0, subset);
  context.build.tags.add('subset-column');
}

/** B: an annual plan of a city: projects over sub-projects, one kind of money, agencies and notes. */
export function layoutB(context: Context, at: Spot = spot(context), table = 0): Placed {
  const recurrent =
    context.programme === 'ctmtqg-2026-2035' ? context.say('recurrent2026') : context.say('recurrent');
  const group = context.say('ofWhich');
  const ratio = localRatio(context);
  const central = `${context.say('central')} (${recurrent.charAt(0).toLocaleLowerCase('vi')}${recurrent.slice(1)})`;
  const sources: Column[] = [
    amountColumn('central', [group, central], { source: 'central', capital: 'recurrent' }),
    amountColumn('local', [group, context.say('local')], {
      source: 'local',
      leaf: localLeaf(context, ratio),
    }),
  ];
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: sources.map(({ key }) => ({ key, sign: 1 as const })),
    }),
    ...sources,
    agencyColumn(context),
    noteColumn(context),
  ];
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: 2, least: 4, most: 7, capital: 'R' }),
    { letterhead: true },
  );
}

/** D: kinds of money × sources with a row of column numbers. */
export function layoutD(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const ratio = localRatio(context);
  const investment = context.say('investment');
  const recurrent =
    context.programme === 'ctmtqg-2026-2035' ? context.say('recurrent2026') : context.say('recurrent');
  const deep = random.chance(0.5);
  const inner = context.say('ofWhich');
  const centralLabel = context.say('central');
  const localLabel = context.say('local');
  const subtotal = context.say('subtotal');
  const block = (key: string, head: string, capital: 'investment' | 'recurrent'): Column[] => {
    const path = (label: string) => (deep ? [head, inner, label] : [head, label]);
    return [
      amountColumn(`${key}Total`, [head, subtotal], {
        source: 'total',
        capital,
        parts: [
          { key: `${key}Central`, sign: 1 },
          { key: `${key}Local`, sign: 1 },
        ],
      }),
      amountColumn(`${key}Central`, path(centralLabel), { source: 'central', capital }),
      amountColumn(`${key}Local`, path(localLabel), {
        source: 'local',
        capital,
        leaf: localLeaf(context, ratio, `${key}Central`),
      }),
    ];
  };
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'invTotal', sign: 1 },
        { key: 'recTotal', sign: 1 },
      ],
    }),
    ...block('inv', investment, 'investment'),
    ...block('rec', recurrent, 'recurrent'),
  ];
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 8 }),
    { numbers: 0.8 },
  );
}

/** H: NTM with many sources, levels of government apart. */
export function layoutH(context: Context, at: Spot = spot(context, 'NTM'), table = 0): Placed {
  const { random } = context;
  const group = context.say('ofWhich');
  const localHead = context.random.pick(['Ngân sách địa phương', 'NSĐP', 'Ngân sách nhà nước']);
  const levels: Column[] = [
    amountColumn('province', [group, localHead, context.say('province')], { source: 'province' }),
    amountColumn('district', [group, localHead, context.say('district')], { source: 'district' }),
    amountColumn('commune', [group, localHead, context.say('commune')], { source: 'commune' }),
  ].filter((column) => context.year < 2025 || column.source !== 'district');
  const sources: Column[] = [
    amountColumn('integrated', [group, context.say('integrated')], { source: 'integrated' }),
    ...levels,
    amountColumn('credit', [group, context.say('credit')], { source: 'credit' }),
    amountColumn('enterprise', [group, context.say('enterprise')], { source: 'enterprise' }),
    amountColumn('community', [group, context.say('community')], { source: 'community' }),
  ];
  if (random.chance(0.4))
    sources.unshift(amountColumn('central', [group, context.say('central')], { source: 'central' }));
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: sources.map(({ key }) => ({ key, sign: 1 as const })),
    }),
    ...sources,
  ];
  return lay(context, at, table, columns, projectRows(context, { levels: 1, least: 5, most: 9 }), {
    numbers: 0.3,
  });
}
