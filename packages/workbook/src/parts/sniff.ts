import { WorkbookError } from '../errors.js';
import { decodeUtf8 } from '../xml/text.js';

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Throws the error that fits a file that does not begin as a zip does. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookError('empty-file');
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return;
  if (startsWith(bytes, OLE)) throw oleError(bytes);
  // BIFF2 to BIFF5 files begin with their record and have no container.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1]!) && bytes[2]! <= 16)
    throw new WorkbookError('old-xls');
  throw new WorkbookError('not-xlsx', { kind: kindOf(bytes) });
}

/** An OLE container: its directory names the streams in UTF-16. */
function oleError(bytes: Uint8Array): WorkbookError {
  const has = (name: string) => indexOfUtf16(bytes, name) >= 0;
  if (has('EncryptedPackage') || has('EncryptionInfo')) return new WorkbookError('encrypted');
  if (has('Workbook') || has('Book')) return new WorkbookError('old-xls');
  return new WorkbookError('not-xlsx', { kind: 'ole' });
}

function indexOfUtf16(bytes: Uint8Array, name: string): number {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let i = 0;
    while (i < name.length && bytes[at + 2 * i] === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length && at % 128 === 0) return at;
  }
  return -1;
}

function kindOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image';
  if (
    startsWith(bytes, [0x1f, 0x8b]) ||
    startsWith(bytes, [0x52, 0x61, 0x72]) ||
    startsWith(bytes, [0x37, 0x7a])
  ) {
    return 'archive';
  }
  const head = decodeUtf8(bytes, 0, Math.min(bytes.length, 1024))
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta|<div)/.test(head)) return 'html';
  if (head.startsWith('<')) return head.includes('<html') ? 'html' : 'xml';
  return isText(bytes) ? 'csv' : 'binary';
}

function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const end = Math.min(bytes.length, 4096);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) return false;
  }
  return true;
}
