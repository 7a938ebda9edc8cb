import { type GeneratedCase, generateCase, type Wish } from './case.js';
import { Rates } from './rates.js';
import { type Score, type SeenReport, score } from './score.js';

/** The product as a black box: the bytes of a workbook and the caller's options in, a report out. */
export type Product = (bytes: Uint8Array, options: GeneratedCase['options']) => SeenReport;

export interface Miss {
  readonly made: GeneratedCase;
  readonly score: Score | null;
  readonly report: SeenReport | null;
  readonly thrown: string | null;
}

/** Runs the product over the cases of these seeds and adds the scores up. */
export function measure(
  product: Product,
  seeds: { from: number; count: number },
  wish: Wish,
  onMiss: (miss: Miss) => void = () => {},
): Rates {
  const rates = new Rates();
  for (let seed = seeds.from; seed < seeds.from + seeds.count; seed++) {
    const made = generateCase(seed, wish);
    let report: SeenReport;
    try {
      report = product(made.bytes, made.options);
    } catch (error) {
      onMiss({
        made,
        score: null,
        report: null,
        thrown: String(error instanceof Error ? error.message : error),
      });
      rates.all.cases++;
      continue;
    }
    const result = score(made, report);
    rates.add(made, result);
    if (!result.right) onMiss({ made, score: result, report, thrown: null });
  }
  return rates;
}
