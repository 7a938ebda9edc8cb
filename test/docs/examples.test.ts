import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as core from '@ctmtqg/core';
import { en } from '@ctmtqg/core/en';
import { ELIGIBILITY_RULES, RULES } from '@ctmtqg/core/rules';
import * as schemas from '@ctmtqg/core/schemas';
import { vi } from '@ctmtqg/core/vi';
import * as workbook from '@ctmtqg/workbook';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

function sources(folder: string): string[] {
  return readdirSync(root + folder, { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => /\.ts$/.test(path) && !/[-.]test\.ts$/.test(path));
}

/** Every `@example` of a file: the rest of its line, or the lines below it, with or without a fence. */
function examplesOf(file: string): Example[] {
  const found: Example[] = [];
  const text = readFileSync(root + file, 'utf8');
  for (const block of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const lines = block[0]
      .split('\n')
      .map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*)? ?/, '').replace(/\s*\*\/$/, ''));
    lines.forEach((line, index) => {
      if (!line.startsWith('@example')) return;
      const end = lines.findIndex((other, at) => at > index && other.startsWith('@'));
      const body = lines.slice(index + 1, end < 0 ? undefined : end);
      const code = [line.slice('@example'.length), ...body]
        .filter((one) => !one.trim().startsWith('```'))
        .join('\n');
      const before = text.slice(0, block.index).split('\n').length;
      found.push({ file, line: before + index, code: code.trim() });
    });
  }
  return found;
}

const NOTHING = Symbol('no value stated');

/** The value that a comment states first: `'poor'`, `[33n, 50n]`, `{ value: 0.3, … }`. */
function statedValue(comment: string): unknown {
  const text = comment.replace(/,? …(?=\s*[}\]])/g, '').trim();
  const leading = /^('[^']*'|-?\d[\d_]*n?(?![\d.])|true|false|null|undefined)(?=,|$|\s)/.exec(text)?.[1];
  for (const candidate of [text, leading]) {
    if (candidate === undefined || !/^['"[{\d\-tfnu]/.test(candidate)) continue;
    try {
      return new Function(`return (${candidate});`)();
    } catch {
      // Words, not a value.
    }
  }
  return NOTHING;
}

/** The statements of an example, each expression with the value that its comment states. */
function program(code: string): string {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  let text = '';
  source.statements.forEach((statement, index) => {
    const next = source.statements[index + 1]?.getStart(source) ?? code.length;
    const comment = /\/\/\s*(.*)/.exec(code.slice(statement.getEnd(), next))?.[1];
    const expression = ts.isExpressionStatement(statement) ? statement.expression.getText(source) : null;
    text +=
      expression !== null && comment !== undefined
        ? `state(${expression}, ${JSON.stringify(comment)});\n`
        : `${statement.getText(source)}\n`;
  });
  return ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
}

/** Decimals as numbers, so that `0.3` in a comment is enough. */
function plain(value: unknown): unknown {
  if (core.Decimal.isDecimal(value)) return (value as core.Decimal).toNumber();
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value;
}

/** What the examples take for granted. */
function surroundings(): Record<string, unknown> {
  const bytes = new Uint8Array(readFileSync(`${root}examples/dan-tien-2025.xlsx`));
  const snapshot = workbook.readWorkbook(bytes);
  return {
    ...{ bytes, snapshot, rules: RULES, RULES, ELIGIBILITY_RULES, vi, en, text: '{}', households: [] },
    request: { total: '100', step: '1', policy: 'first', receivers: [{ name: 'A', weight: '1' }] },
    engine: core.compileEligibility(ELIGIBILITY_RULES),
    file: { arrayBuffer: async () => bytes },
    console: { error: () => undefined, log: () => undefined },
  };
}

async function run(example: Example): Promise<void> {
  const own = (await import(pathToFileURL(root + example.file).href)) as Record<string, unknown>;
  const known = { ...core, ...schemas, ...workbook, ...own, ...surroundings() };
  const state = (actual: unknown, comment: string): void => {
    const expected = statedValue(comment);
    if (expected === NOTHING) return;
    if (expected !== null && typeof expected === 'object' && !Array.isArray(expected)) {
      expect(plain(actual), comment).toMatchObject(expected);
    } else expect(plain(actual), comment).toEqual(expected);
  };
  const names = Object.keys(known).filter((name) => name !== 'default');
  const body = `return (async () => {\n${program(example.code)}\n})();`;
  await new Function('state', ...names, body)(
    state,
    ...names.map((name) => (known as Record<string, unknown>)[name]),
  );
}

describe('every example in the documentation of the packages runs and gives what it says', () => {
  const examples = ['packages/core/src', 'packages/workbook/src'].flatMap(sources).flatMap(examplesOf);

  it('there are examples', () => expect(examples.length).toBeGreaterThan(30));

  for (const example of examples) {
    it(`${example.file}:${example.line}`, () => run(example));
  }
});
