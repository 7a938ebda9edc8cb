import { Decimal } from '../../amount/index.js';
import {
  AllocationError,
  type AllocationProof,
  type AllocationReceiver,
  type AllocationShare,
  allocate,
} from '../../law/index.js';
import type { FactValue, LawReference } from '../../report/types.js';
import type { Book } from '../../sheet/book.js';
import type { Table, TableColumn, TableRow } from '../../sheet/types.js';
import { columnName } from '../../snapshot/index.js';
import { leafRows } from '../leaves.js';
import type { Plan } from '../target.js';
import type { DivideOption } from '../types.js';
import { type ChosenBlock, chooseBlock } from './criteria.js';
import { factsOf, rowsWithFacts } from './criteria-facts.js';

/** Who takes part in a division, with which weight, and how the weight came about. */
export interface Weighed {
  readonly row: TableRow;
  readonly weight: string;
  /** Money settled beforehand, outside of the weights; `0` where there is none. */
  readonly addition: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly law: readonly LawReference[];
}

/** The rows that share a sum, or `null` after saying why they cannot be weighed. */
export function weigh(
  book: Book,
  table: Table,
  into: TableColumn,
  wish: DivideOption,
  total: string | null,
  plan: Plan,
): readonly Weighed[] | null {
  if (wish.by === 'criteria') return weighByLaw(book, table, into, wish, total, plan);
  const rows = leafRows(table);
  const plain = { addition: '0', facts: {}, law: [] };
  if (wish.by === 'equal') return rows.map((row) => ({ row, weight: '1', ...plain }));
  const column = table.columns.find((one) => columnName(one.column) === wish.by)?.column;
  if (column === undefined) {
    plan.refuse('no-weight-column', table.sheet, null, { column: wish.by });
    return null;
  }
  return rows.flatMap((row) => {
    const value = book.evaluator.value(table.sheet, row.row, column);
    return value.kind === 'number' ? [{ row, weight: value.value.toFixed(), ...plain }] : [];
  });
}

function weighByLaw(
  book: Book,
  table: Table,
  into: TableColumn,
  wish: DivideOption,
  total: string | null,
  plan: Plan,
): readonly Weighed[] | null {
  const choice = chooseBlock(table, into, wish);
  if (choice.kind === 'refused') {
    plan.refuse(choice.code, table.sheet, null, choice.facts);
    return null;
  }
  const { chosen } = choice;
  const rows = rowsWithFacts(book, table, leafRows(table), chosen);
  const receivers: AllocationReceiver[] = [];
  for (const row of rows) {
    const facts = factsOf(book, table, row, chosen);
    if ('code' in facts) {
      plan.refuse(facts.code, table.sheet, facts.cell, facts.facts);
      return null;
    }
    receivers.push(facts);
  }
  const proof = proven(table, chosen, total, receivers, plan);
  if (!proof) return null;
  const law = [{ ...proof.law, status: proof.status }];
  return proof.receivers.map((share, i) => ({
    row: rows[i]!,
    weight: share.weight,
    addition: share.addition,
    facts: factsOfShare(share, chosen),
    law,
  }));
}

function proven(
  table: Table,
  { block }: ChosenBlock,
  total: string | null,
  receivers: readonly AllocationReceiver[],
  plan: Plan,
): AllocationProof | null {
  try {
    return allocate(block.id, new Decimal(total ?? 0).abs(), receivers);
  } catch (error) {
    if (!(error instanceof AllocationError)) throw error;
    plan.refuse('criteria-outside', table.sheet, null, { reason: error.message });
    return null;
  }
}

/** The coefficients of one receiver, as they are multiplied and added up. */
function factsOfShare({ factors, weight }: AllocationShare, chosen: ChosenBlock): Record<string, FactValue> {
  const terms = factors.flatMap((factor) => factor.terms);
  const timesOf = (times: string) => (times === '1' ? '' : ` × ${times}`);
  const sums = factors.map(({ terms: own }) =>
    own.map(({ coefficient, times }) => `${coefficient}${timesOf(times)}`).join(' + '),
  );
  return {
    block: chosen.block.id,
    formula: chosen.block.formula.text,
    criteria: terms.map(({ criterion }) => {
      const column = chosen.columns.get(criterion);
      return `${criterion} = ${column ? columnName(column.column) : '?'}`;
    }),
    names: terms.map(({ name }) => name),
    given: terms.map(({ given }) => given),
    coefficients: terms.map(({ coefficient }) => coefficient),
    cases: terms.map((term) => term.case),
    computation: `${sums.length === 1 ? sums[0] : sums.map((sum) => `(${sum})`).join(' × ')} = ${weight}`,
    points: weight,
    note: chosen.block.note ?? null,
  };
}

/** `=C5*5+D5*3`: points as a live formula where they are so much for each unit; `null` where a table gives them. */
export function pointsFormula(
  table: Table,
  wish: DivideOption,
  into: TableColumn,
  row: number,
): string | null {
  const choice = chooseBlock(table, into, wish);
  if (choice.kind === 'refused') return null;
  const { file, block, columns } = choice.chosen;
  const [factor = [], ...others] = block.formula.factors;
  const products = factor.map(({ criterion, times }) => {
    const { each, atMost } = file.criteria[criterion]!;
    if (each === undefined || atMost !== undefined) return null;
    const coefficient = new Decimal(each).times(times);
    const cell = `${columnName(columns.get(criterion)!.column)}${row}`;
    return coefficient.eq(1) ? cell : `${cell}*${coefficient.toFixed()}`;
  });
  return others.length > 0 || products.includes(null) ? null : `=${products.join('+')}`;
}
