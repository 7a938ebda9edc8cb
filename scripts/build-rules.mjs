// Writes rules/: the law as plain JSON for other tools, with JSON Schemas, and the pages that are made from it.
// Run it after a change of packages/core/data: node scripts/build-rules.mjs
// With --check it writes nothing and names what is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { coveragePage } from './lib/coverage.mjs';
import { factsPage } from './lib/facts-page.mjs';
import { ruleFiles } from './lib/rules.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const data = join(ROOT, 'packages/core/data');

const read = (path) => JSON.parse(readFileSync(join(data, path), 'utf8'));
const list = (folder) =>
  readdirSync(join(data, folder))
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => `${folder}/${name}`);

const written = {};
for (const [name, content] of Object.entries(ruleFiles({ read, list }))) {
  written[`rules/${name}`] = `${JSON.stringify(content, null, 1)}\n`;
}
written['docs/pham-vi-quy-dinh.md'] = coveragePage({ read, list });
written['docs/doi-tuong.md'] = factsPage({ read });

/** The schemas come from the code; without a build they stay as they are in `rules/schema`. */
async function schemaFiles() {
  const built = join(ROOT, 'packages/core/dist/schemas.js');
  if (!existsSync(built)) {
    process.stderr.write('rules/schema was not written: build the core first\n');
    return {};
  }
  const { publishedRuleSchemas } = await import(pathToFileURL(built).href);
  return Object.fromEntries(
    Object.entries(publishedRuleSchemas()).map(([name, schema]) => [
      `rules/schema/${name}.json`,
      `${JSON.stringify(schema, null, 1)}\n`,
    ]),
  );
}

if (process.argv.includes('--check')) {
  const stale = Object.entries(written)
    .filter(
      ([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text,
    )
    .map(([path]) => path);
  for (const path of stale) process.stdout.write(`${path}\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of Object.entries({ ...written, ...(await schemaFiles()) })) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
}
