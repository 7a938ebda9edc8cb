import type { ReadColumn } from './columns.js';
import { saysTotal, sourceOf } from './vocabulary.js';

/** The header as a tree: groups over groups over amount columns. */
export interface HeaderNode {
  readonly id: string;
  readonly text: string;
  readonly children: HeaderNode[];
  readonly leaf: ReadColumn | null;
}

/** Builds the tree of the amount columns from the group heads above them. */
export function headerTree(columns: readonly ReadColumn[]): HeaderNode {
  const root: HeaderNode = { id: 'root', text: '', children: [], leaf: null };
  for (const column of columns) {
    if (column.column.role !== 'amount') continue;
    let at = root;
    column.path.groups.forEach((id, depth) => {
      const last = at.children[at.children.length - 1];
      if (last && last.id === id && last.leaf === null) at = last;
      else {
        const group: HeaderNode = { id, text: column.folded[depth] ?? '', children: [], leaf: null };
        at.children.push(group);
        at = group;
      }
    });
    at.children.push({
      id: `column:${column.column.column}`,
      text: column.folded[column.folded.length - 1] ?? '',
      children: [],
      leaf: column,
    });
  }
  return root;
}

/** "Tổng", also of a group that names a source, "Ngân sách địa phương / Tổng"; "Tổng NSTW" is a source itself. */
export function isTotalLeaf(node: HeaderNode): boolean {
  if (node.leaf === null) return false;
  const { own } = node.leaf.column;
  const ownSource = own.source !== null && own.source !== 'total' && sourceOf(node.text) !== null;
  return saysTotal(node.text) && !ownSource && own.stage !== 'after';
}

export function isBreakdown(text: string): boolean {
  return /^(trong do|tr do|chia ra|gom|bao gom|chia theo|phan theo|theo nguon|nguon von|co cau nguon von|chia ra theo|phan bo)\b/.test(
    text,
  );
}

/** A single column "Trong đó: vốn nước ngoài" shows a part of its neighbour, which is already counted there. */
export function isSubset(node: HeaderNode): boolean {
  return node.leaf !== null && /^(trong do|tr do|rieng) \S/.test(node.text);
}

/** Columns that stand for the whole of a node: its own total, else all that its children stand for. */
export function represents(node: HeaderNode): number[] {
  if (node.leaf) return [node.leaf.column.column];
  const total = node.children.find(isTotalLeaf);
  if (total) return represents(total);
  const whole = node.children.filter((child) => !isSubset(child));
  return (whole.length > 0 ? whole : node.children).flatMap(represents);
}
