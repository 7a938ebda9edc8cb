import type { CapitalKind, Programme, ProgrammeNode } from '../rules/types.js';

const nodesByCode = new WeakMap<Programme, ReadonlyMap<string, ProgrammeNode>>();
const childrenByParent = new WeakMap<Programme, ReadonlyMap<string | null, readonly ProgrammeNode[]>>();

/**
 * The programme with that id, or `undefined`.
 *
 * @example findProgramme(RULES.programmes, 'ntm-2021-2025')?.from // 2021
 */
export function findProgramme(programmes: readonly Programme[], id: string): Programme | undefined {
  return programmes.find((programme) => programme.id === id);
}

/**
 * The node with that code, `DA4.TDA1`, or `undefined`. Leading zeros and case do not matter: `ndtp3.nd4` is `NDTP03.ND04`.
 *
 * @example findNode(RULES.programmes[0]!, 'DA7')?.number // '7'
 */
export function findNode(programme: Programme, code: string): ProgrammeNode | undefined {
  let map = nodesByCode.get(programme);
  if (!map) {
    map = new Map(programme.nodes.map((node) => [plainCode(node.code), node]));
    nodesByCode.set(programme, map);
  }
  return map.get(plainCode(code));
}

function plainCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/(\D)0+(?=\d)/g, '$1');
}

/**
 * Nodes right below that one, in the programme's order; `null`: those at the top.
 *
 * @example childrenOf(RULES.programmes[0]!, 'DA4').map((node) => node.code)[0] // 'DA4.TDA1'
 */
export function childrenOf(programme: Programme, code: string | null): readonly ProgrammeNode[] {
  let map = childrenByParent.get(programme);
  if (!map) {
    const lists = new Map<string | null, ProgrammeNode[]>();
    for (const node of programme.nodes) {
      const list = lists.get(node.parent);
      if (list) list.push(node);
      else lists.set(node.parent, [node]);
    }
    map = lists;
    childrenByParent.set(programme, map);
  }
  return map.get(code) ?? [];
}

/**
 * The node and those above it, from the top down.
 *
 * @example pathOf(RULES.programmes[0]!, findNode(RULES.programmes[0]!, 'DA4.TDA1')!).map((node) => node.code) // ['DA4', 'DA4.TDA1']
 */
export function pathOf(programme: Programme, node: ProgrammeNode): readonly ProgrammeNode[] {
  const path: ProgrammeNode[] = [];
  for (
    let at: ProgrammeNode | undefined = node;
    at;
    at = at.parent ? findNode(programme, at.parent) : undefined
  ) {
    path.unshift(at);
  }
  return path;
}

/** True where `code` is `above` or lies below it. */
export function isWithin(code: string, above: string): boolean {
  return code === above || code.startsWith(`${above}.`);
}

/** Kinds of capital of a node: its own, else those of the nearest node above that names any; `[]` where none does. */
export function capitalKindsOf(programme: Programme, node: ProgrammeNode): readonly CapitalKind[] {
  for (const step of [...pathOf(programme, node)].reverse()) if (step.capital.length > 0) return step.capital;
  return [];
}
