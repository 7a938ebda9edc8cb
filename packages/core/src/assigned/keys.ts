import { placeKey } from './places.js';
import type { Signature, Subject } from './types.js';

/** Names what an amount is for, so that amounts of two sheets can be told to be of one thing. */
export function subjectKey({ programme, node, place }: Subject): string {
  return `${programme ?? ''}/${node ?? ''}/${place === null ? '' : placeKey(place)}`;
}

/** Names whose money an amount is; “total” is the same as not said where it is all that there is. */
export function signatureKey({ source, capital, year, stage }: Signature): string {
  return `${source ?? ''}/${capital ?? ''}/${year ?? ''}/${stage}`;
}
