import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cataloguePolicy, catalogueRegistry } from '../scripts/catalogue.mjs';
import { type Element, manifestFaults, parseManifest } from '../scripts/check-manifest.mjs';
import { IN_DEVELOPMENT, manifest } from '../scripts/manifest.mjs';
import { COMMANDS } from '../src/commands/commands.js';
import { ANSWERS } from '../src/functions/answers.js';
import { buildAddin } from './browser.js';

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
const named = (element: Element, name: string) => all(element).filter((one) => one.name === name);

const HOST = 'addin.tinh.gov.vn';
const xml = manifest(HOST, '0.1.0.0');
const app = parseManifest(xml);

let folder: string;
beforeAll(() => {
  folder = buildAddin();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([HOST, 'may-chu:8443', 'may-chu/ctmtqg'])('the manifest for %s has no fault', (host) => {
  expect(manifestFaults(manifest(host, '0.1.0.0'), host, join(folder, 'web'))).toEqual([]);
});

describe('faults are found', () => {
  const cases: [what: string, from: string | RegExp, to: string, fault: string][] = [
    ['elements in another order', /(<Permissions>.*<\/Permissions>)([\s\S]*)$/, '$2', '<OfficeApp>: thiếu'],
    [
      'hosts behind resources',
      /(<Hosts>\s*<Host xsi[\s\S]*<\/Hosts>)([\s\S]*<\/Resources>)/,
      '$2$1',
      'Hosts',
    ],
    ['a button without help', /<Supertip>.*?<\/Supertip>/, '', '<Control>: thiếu hoặc sai chỗ <Supertip>'],
    ['a button without its large icon', /<bt:Image size="80" resid="Icon.80"\/>/, '', 'thiếu cỡ 80'],
    [
      'a resource that is not defined',
      'resid="Undo.Label"',
      'resid="Undone.Label"',
      'Undone.Label: không được khai',
    ],
    [
      'a resource defined twice',
      'bt:String id="Undo.Tip"',
      'bt:String id="Mark.Tip"',
      'Mark.Tip: khai hai lần',
    ],
    ['an id that is too long', /Undo\.Tip/g, `Undo.${'Tip'.repeat(12)}`, 'dài quá 32'],
    [
      'a text that is too long',
      'DefaultValue="Hoàn tác"',
      `DefaultValue="${'x'.repeat(126)}"`,
      'dài quá 125',
    ],
    ['an address that is not secure', `https://${HOST}/pane.js`, `http://${HOST}/pane.js`, 'cần https'],
    ['an address elsewhere', `https://${HOST}/pane.js`, 'https://khac.vn/pane.js', 'không ở'],
    ['a file that was not built', 'functions.json', 'function.json', 'không có tệp'],
    ['an id that is none', /<Id>.*<\/Id>/, '<Id>ctmtqg</Id>', 'GUID'],
    ['a version of three numbers', '<Version>0.1.0.0', '<Version>0.1.0', 'bốn số'],
    ['a tag left open', '</Resources>', '', 'đóng sai chỗ'],
  ];
  test.each(cases)('%s', (_, from, to, fault) => {
    const broken = xml.replace(from, to);
    expect(broken).not.toBe(xml);
    expect(manifestFaults(broken, HOST, join(folder, 'web')).join('\n')).toContain(fault);
  });
});

test('ribbon and functions need Excel 2021; an older one still gets the pane, which says so', () => {
  const [base] = named(app, 'Set');
  const overrides = named(app, 'VersionOverrides')[0]!;
  expect(base!.attributes).toEqual({ Name: 'ExcelApi', MinVersion: '1.1' });
  expect(named(overrides, 'bt:Set').map((set) => set.attributes)).toEqual([
    { Name: 'ExcelApi', MinVersion: '1.14' },
  ]);
});

test('the tab has its buttons and the context menu of cells its check, in both languages', () => {
  const labels = new Map(named(app, 'bt:String').map((text) => [text.attributes.id, text]));
  const shown = (place: string) =>
    named(named(app, place)[0]!, 'Control').map((control) => {
      const text = labels.get(control.children[0]!.attributes.resid)!;
      return [text.attributes.DefaultValue, text.children[0]!.attributes.Value];
    });
  expect(shown('CustomTab')).toEqual([
    ['Kiểm tra', 'Check'],
    ['Điền tổng', 'Fill totals'],
    ['Điền đối ứng', 'Fill counterpart'],
    ['Hoàn tác', 'Undo'],
    ['Tô màu ô', 'Colour cells'],
    ['Mở bảng', 'Open pane'],
  ]);
  expect(shown('OfficeMenu')).toEqual([['Kiểm tra', 'Check']]);
  expect(named(app, 'OfficeMenu')[0]!.attributes.id).toBe('ContextMenuCell');
});

test('the development build is another add-in, beside the one in use', () => {
  const development = parseManifest(manifest('localhost:3000', '0.1.0.0', IN_DEVELOPMENT));
  expect(development.children[0]!.text).not.toBe(app.children[0]!.text);
});

test('buttons run commands that the pane knows, and the functions are those that answer', () => {
  const known: readonly string[] = COMMANDS;
  const run = named(app, 'FunctionName').map((one) => one.text);
  expect([...new Set(run)].sort()).toEqual([...known].sort());
  const { functions } = JSON.parse(readFileSync(join(folder, 'web/functions.json'), 'utf8')) as {
    functions: { id: string; description: string; parameters: { description: string }[] }[];
  };
  expect(functions.map((one) => one.id).sort()).toEqual(Object.keys(ANSWERS).sort());
  for (const one of functions) {
    expect(one.description.length).toBeGreaterThan(10);
    for (const parameter of one.parameters) expect(parameter.description.length).toBeGreaterThan(5);
  }
});

describe('the catalogue on a share', () => {
  const SHARE = '\\\\máy-chủ\\ctmtqg & co';

  test('its registry file names the share as Windows writes it', () => {
    const text = catalogueRegistry(SHARE);
    expect(text.startsWith('\ufeffWindows Registry Editor Version 5.00\r\n')).toBe(true);
    expect(text).toContain('"Url"="\\\\\\\\máy-chủ\\\\ctmtqg & co"\r\n');
    expect(text).toMatch(/TrustedCatalogs\\\{[0-9a-f-]{36}\}\]\r\n/);
  });

  test('its policy sets the same three values', () => {
    const policy = parseManifest(cataloguePolicy(SHARE));
    const values = named(policy, 'Properties').map(({ attributes }) => [
      attributes.key,
      attributes.name,
      attributes.type,
      attributes.value,
    ]);
    const id = /\{[0-9a-f-]{36}\}/.exec(catalogueRegistry(SHARE))![0];
    const key = `Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs\\${id}`;
    expect(values).toEqual([
      [key, 'Id', 'REG_SZ', id],
      [key, 'Url', 'REG_SZ', '\\\\máy-chủ\\ctmtqg &amp; co'],
      [key, 'Flags', 'REG_DWORD', '00000001'],
    ]);
  });
});

const script = (name: string) => fileURLToPath(new URL(`../scripts/${name}`, import.meta.url));

test('the command refuses what is no host and no share', () => {
  for (const args of [[], ['http://addin.vn'], ['addin vn'], [HOST, 'C:\\ctmtqg'], [HOST, '\\\\may-chu']]) {
    const { status, stderr } = spawnSync(process.execPath, [script('manifest.mjs'), ...args], {
      encoding: 'utf8',
    });
    expect([status, stderr.includes('Cách dùng')]).toEqual([2, true]);
  }
});

test('pnpm addin:dev builds, finds the manifest sound, and serves at https://localhost', async () => {
  const place = mkdtempSync(join(tmpdir(), 'ctmtqg-dev-'));
  const [cert, key] = [join(place, 'cert.pem'), join(place, 'key.pem')];
  const made = await generate([{ name: 'commonName', value: 'localhost' }]);
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.private);
  const args = ['--once', '--port', '0', '--folder', join(place, 'site'), '--cert', cert, '--key', key];
  const { status, stdout, stderr } = spawnSync(process.execPath, [script('dev.mjs'), ...args], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/https:\/\/localhost:\d+\/taskpane\.html/);
  expect(readFileSync(join(place, 'site/manifest.localhost.xml'), 'utf8')).toContain('CTMTQG (thử)');
  const without = spawnSync(
    process.execPath,
    [script('dev.mjs'), ...args.slice(0, -1), join(place, 'none')],
    {
      encoding: 'utf8',
    },
  );
  expect([without.status, without.stderr]).toEqual([1, expect.stringContaining('không có chứng chỉ')]);
  rmSync(place, { recursive: true, force: true });
});
