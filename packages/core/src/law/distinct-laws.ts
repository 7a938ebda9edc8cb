import type { LawReference } from '../report/types.js';
import { instrumentNumber } from './instruments.js';

/** References without repeats, in the order met. */
export function distinctLaws(laws: readonly LawReference[]): readonly LawReference[] {
  const seen = new Map<string, LawReference>();
  for (const law of laws) {
    const key = `${instrumentNumber(law.instrument)} ${law.article}`;
    if (!seen.has(key)) seen.set(key, law);
  }
  return [...seen.values()];
}
