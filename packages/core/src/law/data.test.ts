import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULE_SCHEMAS } from '../schemas/publish-rules.js';
import { findInstrument, INSTRUMENTS } from './instruments.js';
import { findNorms, NORMS } from './norms.js';

const folder = fileURLToPath(new URL('../../data', import.meta.url));
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    name: relative(folder, path).split(sep).join('/'),
    data: JSON.parse(readFileSync(path, 'utf8')) as unknown,
  }));
const ours = files.filter(({ name }) => /^(law|norms|allocation|eligibility)\//.test(name));

interface Found {
  readonly path: string;
  readonly law: Readonly<Record<string, unknown>>;
}

/** Everything in a file that looks like a reference to an article. */
function references(value: unknown, path: string): readonly Found[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) => references(one, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Readonly<Record<string, unknown>>;
  const here = 'instrument' in own && 'article' in own ? [{ path, law: own }] : [];
  return [...here, ...Object.entries(own).flatMap(([key, one]) => references(one, `${path}.${key}`))];
}

/** What is no value of law: years and days of a file, how much work an answer is, what a fact may be. */
const NO_VALUE =
  /\.(?:effort|effortScale|values|budgetYears|number|code|version|from|to|carriedOverTo|date|inForceFrom|inForceTo|levels?|period)\b/;

/** Values (numbers, also written as text) that no article stands beside, on themselves or above them. */
function unsourced(value: unknown, path: string, sourced: boolean): readonly string[] {
  if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)))
    return sourced || NO_VALUE.test(path) ? [] : [`${path}: ${value}`];
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) => unsourced(one, `${path}[${index}]`, sourced));
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Readonly<Record<string, unknown>>;
  const here = sourced || isSource(own) || [own.law].flat().some(isSource);
  return Object.entries(own).flatMap(([key, one]) => unsourced(one, `${path}.${key}`, here));
}

function isSource(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { instrument, article } = value as { instrument?: unknown; article?: unknown };
  return typeof instrument === 'string' && typeof article === 'string' && article !== '';
}

describe('the data of the law', () => {
  it.each(ours)('$name keeps to its schema', ({ name, data }) => {
    const declared = String((data as { $schema?: string }).$schema).match(
      /rules\/schema\/([a-z-]+)\.json$/,
    )?.[1];
    const schema = RULE_SCHEMAS[declared as keyof typeof RULE_SCHEMAS];
    expect(schema, `${name} names no schema of ours`).toBeDefined();
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
  });

  it.each(files)(
    '$name cites only registered instruments, each with an article and a status',
    ({ data, name }) => {
      for (const { path, law } of references(data, name)) {
        expect(findInstrument(String(law.instrument)), `${path}: ${String(law.instrument)}`).not.toBeNull();
        expect(['verified', 'unverified'], path).toContain(law.status);
        expect(typeof law.article, path).toBe('string');
      }
    },
  );

  it.each(files)('$name holds no value without its source', ({ data, name }) => {
    expect(unsourced(data, name, false)).toEqual([]);
  });

  it('has a test that knows a value without its source', () => {
    const norm = {
      value: '40000000',
      law: { instrument: '1719/QĐ-TTg', article: 'Điều 1', status: 'verified' },
    };
    const { law: _, ...bare } = norm;
    expect(unsourced({ norms: [norm, bare] }, 'x', false)).toEqual(['x.norms[1].value: 40000000']);
    expect(unsourced({ norms: [{ ...norm, law: { ...norm.law, article: '' } }] }, 'x', false)).toHaveLength(
      1,
    );
  });

  it('registers each instrument once, and only amends or replaces registered ones', () => {
    const numbers = INSTRUMENTS.map(({ number }) => number.toLowerCase());
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { number, amends, replaces } of INSTRUMENTS) {
      for (const other of [...amends, ...replaces])
        expect(findInstrument(other), `${number} → ${other}`).not.toBeNull();
    }
  });

  it('has no instrument that ends before it begins', () => {
    for (const { number, inForceFrom, inForceTo } of INSTRUMENTS) {
      expect(inForceFrom === null || inForceTo === null || inForceFrom <= inForceTo, number).toBe(true);
    }
  });

  it('has a norm without an article nowhere, and no two in force that disagree on any day of change', () => {
    const norms = NORMS.flatMap((file) => file.norms.map((norm) => ({ programme: file.programme, norm })));
    expect(norms.length).toBeGreaterThan(100);
    for (const { norm } of norms) expect(norm.law.article, `${norm.node} ${norm.subject}`).not.toBe('');
    const days = [...new Set(norms.flatMap(({ norm }) => [norm.from, norm.to ?? norm.from, '2026-06-30']))];
    for (const programme of ['dttsmn-2021-2025', 'gnbv-2021-2025', 'ntm-2021-2025', 'ctmtqg-2026-2035']) {
      for (const asOf of days) {
        for (const carriedOver of [false, true])
          expect(() => findNorms({ programme, asOf, carriedOver })).not.toThrow();
      }
    }
  });
});
