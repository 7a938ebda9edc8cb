export { createIdentifier } from './identifier.js';
export { childrenOf, findNode, findProgramme, isWithin, pathOf } from './lookup.js';
export { type ProgrammeMention, programmesNamed } from './name-index.js';
export { type LevelMark, type ParsedTitle, parseTitle, type TitleSegment } from './parse-title.js';
export {
  createTitleIndex,
  isCompared,
  type MatchContext,
  stepOf,
  type TitleIndex,
  type TitleMatch,
  titleIndexOf,
} from './title-index.js';
