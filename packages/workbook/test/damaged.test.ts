import { openWorkbook, readWorkbook, WorkbookError } from '@ctmtqg/workbook';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readBytes, richFeatures } from './support/packages.js';
import { buildZip } from './support/zip.js';

const FILES = [
  richFeatures(),
  readBytes('../files/rich-libreoffice.xlsx'),
  readBytes('../../../../test/workbooks/15_donduong_ntm_tcvn3/15_donduong_ntm_tcvn3.xlsx'),
];

/** Reads, edits and saves; whatever is wrong with the file must be told as a `WorkbookError`. */
function useOrRefuse(bytes: Uint8Array): void {
  try {
    const { sheets } = readWorkbook(bytes);
    const book = openWorkbook(bytes);
    book.change(
      sheets.slice(0, 2).map(({ name }) => ({
        ...{ sheet: name, cell: 'H12', content: { kind: 'number', value: '1' } as const },
        ...{ style: { fill: 'FFC7CE' }, note: 'x' },
      })),
    );
    readWorkbook(book.save());
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    expect(error.message).not.toContain('\n');
  }
}

const file = fc.constantFrom(...FILES);
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (share: number, length: number) => Math.floor(share * length);

describe('damaged files are read or refused, never a crash', () => {
  it('with bytes changed anywhere in the zip', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (bytes, damage) => {
          const copy = bytes.slice();
          for (const [share, value] of damage) copy[at(share, copy.length)] = value;
          useOrRefuse(copy);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('cut anywhere, or with a piece taken out', () => {
    fc.assert(
      fc.property(file, place, place, (bytes, first, second) => {
        const [from, to] = [at(first, bytes.length), at(second, bytes.length)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        useOrRefuse(bytes.subarray(0, from));
        useOrRefuse(Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]));
      }),
      { numRuns: 60 },
    );
  });

  it('with XML changed in any part', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '/',
      '<c',
      '</row>',
      '<!--',
      ']]>',
      'r="',
      '\0',
      '99999999999',
      '-1',
      'xmlns="u" ',
      '<x:c/>',
      '',
    );
    const damage = fc.tuple(place, place, fc.nat(12), piece);
    fc.assert(
      fc.property(file, fc.array(damage, { minLength: 1, maxLength: 3 }), (bytes, changes) => {
        const parts = Object.entries(unzipSync(bytes));
        for (const [which, where, length, text] of changes) {
          const entry = parts[at(which, parts.length)]!;
          const from = at(where, entry[1].length);
          const inserted = new TextEncoder().encode(text);
          entry[1] = Buffer.concat([entry[1].subarray(0, from), inserted, entry[1].subarray(from + length)]);
        }
        useOrRefuse(buildZip(parts.map(([name, data]) => ({ name, data }))));
      }),
      { numRuns: 250 },
    );
  });
});
