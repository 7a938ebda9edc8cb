import type { RowMatch, WrittenNumber } from './types.js';

/** Who a title is, and what it claims to be. */
export interface TitleIdentity {
  readonly best: RowMatch | null;
  readonly written: readonly WrittenNumber[];
  /** True where only the number names the node ("DA 3"), so that no verdict on the number can rest on it. */
  readonly byNumber: boolean;
}

export interface TitleHint {
  readonly programme: string | null;
  /** Code of the node under which the row stands, or `null`. */
  readonly parent: string | null;
}

/** Finds the node of a title; the recogniser needs no more of the catalogue than this. */
export interface Identifier {
  match(title: string, hint: TitleHint): TitleIdentity;
}
