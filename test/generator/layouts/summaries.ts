import { type Amount, stepOf } from '../amount.js';
import type { ProgrammeId } from '../catalogue.js';
import { type Context, habitualLeaf, localRatio, money } from '../context.js';
import { programmeName, writeAbove, writeBelow } from '../frame.js';
import type { Column, Placed, Row, Unit } from '../model.js';
import { placeTable } from '../place-table.js';
import { adopt, display, giveOrdinals, grandRow, newRow, programmeRows } from '../tree.js';
import {
  amountColumn,
  localLeaf,
  noteColumn,
  ordinalColumn,
  projectRows,
  type Spot,
  spot,
  titleColumn,
} from './plans.js';

const THREE: readonly ProgrammeId[] = ['dttsmn-2021-2025', 'gnbv-2021-2025', 'ntm-2021-2025'];

const NAMES: Readonly<Record<ProgrammeId, readonly string[]>> = {
  'dttsmn-2021-2025': [
    'Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào DTTS&MN',
    'Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi',
  ],
  'gnbv-2021-2025': [
    'Chương trình MTQG giảm nghèo bền vững',
    'Chương trình mục tiêu quốc gia giảm nghèo bền vững',
  ],
  'ntm-2021-2025': [
    'Chương trình MTQG xây dựng nông thôn mới',
    'Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
  ],
  'ctmtqg-2026-2035': [
    'Chương trình MTQG xây dựng nông thôn mới, giảm nghèo bền vững và phát triển kinh tế - xã hội vùng đồng bào DTTS&MN',
  ],
};

/** C: three programmes in one table, three header rows, total last. */
export function layoutC(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const head = context.say('plan').replace('{Y}', String(context.year));
  const group = context.say('ofWhich');
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('programmeColumn')], role: 'title' },
    amountColumn('total', [head, context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
    amountColumn('central', [head, group, context.say('central')], { source: 'central' }),
    amountColumn('local', [head, group, context.say('local')], {
      source: 'local',
      leaf: localLeaf(context, random.pick([1000, 1500, 2000])),
    }),
    noteColumn(context),
  ];
  const capitals = random.chance(0.5);
  const roots = THREE.map((programme) => {
    const row = newRow({ kind: 'programme', title: random.pick(NAMES[programme]), programme });
    if (!capitals) return row;
    return adopt(row, [
      newRow({ kind: 'item', title: random.pick(['Vốn đầu tư', 'Vốn đầu tư phát triển']), programme }),
      newRow({ kind: 'item', title: random.pick(['Vốn sự nghiệp', 'Kinh phí sự nghiệp']), programme }),
    ]);
  });
  giveOrdinals(
    roots,
    random.pick([
      ['1', '-'],
      ['I', '1'],
      ['A', 'I'],
    ] as const),
  );
  const rows = display(roots, {
    grand: grandRow(context),
    totalsAt: random.chance(0.8) ? 'last' : 'first',
    below: false,
  });
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'headingAll',
      programmeName: null,
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
    rows,
    look: context.look,
    unit: context.unit,
    programme: null,
    year: context.year,
    columnNumbers: random.chance(0.2),
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** F: sources as rows, shares in percent, a part shown under “Trong đó”. */
export function layoutF(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const period =
    context.programme === 'ctmtqg-2026-2035' ? { from: 2026, to: 2030 } : { from: 2021, to: 2025 };
  const wholePeriod = random.chance(0.5);
  const head = wholePeriod
    ? `Giai đoạn ${period.from}-${period.to}`
    : context.say('plan').replace('{Y}', String(context.year));
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('budgetSource')], role: 'title', width: 40 },
    amountColumn('total', [head], {}),
    {
      key: 'share',
      path: [context.say('percentOfTotal')],
      role: 'percent',
      percent: { numerator: 'total', denominator: 'grand-total' },
    },
  ];
  const source = (key: Parameters<Context['say']>[0]) =>
    newRow({ kind: 'source', title: context.say(key), programme: context.programme });
  const roots = [
    source('central'),
    source('local'),
    ...random
      .sample(['credit', 'integrated', 'enterprise', 'community', 'other'] as const, random.integer(2, 4))
      .map(source),
  ];
  if (random.chance(0.6)) {
    const parent = random.pick(roots.slice(0, 2));
    const part = newRow({
      kind: 'of-which',
      title: context.say('subset') + random.pick(['vốn đầu tư phát triển', 'vốn đầu tư công']),
      programme: context.programme,
    });
    part.parent = parent;
    parent.ofWhich.push(part);
  }
  giveOrdinals(roots, random.pick([['1'], ['I'], ['-']] as const));
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: wholePeriod ? 'headingPeriod' : 'heading',
      programmeName: programmeName(context),
      period,
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
    rows,
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: wholePeriod ? null : context.year,
    columnNumbers: random.chance(0.2),
    leaf: (row, column, known) =>
      column.role === 'amount'
        ? money(context, context.unit)
        : habitualLeaf(context, context.unit)(row, column, known),
  });
  writeBelow(context, placed);
  return placed;
}

