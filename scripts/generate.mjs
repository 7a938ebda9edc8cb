// Writes what is published from the code: the JSON Schemas of the reports, the catalogue of findings
// and the public surface of the packages. Tests say when it must run again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { API_ENTRIES, apiReport } from './lib/api-report.mjs';
import { build, ROOT, TOOL_PACKAGES } from './lib/build.mjs';
import { catalogue, catalogueCsv, cataloguePage } from './lib/catalogue.mjs';

if (!build(TOOL_PACKAGES)) process.exit(1);
const { publishedSchemas } = await import(pathToFileURL(join(ROOT, 'packages/core/dist/schemas.js')).href);

function write(path, text) {
  const target = join(ROOT, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  process.stdout.write(`${path}\n`);
}

for (const [name, schema] of Object.entries(publishedSchemas())) {
  write(`docs/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

const entries = await catalogue();
write('docs/findings.json', `${JSON.stringify(entries, null, 2)}\n`);
write('docs/findings.csv', catalogueCsv(entries));
write('docs/findings.md', cataloguePage(entries));
for (const [name, packageName, entry] of API_ENTRIES)
  write(`docs/api/${name}.api.md`, apiReport(packageName, entry));
