import { isLeaf } from '../checks/support/rows.js';
import type { Table } from '../sheet/types.js';
import { rowRole } from './columns.js';
import { added, wholeRow } from './entries.js';
import { subjectKey } from './keys.js';
import { compare, isWithin } from './pairing.js';
import type { AssignedFigure, Comparison, Entry } from './types.js';

/** True where a node stands below another; `null` is the whole programme. */
export const isBelow = (node: string | null, above: string | null) =>
  node !== null && (above === null || node.startsWith(`${above}.`));

/** True where the first figure holds the second within it. */
export function isAbove(above: AssignedFigure, figure: AssignedFigure): boolean {
  return (
    above.node !== null &&
    above.programme === figure.programme &&
    above.place === figure.place &&
    isBelow(figure.node, above.node)
  );
}

/** A project that the sheet shows by its sub-projects only: the figure is held against all of them together. */
export function pieced(figures: readonly AssignedFigure[], entries: readonly Entry[]): Comparison[] {
  return figures.flatMap((figure) => {
    if (figure.node === null) return [];
    const within = entries.filter(
      (entry) =>
        subjectKey({ ...entry, node: figure.node }) === subjectKey(figure) &&
        isBelow(entry.node, figure.node),
    );
    const top = within.filter((entry) => !within.some((other) => isBelow(entry.node, other.node)));
    const [first] = top;
    if (!first) return [];
    return [compare(figure, { ...added(top), node: figure.node })];
  });
}

/** Rows with money that are known to be lines of the programme, or below or above such lines. */
function isFullyNamed(table: Table): boolean {
  return table.rows.every(
    (row) =>
      !row.hasMoney ||
      !isLeaf(table, row) ||
      rowRole(row) !== null ||
      row.kind === 'source' ||
      row.effective.node !== null,
  );
}

/** Money that was assigned and of which the sheet, complete in all else, has no line. */
export function missing(
  figures: readonly AssignedFigure[],
  entries: readonly Entry[],
  found: readonly Comparison[],
  table: Table,
): Comparison[] {
  const total = wholeRow(table);
  const whole = entries.find((entry) => entry.cells[0]?.row === total && entry.place === null);
  const nodes = new Set(entries.flatMap(({ node }) => node ?? []));
  if (!whole || !total || nodes.size < 2 || !isFullyNamed(table)) return [];
  const lacking = figures.filter(
    (figure) =>
      figure.place === null &&
      isBelow(figure.node, whole.node) &&
      figure.amount.gt(0) &&
      !found.some(
        (one) => one.figure === figure || isAbove(one.figure, figure) || isAbove(figure, one.figure),
      ) &&
      ![...nodes].some((node) => isBelow(figure.node, node) && node !== whole.node),
  );
  const top = lacking.filter((figure) => !lacking.some((other) => isAbove(other, figure)));
  const agrees = found.filter(isWithin).length;
  return agrees > 0 || figures[0]?.origin === 'option'
    ? top.map((figure) => compare(figure, whole, 'missing'))
    : [];
}

/** Money given to what the decision does not name, where it is just what the total is over. */
export function unlisted(
  figures: readonly AssignedFigure[],
  entries: readonly Entry[],
  whole: Comparison | undefined,
  found: readonly Comparison[],
): Comparison[] {
  if (!whole || isWithin(whole) || whole.difference.lt(0) || figures.length < 3) return [];
  const odd = entries.filter(
    (entry) =>
      entry.node !== null &&
      entry.node !== whole.entry.node &&
      entry.place === null &&
      entry.amount.gt(0) &&
      !figures.some(
        ({ node }) =>
          node === entry.node || isBelow(node, entry.node) || (node !== null && isBelow(entry.node, node)),
      ),
  );
  const top = odd.filter((entry) => !odd.some((other) => isBelow(entry.node, other.node)));
  const zero = (entry: Entry) =>
    compare(
      { ...whole.figure, node: entry.node, amount: entry.amount.times(0), title: '' },
      entry,
      'unlisted',
    );
  const given = top.map(zero);
  const explained = [...found, ...given]
    .filter(
      (one) =>
        one !== whole &&
        one.figure.place === null &&
        !found.some((other) => other !== whole && isAbove(other.figure, one.figure)),
    )
    .reduce((sum, { difference }) => sum.plus(difference), whole.difference.minus(whole.difference));
  return given.length > 0 &&
    whole.difference
      .minus(explained)
      .abs()
      .lt(whole.room.times(given.length + 1))
    ? given
    : [];
}
