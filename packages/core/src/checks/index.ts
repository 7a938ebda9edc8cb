import type { Check } from './types.js';

/** Every check of a workbook, in the order in which they run. */
export const CHECKS: readonly Check[] = [];
