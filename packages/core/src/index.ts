export * from './amount/index.js';
export type {
  AssignedAmount,
  AssignedBook,
  AssignedGiven,
  AssignedInput,
  AssignedSheet,
  AssignedWorkbook,
} from './assigned/types.js';
export { type CheckSettings, check, checkTables, openBook, understand } from './check.js';
export * from './checks/types.js';
export * from './eligibility/index.js';
export * from './fill/index.js';
export * from './formula/index.js';
export * from './funding/index.js';
export * from './law/index.js';
export {
  childrenOf,
  createTitleIndex,
  findNode,
  findProgramme,
  isCompared,
  type LevelMark,
  type MatchContext,
  type ParsedTitle,
  type ProgrammeMention,
  parseTitle,
  pathOf,
  programmesNamed,
  stepOf,
  type TitleIndex,
  type TitleMatch,
  type TitleSegment,
  titleIndexOf,
} from './programmes/index.js';
export * from './report/index.js';
export type * from './rules/types.js';
export * from './sheet/book.js';
export type { ColumnCorrection } from './sheet/corrections.js';
export * from './sheet/types.js';
export * from './snapshot/index.js';
export * from './template/index.js';
export { decodeText, foldText } from './text/index.js';
