import { WorkbookError } from '../errors.js';
import { type ReadOptions, resolveLimits, type WorkbookLimits } from '../limits.js';
import { toUtf8 } from '../xml/encoding.js';
import { Ns } from '../xml/namespaces.js';
import { XmlScanner } from '../xml/scanner.js';
import { readDirectory, type ZipDirectory, type ZipEntry } from '../zip/directory.js';
import { type ByteSource, type InflateBudget, inflateEntry, readEntry } from '../zip/inflate.js';
import { refuseOtherKinds } from './sniff.js';

/** One relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** Last segment of the type, which transitional and strict files share: `worksheet`, `comments`. */
  readonly kind: string;
  /** Part that is meant, without a leading slash, or the address outside of the file. */
  readonly target: string;
  readonly external: boolean;
}

/** The parts of an OOXML package: found by name whatever its case, read as bytes or as XML. */
export class Package {
  readonly directory: ZipDirectory;
  readonly limits: WorkbookLimits;
  private readonly byName = new Map<string, ZipEntry>();
  private readonly budget: InflateBudget = { used: 0, compressed: 0 };
  private readonly counted = new Set<string>();

  constructor(bytes: Uint8Array, options?: ReadOptions) {
    this.limits = resolveLimits(options);
    if (bytes.length > this.limits.maxFileBytes) {
      throw new WorkbookError('file-too-large', { bytes: bytes.length, limit: this.limits.maxFileBytes });
    }
    refuseOtherKinds(bytes);
    this.directory = readDirectory(bytes, this.limits);
    for (const entry of this.directory.entries) this.byName.set(partKey(entry.name), entry);
  }

  /** The entry of a part, or `undefined`. */
  find(part: string): ZipEntry | undefined {
    return this.byName.get(partKey(part));
  }

  has(part: string): boolean {
    return this.byName.has(partKey(part));
  }

  /** Bytes of a part as stored, not transcoded. */
  read(part: string): Uint8Array {
    return readEntry(this.directory.bytes, this.entry(part), this.limits, this.budgetFor(part));
  }

  /** Bytes of a part as stored, piece by piece. */
  source(part: string): ByteSource {
    return inflateEntry(this.directory.bytes, this.entry(part), this.limits, this.budgetFor(part));
  }

  /** The part as XML, piece by piece. */
  scan(part: string): XmlScanner {
    const { name } = this.entry(part);
    return new XmlScanner(toUtf8(this.source(part), name), name, this.limits);
  }

  /** Relationships of a part; `''` asks for those of the package. */
  relationships(part: string): Relationship[] {
    const rels = relationshipsPart(part);
    if (!this.has(rels)) return [];
    const xml = this.scan(rels);
    const root = xml.root('Relationships', Ns.packageRelationships);
    const found: Relationship[] = [];
    while (xml.nextIn(root)) {
      if (xml.name !== 'Relationship') continue;
      const target = xml.attribute('Target') ?? '';
      const type = xml.attribute('Type') ?? '';
      const external = xml.attribute('TargetMode') === 'External';
      found.push({
        id: xml.attribute('Id') ?? '',
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: external ? target : resolveTarget(part, target),
        external,
      });
    }
    return found;
  }

  /** Content type of each part that has an override, by part key, and the defaults by extension. */
  contentTypes(): { overrides: Map<string, string>; defaults: Map<string, string> } {
    const overrides = new Map<string, string>();
    const defaults = new Map<string, string>();
    const xml = this.scan('[Content_Types].xml');
    const root = xml.root('Types', Ns.contentTypes);
    while (xml.nextIn(root)) {
      const type = xml.attribute('ContentType') ?? '';
      if (xml.name === 'Override') overrides.set(partKey(xml.attribute('PartName') ?? ''), type);
      else if (xml.name === 'Default') defaults.set((xml.attribute('Extension') ?? '').toLowerCase(), type);
    }
    return { overrides, defaults };
  }

  private entry(part: string): ZipEntry {
    const entry = this.find(part);
    if (!entry) throw new WorkbookError('part-missing', { part });
    return entry;
  }

  /** An editor reads parts more than once; each counts once for the total. */
  private budgetFor(part: string): InflateBudget {
    const key = partKey(part);
    if (this.counted.has(key)) return { used: 0, compressed: 0 };
    this.counted.add(key);
    return this.budget;
  }
}

/** Part names differ neither by case nor by a leading slash. */
export function partKey(part: string): string {
  return part.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** Part that a target names, seen from the part that holds the relationship; absolute targets begin with a slash. */
export function resolveTarget(source: string, target: string): string {
  const path = decodePath(target.replace(/[?#].*$/, '').replaceAll('\\', '/'));
  const segments = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decodePath(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
