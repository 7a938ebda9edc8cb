import type { ProgrammeId } from '../catalogue.js';
import type { Context } from '../context.js';
import type { Column, Placed } from '../model.js';
import { adopt, display, giveOrdinals, grandRow, newRow } from '../tree.js';
import {
  amountColumn,
  localLeaf,
  noteColumn,
  ordinalColumn,
  projectRows,
  spot,
  titleColumn,
} from './columns.js';
import { lay, type Spot } from './lay.js';

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
  return lay(context, at, table, columns, rows, { heading: 'headingAll', programme: null, numbers: 0.2 });
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
  return lay(context, at, table, columns, rows, { heading: 'headingAll', programme: null, numbers: 0.15 });
}
