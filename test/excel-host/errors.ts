/** Codes that Excel answers with, as far as this host knows them. */
export type HostErrorCode =
  | 'ApiNotFound'
  | 'AccessDenied'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'UnsupportedOperation';

/** An error of the host, which office.js turns into `OfficeExtension.Error` with the same code. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** Raised for a member that the host does not cover: a test must not go on as if it were there. */
export function notCovered(member: string): HostError {
  return new HostError('ApiNotFound', `excel-host does not cover ${member}`);
}
