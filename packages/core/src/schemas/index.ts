export { type LayerProblem, type ParsedLayer, parseProvinceLayer, provinceLayerSchema } from './layer.js';
export { publishedSchemas } from './publish.js';
export { publishedRuleSchemas, RULE_SCHEMAS } from './publish-rules.js';
export { checkReportSchema, checkReportsSchema, errorDocumentSchema } from './report.js';
