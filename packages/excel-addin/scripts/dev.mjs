import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { manifestFaults } from './check-manifest.mjs';
import { serveSecurely } from './dev-server.mjs';
import { IN_DEVELOPMENT, manifest, version } from './manifest.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const CERTIFICATES = join(homedir(), '.office-addin-dev-certs');

// Fetched when asked for: together they weigh 450 MB and bring a native module, for one command of a developer.
const CERTIFICATE_TOOL = 'office-addin-dev-certs@3.0.0';
const EXCEL_TOOL = 'office-addin-debugging@7.0.0';

const HELP = `pnpm addin:dev [--port 3000] [--folder THƯ-MỤC] [--cert TỆP --key TỆP] [--no-excel] [--once]

Dựng tiện ích, phục vụ ở https://localhost:3000, dựng lại khi mã nguồn đổi, và mở trong Excel (Windows, macOS).
  --port      cổng; mặc định 3000
  --folder    nơi để bản dựng và bản khai; mặc định packages/excel-addin/dist/dev
  --cert,--key  chứng chỉ của riêng bạn, thay cho chứng chỉ do ${CERTIFICATE_TOOL} tạo và cài
  --no-excel  chỉ phục vụ, không mở Excel
  --once      dựng, kiểm tra bản khai, phục vụ thử một lần rồi thoát
`;

/** `npx` is a command file on Windows, which only a shell runs. */
function npx(...args) {
  const { status } = spawnSync('npx', ['--yes', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function build(folder) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), folder], {
    stdio: 'inherit',
  });
  return status === 0;
}

function certificates({ cert, key }) {
  const files = {
    cert: cert ?? join(CERTIFICATES, 'localhost.crt'),
    key: key ?? join(CERTIFICATES, 'localhost.key'),
  };
  const found = () => existsSync(files.cert) && existsSync(files.key);
  if (!cert && !key && !npx(CERTIFICATE_TOOL, 'install'))
    console.error('Chưa cài được chứng chỉ gốc vào máy này: trình duyệt và Excel sẽ cảnh báo hoặc từ chối.');
  if (!found()) {
    throw new Error(
      `không có chứng chỉ cho https://localhost (${files.cert}); nêu chứng chỉ có sẵn bằng --cert và --key`,
    );
  }
  const own = readFileSync(files.cert);
  const issuer = join(CERTIFICATES, 'ca.crt');
  return {
    cert: own,
    key: readFileSync(files.key),
    ca: !cert && existsSync(issuer) ? [own, readFileSync(issuer)] : [own],
  };
}

/** The manifest of the development build, at a port of this machine. */
function writeManifest(folder, port) {
  const host = `localhost:${port}`;
  const made = manifest(host, version(), IN_DEVELOPMENT);
  const faults = manifestFaults(made, host, join(folder, 'web'));
  if (faults.length > 0) throw new Error(`bản khai sai:\n${faults.join('\n')}`);
  const file = join(folder, 'manifest.localhost.xml');
  writeFileSync(file, made);
  return file;
}

function rebuildOnChange(folder, then) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (build(folder)) then();
    }, 300);
  };
  for (const place of ['src', 'static', '../core/src', '../workbook/src'])
    watch(join(root, place), { recursive: true }, later);
}

async function answersFrom(port, ca) {
  const { request } = await import('node:https');
  const status = (path) =>
    new Promise((resolve, reject) => {
      request({ host: 'localhost', port, path, ca, method: 'HEAD' }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
        .end();
    });
  for (const path of ['/taskpane.html', '/pane.js', '/functions.json', '/icons/icon-80.png']) {
    if ((await status(path)) !== 200) throw new Error(`https://localhost:${port}${path} không trả lời`);
  }
}

function openExcel(file) {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    console.log(
      'Máy này không có Excel: mở https://localhost trong trình duyệt, hoặc nạp bản khai vào Excel trên web.',
    );
    return false;
  }
  return npx(EXCEL_TOOL, 'start', file, 'desktop', '--app', 'excel', '--no-debug');
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '3000' },
      folder: { type: 'string', default: join(root, 'dist/dev') },
      cert: { type: 'string' },
      key: { type: 'string' },
      'no-excel': { type: 'boolean', default: false },
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const { folder } = values;
  mkdirSync(folder, { recursive: true });
  if (!build(folder)) throw new Error('không dựng được');
  const secure = certificates(values);
  const server = await serveSecurely(join(folder, 'web'), { ...secure, port: Number(values.port) });
  const file = writeManifest(folder, server.port);
  console.log(`https://localhost:${server.port}/taskpane.html\n${file}: bản khai không có lỗi`);
  if (values.once) {
    await answersFrom(server.port, secure.ca);
    return server.close();
  }
  rebuildOnChange(folder, () => writeManifest(folder, server.port));
  const opened = !values['no-excel'] && openExcel(file);
  process.once('SIGINT', () => {
    if (opened) npx(EXCEL_TOOL, 'stop', file);
    process.exit(0);
  });
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
