import type { ProgrammeNode } from '../rules/types.js';
import type { WrittenNumber } from '../sheet/types.js';
import type { LevelMark, ParsedTitle } from './parse-title.js';

const NODE_MARK = /([A-Z]+)\d+$/;

/** 1: the node calls itself so; 0: the title names no level; -1: another level. */
export function fitsMark(node: ProgrammeNode, mark: LevelMark | null): number {
  if (!mark) return 0;
  const own = NODE_MARK.exec(node.code)?.[1];
  if (own === mark) return 1;
  // "Nội dung 3" and "Dự án 3" are loose names of a "Nội dung thành phần số 03".
  if (own === 'NDTP' && (mark === 'ND' || mark === 'DA')) return 0;
  return own === 'CD' ? 0 : -1;
}

/** Whether the numbers of a title are those of the nodes on a path; `null` where none can be compared. */
export function numbersAgree(parsed: ParsedTitle, path: readonly ProgrammeNode[]): boolean | null {
  let compared = false;
  for (const segment of parsed.segments) {
    const [number, ...more] = segment.numbers;
    if (!segment.mark || number === undefined || more.length > 0) continue;
    const step = stepOf(path, segment.mark);
    if (!step || step.number === '' || !isCompared(step, segment.mark)) continue;
    compared = true;
    if (step.number !== number) return false;
  }
  return compared ? true : null;
}

/**
 * The node on the path that a mark speaks of.
 *
 * @example stepOf(pathOf(RULES.programmes[0]!, findNode(RULES.programmes[0]!, 'DA4.TDA1')!), 'DA')?.code // 'DA4'
 */
export function stepOf(path: readonly ProgrammeNode[], mark: LevelMark): ProgrammeNode | undefined {
  const own = path.find((step) => fitsMark(step, mark) === 1);
  return own ?? path.filter((step) => fitsMark(step, mark) === 0).at(-1);
}

/**
 * True where a number behind this mark is the node's own number, not a loose name as "Nội dung 3" for a NDTP.
 *
 * @example isCompared(findNode(RULES.programmes[0]!, 'DA4')!, 'DA') // true
 */
export function isCompared(node: ProgrammeNode, mark: LevelMark): boolean {
  return fitsMark(node, mark) === 1;
}

/** The numbers that a title claims, the highest level first; merged contents claim none. */
export function writtenNumbers(parsed: ParsedTitle): WrittenNumber[] {
  const written: WrittenNumber[] = [];
  for (const segment of parsed.segments) {
    const [number, ...more] = segment.numbers;
    if (segment.level && number !== undefined && more.length === 0)
      written.push({ level: segment.level, number });
  }
  return written;
}
