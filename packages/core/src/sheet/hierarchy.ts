import { roleOf } from './money-roles.js';
import type { ReadRow } from './rows.js';

/** A row with its place in the tree; totals stand outside and are attached by the sums. */
export interface TreeRow {
  readonly read: ReadRow;
  parent: TreeRow | null;
  readonly children: TreeRow[];
}

interface Open {
  readonly style: string;
  readonly node: TreeRow;
}

const NODE_DEPTH: Partial<Record<ReadRow['kind'], number>> = {
  programme: 0,
  component: 1,
  project: 2,
  'sub-project': 3,
  content: 4,
};

/** NTM and the merged programme call both levels a content: "nội dung thành phần" stands where others have projects. */
function depthOf(read: ReadRow): number | undefined {
  if (read.kind !== 'content') return NODE_DEPTH[read.kind];
  if (read.own.node !== null) return /(^|\.)NDTP\d+$/.test(read.own.node) ? 2 : 4;
  if (/^(noi dung thanh phan|ndtp)\b/.test(read.folded)) return 2;
  return read.identity.written.length > 0 ? 4 : undefined;
}

export function isTotal(row: ReadRow): boolean {
  return row.kind === 'grand-total' || row.kind === 'subtotal';
}

/** Builds the tree of a table's rows from ordinals, from the programme's own tree, and from "Trong đó". */
export function buildTree(rows: readonly ReadRow[]): TreeRow[] {
  const tree: TreeRow[] = [];
  let stack: Open[] = [];
  const labelled = rows.filter((row) => row.ordinal !== null && !isTotal(row)).length;
  const ordinalsSpeak = labelled * 2 >= rows.filter((row) => !isTotal(row)).length;
  let total: TreeRow | null = null;
  for (const read of rows) {
    if (isTotal(read)) {
      total = { read, parent: null, children: [] };
      tree.push(total);
      continue;
    }
    if (standsApart(read, tree)) {
      tree.push({ read, parent: null, children: [] });
      continue;
    }
    if (
      total &&
      (belongsToTotal(read, rows) || (ordinalsSpeak && read.ordinal === null && total.children.length > 0))
    ) {
      const continues = total.children.some((child) => child.read.kind === 'of-which');
      const kind = continues ? 'of-which' : read.kind;
      const part: TreeRow = { read: { ...read, kind }, parent: total, children: [] };
      total.children.push(part);
      tree.push(part);
      continue;
    }
    total = null;
    const style = styleOf(read, ordinalsSpeak, stack);
    stack = withoutStrangers(popTo(stack, read, style, ordinalsSpeak), read);
    const parent = stack.length > 0 ? stack[stack.length - 1]!.node : null;
    const node: TreeRow = { read, parent, children: [] };
    parent?.children.push(node);
    tree.push(node);
    stack.push({ style, node });
  }
  return tree;
}

/** “Còn lại chưa phân bổ”, and “Kế hoạch vốn tỉnh giao” below the total, speak of the whole table. */
function standsApart({ kind, ordinal, title }: ReadRow, above: readonly TreeRow[]): boolean {
  if (kind !== 'section' || ordinal !== null) return false;
  const role = roleOf(title);
  return role === 'remaining' || (role === 'assigned' && above.some(({ read }) => isTotal(read)));
}

/** Rows right below a total that break it down by source, while the table's own rows are something else. */
function belongsToTotal(read: ReadRow, rows: readonly ReadRow[]): boolean {
  if (read.kind === 'of-which') return true;
  const bullet = read.ordinal === null || /^(dash|plus|star)$/.test(read.ordinal.style);
  if (!bullet || (read.kind !== 'source' && read.ordinal === null)) return false;
  return rows.some(
    (row) =>
      row.hasMoney &&
      !isTotal(row) &&
      row.kind !== 'source' &&
      row.kind !== 'of-which' &&
      row.ordinal !== null &&
      !/^(dash|plus|star)$/.test(row.ordinal.style),
  );
}

