import { BOOK_MISTAKES } from './books.js';
import { CACHE_MISTAKES } from './caches.js';
import { CELL_MISTAKES } from './cells.js';
import { FORMULA_MISTAKES } from './formulas.js';
import { LAW_MISTAKES } from './law.js';
import { PROGRAMME_MISTAKES } from './programme.js';
import { SHOWN_MISTAKES } from './shown.js';
import type { Plant } from './slip.js';
import { SUM_MISTAKES } from './sums.js';

/** Every kind of mistake that can be planted. */
export const MISTAKES: Readonly<Record<string, Plant>> = {
  ...SUM_MISTAKES,
  ...SHOWN_MISTAKES,
  ...BOOK_MISTAKES,
  ...FORMULA_MISTAKES,
  ...CACHE_MISTAKES,
  ...CELL_MISTAKES,
  ...PROGRAMME_MISTAKES,
  ...LAW_MISTAKES,
};
