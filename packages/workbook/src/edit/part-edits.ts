import { type Package, partKey, relationshipsPart } from '../parts/package.js';
import { detectEncoding, fromUtf8, toUtf8, type XmlEncoding } from '../xml/encoding.js';
import { Ns } from '../xml/namespaces.js';
import { XmlScanner } from '../xml/scanner.js';
import { concatBytes } from '../zip/bytes.js';
import { type PackedPart, packBytes, packSource, writeZip } from '../zip/write.js';
import { applySplices, type Splice, splicedSource } from './splice.js';
import { escapeAttribute } from './xml-write.js';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE_NS = 'http://schemas.openxmlformats.org/package/2006';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

const once = (bytes: Uint8Array) => {
  let left: Uint8Array | null = bytes;
  return {
    next() {
      const piece = left;
      left = null;
      return piece;
    },
  };
};

/** The parts of a package as they shall be written: all as they are, but for those changed, added or removed. */
export class PartEdits {
  private readonly changed = new Map<string, Uint8Array>();
  private readonly packed = new Map<string, PackedPart>();
  private readonly removed = new Set<string>();
  private readonly added = new Map<string, Uint8Array>();

  constructor(readonly pack: Package) {}

  has(part: string): boolean {
    const key = partKey(part);
    return !this.removed.has(key) && (this.pack.has(part) || this.added.has(key));
  }

  /** Current content of an XML part as UTF-8. */
  read(part: string): Uint8Array {
    const key = partKey(part);
    const known = this.added.get(key) ?? this.changed.get(key);
    if (known) return known;
    const source = toUtf8(once(this.pack.read(part)), part);
    const pieces: Uint8Array[] = [];
    for (let piece = source.next(); piece; piece = source.next()) pieces.push(piece);
    return pieces.length === 0 ? new Uint8Array(0) : concatBytes(pieces);
  }

  scan(part: string): XmlScanner {
    return new XmlScanner(this.read(part), part, this.pack.limits);
  }

