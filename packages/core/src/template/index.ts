export { makeTemplate } from './template.js';
export type { TemplateCell, TemplateSheet, TemplateStyle, TemplateWish } from './types.js';
