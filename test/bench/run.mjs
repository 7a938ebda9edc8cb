/**
 * All benchmarks in one run, one after the other: ratios against the peers, with versions, spread and memory.
 * `pnpm bench` builds first; `pnpm bench read split` runs only those.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, TOOL_PACKAGES } from '../../scripts/lib/build.mjs';

const ALL = ['read', 'check', 'edit', 'hostile', 'amount', 'formula', 'split', 'eligibility'];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !ALL.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`There is no benchmark "${unknown}"; known: ${ALL.join(', ')}\n`);
  process.exit(2);
}
if (!build(TOOL_PACKAGES)) process.exit(1);
let failed = 0;
for (const name of asked.length > 0 ? asked : ALL) {
  process.stdout.write(`\n== ${name} ==\n`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`./${name}.mjs`, import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
