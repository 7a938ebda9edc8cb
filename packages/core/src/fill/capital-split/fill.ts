import { capitalOf } from '../../sheet/vocabulary.js';
import { fillRest, isByCapital, restRelations } from '../rest-of-total.js';
import { fillByRatio } from '../shares/fill-by-ratio.js';
import { Plan } from '../target.js';
import type { Fill } from '../types.js';

/**
 * Investment and recurrent capital: by a ratio that the caller gives or the sheet states, else the column that is
 * blank throughout from the total less the other one.
 */
export const capitalSplit: Fill = {
  code: 'capital-split',
  plan(context) {
    const plan = new Plan(context.book, 'capital-split');
    fillByRatio(context, plan, {
      keyOf: ({ effective: { capital } }) => (capital === 'all' ? null : capital),
      keyOfText: (folded) => capitalOf(folded),
      names: (receiver) => receiver === 'investment' || receiver === 'recurrent',
    });
    const shared = plan.filled();
    for (const table of context.tables)
      for (const sum of restRelations(table)) if (isByCapital(table, sum)) fillRest(shared, table, sum, plan);
    return plan;
  },
};
