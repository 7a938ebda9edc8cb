import { PortError } from '../port/types.js';

const CODES = {
  InvalidOperationInCellEditMode: 'cell-edit',
  AccessDenied: 'protected-sheet',
  ItemNotFound: 'sheet-missing',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  ApiNotFound: 'unsupported',
} as const;

/** The code of an error of Excel, or `''`. */
export function excelCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** An error of office.js as one of ours; ours pass through. */
export function asPortError(error: unknown): PortError {
  if (error instanceof PortError) return error;
  const code = excelCode(error);
  const known = Object.hasOwn(CODES, code) ? CODES[code as keyof typeof CODES] : 'host';
  const message = error instanceof Error ? error.message : String(error);
  return new PortError(known, { code, message }, { cause: error });
}
