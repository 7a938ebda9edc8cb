import type { Programme, ProgrammeNode } from '../rules/types.js';
import { fitsMark } from './level-marks.js';
import { childrenOf, findNode } from './lookup.js';
import { LEVEL_OF_MARK, type LevelMark, type ParsedTitle, type TitleSegment } from './parse-title.js';

/** A node together with its programme. */
export interface Owner {
  readonly programme: Programme;
  readonly node: ProgrammeNode;
}

/** The child of a node that a segment names by its number alone. */
export function childByNumber(owner: Owner, segment: TitleSegment): Owner | null {
  const [number, ...more] = segment.numbers;
  if (number === undefined || more.length > 0) return null;
  const node = childrenOf(owner.programme, owner.node.code).find(
    (child) => child.number === number && fitsMark(child, segment.mark) === 1,
  );
  return node ? { programme: owner.programme, node } : null;
}

/** The node that the numbers alone name, inside the programme and below the parent that the caller knows. */
export function byNumber(
  parsed: ParsedTitle,
  context: { readonly programme?: string | null; readonly parentNode?: string | null },
  programmes: readonly Programme[],
): Owner | null {
  const programme = programmes.find((candidate) => candidate.id === context.programme);
  if (!programme) return null;
  let at: ProgrammeNode | undefined = context.parentNode
    ? findNode(programme, context.parentNode)
    : undefined;
  for (const [i, segment] of parsed.segments.entries()) {
    const [number, ...more] = segment.numbers;
    if (!segment.mark || number === undefined || more.length > 0) return null;
    const tops = LEVEL_OF_MARK[segment.mark] === 'component' || (segment.mark === 'DA' && i === 0);
    const scope: readonly ProgrammeNode[] =
      tops || !at ? childrenOf(programme, null) : childrenOf(programme, at.code);
    const next =
      pick(scope, segment.mark, number) ??
      (i === 0 && at ? pickSibling(programme, at, segment, number) : undefined);
    if (!next) return null;
    at = next;
  }
  return at ? { programme, node: at } : null;
}

function pick(scope: readonly ProgrammeNode[], mark: LevelMark, number: string): ProgrammeNode | undefined {
  const alike = scope.filter((node) => node.number === number);
  return (
    alike.find((node) => fitsMark(node, mark) === 1) ??
    (mark === 'TDA' ? undefined : alike.find((node) => fitsMark(node, mark) === 0))
  );
}

/** A row may stand beside the node known as its parent rather than below it. */
function pickSibling(
  programme: Programme,
  at: ProgrammeNode,
  segment: TitleSegment,
  number: string,
): ProgrammeNode | undefined {
  return segment.mark ? pick(childrenOf(programme, at.parent), segment.mark, number) : undefined;
}
