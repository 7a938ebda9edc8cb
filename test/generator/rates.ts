import type { GeneratedCase } from './case.js';
import type { Score, Understanding } from './score.js';

export interface Line {
  cases: number;
  right: number;
  planted: number;
  found: number;
  falseAlarms: number;
}

const empty = (): Line => ({ cases: 0, right: 0, planted: 0, found: 0, falseAlarms: 0 });

/** Adds scores up by kind of mistake, by layout, by scope. */
export class Rates {
  readonly all = empty();
  readonly byKind = new Map<string, Line>();
  readonly byLayout = new Map<string, Line>();
  readonly byTag = new Map<string, Line>();
  readonly clean = empty();
  readonly understood = new Map<keyof Understanding, { of: number; right: number }>();
  consequences = { due: 0, listed: 0 };
  expectedValue = { due: 0, right: 0 };

  add(made: GeneratedCase, score: Score): void {
    const lines = [
      this.all,
      line(this.byKind, made.kind),
      line(this.byLayout, made.layout),
      ...made.tags.map((tag) => line(this.byTag, tag)),
    ];
    if (made.expected.clean) lines.push(this.clean);
    for (const one of lines) {
      one.cases++;
      if (score.right) one.right++;
      one.planted += score.planted;
      one.found += score.found;
      one.falseAlarms += score.falseAlarms.length > 0 ? 1 : 0;
    }
    for (const [key, tally] of Object.entries(score.understood) as [
      keyof Understanding,
      { of: number; right: number },
    ][]) {
      const known = this.understood.get(key) ?? { of: 0, right: 0 };
      this.understood.set(key, { of: known.of + tally.of, right: known.right + tally.right });
    }
    this.consequences.due += score.consequences.due;
    this.consequences.listed += score.consequences.listed;
    this.expectedValue.due += score.expectedValue.due;
    this.expectedValue.right += score.expectedValue.right;
  }
}

function line(map: Map<string, Line>, key: string): Line {
  const known = map.get(key) ?? empty();
  map.set(key, known);
  return known;
}

export const percent = (right: number, of: number): string =>
  of === 0 ? '–' : `${((100 * right) / of).toFixed(1).replace('.', ',')} %`;

/** A table in Markdown: cases, found, exactly right, false alarms. */
export function table(title: string, lines: ReadonlyMap<string, Line>): string {
  const rows = [...lines]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([name, one]) =>
        `| ${name} | ${one.cases} | ${percent(one.found, one.planted)} | ${percent(one.right, one.cases)} | ${one.falseAlarms} |`,
    );
  return [
    `| ${title} | cases | mistakes found | exactly right | cases with a false alarm |`,
    '|---|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
}
