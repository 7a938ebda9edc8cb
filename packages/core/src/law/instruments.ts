import data from '../../data/law/instruments.json';
import type { Instrument } from './types.js';

/** Every instrument that a value of this package cites, with what of it was read. */
export const INSTRUMENTS: readonly Instrument[] = data.instruments as readonly Instrument[];

const KIND = /^(?:Nghị quyết|Nghị định|Quyết định|Thông tư|Luật|NQ|NĐ|QĐ|TT)\s+(?:số\s+)?/iu;

/**
 * `QĐ 1719/QĐ-TTg`, `Quyết định số 1719/QĐ-TTg` → `1719/QĐ-TTg`.
 *
 * @example instrumentNumber('Quyết định số 1719/QĐ-TTg') // '1719/QĐ-TTg'
 */
export function instrumentNumber(written: string): string {
  return written.normalize('NFC').trim().replace(KIND, '').replace(/\s+/g, ' ');
}

/**
 * The instrument with this number, written with or without its kind; `null` where the registry does not know it.
 *
 * @example findInstrument('QĐ 1719/QĐ-TTg')?.date // '2021-10-14'
 */
export function findInstrument(
  written: string,
  registry: readonly Instrument[] = INSTRUMENTS,
): Instrument | null {
  const number = instrumentNumber(written).toLowerCase();
  return registry.find((instrument) => instrument.number.toLowerCase() === number) ?? null;
}

/**
 * Instruments in force on a day; those whose first day is not known are left out.
 *
 * @example instrumentsInForce('1970-01-01') // []
 */
export function instrumentsInForce(
  day: string,
  registry: readonly Instrument[] = INSTRUMENTS,
): readonly Instrument[] {
  return registry.filter(
    (one) =>
      one.inForceFrom !== null && one.inForceFrom <= day && (one.inForceTo === null || day <= one.inForceTo),
  );
}
