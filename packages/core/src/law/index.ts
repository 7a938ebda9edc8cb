export {
  ALLOCATIONS,
  type AllocationBlock,
  type AllocationCriterion,
  AllocationError,
  type AllocationFile,
  type AllocationProof,
  type AllocationReceiver,
  type AllocationShare,
  allocate,
  type CoefficientBand,
  type CriterionProof,
  findAllocation,
} from './allocation.js';
export { AREA_RESTRICTIONS, type AreaException, type AreaRestriction } from './area-restrictions.js';
export { holdsOn, inForce, isDay, LawConflictError, valueInForce } from './dated.js';
export { findInstrument, INSTRUMENTS, instrumentNumber, instrumentsInForce } from './instruments.js';
export {
  type AreaZone,
  type GivenLayer,
  LayerError,
  type LayeredLaw,
  type LayerInUse,
  type LayerProblem,
  type LocalAreaList,
  type LocalCounterpart,
  type LocalNorm,
  mergeRules,
  type OfLayer,
  type ProvinceLayer,
} from './layer.js';
export { findNorms, judgeNorm, NORMS, type NormAnswer, type NormJudgement, type NormQuery } from './norms.js';
export { findTerm, type LegalTerm, TERMS } from './terms.js';
export type * from './types.js';
export { withLayers } from './with-layers.js';
