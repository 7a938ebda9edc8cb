import { check } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { vi } from '@ctmtqg/core/vi';
import { readWorkbook } from '@ctmtqg/workbook';
import type { Product } from './measure.js';

/** The one place where the product is called; the generator knows nothing of it. */
export const product: Product = (bytes, options) =>
  check(readWorkbook(bytes), {
    rules: RULES,
    locale: vi,
    workbook: 'case.xlsx',
    match: (options.match ?? []).map((ratio) => ({ ratio, capital: 'all' })),
    programme: options.programme ?? null,
    year: options.year ?? null,
  });
