import { type Context, localRatio } from '../context.js';
import type { Column, Placed } from '../model.js';
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
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 8 }),
    { heading: 'headingPeriod', year: null, period: { from, to: period.to }, numbers: 0.2 },
  );
}

/** R: four rows of header: year, kind of money, "of which", source. */
export function layoutR(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
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
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    { numbers: 0.4 },
  );
}
