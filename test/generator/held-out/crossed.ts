import { type Context, localRatio } from '../context.js';
import {
  amountColumn,
  localLeaf,
  ordinalColumn,
  projectRows,
  spot,
  titleColumn,
} from '../layouts/columns.js';
import { placeNames } from '../layouts/places.js';
import type { Column } from '../model.js';
import { adopt, display, giveOrdinals, grandRow, newRow } from '../tree.js';
import { finish } from './finish.js';

/** Each year with its sources, under one total. */
export function yearsAndSources(context: Context): void {
  const years = [context.year, context.year + 1].filter(
    (year) => context.programme === 'ctmtqg-2026-2035' || year <= 2025,
  );
  const ratio = localRatio(context);
  const [central, local, total] = [context.say('central'), context.say('local'), context.say('subtotal')];
  const blocks = years.flatMap((year) => [
    amountColumn(`t${year}`, [`Năm ${year}`, total], {
      source: 'total',
      year,
      parts: [
        { key: `c${year}`, sign: 1 },
        { key: `l${year}`, sign: 1 },
      ],
    }),
    amountColumn(`c${year}`, [`Năm ${year}`, central], { source: 'central', year }),
    amountColumn(`l${year}`, [`Năm ${year}`, local], {
      source: 'local',
      year,
      leaf: localLeaf(context, ratio, `c${year}`),
    }),
  ]);
  const all = amountColumn('total', [context.say('total')], {
    source: 'total',
    year: null,
    parts: years.map((year) => ({ key: `t${year}`, sign: 1 as const })),
  });
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    ...(years.length > 1 ? [all] : []),
    ...blocks,
  ];
  finish(
    context,
    spot(context),
    columns,
    projectRows(context, { levels: context.random.pick([1, 2] as const), least: 4, most: 7 }),
    {
      heading: years.length > 1 ? 'headingNoYear' : 'heading',
    },
  );
}

/** Investment and recurrent money of each place, places under their kind of commune. */
export function placesByCapital(context: Context): void {
  const { random } = context;
  const names = random.shuffle(placeNames(context, 12));
  const groups = ['Xã khu vực III', 'Xã khu vực II', 'Xã khu vực I'].slice(0, random.integer(2, 3));
  const size = Math.max(2, Math.floor(names.length / groups.length));
  const roots = groups.map((title, index) =>
    adopt(
      newRow({ kind: 'section', title, programme: context.programme }),
      names
        .slice(index * size, (index + 1) * size)
        .map((name) => newRow({ kind: 'place', title: name, programme: context.programme, capital: 'IR' })),
    ),
  );
  giveOrdinals(
    roots,
    random.pick([
      ['I', '1'],
      ['A', '1'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  const recurrent =
    context.programme === 'ctmtqg-2026-2035' ? context.say('recurrent2026') : context.say('recurrent');
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('place')], role: 'title', width: 30 },
    amountColumn('inv', [context.say('investment')], { capital: 'investment' }),
    amountColumn('rec', [recurrent], { capital: 'recurrent' }),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'inv', sign: 1 },
        { key: 'rec', sign: 1 },
      ],
    }),
  ];
  finish(context, spot(context), columns, rows);
}
