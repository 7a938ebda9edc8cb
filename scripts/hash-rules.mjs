// Writes packages/core/data/version.json: the hash of every data file, so that a report can name the law it rests on.
// Run it after a change of the data; a test fails while the hash is stale.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../packages/core/data', import.meta.url));
const target = join(folder, 'version.json');

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => file !== target)
  .map((file) => ({ name: relative(folder, file).split(sep).join('/'), file }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const hash = createHash('sha256');
for (const { name, file } of files) {
  hash.update(`${name}\n`);
  hash.update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  hash.update('\n');
}
const digest = `sha256-${hash.digest('hex')}`;

let version = '1.0.0';
try {
  version = JSON.parse(readFileSync(target, 'utf8')).version;
} catch {
  // First run: the file is made below.
}

if (process.argv.includes('--print')) console.log(digest);
else writeFileSync(target, `${JSON.stringify({ version, hash: digest }, null, 2)}\n`);
