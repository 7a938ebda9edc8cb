export { holdsOn, inForce, isDay, LawConflictError, valueInForce } from './dated.js';
export { findInstrument, INSTRUMENTS, instrumentNumber, instrumentsInForce } from './instruments.js';
export { findNorms, judgeNorm, NORMS, type NormAnswer, type NormJudgement, type NormQuery } from './norms.js';
export type * from './types.js';
