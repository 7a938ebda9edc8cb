/**
 * What a file may cost. A budget workbook stays far below each of them; a file made to exhaust memory or time
 * does not. Every limit is adjustable by {@link ReadOptions.limits}.
 */
export interface WorkbookLimits {
  /** Bytes of the file as it is handed over. */
  readonly maxFileBytes: number;
  /** Entries of the zip. A workbook of a hundred sheets with drawings has a few hundred. */
  readonly maxEntries: number;
  /** Bytes of one part after inflating. 100,000 × 15 cells take about 70 MB. */
  readonly maxPartBytes: number;
  /** Bytes of all parts that are read, after inflating. */
  readonly maxTotalBytes: number;
  /**
   * How many times a part may be larger than its compressed form, and all parts read so far than theirs, once they
   * are larger than {@link ratioFloorBytes}.
   */
  readonly maxRatio: number;
  /** Up to this size any ratio will do: so little cannot hurt. */
  readonly ratioFloorBytes: number;
  /** Elements inside one another. Real parts stay below 20. */
  readonly maxDepth: number;
  /** Bytes of one tag or one text between two tags. A cell holds at most 32,767 characters. */
  readonly maxTokenBytes: number;
  /** Filled cells of the whole workbook. */
  readonly maxCells: number;
  /** Merged areas of one sheet. */
  readonly maxMergedAreas: number;
  /** Cell formats, fonts, fills … of the workbook, each list. Excel knows at most 65,490 cell formats. */
  readonly maxStyles: number;
  /** Defined names of the workbook. */
  readonly maxNames: number;
  /** Sheets of the workbook. */
  readonly maxSheets: number;
  /** Characters that expanding shared formulas may produce in one sheet. */
  readonly maxFormulaCharacters: number;
  /** The same for each byte of the sheet part; a megabyte is always free. */
  readonly maxFormulaGrowth: number;
}

const MB = 1024 * 1024;

/**
 * The limits that hold unless {@link ReadOptions.limits} says otherwise.
 *
 * @example
 * ```ts
 * DEFAULT_LIMITS.maxEntries; // 10_000
 * ```
 */
export const DEFAULT_LIMITS: WorkbookLimits = {
  maxFileBytes: 256 * MB,
  maxEntries: 10_000,
  maxPartBytes: 512 * MB,
  maxTotalBytes: 1024 * MB,
  maxRatio: 100,
  ratioFloorBytes: 8 * MB,
  maxDepth: 100,
  maxTokenBytes: 4 * MB,
  maxCells: 10_000_000,
  maxMergedAreas: 250_000,
  maxStyles: 70_000,
  maxNames: 100_000,
  maxSheets: 1_000,
  maxFormulaCharacters: 64_000_000,
  maxFormulaGrowth: 5,
};

/**
 * How a workbook is opened.
 *
 * @example
 * ```ts
 * const snapshot = readWorkbook(bytes, { limits: { maxCells: 500_000 } });
 * ```
 */
export interface ReadOptions {
  /** Limits that differ from {@link DEFAULT_LIMITS}. */
  readonly limits?: Partial<WorkbookLimits>;
}

export function resolveLimits(options: ReadOptions | undefined): WorkbookLimits {
  return options?.limits ? { ...DEFAULT_LIMITS, ...options.limits } : DEFAULT_LIMITS;
}