/** The style under which a row without ordinal joins its siblings. */
function styleOf(read: ReadRow, ordinalsSpeak: boolean, stack: readonly Open[]): string {
  if (read.kind === 'of-which') return 'of-which';
  if (read.ordinal) {
    const afterOfWhich = stack.some((open) => open.style === 'of-which' && !open.node.read.hasMoney);
    return afterOfWhich && /^(dash|plus|star)$/.test(read.ordinal.style)
      ? `of-which-${read.ordinal.style}`
      : read.ordinal.style;
  }
  if (ordinalsSpeak) return read.kind in NODE_DEPTH ? `blank-${read.kind}` : 'blank';
  return `kind-${read.kind in NODE_DEPTH ? read.kind : read.kind === 'section' ? 'section' : 'leaf'}-${read.indent}`;
}

function popTo(stack: readonly Open[], read: ReadRow, style: string, ordinalsSpeak: boolean): Open[] {
  const byNode = nodeParent(stack, read);
  if (byNode !== undefined) return stack.slice(0, byNode + 1);
  const same = lastIndex(stack, (open) => open.style === style);
  const byKind = kindParent(stack, read);
  if (byKind !== undefined && (same < 0 || byKind + 1 < same)) return stack.slice(0, byKind + 1);
  if (same >= 0) return stack.slice(0, same);
  if (style === 'of-which') return popOfWhich(stack);
  if (!ordinalsSpeak) return indentParent(stack, read);
  return [...stack];
}

/** "Dự án 9 … - Tiểu dự án 1 …" in one row does not stand below the Dự án 8 above it. */
function withoutStrangers(stack: readonly Open[], read: ReadRow): Open[] {
  const { node, programme } = read.own;
  const first = stack.findIndex(({ node: open }) => {
    const above = open.read.own;
    return (
      node !== null &&
      above.node !== null &&
      above.programme === programme &&
      !node.startsWith(`${above.node}.`)
    );
  });
  return first < 0 ? [...stack] : stack.slice(0, first);
}

function lastIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  for (let i = list.length - 1; i >= 0; i--) if (test(list[i]!)) return i;
  return -1;
}

/** Where an open row holds the node above this row's node, the row belongs below it, whatever the ordinals say. */
function nodeParent(stack: readonly Open[], read: ReadRow): number | undefined {
  const { node, programme } = read.own;
  if (node === null) return undefined;
  const found = lastIndex(stack, ({ node: open }) => {
    const above = open.read.own;
    return above.programme === programme && above.node !== null && node.startsWith(`${above.node}.`);
  });
  return found >= 0 ? found : undefined;
}

/** A project never stands below another project, nor a sub-project below a sub-project. */
function kindParent(stack: readonly Open[], read: ReadRow): number | undefined {
  const depth = depthOf(read);
  if (depth === undefined) return undefined;
  const first = stack.findIndex((open) => (depthOf(open.node.read) ?? -1) >= depth);
  return first < 0 ? undefined : first - 1;
}

function popOfWhich(stack: readonly Open[]): Open[] {
  const last = lastIndex(stack, (open) => !/^(dash|plus|star|of-which)/.test(open.style));
  return last < 0 ? stack.slice(0, 1) : stack.slice(0, last + 1);
}

/** Without ordinals, places, works and items hang below the nearest section or node; sections close what is open. */
function indentParent(stack: readonly Open[], read: ReadRow): Open[] {
  if (read.kind === 'section') {
    const first = stack.findIndex(
      (open) => open.node.read.kind === 'section' || !(open.node.read.kind in NODE_DEPTH),
    );
    return first < 0 ? [...stack] : stack.slice(0, first);
  }
  const deeper = stack.findIndex(
    (open) => open.style.startsWith('kind-leaf') && open.node.read.indent >= read.indent,
  );
  return deeper < 0 ? [...stack] : stack.slice(0, deeper);
}
