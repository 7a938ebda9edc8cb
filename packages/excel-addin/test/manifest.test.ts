import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueRegistry, manifest } from '../scripts/manifest.mjs';
import { COMMANDS } from '../src/commands/commands.js';
import { ANSWERS } from '../src/functions/answers.js';
import { buildAddin } from './browser.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads the manifest as a tree; it has no comments, no CDATA, and attributes in double quotes. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, close, name, attributes = '', empty, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g,
  )) {
    const top = open.at(-1)!;
    if (!name) top.text += text?.trim() ?? '';
    else if (close) expect(open.pop()!.name).toBe(name);
    else {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!]);
      const element = {
        name,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: '',
      };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  expect(open).toHaveLength(1);
  return root.children.find((child) => child.name === 'OfficeApp')!;
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];
const named = (element: Element, name: string) => all(element).filter((one) => one.name === name);

const HOST = 'addin.tinh.gov.vn';
const xml = manifest(HOST, '0.1.0.0');
const app = parse(xml);

let folder: string;
beforeAll(() => {
  folder = buildAddin();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('elements stand in the order that the schema demands', () => {
  expect(app.children.map((child) => child.name)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
  const overrides = app.children.at(-1)!;
  expect(overrides.children.map((child) => child.name)).toEqual(['Hosts', 'Resources']);
  expect(named(overrides, 'Host')[0]!.children.map((child) => child.name)).toEqual([
    'Runtimes',
    'AllFormFactors',
    'DesktopFormFactor',
  ]);
  const [desktop] = named(overrides, 'DesktopFormFactor');
  expect(desktop!.children.map((child) => child.name)).toEqual([
    'GetStarted',
    'FunctionFile',
    'ExtensionPoint',
    'ExtensionPoint',
  ]);
  for (const control of named(app, 'Control')) {
    expect(control.children.map((child) => child.name)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
  }
  for (const group of named(app, 'Group'))
    expect(group.children.slice(0, 2).map((child) => child.name)).toEqual(['Label', 'Icon']);
  expect(named(app, 'Resources')[0]!.children.map((child) => child.name)).toEqual([
    'bt:Images',
    'bt:Urls',
    'bt:ShortStrings',
    'bt:LongStrings',
  ]);
});

test('identity, version and floor are well formed', () => {
  expect(app.children[0]!.text).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(app.children[1]!.text).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  expect(named(app, 'Set').map((set) => set.attributes)).toEqual([{ Name: 'ExcelApi', MinVersion: '1.14' }]);
});

test('every resource is defined once, used, and short enough', () => {
  const resources = named(app, 'Resources')[0]!;
  const ids = all(resources).flatMap((one) => one.attributes.id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  const used = new Set(all(app).flatMap((one) => one.attributes.resid ?? []));
  expect([...used].sort()).toEqual([...ids].sort());
  const limits = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 } as const;
  for (const [name, limit] of Object.entries(limits)) {
    for (const text of named(resources, name)[0]!.children)
      expect(text.attributes.DefaultValue!.length).toBeLessThanOrEqual(limit);
  }
});

test('every address is on the host, secure, and a file of the build', () => {
  const addresses = [...xml.matchAll(/"(https?:\/\/(?!schemas\.microsoft|www\.w3)[^"]+)"/g)].map(
    ([, url]) => new URL(url!),
  );
  expect(addresses.length).toBeGreaterThan(8);
  for (const url of addresses) {
    expect([url.protocol, url.host]).toEqual(['https:', HOST]);
    expect(existsSync(join(folder, 'web', url.pathname))).toBe(true);
  }
});

test('the icons are pictures of the size that they claim', () => {
  for (const size of [16, 32, 64, 80]) {
    const png = readFileSync(join(folder, 'web/icons', `icon-${size}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test('buttons run commands that the pane knows, and the functions are those that answer', () => {
  const known: readonly string[] = COMMANDS;
  const run = named(app, 'FunctionName').map((one) => one.text);
  expect(run.length).toBeGreaterThan(0);
  for (const name of run) expect(known).toContain(name);
  const { functions } = JSON.parse(readFileSync(join(folder, 'web/functions.json'), 'utf8')) as {
    functions: { id: string; description: string; parameters: { description: string }[] }[];
  };
  expect(functions.map((one) => one.id).sort()).toEqual(Object.keys(ANSWERS).sort());
  for (const one of functions) {
    expect(one.description.length).toBeGreaterThan(10);
    for (const parameter of one.parameters) expect(parameter.description.length).toBeGreaterThan(5);
  }
});

test('the registry file names the share as Windows writes it', () => {
  const text = catalogueRegistry('\\\\may-chu\\ctmtqg');
  expect(text).toContain('"Url"="\\\\\\\\may-chu\\\\ctmtqg"');
  expect(text).toMatch(/TrustedCatalogs\\\{[0-9a-f-]{36}\}\]\r\n/);
});
