/**
 * What a client object of office.js stands for inside the host. Members carry the names of the wire
 * (`Values`, `GetUsedRange`); what a class does not define is refused loudly by {@link member}.
 */
export abstract class HostObject {
  abstract readonly type: string;
  /** The scalar properties that a bare `load()` gives. */
  readonly scalars: readonly string[] = [];
  /** By which an object (a range) lives on between requests, once it was kept. */
  referenceId: string | null = null;
}

/** What `…OrNullObject` gives where there is nothing; everything asked of it is again nothing. */
export class NullObject extends HostObject {
  readonly type = 'NullObject';
}

export const NOTHING = new NullObject();

/** A collection: `items` answers `load('items/…')`. */
export abstract class HostCollection extends HostObject {
  abstract items(): readonly HostObject[];
}
