export { publishedSchemas } from './publish.js';
export { checkReportSchema, checkReportsSchema, errorDocumentSchema } from './report.js';
