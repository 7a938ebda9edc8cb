import { addMonths } from '../law/dated.js';
import { listTest, NONE } from './lists.js';
import type { Situation } from './situation.js';
import type { FactCondition, FactInput } from './types.js';

/** What of a case a test may look at besides the value. */
export type Setting = Pick<Situation, 'facts' | 'asOf' | 'listDay'>;

/** What a test looks at besides the value: nothing, the day of the lists, the day asked about, other facts too. */
export type Beside = 'nothing' | 'list-day' | 'day' | 'case';

/** A test of one value. */
export interface Test {
  readonly beside: Beside;
  of(value: FactInput, setting: Setting): boolean | null;
}

const always = (of: (value: FactInput) => boolean | null): Test => ({ beside: 'nothing', of });

/** The test of a leaf; bounds stay as strict as the law has them. */
export function testOf(condition: FactCondition): Test {
  const { is, list, atLeast, moreThan, atMost, lessThan, withinMonths } = condition;
  const among = condition.in;
  if (is !== undefined) return always((value) => value === is);
  if (among !== undefined) {
    const allowed = new Set<FactInput>(among);
    return always((value) => allowed.has(value));
  }
  if (list !== undefined) {
    const onList = listTest(list);
    // Who is of a minority does not change with the day.
    if (list === 'minority') return always((value) => (typeof value === 'string' ? onList(value, '') : null));
    return {
      beside: 'list-day',
      of: (value, { listDay }) => (typeof value === 'string' ? onList(value, listDay) : null),
    };
  }
  if (withinMonths !== undefined) {
    return { beside: 'day', of: (value, { asOf }) => isWithin(value, withinMonths, asOf) };
  }
  return always((value) => {
    if (typeof value !== 'number') return null;
    return (
      (atLeast === undefined || value >= atLeast) &&
      (moreThan === undefined || value > moreThan) &&
      (atMost === undefined || value <= atMost) &&
      (lessThan === undefined || value < lessThan)
    );
  });
}

function isWithin(value: FactInput, months: number, asOf: string): boolean | null {
  if (value === NONE) return false;
  return typeof value === 'string' ? value <= asOf && asOf <= addMonths(value, months) : null;
}
