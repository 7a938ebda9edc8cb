import { sourceOf } from '../../sheet/vocabulary.js';
import { fillByRatio } from '../shares/fill-by-ratio.js';
import { Plan } from '../target.js';
import type { Fill } from '../types.js';
import { fillByRule } from './by-rule.js';

/**
 * Source columns by ratio: a share of the total or of another source, as the caller gives it, as the sheet states it,
 * or as the counterpart rule in force divides a total between the central and the local budget.
 */
export const sourceRatio: Fill = {
  code: 'source-ratio',
  plan(context) {
    const plan = new Plan(context.book, 'source-ratio');
    const stated = fillByRatio(context, plan, {
      keyOf: ({ effective: { source } }) => (source === 'total' ? null : source),
      keyOfText: (folded) => sourceOf(folded),
      names: (receiver) => receiver !== 'investment' && receiver !== 'recurrent',
    });
    const shared = { ...context, book: plan.filled() };
    for (const table of context.tables) fillByRule(shared, table, stated, plan);
    return plan;
  },
};
