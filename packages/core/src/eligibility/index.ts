export { type Choice, chooseHighest, normsOf } from './choose.js';
export {
  compileEligibility,
  EligibilityEngine,
  type EligibilityRules,
  type Support,
  type Told,
} from './engine.js';
export { type HouseholdList, readHouseholdList } from './household-list.js';
export {
  ETHNIC,
  type EthnicGroup,
  type EthnicList,
  ethnicGroup,
  ethnicList,
  isOnList,
  listGap,
} from './lists.js';
export { classifyPoverty, POVERTY_STANDARDS, type PovertyStandard, povertyStandard } from './poverty.js';
export { PROVINCES, type Province, predecessorsOf, provinceName } from './provinces.js';
export { type CaseProblem, type ReadCases, readCases } from './read.js';
export type * from './types.js';
export {
  citation,
  conditionLine,
  decisiveConditions,
  factLabel,
  type Language,
  reasonSentence,
  verdictWord,
} from './words.js';
