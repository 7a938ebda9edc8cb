import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ratesDocument } from '../generator/document.js';
import { type Miss, measure } from '../generator/measure.js';
import { product } from '../generator/product.js';
import { FLOORS, type Floor } from '../generator/ratchet.js';
import type { Rates } from '../generator/rates.js';
import type { Scope } from '../generator/wording.js';

const PAGE = fileURLToPath(new URL('../../docs/do-chinh-xac.md', import.meta.url));
/** Cases in all; two thirds known while building, one third held out. */
const CASES = Number(process.env.CTMTQG_CASES ?? 100_000);

const share = (part: number, whole: number) => (100 * part) / Math.max(1, whole);

function holds(rates: Rates, floor: Floor): void {
  // A sample of another size may lie a little below the floor of the short tests.
  expect(share(rates.clean.right, rates.clean.cases)).toBeGreaterThanOrEqual(floor.clean - 1);
  expect(share(rates.all.found, rates.all.planted)).toBeGreaterThanOrEqual(floor.found - 1);
  expect(share(rates.all.right, rates.all.cases)).toBeGreaterThanOrEqual(floor.right - 1);
  expect(share(rates.all.falseAlarms, rates.all.cases)).toBeLessThanOrEqual(floor.falseAlarms + 1);
}

it(`finds planted mistakes in ${CASES} sheets and writes the rates down`, () => {
  const thrown: string[] = [];
  const note = ({ made, thrown: message }: Miss) => {
    if (message !== null) thrown.push(`${made.layout}/${made.kind}/${made.seed}: ${message}`);
  };
  const run = (scope: Scope, count: number) => measure(product, { from: 1_000_000, count }, { scope }, note);
  const open = run('open', Math.round((CASES * 2) / 3));
  const heldOut = run('held-out', Math.round(CASES / 3));
  writeFileSync(PAGE, ratesDocument(open, heldOut));
  expect(thrown).toEqual([]);
  holds(open, FLOORS.open);
  holds(heldOut, FLOORS.heldOut);
});
