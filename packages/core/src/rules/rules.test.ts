import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import version from '../../data/version.json';
import { childrenOf, findNode } from '../programmes/index.js';
import { RULES } from './index.js';

const CAPITALS = ['investment', 'recurrent'];
const LEVELS = ['component', 'project', 'sub-project', 'content'];
const STATUS = ['verified', 'unverified'];

describe('the rule set', () => {
  it('names the very files it was built from; after a change run node scripts/hash-rules.mjs', () => {
    const script = fileURLToPath(new URL('../../../../scripts/hash-rules.mjs', import.meta.url));
    const digest = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' }).trim();
    expect(version.hash).toBe(digest);
    expect(RULES.hash).toBe(digest);
  });

  it('has the four programmes with the projects that their decisions count', () => {
    const tops = (id: string) => {
      const programme = RULES.programmes.find((one) => one.id === id);
      return programme ? childrenOf(programme, null).filter(({ number }) => number !== '').length : 0;
    };
    expect(['dttsmn-2021-2025', 'gnbv-2021-2025', 'ntm-2021-2025', 'ctmtqg-2026-2035'].map(tops)).toEqual([
      10, 7, 11, 2,
    ]);
  });
});

describe.each(RULES.programmes.map((programme) => [programme.id, programme] as const))(
  '%s',
  (_, programme) => {
    it('has unique codes whose parents exist', () => {
      const codes = programme.nodes.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { code, parent } of programme.nodes) {
        if (parent === null) expect(code).not.toContain('.');
        else
          expect([findNode(programme, parent)?.code, code.startsWith(`${parent}.`)]).toEqual([parent, true]);
      }
    });

    it('numbers each node as its code does', () => {
      for (const { code, number } of programme.nodes) {
        const last = /(\d+)$/.exec(code)?.[1] ?? '';
        if (number !== '') expect(`${code} ${Number(last)}`).toBe(`${code} ${number}`);
      }
    });

    it('gives every title, capital kind and node a source, a status and an instrument', () => {
      for (const node of programme.nodes) {
        expect(node.title.normalize('NFC'), node.code).toBe(node.title);
        expect(node.titleSource, node.code).not.toBe('');
        expect(STATUS).toContain(node.titleStatus);
        expect(LEVELS).toContain(node.level);
        expect(node.law.length, node.code).toBeGreaterThan(0);
        for (const { instrument, status } of node.law) {
          expect(instrument).toMatch(/^\d+(\/\d{4})?\/[\p{L}\d-]+$/u);
          expect(STATUS).toContain(status);
        }
        expect((node.capitalBasis ?? []).map(({ kind }) => kind)).toEqual([...node.capital]);
        for (const { kind, basis, status } of node.capitalBasis ?? []) {
          expect(CAPITALS).toContain(kind);
          expect(STATUS).toContain(status);
          expect(basis, node.code).not.toBe('');
        }
      }
    });

    it('adds up the totals of the National Assembly where all parts are known', () => {
      for (const { amounts, scope } of programme.totals ?? []) {
        const { total, central, local, credit, other } = amounts;
        if (scope !== 'resolution' || !total || !central || !local || !other) continue;
        const parts = [central, local, credit ?? '0', other].map(Number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(total));
      }
    });
  },
);
