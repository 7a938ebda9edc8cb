import { analyseAssigned } from './assigned/analysis.js';
import type { AssignedGiven, AssignedInput } from './assigned/types.js';
import { CHECKS } from './checks/index.js';
import { foreignLayers } from './checks/support/foreign-layers.js';
import type { CheckContext, CheckOptions, MatchOption } from './checks/types.js';
import { createEvaluator } from './formula/index.js';
import { createIdentifier } from './programmes/index.js';
import { assembleReport } from './report/assemble.js';
import type { Locale } from './report/locale.js';
import type { CheckReport } from './report/types.js';
import type { RuleSet } from './rules/types.js';
import type { Book } from './sheet/book.js';
import type { ColumnCorrection } from './sheet/corrections.js';
import { recognise } from './sheet/recognise.js';
import type { Table } from './sheet/types.js';
import type { WorkbookSnapshot } from './snapshot/types.js';
import { cellText } from './text/index.js';

/** What {@link check} goes by: the law, the language, and what the caller knows of the sheet. */
export interface CheckSettings {
  /** The law to check by; `RULES` of `@ctmtqg/core/rules`. */
  readonly rules: RuleSet;
  /** Language of the messages; `vi` of `@ctmtqg/core/vi`, `en` of `@ctmtqg/core/en`. */
  readonly locale: Locale;
  /** Name of the workbook, as the report shall show it. */
  readonly workbook?: string;
  /** Counterpart ratios that hold here, `[{ ratio: '0.15', capital: 'recurrent' }]`. */
  readonly match?: readonly MatchOption[];
  /** Share of the province's budget that the centre supports, in percent, `'60'`. */
  readonly supportRate?: string | null;
  /** Programme where the sheet does not name it, `dttsmn-2021-2025`. */
  readonly programme?: string | null;
  /** Budget year where the sheet does not name it. */
  readonly year?: number | null;
  /** Names of the sheets to check; absent: all. */
  readonly sheets?: readonly string[];
  /** What a person said of columns that were understood otherwise; rows and sums are read anew from it. */
  readonly corrections?: readonly ColumnCorrection[];
  /** ISO date of the law to apply; absent: the sheet's own date, else 31 December of its year. */
  readonly asOf?: string | null;
  /**
   * What the level above assigned: amounts, `[{ kind: 'amount', node: 'DA1', amount: '1200', … }]`, or the workbook of its
   * decision, `{ kind: 'workbook', name: 'QĐ 12.xlsx', snapshot }`, or a sheet of this one that holds it,
   * `{ kind: 'sheet', sheet: 'QĐ giao' }`. What the other sheets give out may be neither more nor less.
   */
  readonly assigned?: readonly AssignedGiven[];
}

/**
 * The snapshot with what is computed from it on demand: exact values and decoded texts. For a check of tables that the
 * user has corrected, together with {@link checkTables}.
 *
 * @example
 * ```ts
 * const sheet = { name: 'Biểu 1', cells: { C4: 0.1, C5: 0.2, C6: '=SUM(C4:C5)' } };
 * openBook(buildSnapshot([sheet])).evaluator.value(0, 6, 3); // { kind: 'number', value: 0.3 }
 * ```
 */
export function openBook(snapshot: WorkbookSnapshot): Book {
  const evaluator = createEvaluator(snapshot);
  return { snapshot, evaluator, text: (sheet, row, column) => cellText(snapshot, sheet, row, column) };
}

/** The date of the law: asked for, else the sheet's own, else the end of its year. */
function dateOfLaw(tables: readonly Table[], asked: string | null): string | null {
  if (asked !== null) return asked;
  for (const { date } of tables) if (date !== null) return date;
  for (const { dimensions } of tables) if (dimensions.year !== null) return `${dimensions.year}-12-31`;
  return null;
}

/** Everything that the settings say to the checks. */
function optionsOf(book: Book, settings: CheckSettings): CheckOptions {
  const { match, supportRate, asOf, assigned } = settings;
  return {
    match: match ?? [],
    supportRate: supportRate ?? null,
    asOf: asOf ?? null,
    assigned: (assigned ?? []).map((given) => assignedInput(book, given, settings)),
  };
}

/** The workbook of a decision, understood with what the caller knows of the sheet; a decision may leave that out too. */
function assignedInput(
  checked: Book,
  given: AssignedGiven,
  { rules, programme, year }: CheckSettings,
): AssignedInput {
  if (given.kind === 'amount') return given;
  const book = given.kind === 'sheet' ? checked : openBook(given.snapshot);
  const tables = understand(book, {
    rules,
    ...(given.kind === 'sheet' ? { sheets: [given.sheet] } : {}),
    ...(programme === undefined ? {} : { programme }),
    ...(year === undefined ? {} : { year }),
  });
  const name = given.kind === 'sheet' ? null : given.name;
  return { kind: 'book', name, book, tables, place: given.place ?? null };
}

/**
 * Checks tables that are already understood, perhaps corrected by the user. {@link check} recognises them first.
 *
 * @param book the workbook with its evaluator, from {@link openBook}
 * @param tables what is known of its tables
 * @example
 * ```ts
 * const book = openBook(snapshot);
 * checkTables(book, [], { rules: RULES, locale: vi }).status; // 'incomplete'
 * ```
 */
export function checkTables(book: Book, tables: readonly Table[], settings: CheckSettings): CheckReport {
  const { rules, locale } = settings;
  const context: CheckContext = { book, tables, rules, options: optionsOf(book, settings) };
  const results = CHECKS.map((one) => one.run(context));
  return assembleReport({
    book,
    tables,
    findings: results.flatMap((result) => result.findings),
    notChecked: [...foreignLayers(book, tables, rules), ...results.flatMap((result) => result.notChecked)],
    assigned: analyseAssigned(context).record,
    rules,
    locale,
    workbook: settings.workbook ?? '',
    asOf: dateOfLaw(tables, settings.asOf ?? null),
    sheets: settings.sheets ?? null,
  });
}

/**
 * Checks a workbook: understands its tables, adds up its sums, matches its titles to the programmes, and says which
 * cells are wrong, what should stand there, and by which article. The same input always gives the same report.
 *
 * @param snapshot from `readWorkbook` of `@ctmtqg/workbook`, or from a live Excel range
 * @returns amounts as decimal strings in the sheet's unit, messages in the language of `settings.locale`
 * @example
 * ```ts
 * const report = check(readWorkbook(bytes), { rules: RULES, locale: vi });
 * report.findings.map((finding) => `${finding.cell}: ${finding.message}`);
 * ```
 */
export function check(snapshot: WorkbookSnapshot, settings: CheckSettings): CheckReport {
  const book = openBook(snapshot);
  return checkTables(book, understand(book, settings), settings);
}

/**
 * Understands the tables of a workbook: where they stand, what columns and rows mean, which figures add up. Use it
 * where a person may correct what was understood before {@link checkTables}, or where a fill follows.
 *
 * @param book from {@link openBook}
 * @example
 * ```ts
 * const tables = understand(openBook(snapshot), { rules: RULES });
 * tables[0]?.dimensions.programme; // 'dttsmn-2021-2025'
 * ```
 */
export function understand(
  book: Book,
  settings: Pick<CheckSettings, 'rules' | 'sheets' | 'programme' | 'year' | 'corrections'>,
): Table[] {
  const { rules, sheets, programme, year, corrections } = settings;
  return recognise(book, rules, createIdentifier(rules), {
    programme: programme ?? null,
    year: year ?? null,
    ...(sheets ? { sheets } : {}),
    ...(corrections ? { corrections } : {}),
  });
}
