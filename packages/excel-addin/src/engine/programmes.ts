import { NORMS, type ProgrammeNode, type RuleSet } from '@ctmtqg/core';
import type { ProgrammeBrief } from './protocol.js';

/** The programmes as the lookup shows them, each node under its parent. */
export function programmeBriefs(rules: RuleSet): ProgrammeBrief[] {
  const withNorms = new Set(
    NORMS.flatMap((file) =>
      [...file.norms, ...file.gaps, ...(file.references ?? [])].map(
        (norm) => `${file.programme}/${norm.node}`,
      ),
    ),
  );
  return rules.programmes.map((programme) => {
    const children = new Map<string | null, ProgrammeNode[]>();
    for (const node of programme.nodes)
      children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
    const below = (parent: string | null, depth: number): ProgrammeBrief['nodes'] =>
      (children.get(parent) ?? []).flatMap((node) => [
        {
          code: node.code,
          depth,
          label: `${node.label} ${node.number}`,
          title: node.title,
          verified: node.titleStatus === 'verified',
          norms: withNorms.has(`${programme.id}/${node.code}`),
          capital: node.capital,
        },
        ...below(node.code, depth + 1),
      ]);
    return {
      id: programme.id,
      title: programme.title,
      short: programme.short,
      from: programme.from,
      to: programme.to,
      law: programme.law.map((law) => (law.article ? `${law.instrument}, ${law.article}` : law.instrument)),
      nodes: below(null, 0),
    };
  });
}
