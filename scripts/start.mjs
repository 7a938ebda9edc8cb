// Builds the tool and shows it at work: on the example, or on the files named.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { build, ROOT, TOOL_PACKAGES } from './lib/build.mjs';

const EXAMPLE = join(ROOT, 'examples', 'dan-tien-2025.xlsx');
const OUT = join(ROOT, 'out');
const TOOL = join(ROOT, 'packages', 'cli', 'dist', 'ctmtqg.js');

const call = process.env.INIT_CWD ?? process.cwd();
const named = process.argv.slice(2).filter((argument) => argument !== '--');
const files = named.length > 0 ? named.map((path) => resolve(call, path)) : [EXAMPLE];

if (!build(TOOL_PACKAGES)) process.exit(1);
mkdirSync(OUT, { recursive: true });

/** Runs the tool; 2 means that it could not use the file, and has said why. */
function tool(...args) {
  return spawnSync(process.execPath, [TOOL, ...args], {
    cwd: call,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });
}

const shown = (path) => {
  const short = relative(call, path);
  return short.startsWith('..') ? path : short;
};

let usable = 0;
for (const file of files) {
  const name = basename(file).replace(/\.[^.]*$/, '');
  const inks = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
  const text = spawnSync(process.execPath, [TOOL, 'check', file], {
    cwd: call,
    stdio: process.stdout.isTTY ? 'inherit' : ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    env: { ...process.env, ...inks },
  });
  if (text.stdout) process.stdout.write(text.stdout);
  if (text.status !== 0 && text.status !== 1) continue;
  usable++;
  const [json, page, marked] = ['.json', '.html', `-ket-qua${/\.xlsm$/i.test(file) ? '.xlsm' : '.xlsx'}`].map(
    (ending) => join(OUT, name + ending),
  );
  writeFileSync(json, tool('check', file, '--json', '--html', page, '--annotate', marked, '--force').stdout);
  process.stdout.write(`
Báo cáo để đọc và in:  ${shown(page)}
Tệp có đánh dấu các ô: ${shown(marked)}
Báo cáo JSON:          ${shown(json)}
`);
}

process.stdout.write(`
Thử tiếp:
  npx --yes pnpm@12.21.0 start TỆP.xlsx             kiểm tra tệp của bạn
  node packages/cli/dist/ctmtqg.js check TỆP.xlsx   như trên, không dựng lại
  node packages/cli/dist/ctmtqg.js check THƯ-MỤC --html BÁO-CÁO   cả thư mục, mỗi tệp một báo cáo
  node packages/cli/dist/ctmtqg.js find "Giảm thiểu tảo hôn"      tên này là dự án nào
  node packages/cli/dist/ctmtqg.js --help           các lệnh khác
`);
process.exitCode = usable > 0 ? 0 : 1;
