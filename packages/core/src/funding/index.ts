export {
  type Apportionment,
  apportion,
  apportionWithProof,
  type ProvenApportionment,
  type StepProof,
} from './apportion.js';
export {
  type CounterpartMinimum,
  type CounterpartShortfall,
  counterpartMinimum,
  counterpartShortfall,
  type FundedLine,
  largestCentral,
} from './counterpart.js';
export { type CounterpartAnswer, type CounterpartQuery, counterpartRatio } from './counterpart-rules.js';
export { type ClashingConstraint, SplitError, type SplitProblem } from './errors.js';
export {
  type BelowFloor,
  type LawRatio,
  type LawRatioQuery,
  type LawRatios,
  ratiosByLaw,
} from './local-ratio.js';
export { REMAINDER_POLICIES, type RemainderPolicy } from './policy.js';
export { type ProofFault, recheckProof } from './recheck.js';
export { type SourceRequest, type SourceSplit, splitSources } from './sources.js';
export { split } from './split.js';
export * from './types.js';
