export { checkReportSchema, checkReportsSchema, errorDocumentSchema } from './report.js';
