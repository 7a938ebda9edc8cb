import { z } from 'zod';
import { FINDING_CODES } from '../report/types.js';
import { SOURCES } from '../sheet/types.js';

const cell = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/);
const area = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}(:[A-Z]{1,3}[1-9]\d{0,6})?$/);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const count = z.int().nonnegative();
const cellName = z.strictObject({ sheet: z.string(), cell });
const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const capital = z.enum(['all', 'investment', 'recurrent']);
const source = z.enum(['total', ...SOURCES]);
const stage = z.enum([
  'plan',
  'carried-over',
  'before',
  'increase',
  'decrease',
  'after',
  'disbursed',
  'remaining',
]);
const evidence = z.enum(['formula', 'layout', 'figures', 'column-numbers']);

const law = z.strictObject({
  instrument: z.string(),
  article: z.string(),
  status: z.enum(['verified', 'unverified']),
});

const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('blank') }),
  z.strictObject({ kind: z.literal('number'), value: decimal }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('boolean'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('formula'), formula: z.string(), cached: z.string().nullable() }),
]);

const edit = z.strictObject({
  sheet: z.string(),
  cell,
  before: content,
  after: content,
  numberFormat: z.string().optional(),
});

const finding = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{16}$/),
  code: z.enum(FINDING_CODES),
  severity: z.enum(['error', 'warning', 'info']),
  sheet: z.string(),
  cell,
  cells: z.array(cell).min(1),
  count: z.int().positive(),
  candidates: z.array(cellName),
  message: z.string().min(1),
  facts: z.record(z.string(), fact),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  difference: z.string().nullable(),
  unit: z.string().nullable(),
  law: z.array(law),
  consequences: z.array(cellName),
  fix: z.strictObject({ safe: z.boolean(), edits: z.array(edit) }).nullable(),
});

const column = z.strictObject({
  column: z.string().regex(/^[A-Z]{1,3}$/),
  role: z.enum([
    'ordinal',
    'title',
    'amount',
    'quantity',
    'percent',
    'place',
    'unit-in-charge',
    'decision',
    'period',
    'code',
    'note',
    'other',
  ]),
  header: z.array(z.string()),
  source: source.optional(),
  capital: capital.optional(),
  year: z.int().nullable().optional(),
  stage: stage.optional(),
  unit: z.string().optional(),
  programme: z.string().optional(),
  node: z.string().optional(),
  place: z.string().optional(),
});

const row = z.strictObject({
  row: z.int().positive(),
  kind: z.enum([
    'programme',
    'component',
    'project',
    'sub-project',
    'content',
    'place',
    'agency',
    'work',
    'item',
    'section',
    'source',
    'of-which',
    'subtotal',
    'grand-total',
  ]),
  level: count,
  programme: z.string().nullable(),
  node: z.string().nullable(),
  parent: z.int().positive().nullable(),
  title: z.string(),
});

const relation = z.strictObject({
  whole: z.string(),
  parts: z.array(z.string()),
  complete: z.boolean(),
  evidence,
});

const table = z.strictObject({
  sheet: z.string(),
  range: area,
  headerRange: area,
  unit: z.string().nullable(),
  scale: z.number().positive().nullable(),
  programme: z.string().nullable(),
  year: z.int().nullable(),
  columns: z.array(column),
  rows: z.array(row),
  relations: z.array(relation),
});

const assigned = z.strictObject({
  origin: z.enum(['option', 'file', 'sheet', 'heading', 'row', 'column']),
  workbook: z.string().nullable(),
  sheet: z.string().nullable(),
  cell: cell.nullable(),
  programme: z.string().nullable(),
  node: z.string().nullable(),
  place: z.string().nullable(),
  source: source.nullable(),
  capital: capital.nullable(),
  year: z.int().nullable(),
  amount: decimal.nullable(),
  unit: z.string().nullable(),
  comparedWith: z.array(cellName),
});

const notChecked = z.strictObject({
  code: z.string(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  facts: z.record(z.string(), fact),
  what: z.string().min(1),
  why: z.string().min(1),
});

/** A province's own rules that the report went by, named with the hash of their file. */
const layerInUse = z.strictObject({
  name: z.string().min(1),
  province: z.string().min(1),
  file: z.string().nullable(),
  version: z.string().nullable(),
  hash: z
    .string()
    .regex(/^sha256-/)
    .nullable(),
  precedence: z.int().positive(),
});

/** The report of one workbook, `check-report/1`. Amounts are decimal strings in the sheet's unit. */
export const checkReportSchema = z.strictObject({
  schema: z.literal('check-report/1'),
  tool: z.strictObject({ name: z.literal('ctmtqg'), version: z.string() }),
  rules: z.strictObject({
    version: z.string(),
    hash: z.string().regex(/^sha256-/),
    asOf: isoDate.nullable(),
    layers: z.array(layerInUse).min(1).optional(),
  }),
  workbook: z.string(),
  status: z.enum(['clean', 'findings', 'incomplete']),
  counts: z.strictObject({ error: count, warning: count, info: count }),
  checked: z.strictObject({ cells: count, sums: count, rows: count }),
  tables: z.array(table),
  assigned: z.array(assigned).optional(),
  findings: z.array(finding),
  notChecked: z.array(notChecked),
});

/** What stands in place of a report where the input or the call cannot be used, `error/1`. */
export const errorDocumentSchema = z.strictObject({
  schema: z.literal('error/1'),
  error: z.strictObject({ code: z.string(), message: z.string().min(1) }),
  workbook: z.string().optional(),
});

/** Reports of several files in one document, `check-reports/1`; a file that cannot be used has an error instead. */
export const checkReportsSchema = z.strictObject({
  schema: z.literal('check-reports/1'),
  reports: z.array(z.union([checkReportSchema, errorDocumentSchema])),
});
