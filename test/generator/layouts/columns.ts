import { type Context, share } from '../context.js';
import type { Column, Row } from '../model.js';
import {
  display,
  giveOrdinals,
  grandRow,
  newRow,
  ordinalStyles,
  programmeRows,
  type TreeWish,
} from '../tree.js';
import type { Spot } from './lay.js';

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
