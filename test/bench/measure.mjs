import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Version of an installed package. */
export function versionOf(name) {
  const folder = name === 'ctmtqg' ? 'packages/workbook' : `node_modules/${name}`;
  return JSON.parse(readFileSync(new URL(`../../${folder}/package.json`, import.meta.url), 'utf8')).version;
}

/** Runs `script` once in a process of its own; it prints one line of JSON. */
export function runOnce(script, args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.trim().split('\n').slice(-4).join(' | ')}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Peak memory of this process in MB. On Linux from its own status: `maxRSS` would also count what the parent held
 * when it started this process.
 */
export function peakMegabytes() {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024);
  } catch {
    return Math.round(process.resourceUsage().maxRSS / 1024);
  }
}

/** The result of a process that measures: one line of JSON. */
export const report = (result) =>
  process.stdout.write(`${JSON.stringify({ ...result, megabytes: peakMegabytes() })}\n`);

export const readBytes = (file) => new Uint8Array(readFileSync(file));

/** Runs each contestant `rounds` times, taking turns, and gives medians, spread and peak memory of each. */
export function compare(script, contestants, args, rounds) {
  const runs = new Map(contestants.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of contestants) runs.get(name).push(runOnce(script, ['--one', name, ...args]));
  }
  return contestants.map((name) => {
    const results = runs.get(name);
    const times = results.map((result) => result.milliseconds);
    return {
      name,
      version: versionOf(name),
      milliseconds: Math.round(median(times)),
      lowest: Math.round(Math.min(...times)),
      highest: Math.round(Math.max(...times)),
      megabytes: Math.max(...results.map((result) => result.megabytes)),
      cells: results[0].cells,
    };
  });
}

/** Prints the comparison; ratios are against the first contestant. */
export function printTable(title, rows) {
  const [first] = rows;
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    const time = `${row.milliseconds} ms (${row.lowest}–${row.highest})`.padEnd(26);
    const memory = `${row.megabytes} MB`.padEnd(9);
    const ratio = `×${(row.milliseconds / first.milliseconds).toFixed(2)} time, ×${(row.megabytes / first.megabytes).toFixed(2)} memory`;
    process.stdout.write(`  ${`${row.name} ${row.version}`.padEnd(18)} ${time} ${memory} ${ratio}\n`);
  }
}
