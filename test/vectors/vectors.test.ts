import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  counterpartMinimum,
  counterpartRatio,
  type NumberHabit,
  type RemainderPolicy,
  readAmount,
  split,
  titleIndexOf,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { describe, expect, it } from 'vitest';

interface Vector<Input, Expected> {
  readonly id: string;
  readonly sentence: string;
  readonly input: Input;
  readonly expected: Expected;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

function vectors<Input, Expected>(name: string): readonly Vector<Input, Expected>[] {
  const text = readFileSync(`${root}test/vectors/${name}.json`, 'utf8');
  return (JSON.parse(text) as { cases: readonly Vector<Input, Expected>[] }).cases;
}

describe('splits', () => {
  type Input = { total: string; step: string; policy: RemainderPolicy; weights: string[]; order?: number[] };
  it.each(vectors<Input, { parts: string[]; apart: string }>('splits'))(
    '$id: $sentence',
    ({ input, expected }) => {
      const receivers = input.weights.map((weight, index) => ({ name: `#${index}`, weight }));
      const order = input.order?.map((index) => `#${index}`);
      const { total, step, policy } = input;
      const result = split({ total, step, policy, receivers, ...(order ? { order } : {}) });
      expect({ parts: result.parts.map(({ amount }) => amount), apart: result.apart }).toEqual(expected);
    },
  );
});

describe('counterpart', () => {
  type Input = {
    programme: string;
    year: number;
    supportRate: string;
    central: string;
    step: string;
    province?: string;
    carriedOver?: boolean;
  };
  type Expected = { kind: 'known'; exact: string; minimum: string } | { kind: 'unknown'; reason: string };
  it.each(vectors<Input, Expected>('counterpart'))('$id: $sentence', ({ input, expected }) => {
    const { central, step, ...query } = input;
    const answer = counterpartRatio(RULES.counterpart ?? [], query);
    if (answer.kind === 'unknown') expect({ kind: answer.kind, reason: answer.reason }).toEqual(expected);
    else
      expect({ kind: 'known', ...counterpartMinimum({ central, ratio: answer.ratio, step }) }).toEqual(
        expected,
      );
  });
});

describe('amounts', () => {
  type Input = { text: string; habit: NumberHabit };
  it.each(vectors<Input, { kind: string; values: string[] }>('amounts'))(
    '$id: $sentence',
    ({ input, expected }) => {
      const reading = readAmount(input.text, input.habit);
      const values =
        reading.kind === 'amount'
          ? [reading.value.toString()]
          : reading.kind === 'ambiguous'
            ? reading.readings.map(({ value }) => value.toString())
            : [];
      expect({ kind: reading.kind, values }).toEqual(expected);
    },
  );
});

describe('titles', () => {
  const index = titleIndexOf(RULES);
  type Input = { text: string; programme: string };
  it.each(vectors<Input, { programme: string; node: string }>('titles'))(
    '$id: $sentence',
    ({ input, expected }) => {
      expect(index.match(input.text, { programme: input.programme })[0]).toMatchObject(expected);
    },
  );
});
