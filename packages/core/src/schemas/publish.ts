import { z } from 'zod';
import { checkReportSchema, checkReportsSchema, errorDocumentSchema } from './report.js';

const SCHEMAS = {
  'check-report-1': checkReportSchema,
  'check-reports-1': checkReportsSchema,
  'error-1': errorDocumentSchema,
} as const;

/** The published JSON Schemas (draft 2020-12) by name; files of these names stand in `docs/schema`. */
export function publishedSchemas(): Record<keyof typeof SCHEMAS, object> {
  const entries = Object.entries(SCHEMAS).map(([name, schema]) => [
    name,
    { $id: `urn:ctmtqg:schema:${name}`, ...z.toJSONSchema(schema) },
  ]);
  return Object.fromEntries(entries) as Record<keyof typeof SCHEMAS, object>;
}
