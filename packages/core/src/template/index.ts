export { makeTemplate } from './template.js';
export type {
  TemplateCell,
  TemplateSheet,
  TemplateStyle,
  TemplateValidation,
  TemplateWish,
} from './types.js';
