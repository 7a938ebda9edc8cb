import { type Amount, stepOf } from '../amount.js';
import { type Context, money } from '../context.js';
import type { Column, Placed } from '../model.js';
import { amountColumn, ordinalColumn, projectRows, spot, titleColumn } from './columns.js';
import { lay, type Spot } from './lay.js';

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
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    { heading: random.chance(0.25) ? 'headingNoYear' : 'heading', unitAbove: !inHeads, numbers: 0.3 },
  );
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
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    { numbers: 0.2 },
  );
}
