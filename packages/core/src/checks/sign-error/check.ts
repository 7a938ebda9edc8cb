import { fromSums } from '../support/from-sums.js';
import type { Check } from '../types.js';
import { turnedChanges } from './changes.js';

const bySums = fromSums('sign-error');

/** A figure with the wrong sign: the sums prove it, or the decrease raises what it should lower. */
export const signError: Check = {
  code: 'sign-error',
  run(context) {
    const { findings, notChecked } = bySums.run(context);
    return { findings: [...findings, ...turnedChanges(context)], notChecked };
  },
};
