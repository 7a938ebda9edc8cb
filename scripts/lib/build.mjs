import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the command line needs, in the order in which the packages need each other. */
export const TOOL_PACKAGES = ['core', 'workbook', 'cli'];
const ALL_PACKAGES = [...TOOL_PACKAGES, 'excel-addin'];

function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist');
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

function oldest(path) {
  if (!existsSync(path)) return 0;
  const times = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  return times.length === 0 ? 0 : Math.min(...times);
}

/** Runs a command from the root with the tools of the workspace in the path; true where it succeeded. */
export function runTool(command, { cwd = ROOT, quiet = false, env = {} } = {}) {
  const path = [join(cwd, 'node_modules', '.bin'), join(ROOT, 'node_modules', '.bin'), process.env.PATH];
  const result = spawnSync(command, {
    cwd,
    shell: true,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...env, PATH: path.join(delimiter) },
  });
  if (result.status !== 0 && quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
  return result.status === 0;
}

/** Builds what changed; a package is built again where one of its sources, or a package below it, is newer. */
export function build(names = ALL_PACKAGES) {
  // Tests run side by side on what was built before them; none may build under the others.
  if (process.env.CTMTQG_BUILT) return true;
  let changed = false;
  for (const name of names) {
    const folder = join(ROOT, 'packages', name);
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const command = JSON.parse(readFileSync(manifest, 'utf8')).scripts?.build;
    if (!command) continue;
    if (!changed && oldest(join(folder, 'dist')) > newest(folder)) continue;
    changed = true;
    process.stderr.write(`Đang dựng gói ${name} …\n`);
    if (!runTool(command, { cwd: folder, quiet: true })) {
      process.stderr.write(`Không dựng được gói ${name}; lỗi ở trên.\n`);
      return false;
    }
  }
  return true;
}
