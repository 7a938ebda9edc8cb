import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Children of each element in the order that Microsoft's schema demands; `?` marks what may be missing, `*` what may
 * stand there several times. The schema itself is not published as a file, so the orders of its documentation
 * (“manifest element ordering”) are written down here.
 */
const SHAPE = {
  OfficeApp:
    'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements? DefaultSettings Permissions VersionOverrides',
  VersionOverrides: 'Description? Requirements? Hosts Resources',
  'VersionOverrides/Hosts/Host': 'Runtimes? AllFormFactors? DesktopFormFactor',
  AllFormFactors: 'ExtensionPoint',
  DesktopFormFactor: 'GetStarted? FunctionFile ExtensionPoint*',
  GetStarted: 'Title Description LearnMoreUrl',
  CustomTab: 'Group* Label',
  Group: 'Label Icon Control*',
  Control: 'Label Supertip Icon Action',
  Supertip: 'Title Description',
  Resources: 'bt:Images bt:Urls bt:ShortStrings bt:LongStrings',
};

const LENGTHS = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };
const ICONS = [16, 32, 80];

/** Reads the manifest as a tree; it has no comments and no CDATA, and its attributes stand in double quotes. */
export function parseManifest(xml) {
  const root = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)|</g;
  for (const [all, close, name, attributes = '', empty, text] of xml
    .replace(/^<\?xml[^>]*>/, '')
    .matchAll(tag)) {
    const top = open.at(-1);
    if (text !== undefined) top.text += text.trim();
    else if (!name) throw new Error(`không đọc được từ “${all}”`);
    else if (close) {
      if (open.pop().name !== name) throw new Error(`thẻ </${name}> đóng sai chỗ`);
    } else {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]);
      const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`thẻ <${open.at(-1).name}> không được đóng`);
  return root.children[0];
}

const all = (element) => [element, ...element.children.flatMap(all)];
const named = (element, name) => all(element).filter((one) => one.name === name);

function misordered(element, shape) {
  const given = element.children.map((child) => child.name);
  const faults = [];
  for (const part of shape.split(' ')) {
    const name = part.replace(/[?*]$/, '');
    if (given[0] !== name && !part.endsWith('?'))
      faults.push(`<${element.name}>: thiếu hoặc sai chỗ <${name}>`);
    if (part.endsWith('*')) while (given[0] === name) given.shift();
    else if (given[0] === name) given.shift();
  }
  if (given.length > 0) faults.push(`<${element.name}>: <${given[0]}> không đúng chỗ`);
  return faults;
}

function orderFaults(app) {
  const hosts = named(app, 'VersionOverrides').flatMap((one) => named(one, 'Host'));
  const faults = hosts.flatMap((host) => misordered(host, SHAPE['VersionOverrides/Hosts/Host']));
  for (const element of all(app)) {
    const shape = SHAPE[element.name];
    if (shape) faults.push(...misordered(element, shape));
  }
  for (const icon of named(app, 'Icon')) {
    const sizes = icon.children.map((image) => Number(image.attributes.size));
    for (const size of ICONS) if (!sizes.includes(size)) faults.push(`<Icon>: thiếu cỡ ${size}`);
  }
  return faults;
}

function identityFaults(app) {
  const text = (name) => app.children.find((child) => child.name === name)?.text ?? '';
  const faults = [];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text('Id'))) faults.push('<Id>: không phải GUID');
  if (!/^\d+\.\d+\.\d+\.\d+$/.test(text('Version'))) faults.push('<Version>: cần bốn số, ví dụ 1.0.0.0');
  return faults;
}

function resourceFaults(app) {
  const [resources] = named(app, 'Resources');
  if (!resources) return [];
  const ids = all(resources).flatMap((one) => one.attributes.id ?? []);
  const used = new Set(all(app).flatMap((one) => one.attributes.resid ?? []));
  const faults = [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id}: khai hai lần`),
    ...ids.filter((id) => id.length > 32).map((id) => `${id}: dài quá 32 ký tự`),
    ...ids.filter((id) => !used.has(id)).map((id) => `${id}: không nơi nào dùng`),
    ...[...used].filter((id) => !ids.includes(id)).map((id) => `${id}: không được khai`),
  ];
  for (const [kind, limit] of Object.entries(LENGTHS)) {
    for (const text of named(resources, kind).flatMap((one) => all(one))) {
      const long = [text.attributes.DefaultValue, text.attributes.Value].some(
        (value) => value?.length > limit,
      );
      if (long) faults.push(`${kind}: một câu dài quá ${limit} ký tự`);
    }
  }
  return faults;
}

function addressFaults(app, host, folder) {
  const values = all(app).flatMap((one) => Object.entries(one.attributes));
  const addresses = values.filter(([name, value]) => !name.startsWith('xmlns') && /^https?:/.test(value));
  return addresses.flatMap(([, value]) => {
    const url = new URL(value);
    if (url.protocol !== 'https:') return `${value}: cần https`;
    const base = new URL(`https://${host}/`);
    if (url.host !== base.host || !url.pathname.startsWith(base.pathname)) return `${value}: không ở ${host}`;
    const file = folder && join(folder, url.pathname.slice(base.pathname.length));
    if (file && !existsSync(file)) return `${value}: bản dựng không có tệp này`;
    const size = /icon-(\d+)\.png$/.exec(value)?.[1];
    return file && size && pngSize(file) !== `${size}x${size}`
      ? `${value}: không phải ảnh ${size}×${size}`
      : [];
  });
}

function pngSize(file) {
  const png = readFileSync(file);
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}

/**
 * What is wrong with a manifest, as far as it can be told without Microsoft's service: the order of its elements, its
 * identity, its resources, its addresses. `folder` is the build that the host serves; without it, files are not looked
 * for. No fault is an empty list.
 */
export function manifestFaults(xml, host, folder = null) {
  try {
    const app = parseManifest(xml);
    return [
      ...orderFaults(app),
      ...identityFaults(app),
      ...resourceFaults(app),
      ...addressFaults(app, host, folder),
    ];
  } catch (error) {
    return [error.message];
  }
}
