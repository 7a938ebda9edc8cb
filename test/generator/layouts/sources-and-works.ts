import { stepOf } from '../amount.js';
import { type Context, habitualLeaf, money } from '../context.js';
import type { Column, Placed, Row, Unit } from '../model.js';
import { adopt, display, giveOrdinals, grandRow, newRow } from '../tree.js';
import { amountColumn, noteColumn, ordinalColumn, spot } from './columns.js';
import { lay, type Spot } from './lay.js';

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
  return lay(context, at, table, columns, rows, {
    heading: wholePeriod ? 'headingPeriod' : 'heading',
    year: wholePeriod ? null : context.year,
    period,
    numbers: 0.2,
    leaf: (row, column, known) =>
      column.role === 'amount'
        ? money(context, context.unit)
        : habitualLeaf(context, context.unit)(row, column, known),
  });
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
  return lay(context, at, table, columns, rows, { heading: 'headingWorks', numbers: 0.2 });
}
