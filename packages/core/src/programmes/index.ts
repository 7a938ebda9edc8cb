export { createIdentifier } from './identifier.js';
export { isCompared, stepOf } from './level-marks.js';
export { capitalKindsOf, childrenOf, findNode, findProgramme, isWithin, pathOf } from './lookup.js';
export { type ProgrammeMention, programmesNamed } from './name-index.js';
export { type LevelMark, type ParsedTitle, parseTitle, type TitleSegment } from './parse-title.js';
export { withoutPastPeriods } from './past-periods.js';
export {
  createTitleIndex,
  type MatchContext,
  type TitleIndex,
  type TitleMatch,
  titleIndexOf,
} from './title-index.js';
