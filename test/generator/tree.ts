import { childrenOf, type Node, nodesOf } from './catalogue.js';
import type { Context } from './context.js';
import type { Row, RowKind } from './model.js';
import { combinedTitle, titleText } from './titles.js';

let unused = 0;

export function newRow(more: Partial<Row> & { kind: RowKind; title: string }): Row {
  unused += 1;
  return {
    id: unused,
    ordinal: '',
    node: null,
    programme: null,
    children: [],
    ofWhich: [],
    parent: null,
    capital: '',
    ...more,
  };
}

const ROMAN = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
  'XVIII',
  'XIX',
  'XX',
];

export type OrdinalStyle = '1' | 'I' | 'A' | 'a)' | '1.1' | '-' | '+' | '';

export function ordinal(kind: OrdinalStyle, index: number, above: string): string {
  switch (kind) {
    case '1':
      return String(index + 1);
    case 'I':
      return ROMAN[index] ?? String(index + 1);
    case 'A':
      return String.fromCharCode(65 + index);
    case 'a)':
      return `${String.fromCharCode(97 + index)})`;
    case '1.1':
      return `${/^\d/.test(above) ? above : '1'}.${index + 1}`;
    default:
      return kind;
  }
}

export function giveOrdinals(rows: readonly Row[], styles: readonly OrdinalStyle[], above = ''): void {
  rows.forEach((row, index) => {
    row.ordinal = ordinal(styles[0] ?? '', index, above);
    giveOrdinals(row.children.length > 0 ? row.children : [], styles.slice(1), row.ordinal);
  });
}

export function ordinalStyles(context: Context): readonly OrdinalStyle[] {
  return context.random.pick([
    ['1', '1.1', '-'],
    ['I', '1', 'a)'],
    ['I', '1', '-'],
    ['A', 'I', '1'],
    ['1', 'a)', '-'],
    ['a)', '-', '+'],
    ['1', '-', '+'],
  ] as const satisfies readonly (readonly OrdinalStyle[])[]);
}

const KINDS: Readonly<Record<Node['prefix'], RowKind>> = {
  HP: 'component',
  DA: 'project',
  TDA: 'sub-project',
  ND: 'content',
  NDTP: 'content',
};

function rowOf(context: Context, node: Node, title?: string): Row {
  return newRow({
    kind: KINDS[node.prefix],
    title: title ?? titleText(node, context.habit, context.random, context.scope),
    node: node.code,
    programme: node.programme,
    capital: node.capital,
  });
}

export function adopt(parent: Row, children: readonly Row[]): Row {
  for (const child of children) {
    child.parent = parent;
    parent.children.push(child);
  }
  return parent;
}

export interface TreeWish {
  readonly levels: 1 | 2 | 3;
  readonly least: number;
  readonly most: number;
  /** Only nodes that may have this kind of money. */
  readonly capital?: 'I' | 'R';
}

/** Rows of a programme's tree: one level with combined titles, or projects with their parts below. */
export function programmeRows(context: Context, wish: TreeWish): Row[] {
  const { random, programme } = context;
  const fits = (node: Node) =>
    (!wish.capital || node.capital.includes(wish.capital)) &&
    !(programme === 'ntm-2021-2025' && node.code === 'NDTP04');
  const tops = nodesOf(programme).filter((node) => node.parent === '' && fits(node));
  if (programme === 'ctmtqg-2026-2035') return mergedRows(context, wish);
  const chosen = random.sample(
    tops,
    random.integer(Math.min(wish.least, tops.length), Math.min(wish.most, tops.length)),
  );
  if (wish.levels === 1) return chosen.map((node) => flatRow(context, node, fits));
  return chosen.map((node) => {
    const row = rowOf(context, node);
    const below = childrenOf(programme, node.code).filter(fits);
    if (below.length === 0 || random.chance(0.15)) return row;
    const kept = random.sample(below, random.integer(1, Math.min(4, below.length)));
    return adopt(
      row,
      kept.map((child) => {
        const childRow = rowOf(context, child);
        const contents = childrenOf(programme, child.code).filter(fits);
        if (wish.levels < 3 || contents.length < 2) return childRow;
        return adopt(
          childRow,
          random
            .sample(contents, random.integer(2, contents.length))
            .map((content) => rowOf(context, content)),
        );
      }),
    );
  });
}

function flatRow(context: Context, node: Node, fits: (node: Node) => boolean): Row {
  const { random } = context;
  const below = childrenOf(node.programme, node.code).filter(
    (child) => fits(child) && child.prefix === 'TDA',
  );
  const contents = childrenOf(node.programme, node.code).filter((child) => child.prefix === 'ND');
  if (contents.length >= 3 && random.chance(0.1)) {
    const two = random.sample(contents, 2);
    const numbers = two.map((one) => one.number.padStart(2, '0')).join('+');
    const title = `Dự án ${node.number}: ${node.title} - Nội dung số ${numbers}: ${two.map((one) => one.title).join('; ')}`;
    return { ...rowOf(context, node, title), kind: 'item' };
  }
  if (below.length === 0 || random.chance(0.5)) return rowOf(context, node);
  const child = random.pick(below);
  return rowOf(context, child, combinedTitle(child, context.habit, random, context.scope));
}

function mergedRows(context: Context, wish: TreeWish): Row[] {
  const { random, programme } = context;
  const components = nodesOf(programme).filter((node) => node.prefix === 'HP');
  if (wish.levels === 1) {
    const component = random.pick(components);
    const below = childrenOf(programme, component.code);
    return random
      .sample(below, random.integer(Math.min(wish.least, below.length), Math.min(wish.most, below.length)))
      .map((node) => rowOf(context, node));
  }
  return components.map((component) => {
    const below = childrenOf(programme, component.code);
    return adopt(
      rowOf(context, component),
      random.sample(below, random.integer(2, Math.min(5, below.length))).map((node) => rowOf(context, node)),
    );
  });
}

/** All rows in the order of display, with a grand total where asked. */
export function display(
  roots: readonly Row[],
  options: { grand: Row | null; totalsAt: 'first' | 'last'; below: boolean },
): Row[] {
  const rows: Row[] = [];
  const walk = (row: Row, depth: number) => {
    (row as { indent?: number }).indent = 0;
    if (!options.below) rows.push(row);
    for (const part of row.ofWhich) rows.push(part);
    for (const child of row.children) walk(child, depth + 1);
    if (options.below) rows.push(row);
  };
  const { grand } = options;
  if (
    grand &&
    roots.length > 1 &&
    roots.length <= 6 &&
    roots.every((root) => /^([IVX]+|[A-H])$/.test(root.ordinal)) &&
    roots.length % 2 === 0
  ) {
    grand.title = `${grand.title} (${roots.map((root) => root.ordinal).join('+')})`;
  }
  if (grand) {
    for (const root of roots) {
      grand.children.push(root);
      root.parent = grand;
    }
    if (options.totalsAt === 'first') rows.push(grand);
  }
  for (const root of roots) walk(root, 0);
  if (grand && options.totalsAt === 'last') rows.push(grand);
  return rows;
}

export function grandRow(context: Context): Row {
  return newRow({ kind: 'grand-total', title: context.say('allPlaces'), programme: context.programme });
}
