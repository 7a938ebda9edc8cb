import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = ['core', 'workbook'] as const;
const project = mkdtempSync(join(tmpdir(), 'ctmtqg-packed-'));
const tarballs = new Map<string, string>();

/** pnpm itself replaces `workspace:*` by the version; it is the one that started the tests, else npx brings it. */
function pack(name: string): string {
  const folder = join(ROOT, 'packages', name);
  const started = process.env.npm_execpath ?? '';
  const [command, ...first] =
    /pnpm/.test(started) && /\.[cm]?js$/.test(started)
      ? [process.execPath, started]
      : ['npx', '--yes', 'pnpm@12.21.0'];
  const before = new Set(readdirSync(project));
  execFileSync(command!, [...first, 'pack', '--pack-destination', project], { cwd: folder, stdio: 'pipe' });
  const made = readdirSync(project).find((file) => file.endsWith('.tgz') && !before.has(file));
  return join(project, made!);
}

const inProject = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });

/** The five lines that README.md shows, as they stand there. */
function readmeLines(): string {
  const code = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1];
  if (!code) throw new Error('README.md shows no five lines');
  return code;
}

beforeAll(() => {
  for (const name of PACKAGES) tarballs.set(name, pack(name));
  const local = (owner: string, name: string) =>
    `file:${realpathSync(join(ROOT, 'packages', owner, 'node_modules', name))}`;
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({
      name: 'empty-project',
      private: true,
      type: 'module',
      // The registry is not asked: what the packages need is taken from this workspace.
      dependencies: {
        '@ctmtqg/core': `file:${tarballs.get('core')}`,
        '@ctmtqg/workbook': `file:${tarballs.get('workbook')}`,
        'decimal.js': local('core', 'decimal.js'),
        zod: local('core', 'zod'),
        fflate: local('workbook', 'fflate'),
      },
    }),
  );
  inProject('npm', 'install', '--offline', '--no-audit', '--no-fund');
  mkdirSync(join(project, 'types'));
  copyFileSync(join(ROOT, 'examples', 'dan-tien-2025.xlsx'), join(project, 'plan.xlsx'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('the packages as they will be published', () => {
  it('run the five lines of the README as an ES module', () => {
    writeFileSync(join(project, 'five.mjs'), readmeLines());
    const out = inProject(process.execPath, 'five.mjs');
    expect(out).toContain('C12');
    expect(out).toContain('9.504,2');
  });

  it('run the same lines in CommonJS', () => {
    const lines = readmeLines().replace(/^import \{ (.*) \} from ('.*');$/gm, 'const { $1 } = require($2);');
    expect(lines).not.toContain('import ');
    writeFileSync(join(project, 'five.cjs'), lines);
    expect(inProject(process.execPath, 'five.cjs')).toBe(inProject(process.execPath, 'five.mjs'));
  });

  for (const [resolution, module] of [
    ['NodeNext', 'NodeNext'],
    ['Bundler', 'ESNext'],
  ] as const) {
    it(`have types under strict, resolved as ${resolution}`, () => {
      writeFileSync(join(project, 'five.ts'), readmeLines());
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            strict: true,
            noEmit: true,
            target: 'ES2022',
            lib: ['ES2022'],
            module,
            moduleResolution: resolution,
            exactOptionalPropertyTypes: true,
            skipLibCheck: false,
            types: ['node'],
            typeRoots: [join(ROOT, 'node_modules', '@types')],
          },
          files: ['five.ts'],
        }),
      );
      inProject(process.execPath, join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project);
    });
  }

  for (const name of PACKAGES) {
    it(`@ctmtqg/${name}: nothing of the workspace is left in the manifest, and no tests or sources are packed`, () => {
      const folder = join(project, 'node_modules', '@ctmtqg', name);
      const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
      expect(manifest).not.toContain('workspace:');
      const files = readdirSync(folder, { recursive: true }).map(String);
      expect(files.filter((file) => /\.test\.|(^|\/)src\//.test(file))).toEqual([]);
    });

    it(`@ctmtqg/${name}: publint has nothing to say`, async () => {
      const folder = join(project, 'node_modules', '@ctmtqg', name);
      const { messages } = await publint({ pkgDir: folder, pack: false, strict: true });
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
    });

    it(`@ctmtqg/${name}: types are right in every way of resolving them (attw)`, () => {
      const attw = join(ROOT, 'node_modules', '.bin', 'attw');
      // node10 knows no subpath exports; the package asks for Node 20.
      inProject(attw, tarballs.get(name)!, '--profile', 'node16', '--no-emoji', '--format', 'ascii');
    });
  }
});