  write(part: string, content: Uint8Array | string): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const key = partKey(part);
    if (this.pack.has(part)) this.changed.set(key, bytes);
    else this.added.set(part.replace(/^\/+/, ''), bytes);
  }

  splice(part: string, splices: readonly Splice[]): void {
    if (splices.length > 0) this.write(part, applySplices(this.read(part), splices));
  }

  /** Splices a large part on its way into the file, without holding it. */
  spliceThrough(part: string, splices: readonly Splice[]): void {
    if (this.encodingOf(part) !== 'utf-8') this.splice(part, splices);
    else this.packed.set(partKey(part), packSource(splicedSource(this.pack.source(part), splices)));
  }

  remove(part: string): void {
    this.removed.add(partKey(part));
  }

  /** A part name that is not taken: `xl/comments#.xml` with the first free number. */
  freeName(pattern: string): string {
    for (let number = 1; ; number++) {
      const name = pattern.replace('#', String(number));
      if (!this.pack.has(name) && !this.added.has(name)) return name;
    }
  }

  /** Relationship types of transitional or of strict files, as the package has them. */
  get relationshipBase(): string {
    return new TextDecoder().decode(this.read('_rels/.rels')).includes(STRICT) ? STRICT : TRANSITIONAL;
  }

  /** Adds a relationship from one part to another and gives its id. */
  relate(from: string, kind: string, to: string): string {
    const rels = relationshipsPart(from);
    const type = `${this.relationshipBase}/${kind}`;
    const target = escapeAttribute(relativeTarget(from, to));
    if (!this.has(rels)) {
      const item = `<Relationship Id="rId1" Type="${type}" Target="${target}"/>`;
      this.write(
        rels,
        `${XML_HEAD}<Relationships xmlns="${PACKAGE_NS}/relationships">${item}</Relationships>`,
      );
      return 'rId1';
    }
    const xml = this.scan(rels);
    const root = xml.root('Relationships', Ns.packageRelationships);
    const frame = frameOf(xml);
    const ids = new Set<string>();
    while (xml.nextIn(root)) ids.add((xml.attribute('Id') ?? '').toLowerCase());
    let number = 1;
    while (ids.has(`rid${number}`)) number++;
    const id = `rId${number}`;
    this.append(
      rels,
      xml,
      frame,
      `<${frame.prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
    );
    return id;
  }

  /** Takes away the relationships of a part that lead to another. */
  unrelate(from: string, to: string): void {
    const rels = relationshipsPart(from);
    const gone = new Set(
      this.pack
        .relationships(from)
        .filter((rel) => partKey(rel.target) === partKey(to))
        .map((rel) => rel.id),
    );
    this.dropElements(rels, 'Relationships', Ns.packageRelationships, (xml) =>
      gone.has(xml.attribute('Id') ?? ''),
    );
  }

  /** Tells the content type of a new part. */
  declareType(part: string, type: string): void {
    this.addType(`Override PartName="/${escapeAttribute(part)}" ContentType="${type}"`);
  }

  /** Tells the content type of all parts with an ending, where none is told yet. */
  declareEnding(ending: string, type: string): void {
    const { defaults } = this.pack.contentTypes();
    const now = new TextDecoder().decode(this.read('[Content_Types].xml'));
    if (!defaults.has(ending) && !now.includes(`Extension="${ending}"`)) {
      this.addType(`Default Extension="${ending}" ContentType="${type}"`);
    }
  }

  undeclare(part: string): void {
    this.dropElements('[Content_Types].xml', 'Types', Ns.contentTypes, (xml) => {
      return xml.name === 'Override' && partKey(xml.attribute('PartName') ?? '') === partKey(part);
    });
  }

  /** The new file. */
  save(): Uint8Array {
    const replaced = new Map<string, PackedPart>();
    const removed = new Set<string>();
    for (const entry of this.pack.directory.entries) {
      const key = partKey(entry.name);
      const bytes = this.changed.get(key);
      const packed = bytes ? packBytes(fromUtf8(bytes, this.encodingOf(entry.name))) : this.packed.get(key);
      if (this.removed.has(key)) removed.add(entry.name);
      else if (packed) replaced.set(entry.name, packed);
    }
    const added = new Map([...this.added].map(([name, bytes]) => [name, packBytes(bytes)]));
    return writeZip(this.pack.directory, { replaced, removed, added });
  }

  private encodingOf(part: string): XmlEncoding {
    return detectEncoding(this.pack.source(part).next() ?? new Uint8Array(0));
  }

  private addType(element: string): void {
    const xml = this.scan('[Content_Types].xml');
    const root = xml.root('Types', Ns.contentTypes);
    const frame = frameOf(xml);
    while (xml.nextIn(root));
    this.append('[Content_Types].xml', xml, frame, `<${frame.prefix}${element}/>`);
  }

  /** Appends to the root of a part that was read to its end. */
  private append(part: string, xml: XmlScanner, frame: Frame, text: string): void {
    const { tagEnd, selfClosing, name } = frame;
    if (selfClosing) this.splice(part, [{ start: tagEnd - 2, end: tagEnd, text: `>${text}</${name}>` }]);
    else this.splice(part, [{ start: xml.rootEnd, end: xml.rootEnd, text }]);
  }

  private dropElements(part: string, root: string, ns: Ns, drop: (xml: XmlScanner) => boolean): void {
    const xml = this.scan(part);
    const depth = xml.root(root, ns);
    const splices: Splice[] = [];
    while (xml.nextIn(depth)) {
      if (!drop(xml)) continue;
      const start = xml.base + xml.start;
      xml.skip();
      splices.push({ start, end: xml.base + xml.end, text: '' });
    }
    this.splice(part, splices);
  }
}

interface Frame {
  readonly tagEnd: number;
  readonly selfClosing: boolean;
  readonly name: string;
  readonly prefix: string;
}

function frameOf(xml: XmlScanner): Frame {
  const { selfClosing, prefix, name } = xml;
  return { tagEnd: xml.base + xml.end, selfClosing, prefix, name: prefix + name };
}

/** Target of a part as seen from another, in the way that all readers understand. */
export function relativeTarget(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  return '../'.repeat(source.length - shared) + target.slice(shared).join('/');
}
