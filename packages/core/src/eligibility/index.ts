export { compileEligibility, EligibilityEngine, type EligibilityRules, type Support } from './engine.js';
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
export type * from './types.js';
