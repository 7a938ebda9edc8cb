import { plain, stepOf } from '../amount.js';
import { Facts, nameOf, setAmount, setFormula, settle } from '../facts.js';
import { binary, ref } from '../formula.js';
import type { Figure } from '../model.js';
import { type Plant, slip } from './slip.js';

/** A summary that says something else than the sheet that it sums up; its own totals agree with it. */
const crossSheet: Plant = (build, random) => {
  const facts = new Facts(build);
  const links = build.crossSheet.filter(
    ({ whole }) => facts.value(whole) > stepOf(whole.table.unit.digits) * 2000n,
  );
  if (links.length === 0) return null;
  const { whole, parts } = random.pick(links);
  const right = facts.value(whole);
  const wrong = slip(random, right, whole.table.unit.digits, stepOf(whole.table.unit.digits) * 500n);
  if (wrong === null) return null;
  setAmount(build, whole, wrong);
  settle(build, [], false);
  const carriers = whole.table.figures.filter(
    (figure) =>
      figure !== whole &&
      (figure.modelRow === whole.modelRow ||
        figure.modelColumn === whole.modelColumn ||
        figure.modelRow.kind === 'grand-total'),
  );
  return {
    wrong: [
      {
        kind: 'cross-sheet',
        sheet: whole.sheet,
        cell: nameOf(whole),
        acceptCells: [nameOf(whole)],
        codes: ['cross-sheet-mismatch'],
        severity: 'error',
        expected: plain(right),
        candidate: null,
      },
    ],
    also: [
      { cells: carriers.map(nameOf), codes: ['cross-sheet-mismatch'] },
      { cells: parts.map(nameOf), codes: ['cross-sheet-mismatch'] },
    ],
  };
};

/** A link into the detail sheet that takes the neighbour's cell. */
const wrongLink: Plant = (build, random) => {
  const facts = new Facts(build);
  const links = build.crossSheet.filter(({ whole }) => facts.isFormula(whole) && facts.value(whole) > 0n);
  if (links.length === 0) return null;
  const { whole, parts } = random.pick(links);
  const part = parts[0] as Figure;
  const content = facts.cell(whole)?.content;
  if (content?.kind !== 'formula' || content.expression.kind !== 'binary') return null;
  const other = part.table.figures.find(
    (figure) =>
      figure.modelRow === part.modelRow &&
      figure.modelColumn.key !== part.modelColumn.key &&
      figure.modelColumn.source === (part.modelColumn.source === 'central' ? 'local' : 'central'),
  );
  if (!other || facts.value(other) === facts.value(part)) return null;
  const right = facts.value(whole);
  setFormula(build, whole, binary('/', ref(other.row, other.column, other.sheet), content.expression.right));
  return {
    wrong: [
      {
        kind: 'wrong-link',
        sheet: whole.sheet,
        cell: nameOf(whole),
        acceptCells: [nameOf(whole)],
        codes: ['wrong-reference', 'cross-sheet-mismatch'],
        severity: 'error',
        expected: plain(right),
        candidate: null,
      },
    ],
  };
};

export const BOOK_MISTAKES: Readonly<Record<string, Plant>> = {
  'cross-sheet': crossSheet,
  'wrong-link': wrongLink,
};
