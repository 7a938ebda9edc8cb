/** Namespaces that this package understands; transitional and strict OOXML count as one. */
export const Ns = {
  other: 0,
  none: 1,
  main: 2,
  relationships: 3,
  packageRelationships: 4,
  contentTypes: 5,
  compatibility: 6,
  drawing: 7,
  threadedComments: 8,
} as const;
export type Ns = (typeof Ns)[keyof typeof Ns];

const URIS: ReadonlyMap<string, Ns> = new Map<string, Ns>([
  ['', Ns.none],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', Ns.main],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', Ns.main],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', Ns.relationships],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', Ns.relationships],
  ['http://schemas.openxmlformats.org/package/2006/relationships', Ns.packageRelationships],
  ['http://schemas.openxmlformats.org/package/2006/content-types', Ns.contentTypes],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', Ns.compatibility],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', Ns.drawing],
  ['http://purl.oclc.org/ooxml/drawingml/main', Ns.drawing],
  ['http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments', Ns.threadedComments],
]);

export function namespaceOf(uri: string): Ns {
  return URIS.get(uri) ?? Ns.other;
}

/** True where a `mc:Choice` may require the namespace: its content is read as if it stood there. */
export function isUnderstood(ns: Ns): boolean {
  return ns === Ns.main || ns === Ns.relationships || ns === Ns.drawing;
}
