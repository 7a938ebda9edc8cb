// Builds the tool and shows it at work: on the example, or on the files named.
import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
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

// A reader that closes the pipe early (`… | head`) is no fault.
process.stdout.on('error', () => process.exit());

const tool = (args, stdio) =>
  spawnSync(process.execPath, [TOOL, ...args], {
    cwd: call,
    stdio,
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
  });

const shown = (path) => {
  const short = relative(call, path);
  return short.startsWith('..') ? path : short;
};

/** Writes the reports of one file and shows it in the terminal; false where the tool could not use it. */
function demonstrate(file) {
  const name = basename(file).replace(/\.[^.]*$/, '');
  const ending = /\.xlsm$/i.test(file) ? '.xlsm' : '.xlsx';
  const [json, page, marked] = ['.json', '.html', `-ket-qua${ending}`].map((end) => join(OUT, name + end));
  const report = tool(
    ['check', file, '--json', '--html', page, '--annotate', marked, '--force'],
    ['ignore', 'pipe', 'pipe'],
  );
  if ((report.status !== 0 && report.status !== 1) || report.stdout === '') {
    process.stderr.write(report.stderr);
    return false;
  }
  writeFileSync(json, report.stdout);
  // On a terminal the tool writes straight to it, so that it may use colours.
  const text = tool(['check', file], process.stdout.isTTY ? 'inherit' : ['ignore', 'pipe', 'inherit']);
  process.stdout.write(`${text.stdout ?? ''}
Báo cáo để đọc và in:  ${shown(page)}
Tệp có đánh dấu các ô: ${shown(marked)}
Báo cáo JSON:          ${shown(json)}
`);
  return true;
}

const isFolder = (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Writes the reports of all workbooks of a folder, each beside the others, and shows the summary. */
function demonstrateFolder(folder) {
  const out = join(OUT, basename(folder));
  const written = tool(
    ['check', folder, '--json', '--html', out, '--annotate', out, '--force'],
    ['ignore', 'pipe', 'pipe'],
  );
  if (written.status === 2 && written.stdout === '') {
    process.stderr.write(written.stderr);
    return false;
  }
  writeFileSync(`${out}.json`, written.stdout);
  const text = tool(['check', folder], process.stdout.isTTY ? 'inherit' : ['ignore', 'pipe', 'inherit']);
  process.stdout.write(`${text.stdout ?? ''}
Báo cáo và tệp có đánh dấu các ô: ${shown(out)}
Báo cáo JSON:                     ${shown(`${out}.json`)}
`);
  return true;
}

const usable = files.filter((path) => (isFolder(path) ? demonstrateFolder(path) : demonstrate(path))).length;

process.stdout.write(`
Thử tiếp:
  npx --yes pnpm@12.21.0 start TỆP.xlsx             kiểm tra tệp của bạn
  node packages/cli/dist/ctmtqg.js check TỆP.xlsx   như trên, không dựng lại
  node packages/cli/dist/ctmtqg.js check THƯ-MỤC --html BÁO-CÁO   cả thư mục, mỗi tệp một báo cáo
  node packages/cli/dist/ctmtqg.js find "Giảm thiểu tảo hôn"      tên này là dự án nào
  node packages/cli/dist/ctmtqg.js --help           các lệnh khác
`);
process.exitCode = usable > 0 ? 0 : 1;
