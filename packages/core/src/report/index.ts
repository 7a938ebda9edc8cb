export { type CatalogueEntry, FINDING_CATALOGUE, type FindingGroup } from './catalogue.js';
export type { FindingMessage, GapMessage, GapSentence, Locale, Messages, Wording } from './locale.js';
export { MAX_SINGLE_RELATIONS } from './relations.js';
export * from './types.js';
