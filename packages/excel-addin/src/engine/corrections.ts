export type { ColumnCorrection } from '@ctmtqg/core';

/** The header of a column as one text, by which a correction finds it again. */
export const headerText = (path: readonly string[]) => path.join(' / ');
