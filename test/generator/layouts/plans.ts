import { ONE, stepOf } from '../amount.js';
import { type Context, habitualLeaf, localRatio, share } from '../context.js';
import { programmeName, writeAbove, writeBelow } from '../frame.js';
import type { Sheet } from '../grid.js';
import type { Column, Placed, Row } from '../model.js';
import { placeTable } from '../place-table.js';
import {
  display,
  giveOrdinals,
  grandRow,
  newRow,
  ordinalStyles,
  programmeRows,
  type TreeWish,
} from '../tree.js';

export const AGENCIES = [
  'Phòng Kinh tế',
  'Phòng Văn hóa - Xã hội',
  'Phòng LĐ-TB&XH',
  'Trung tâm Y tế',
  'Văn phòng HĐND-UBND',
  'Ban QLDA',
  'UBND các xã',
];

export const ordinalColumn = (context: Context): Column => ({
  key: 'ordinal',
  path: [context.say('ordinal')],
  role: 'ordinal',
});
export const titleColumn = (context: Context): Column => ({
  key: 'title',
  path: [context.say('title')],
  role: 'title',
});
export const agencyColumn = (context: Context): Column => ({
  key: 'agency',
  path: [context.say('agency')],
  role: 'unit-in-charge',
  text: (row, random) => (row.children.length > 0 || row.silent ? '' : random.pick(AGENCIES)),
});
export const noteColumn = (context: Context): Column => ({
  key: 'note',
  path: [context.say('note')],
  role: 'note',
  text: (_, random) => (random.chance(0.1) ? 'Vốn năm trước chuyển sang' : ''),
});

export const amountColumn = (key: string, path: string[], more: Partial<Column> = {}): Column => ({
  key,
  path,
  role: 'amount',
  capital: 'all',
  stage: 'plan',
  ...more,
});

export interface Spot {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
}

export function spot(context: Context, name?: string): Spot {
  const { random, build } = context;
  const sheet = build.workbook.add(
    name ?? random.pick(['Sheet1', 'Biểu 1', 'PL kèm KH', 'Bieu so 03', 'Phụ lục 1', 'PL01']),
  );
  const away = random.chance(0.15);
  return { sheet, top: away ? random.integer(2, 9) : 1, left: away ? random.integer(2, 3) : 1 };
}

/** Rows of a table of projects with a grand total, ordinals and a few rows hidden. */
export function projectRows(context: Context, wish: TreeWish, options: { grand?: boolean } = {}): Row[] {
  const { random, look } = context;
  const roots = programmeRows(context, wish);
  giveOrdinals(roots, ordinalStyles(context));
  if (random.chance(0.1)) addOfWhich(context, roots);
  const rows = display(roots, {
    grand: options.grand === false ? null : grandRow(context),
    totalsAt: look.totalsAt,
    below: false,
  });
  if (random.chance(0.08)) hideOne(context, rows);
  if (options.grand !== false && wish.levels === 2 && random.chance(0.12)) silence(context, rows, roots);
  return rows;
}

/** A part of one line shown below it, never added. */
function addOfWhich(context: Context, roots: readonly Row[]): void {
  const leaves = roots.filter((row) => row.children.length === 0);
  if (leaves.length === 0) return;
  const parent = context.random.pick(leaves);
  const title =
    context.say('subset') + context.random.pick(['vốn nước ngoài', 'kinh phí quản lý', 'hỗ trợ hộ nghèo']);
  const row = newRow({
    kind: 'of-which',
    title,
    programme: parent.programme,
    capital: parent.capital,
    ordinal: context.random.pick(['', '-']),
  });
  row.parent = parent;
  parent.ofWhich.push(row);
  context.build.tags.add('of-which-row');
}

/** Projects as mere headings: their parts add up to the grand total at once. */
function silence(context: Context, rows: readonly Row[], roots: readonly Row[]): void {
  const grand = rows.find((row) => row.kind === 'grand-total');
  if (
    !grand ||
    roots.every((row) => row.children.length === 0) ||
    roots.some((row) => row.ofWhich.length > 0)
  )
    return;
  grand.children.length = 0;
  for (const root of roots) {
    if (root.children.length === 0) {
      grand.children.push(root);
      continue;
    }
    grand.children.push(...root.children);
    root.children.length = 0;
    (root as { silent?: boolean }).silent = true;
  }
  context.build.tags.add('headings-without-figures');
}

function hideOne(context: Context, rows: readonly Row[]): void {
  const leaves = rows.filter((row) => row.children.length === 0 && row.kind !== 'grand-total');
  if (leaves.length < 4) return;
  (context.random.pick(leaves) as { hidden?: boolean }).hidden = true;
  context.build.tags.add('hidden-row');
}

export function localLeaf(context: Context, ratio: number, central = 'central'): NonNullable<Column['leaf']> {
  return (_row, _random, known) => {
    const base = known(central);
    return base === 0n ? null : share(base, ratio, context.unit.digits);
  };
}

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
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'heading',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit: context.unit,
      letterhead: random.chance(0.3),
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels, least: 4, most: 9 }),
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.15),
    spacers: random.chance(0.06),
    leaf: habitualLeaf(context, context.unit),
  });
  const owed =
    !sources.some((column) => column.share) &&
    ratio < 10_000 &&
    !context.build.tags.has('several-tables') &&
    random.chance(0.2);
  if (owed) context.build.tags.add('match');
  if (owed && random.chance(0.3)) context.build.options.match = [String(ratio / 10_000)];
  writeBelow(context, placed, {
    words: random.chance(0.35),
    lines:
      owed && !context.build.options.match ? [context.say('match').replace('{p}', String(ratio / 100))] : [],
  });
  return placed;
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
  path: [context.say('quantity')],
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
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'heading',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit: context.unit,
      letterhead: true,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels: 2, least: 4, most: 7, capital: 'R' }),
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: context.year,
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
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
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'heading',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit: context.unit,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 8 }),
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.8),
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
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
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'heading',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit: context.unit,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels: 1, least: 5, most: 9 }),
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.3),
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
}

export { newRow };