/** I: a list of works with places, capacities, decisions and total investments, in two sections. */
export function layoutI(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, unit } = context;
  const mixed = unit.scale === 1_000_000 && random.chance(0.2);
  const large: Unit = { name: 'tỷ đồng', scale: 1_000_000_000, digits: 3 };
  if (mixed) context.build.tags.add('unit-by-column');
  const decision = context.say('decision');
  const sites = ['Xã Dân Tiến', 'Bản Nậm Pan', 'Thôn 3', 'Xã Tả Lèng', 'Bản Hon'];
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('works')], role: 'title' },
    {
      key: 'site',
      path: [context.say('site')],
      role: 'place',
      text: (row) => (row.kind === 'work' ? random.pick(sites) : ''),
    },
    {
      key: 'capacity',
      path: [context.say('capacity')],
      role: 'note',
      text: (row) =>
        row.kind === 'work'
          ? random.pick(['L=1,2km', '2,5 km', 'Cấp IV', '06 phòng học', 'Cấp nước 120 hộ'])
          : '',
    },
    {
      key: 'period',
      path: [context.say('workPeriod')],
      role: 'period',
      text: (row) =>
        row.kind === 'work'
          ? random.pick([
              `${context.year}-${context.year + 1}`,
              `${context.year - 1}-${context.year}`,
              `${context.year}`,
            ])
          : '',
    },
    {
      key: 'decision',
      path: [decision, context.say('decisionNumber')],
      role: 'decision',
      text: (row) =>
        row.kind === 'work'
          ? `${random.integer(10, 3000)}/QĐ-UBND ngày ${random.integer(1, 28)}/${random.integer(1, 12)}/${context.year - 1}`
          : '',
    },
    amountColumn('cost', [decision, context.say('decisionTotal') + (mixed ? ' (tỷ đồng)' : '')], {
      ...(mixed ? { unit: large } : {}),
      source: 'total',
      leaf: () => money(context, mixed ? large : unit, 8.6, 10.2),
    }),
    amountColumn('plan', [context.say('plan').replace('{Y}', String(context.year))], {
      source: 'total',
      leaf: (_row, _random, known) => {
        const step = stepOf(unit.digits);
        const share = ((known('cost') * (mixed ? 1000n : 1n)) / step / BigInt(random.integer(2, 5))) * step;
        return share > 0n ? share : step;
      },
    }),
    noteColumn(context),
  ];
  const kinds = [
    'Đường giao thông',
    'Kênh mương',
    'Nhà văn hóa',
    'Trường mầm non',
    'Công trình cấp nước sinh hoạt',
    'Cầu dân sinh',
    'Trạm y tế',
  ];
  const villages = [
    'bản Nậm Pan',
    'bản Hon',
    'thôn 3',
    'bản Sin Chải',
    'bản Mới',
    'thôn Đồng Dong',
    'bản Thu Lũm 1',
    'bản U Ma',
  ];
  const used = new Set<string>();
  const work = () => {
    for (;;) {
      const title = `${random.pick(kinds)} ${random.pick(villages)}`;
      if (used.has(title)) continue;
      used.add(title);
      return newRow({ kind: 'work', title, programme: context.programme });
    }
  };
  const section = (title: string): Row =>
    adopt(
      newRow({ kind: 'section', title, programme: context.programme }),
      Array.from({ length: random.integer(2, 5) }, work),
    );
  const roots = [
    section(random.pick(['Công trình chuyển tiếp', 'Dự án chuyển tiếp'])),
    section(random.pick(['Công trình khởi công mới', 'Dự án khởi công mới'])),
  ];
  giveOrdinals(
    roots,
    random.pick([
      ['I', '1'],
      ['A', '1'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'headingWorks',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows,
    look: context.look,
    unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.2),
    leaf: habitualLeaf(context, unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** J: plan against spending, with the rest and a percent. */
export function layoutJ(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, unit } = context;
  const part = (amount: Amount) => {
    const step = stepOf(unit.digits);
    return (amount / step / 100n) * BigInt(random.integer(20, 95)) * step;
  };
  const rest = random.chance(0.5);
  const inHeads = random.chance(0.15);
  const tail = inHeads ? ` (${context.say(`unit:${unit.name}`)})` : '';
  if (inHeads) context.build.tags.add('unit-in-heads');
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('plan', [context.say('plan').replace('{Y}', String(context.year)) + tail], {
      stage: 'plan',
      leaf: () => money(context, unit),
    }),
    amountColumn('disbursed', [context.say('disbursed') + tail], {
      stage: 'disbursed',
      leaf: (_row, _random, known) => part(known('plan')),
    }),
    ...(rest
      ? [
          amountColumn('remaining', [context.say('remaining') + tail], {
            stage: 'remaining',
            parts: [
              { key: 'plan', sign: 1 },
              { key: 'disbursed', sign: -1 },
            ],
          }),
        ]
      : []),
    {
      key: 'rate',
      path: [context.say('percentOfPlan')],
      role: 'percent',
      percent: { numerator: 'disbursed', denominator: 'plan' },
    },
  ];
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: random.chance(0.25) ? 'headingNoYear' : 'heading',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit,
      unitAbove: !inHeads,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    look: context.look,
    unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.3),
    leaf: habitualLeaf(context, unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** M: years side by side under one total. */
export function layoutM(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const period =
    context.programme === 'ctmtqg-2026-2035' ? { from: 2026, to: 2030 } : { from: 2021, to: 2025 };
  const from = period.from + random.integer(0, 2);
  const years = Array.from({ length: period.to - from + 1 }, (_, index) => from + index);
  const group = context.say('ofWhich');
  const label = random.pick(['Năm {Y}', 'Năm {Y}', '{Y}']);
  const cells = years.map((year) =>
    amountColumn(`y${year}`, [group, label.replace('{Y}', String(year))], { year }),
  );
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      year: null,
      parts: cells.map(({ key }) => ({ key, sign: 1 as const })),
    }),
    ...cells,
  ];
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'headingPeriod',
      programmeName: programmeName(context),
      period: { from, to: period.to },
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
    year: null,
    columnNumbers: random.chance(0.2),
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** P: places over projects: each commune with its projects below it, or each project with its communes. */
export function layoutP(context: Context, at: Spot, names: readonly string[], table = 0): Placed {
  const { random } = context;
  const ratio = localRatio(context);
  const columns: Column[] = [
    ordinalColumn(context),
    {
      key: 'title',
      path: [random.pick(['Đơn vị, nội dung', 'Địa phương/Dự án', 'Nội dung'])],
      role: 'title',
    },
    amountColumn('central', [context.say('central')], { source: 'central' }),
    amountColumn('local', [context.say('local')], { source: 'local', leaf: localLeaf(context, ratio) }),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
  ];
  const projects = projectRows(context, { levels: 1, least: 2, most: 3 }, { grand: false });
  const roots = names.map((name) =>
    adopt(
      newRow({ kind: 'place', title: name, programme: context.programme }),
      projects
        .filter((row) => row.kind !== 'of-which')
        .map((row) =>
          newRow({
            kind: row.kind,
            title: row.title,
            node: row.node,
            programme: row.programme,
            capital: row.capital,
          }),
        ),
    ),
  );
  giveOrdinals(
    roots,
    random.pick([
      ['I', '1'],
      ['A', '-'],
      ['1', '1.1'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
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
    rows,
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: context.year,
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** O: money carried over beside this year's, both making the total. */
export function layoutO(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, unit } = context;
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'carried', sign: 1 },
        { key: 'plan', sign: 1 },
      ],
    }),
    amountColumn('carried', [context.say('ofWhich'), context.say('carriedOver')], {
      stage: 'carried-over',
      leaf: (_row, own) => (own.chance(0.5) ? money(context, unit, 7, 8.5) : null),
    }),
    amountColumn('plan', ['', context.say('plan').replace('{Y}', String(context.year))], { stage: 'plan' }),
  ];
  const group = (columns[3] as Column).path[0] as string;
  (columns[4] as Column).path[0] = group;
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'heading',
      programmeName: programmeName(context),
      width: columns.length,
      left: at.left,
      top: at.top,
      unit,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    look: context.look,
    unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.2),
    leaf: habitualLeaf(context, unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** Q: programmes as sections with their projects below, one table for all. */
export function layoutQ(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const ratio = random.pick([1000, 1500]);
  const group = context.say('ofWhich');
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
    amountColumn('central', [group, context.say('central')], { source: 'central' }),
    amountColumn('local', [group, context.say('local')], {
      source: 'local',
      leaf: localLeaf(context, ratio),
    }),
    noteColumn(context),
  ];
  const programmes = random.sample(THREE, random.integer(2, 3));
  const roots = programmes.map((programme) => {
    const own = { ...context, programme };
    const projects = projectRows(own, { levels: 1, least: 2, most: 4 }, { grand: false }).filter(
      (row) => row.kind !== 'of-which',
    );
    for (const row of projects) row.ofWhich.length = 0;
    return adopt(newRow({ kind: 'programme', title: random.pick(NAMES[programme]), programme }), projects);
  });
  giveOrdinals(
    roots,
    random.pick([
      ['A', 'I'],
      ['I', '1'],
      ['A', '1'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const top = writeAbove(
    context,
    at.sheet,
    {
      heading: 'headingAll',
      programmeName: null,
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
    rows,
    look: context.look,
    unit: context.unit,
    programme: null,
    year: context.year,
    columnNumbers: random.chance(0.15),
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** R: four rows of header: year, kind of money, "of which", source. */
export function layoutR(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, unit } = context;
  const ratio = localRatio(context);
  const head = context.say('plan').replace('{Y}', String(context.year));
  const [inner, central, local, subtotal] = [
    context.say('ofWhich'),
    context.say('central'),
    context.say('local'),
    context.say('subtotal'),
  ];
  const recurrent =
    context.programme === 'ctmtqg-2026-2035' ? context.say('recurrent2026') : context.say('recurrent');
  const block = (key: string, name: string, capital: 'investment' | 'recurrent'): Column[] => [
    amountColumn(`${key}Total`, [head, name, subtotal], {
      source: 'total',
      capital,
      parts: [
        { key: `${key}Central`, sign: 1 },
        { key: `${key}Local`, sign: 1 },
      ],
    }),
    amountColumn(`${key}Central`, [head, name, inner, central], { source: 'central', capital }),
    amountColumn(`${key}Local`, [head, name, inner, local], {
      source: 'local',
      capital,
      leaf: localLeaf(context, ratio, `${key}Central`),
    }),
  ];
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('total', [head, context.say('total')], {
      source: 'total',
      parts: [
        { key: 'invTotal', sign: 1 },
        { key: 'recTotal', sign: 1 },
      ],
    }),
    ...block('inv', context.say('investment'), 'investment'),
    ...block('rec', recurrent, 'recurrent'),
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
      unit,
    },
    table,
  );
  const placed = placeTable(context.build, {
    ...at,
    top,
    columns,
    rows: projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    look: context.look,
    unit,
    programme: context.programme,
    year: context.year,
    columnNumbers: random.chance(0.4),
    leaf: habitualLeaf(context, unit),
  });
  writeBelow(context, placed);
  return placed;
}

/** T: a project's name as a heading, its parts, and below them its sum. */
export function layoutT(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const ratio = localRatio(context);
  const group = context.say('ofWhich');
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('central', [group, context.say('central')], { source: 'central' }),
    amountColumn('local', [group, context.say('local')], {
      source: 'local',
      leaf: localLeaf(context, ratio),
    }),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
  ];
  const projects = programmeRows(context, { levels: 2, least: 4, most: 6 }).filter(
    (row) => row.children.length > 0,
  );
  giveOrdinals(
    projects,
    random.pick([
      ['I', '1'],
      ['A', '1'],
      ['1', '1.1'],
    ] as const),
  );
  const grand = grandRow(context);
  const rows: Row[] = [];
  const label = random.pick(['Cộng {L} {n}', 'Tổng {L} {n}', 'Cộng']);
  for (const project of projects) {
    const name = label
      .replace(
        '{L}',
        project.kind === 'component' ? 'hợp phần' : project.kind === 'project' ? 'dự án' : 'nội dung',
      )
      .replace('{n}', /\d+$/.exec(project.node ?? '')?.[0] ?? '');
    const children = [...project.children];
    project.children.length = 0;
    (project as { silent?: boolean }).silent = true;
    const sum = newRow({ kind: 'subtotal', title: name, programme: context.programme });
    for (const child of children) sum.children.push(child);
    sum.parent = grand;
    grand.children.push(sum);
    rows.push(project, ...children, sum);
  }
  if (projects.length < 2) return layoutO(context, at, table);
  rows.push(grand);
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
    rows,
    look: context.look,
    unit: context.unit,
    programme: context.programme,
    year: context.year,
    leaf: habitualLeaf(context, context.unit),
  });
  writeBelow(context, placed);
  return placed;
}
