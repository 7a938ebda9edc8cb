import { fillRest, isByCapital, restRelations } from '../rest-of-total.js';
import { Plan } from '../target.js';
import type { Fill } from '../types.js';

/**
 * A source column that is blank throughout while the totals stand: what is left of each total. Nothing is written
 * where nothing is left, nor in a table where some row would come out below zero.
 */
export const missingSource: Fill = {
  code: 'missing-source',
  plan({ book, tables }) {
    const plan = new Plan(book, 'missing-source');
    for (const table of tables)
      for (const sum of restRelations(table)) if (!isByCapital(table, sum)) fillRest(book, table, sum, plan);
    return plan;
  },
};
