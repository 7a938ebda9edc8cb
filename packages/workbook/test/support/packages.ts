import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { DEFAULT_LIMITS } from '../../src/limits.js';
import { Token, XmlScanner } from '../../src/xml/scanner.js';
import { readDirectory } from '../../src/zip/directory.js';
import { buildZip } from './zip.js';

export const richFeatures = () => readBytes('../../../../test/workbooks/rich-features.xlsx');

export function readBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, import.meta.url)));
}

/** Entries of a zip as they are stored: header, compressed data and all. */
export function rawEntries(bytes: Uint8Array): Map<string, string> {
  const { entries, directoryOffset } = readDirectory(bytes, DEFAULT_LIMITS);
  const byPlace = [...entries].sort((a, b) => a.headerOffset - b.headerOffset);
  return new Map(
    byPlace.map((entry, i) => {
      const end = byPlace[i + 1]?.headerOffset ?? directoryOffset;
      return [entry.name, Buffer.from(bytes.subarray(entry.headerOffset, end)).toString('latin1')];
    }),
  );
}

/** Names of entries that are not the same, byte for byte, in both files. */
export function touchedEntries(before: Uint8Array, after: Uint8Array): string[] {
  const old = rawEntries(before);
  const now = rawEntries(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .sort();
}

export function partText(bytes: Uint8Array, part: string): string {
  const content = unzipSync(bytes)[part];
  if (!content) throw new Error(`no part ${part}`);
  return new TextDecoder().decode(content);
}

/** The workbook with some parts rewritten. */
export function rewrite(bytes: Uint8Array, change: (name: string, text: string) => string): Uint8Array {
  return buildZip(
    Object.entries(unzipSync(bytes)).map(([name, data]) =>
      /\.(xml|rels|vml)$/.test(name)
        ? { name, data: change(name, new TextDecoder().decode(data)) }
        : { name, data },
    ),
  );
}

/** Puts a prefix before the names of all elements that have none. */
export function withPrefix(text: string, prefix: string): string {
  return text
    .replace(/<(\/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])/g, `<$1${prefix}:$2`)
    .replace(/ xmlns="/, ` xmlns:${prefix}="`);
}

const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** What is wrong with a package: ill-formed parts, dangling relationships, parts without content type. */
export function packageFaults(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes);
  const faults: string[] = [];
  const names = new Set(Object.keys(files).map((name) => name.toLowerCase()));
  const types = new TextDecoder().decode(files['[Content_Types].xml']);
  const overrides = [...types.matchAll(/<(?:\w+:)?Override\s[^>]*>/g)].map(([tag]) =>
    attribute(tag, 'PartName'),
  );
  const endings = [...types.matchAll(/<(?:\w+:)?Default\s[^>]*>/g)].map(([tag]) =>
    attribute(tag, 'Extension').toLowerCase(),
  );
  for (const part of overrides)
    if (!names.has(part.slice(1).toLowerCase())) faults.push(`no part for type of ${part}`);
  if (new Set(overrides).size < overrides.length) faults.push('content type told twice');
  if (new Set(endings).size < endings.length) faults.push('ending told twice');
  for (const [name, data] of Object.entries(files)) {
    if (/\.(xml|rels|vml)$/.test(name)) {
      try {
        const xml = new XmlScanner(data, name, DEFAULT_LIMITS);
        while (xml.next() !== Token.end);
      } catch (error) {
        faults.push(`${name}: ${String(error)}`);
      }
    }
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (name !== '[Content_Types].xml' && !endings.includes(ending) && !overrides.includes(`/${name}`)) {
      faults.push(`no content type for ${name}`);
    }
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    const ids = new Set<string>();
    for (const [tag] of new TextDecoder().decode(data).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
      const id = attribute(tag, 'Id');
      if (ids.has(id)) faults.push(`${name}: ${id} twice`);
      ids.add(id);
      if (attribute(tag, 'TargetMode') === 'External') continue;
      const { pathname } = new URL(attribute(tag, 'Target'), `http://x/${folder}`);
      if (!names.has(decodeURIComponent(pathname).slice(1).toLowerCase()))
        faults.push(`${name}: ${pathname} is missing`);
    }
  }
  return faults;
}
