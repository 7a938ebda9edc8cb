import { ONE, stepOf } from '../amount.js';
import { type Context, localRatio, money } from '../context.js';
import type { Column, Placed } from '../model.js';
import { display, giveOrdinals, grandRow, newRow, ordinalStyles, programmeRows } from '../tree.js';
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
import { placeNames } from './places.js';

/** U: households × rate = money; nobody adds the rates up. */
export function layoutU(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, unit } = context;
  const rows = placeNames(context, random.integer(5, 8)).map((title) =>
    newRow({ kind: 'place', title, programme: context.programme }),
  );
  giveOrdinals(rows, ['1']);
  const rate = (40_000_000n * ONE) / BigInt(unit.scale);
  const small = unit.scale === 1_000_000_000 ? stepOf(2) * 4n : rate;
  const columns: Column[] = [
    ordinalColumn(context),
    { key: 'title', path: [context.say('place')], role: 'title', width: 30 },
    {
      key: 'households',
      path: [random.pick(['Số hộ', 'Số hộ hỗ trợ', 'Số lượng (hộ)'])],
      role: 'quantity',
      leaf: (_row, own) => BigInt(own.integer(2, 90)) * ONE,
    },
    amountColumn('rate', [random.pick(['Định mức hỗ trợ', 'Mức hỗ trợ/hộ', 'Định mức'])], {
      noTotal: true,
      leaf: () => small,
    }),
    amountColumn('money', [random.pick(['Thành tiền', 'Kinh phí hỗ trợ', 'Kinh phí'])], {
      product: { quantity: 'households', rate: 'rate' },
    }),
    noteColumn(context),
  ];
  const shown = display(rows, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  return lay(context, at, table, columns, shown, { numbers: 0.1 });
}

/** V: last year beside this year with the difference, which may be negative, and a percent. */
export function layoutV(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random, unit } = context;
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('last', [`Thực hiện năm ${context.year - 1}`], {
      year: context.year - 1,
      leaf: () => money(context, unit),
    }),
    amountColumn('plan', [context.say('plan').replace('{Y}', String(context.year))], {
      leaf: () => money(context, unit),
    }),
    amountColumn(
      'difference',
      [random.pick(['Chênh lệch', 'Chênh lệch tăng (+), giảm (-)', 'Tăng (+)/giảm (-)'])],
      {
        parts: [
          { key: 'plan', sign: 1 },
          { key: 'last', sign: -1 },
        ],
      },
    ),
    {
      key: 'rate',
      path: [random.pick([`Tỷ lệ ${context.year}/${context.year - 1} (%)`, 'So sánh (%)'])],
      role: 'percent',
      percent: { numerator: 'plan', denominator: 'last' },
    },
  ];
  return lay(
    context,
    at,
    table,
    columns,
    projectRows(context, { levels: random.pick([1, 2] as const), least: 4, most: 7 }),
    {
      numbers: 0.25,
    },
  );
}

/** W: the grand total and below it how much of it is of which kind. */
export function layoutW(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const ratio = localRatio(context);
  const roots = programmeRows(context, { levels: 1, least: 4, most: 7 });
  giveOrdinals(roots, ordinalStyles(context));
  const grand = grandRow(context);
  const rows = display(roots, { grand, totalsAt: 'last', below: false });
  const kinds = random.pick([
    ['Trong đó: Vốn trong nước', 'Vốn nước ngoài'],
    ['Trong đó: - Vốn đầu tư', '- Vốn sự nghiệp'],
  ] as const);
  kinds.forEach((title, index) => {
    const row = newRow({ kind: 'of-which', title, programme: context.programme, rest: index === 1 });
    row.parent = grand;
    rows.push(row);
  });
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('central', [context.say('central')], { source: 'central' }),
    amountColumn('local', [context.say('local')], { source: 'local', leaf: localLeaf(context, ratio) }),
    noteColumn(context),
  ];
  return lay(context, at, table, columns, rows, { look: { ...context.look, totalsAt: 'last' } });
}
