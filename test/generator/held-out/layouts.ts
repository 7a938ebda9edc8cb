import { type Amount, ONE, stepOf } from '../amount.js';
import { type Context, localRatio, money, share } from '../context.js';
import {
  AGENCIES,
  amountColumn,
  localLeaf,
  noteColumn,
  ordinalColumn,
  projectRows,
  spot,
  titleColumn,
} from '../layouts/columns.js';
import { placeNames } from '../layouts/places.js';
import type { Column } from '../model.js';
import { adopt, display, giveOrdinals, grandRow, newRow, programmeRows } from '../tree.js';
import { placesByCapital, yearsAndSources } from './crossed.js';
import { finish } from './finish.js';

/** Layouts kept away from whoever builds the recogniser. */

/** An adjustment source by source: before and after, with the difference. */
function adjustedSources(context: Context): void {
  const before = context.say('before');
  const after = context.say('after');
  const central = context.say('central');
  const local = context.say('local');
  const total = context.say('subtotal');
  const ratio = localRatio(context);
  const step = stepOf(context.unit.digits);
  const moved = (amount: Amount, id: number) => (amount / step / 5n) * step * (id % 2 === 0 ? 1n : 6n);
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('beforeTotal', [before, total], {
      source: 'total',
      stage: 'before',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
    amountColumn('central', [before, central], { source: 'central', stage: 'before' }),
    amountColumn('local', [before, local], {
      source: 'local',
      stage: 'before',
      leaf: localLeaf(context, ratio),
    }),
    amountColumn('afterTotal', [after, total], {
      source: 'total',
      stage: 'after',
      parts: [
        { key: 'centralAfter', sign: 1 },
        { key: 'localAfter', sign: 1 },
      ],
    }),
    amountColumn('centralAfter', [after, central], {
      source: 'central',
      stage: 'after',
      leaf: (row, _random, known) => moved(known('central'), row.id),
    }),
    amountColumn('localAfter', [after, local], {
      source: 'local',
      stage: 'after',
      leaf: (row, _random, known) => {
        const base = moved(known('central'), row.id);
        return base === 0n ? null : share(base, ratio, context.unit.digits);
      },
    }),
    noteColumn(context),
  ];
  finish(
    context,
    spot(context),
    columns,
    projectRows(context, { levels: context.random.pick([1, 2] as const), least: 4, most: 7 }),
    {
      heading: 'headingAdjusted',
    },
  );
}

/** Money by quarter under the year's total. */
function quarters(context: Context): void {
  const group = context.random.pick(['Phân theo quý', 'Chia theo quý', 'Trong đó']);
  const parts = ['Quý I', 'Quý II', 'Quý III', 'Quý IV'].map((label, index) =>
    amountColumn(`q${index}`, [group, label]),
  );
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    ...parts,
    amountColumn('total', [context.random.pick(['Cả năm', 'Tổng cộng', `Cả năm ${context.year}`])], {
      parts: parts.map(({ key }) => ({ key, sign: 1 as const })),
    }),
  ];
  finish(context, spot(context), columns, projectRows(context, { levels: 1, least: 4, most: 7 }));
}

/** Each project with its sources as rows below it. */
function sourcesBelow(context: Context): void {
  const labels = [context.say('central'), context.say('local')];
  const roots = programmeRows(context, { levels: 1, least: 3, most: 6 }).map((row) =>
    adopt(
      row,
      labels.map((title) =>
        newRow({ kind: 'source', title, programme: context.programme, capital: row.capital }),
      ),
    ),
  );
  giveOrdinals(
    roots,
    context.random.pick([
      ['1', '-'],
      ['I', '-'],
      ['I', '1'],
      ['1', 'a)'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('plan', [context.say('plan').replace('{Y}', String(context.year))]),
    noteColumn(context),
  ];
  finish(context, spot(context), columns, rows);
}

/** Each project with the agencies that spend its money. */
function agenciesBelow(context: Context): void {
  const { random } = context;
  const ratio = localRatio(context);
  const roots = programmeRows(context, { levels: 1, least: 3, most: 5 }).map((row) =>
    adopt(
      row,
      random
        .sample(AGENCIES, random.integer(2, 3))
        .map((title) =>
          newRow({ kind: 'agency', title, programme: context.programme, capital: row.capital }),
        ),
    ),
  );
  giveOrdinals(
    roots,
    random.pick([
      ['I', '1'],
      ['1', '-'],
      ['A', '1'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [random.pick(['Nội dung/Đơn vị', 'Dự án, đơn vị thực hiện'])], role: 'title' },
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
  finish(context, spot(context), columns, rows);
}

/** Households × rate = money, place by place. */
function households(context: Context): void {
  const { random } = context;
  const rows = placeNames(context, random.integer(5, 8)).map((title) =>
    newRow({ kind: 'place', title, programme: context.programme }),
  );
  giveOrdinals(rows, ['1']);
  const shown = display(rows, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('place')], role: 'title', width: 28 },
    {
      key: 'households',
      path: [context.say('quantity')],
      role: 'quantity',
      leaf: (_row, own) => BigInt(own.integer(3, 400)) * ONE,
    },
    amountColumn('central', [context.say('ofWhich'), context.say('central')], { source: 'central' }),
    amountColumn('other', ['', context.say('other')], { source: 'other' }),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'other', sign: 1 },
      ],
    }),
    noteColumn(context),
  ];
  (columns[4] as Column).path[0] = (columns[3] as Column).path[0] as string;
  finish(context, spot(context), columns, shown);
}

/** Money carried over and of this year, each with what was spent, and the rest. */
function spending(context: Context): void {
  const { unit, random } = context;
  const step = stepOf(unit.digits);
  const part = (amount: Amount) => (amount / step / 100n) * BigInt(random.integer(20, 90)) * step;
  const plan = random.pick(['Kế hoạch vốn', 'Kế hoạch giao']);
  const spent = context.say('disbursed');
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('carried', [plan, context.say('carriedOver')], {
      stage: 'carried-over',
      leaf: () => money(context, unit, 7, 8.5),
    }),
    amountColumn('plan', [plan, `Kế hoạch năm ${context.year}`], { stage: 'plan' }),
    amountColumn('all', [plan, context.say('subtotal')], {
      parts: [
        { key: 'carried', sign: 1 },
        { key: 'plan', sign: 1 },
      ],
    }),
    amountColumn('spent', [spent], {
      stage: 'disbursed',
      leaf: (_row, _random, known) => part(known('carried') + known('plan')),
    }),
    amountColumn('rest', [context.say('remaining')], {
      stage: 'remaining',
      parts: [
        { key: 'all', sign: 1 },
        { key: 'spent', sign: -1 },
      ],
    }),
    {
      key: 'rate',
      path: [context.say('percentOfPlan')],
      role: 'percent',
      percent: { numerator: 'spent', denominator: 'all' },
    },
  ];
  finish(context, spot(context), columns, projectRows(context, { levels: 1, least: 4, most: 7 }), {
    columnNumbers: 0.4,
  });
}

export const HELD_OUT_LAYOUTS: Readonly<Record<string, (context: Context) => void>> = {
  'x-adjusted-sources': adjustedSources,
  'x-quarters': quarters,
  'x-sources-below': sourcesBelow,
  'x-agencies-below': agenciesBelow,
  'x-households': households,
  'x-spending': spending,
  'x-years-sources': yearsAndSources,
  'x-places-by-capital': placesByCapital,
};
