import {
  ALLOCATIONS,
  type AllocationBlock,
  type AllocationCriterion,
  type AllocationFile,
} from '../../law/index.js';
import type { FactValue } from '../../report/types.js';
import type { Table, TableColumn } from '../../sheet/types.js';
import { columnName } from '../../snapshot/index.js';
import type { DivideOption } from '../types.js';
import { matchCriteria } from './match-criteria.js';

/** A way of dividing by law, with the column of the sheet for each of its criteria. */
export interface ChosenBlock {
  readonly file: AllocationFile;
  readonly block: AllocationBlock;
  readonly columns: ReadonlyMap<string, TableColumn>;
  /** Column of the money that is settled beforehand, `Di`. */
  readonly addition: TableColumn | null;
}

/** The block chosen, or why none can be, as a code with its facts. */
export type BlockChoice =
  | { readonly kind: 'chosen'; readonly chosen: ChosenBlock }
  | {
      readonly kind: 'refused';
      readonly code:
        | 'no-allocation'
        | 'unknown-block'
        | 'unknown-criterion'
        | 'criteria-missing'
        | 'several-blocks';
      readonly facts: Readonly<Record<string, FactValue>>;
    };

interface Candidate {
  readonly file: AllocationFile;
  readonly block: AllocationBlock;
}

/** Key of the money settled beforehand among the criteria. */
const additionKey = (block: AllocationBlock) => block.formula.addition?.fact ?? null;

function wantedBy({ file, block }: Candidate): Map<string, Pick<AllocationCriterion, 'name'>> {
  const keys = block.formula.factors.flat().map(({ criterion }) => criterion);
  const wanted = new Map<string, Pick<AllocationCriterion, 'name'>>(
    keys.map((key) => [key, file.criteria[key]!]),
  );
  const { addition } = block.formula;
  if (addition) wanted.set(addition.fact, { name: addition.name });
  return wanted;
}

/** The ways of dividing that may be meant: by the programme, its years, the node and the kind of capital. */
function candidatesFor(table: Table, into: TableColumn, id: string | null): Candidate[] {
  const { programme, year } = table.dimensions;
  const node = into.effective.node ?? table.dimensions.node;
  const { capital } = into.effective;
  return ALLOCATIONS.flatMap((file) => file.blocks.map((block) => ({ file, block }))).filter(
    ({ file, block }) =>
      id !== null
        ? block.id === id
        : file.programme === programme &&
          (year === null ||
            (Number(file.from.slice(0, 4)) <= year && Number(file.to?.slice(0, 4) ?? year) >= year)) &&
          (node === null || block.node === '*' || block.node === node || block.node.startsWith(`${node}.`)) &&
          (block.capital === 'all' || capital === null || capital === 'all' || block.capital === capital),
  );
}

/** Which way of dividing the sheet's own columns carry; the caller may name it, and its columns. */
export function chooseBlock(table: Table, into: TableColumn, wish: DivideOption): BlockChoice {
  const id = wish.block ?? null;
  const candidates = candidatesFor(table, into, id);
  if (candidates.length === 0) {
    const known = ALLOCATIONS.flatMap(({ blocks }) => blocks.map((block) => block.id));
    return id === null
      ? { kind: 'refused', code: 'no-allocation', facts: { programme: table.dimensions.programme } }
      : { kind: 'refused', code: 'unknown-block', facts: { block: id, known } };
  }
  const wrong = Object.entries(wish.criteria ?? {}).find(
    ([key, letters]) =>
      !candidates.some((candidate) => wantedBy(candidate).has(key)) ||
      !table.columns.some(({ column }) => columnName(column) === letters),
  );
  if (wrong) {
    const known = candidates.flatMap((candidate) => [...wantedBy(candidate).keys()]);
    return {
      kind: 'refused',
      code: 'unknown-criterion',
      facts: { criterion: wrong[0], column: wrong[1], known: [...new Set(known)] },
    };
  }
  const tried = candidates.map((candidate) => ({
    candidate,
    match: columnsOf(table, into, candidate, wish),
  }));
  const carried = tried.filter(({ match }) => match.missing.length === 0);
  if (carried.length === 1) return { kind: 'chosen', chosen: chosenBlock(carried[0]!) };
  if (carried.length > 1)
    return {
      kind: 'refused',
      code: 'several-blocks',
      facts: { blocks: carried.map(({ candidate: { block } }) => block.id) },
    };
  const [nearest] = [...tried].sort(
    (a, b) => b.match.columns.size - a.match.columns.size || a.match.missing.length - b.match.missing.length,
  );
  return { kind: 'refused', code: 'criteria-missing', facts: missingFacts(nearest!, candidates.length) };
}

interface Tried {
  readonly candidate: Candidate;
  readonly match: { readonly columns: ReadonlyMap<string, TableColumn>; readonly missing: readonly string[] };
}

function columnsOf(
  table: Table,
  into: TableColumn,
  candidate: Candidate,
  wish: DivideOption,
): Tried['match'] {
  const wanted = wantedBy(candidate);
  const named = new Map<string, TableColumn>();
  for (const [key, letters] of Object.entries(wish.criteria ?? {})) {
    const column = table.columns.find((one) => columnName(one.column) === letters);
    if (wanted.has(key) && column) named.set(key, column);
  }
  const free = table.columns.filter(
    (column) => column !== into && ![...named.values()].includes(column) && isCriterionColumn(column),
  );
  const rest = new Map([...wanted].filter(([key]) => !named.has(key)));
  const match = matchCriteria(free, rest);
  return {
    columns: new Map([...named, ...match.columns]),
    missing: [...match.missing, ...match.doubtful],
  };
}

function isCriterionColumn({ role }: TableColumn): boolean {
  return role !== 'ordinal' && role !== 'title' && role !== 'note';
}

function chosenBlock({ candidate: { file, block }, match }: Tried): ChosenBlock {
  const key = additionKey(block);
  return {
    file,
    block,
    columns: new Map([...match.columns].filter(([one]) => one !== key)),
    addition: key === null ? null : match.columns.get(key)!,
  };
}

function missingFacts({ candidate, match }: Tried, count: number): Record<string, FactValue> {
  const wanted = wantedBy(candidate);
  const nameOf = (key: string) => `${wanted.get(key)!.name} (${key})`;
  return {
    block: candidate.block.id,
    others: count - 1,
    missing: match.missing.map(nameOf),
    found: [...match.columns].map(([key, column]) => `${columnName(column.column)} = ${nameOf(key)}`),
    key: match.missing[0] ?? null,
  };
}
