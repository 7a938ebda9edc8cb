/**
 * Who receives the steps that are left when every share has been rounded down. There is no default: a caller
 * names one. The example is 100 by 2:3:1 in steps of 1; the shares are 33⅓, 50 and 16⅔, rounded down 33, 50, 16.
 */
export const REMAINDER_POLICIES = [
  /** One step each to the largest parts cut off (Hamilton): 33, 50, 17. Ties go to the one listed first, and are told. */
  'largest-remainder',
  /** One step each to the largest weights: 33, 51, 16. Simple to explain, unfair to the small. */
  'largest-ratio',
  /** One step each from the first on: 34, 50, 16. */
  'first',
  /** One step each from the last backwards: 33, 50, 17. */
  'last',
  /** One step each in the order that the caller gives; with the second first: 33, 51, 16. */
  'given-order',
  /** Nobody: 33, 50, 16, and 1 is left apart. */
  'apart',
] as const;
/** Who gets the steps that rounding leaves over; named at each call, none is a default. */
export type RemainderPolicy = (typeof REMAINDER_POLICIES)[number];
