import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

function installed() {
  const places = [process.env.CTMTQG_BROWSER, ...(PLACES[process.platform] ?? [])];
  return places.find((place) => place && existsSync(place)) ?? null;
}

function mayInstall() {
  const isDebian =
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  return process.platform === 'linux' && isDebian && process.getuid?.() === 0;
}

/** A Chromium for the tests: the one installed, else Debian's own where this user may install it, else `null`. */
export function findBrowser() {
  const found = installed();
  if (found || !mayInstall()) return found;
  process.stderr.write('Đang cài Chromium của Debian cho phần thử trình duyệt …\n');
  for (const command of ['apt-get update -q', 'apt-get install -y -q --no-install-recommends chromium']) {
    const { status } = spawnSync(command, {
      shell: true,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) break;
  }
  return installed();
}
