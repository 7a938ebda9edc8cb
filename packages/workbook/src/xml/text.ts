const decoder = new TextDecoder('utf-8');

/** UTF-8 bytes as a string, entities and line ends not touched. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length === 0) return '';
  if (length < 12) {
    let text = '';
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (byte >= 128) return decoder.decode(bytes.subarray(start, end));
      text += String.fromCharCode(byte);
    }
    return text;
  }
  return decoder.decode(bytes.subarray(start, end));
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Resolves the five entities of XML and character references; line ends become `\n`.
 * Returns `null` where an entity is unknown: without a DTD there is none.
 */
export function resolveEntities(raw: string): string | null {
  let text = raw;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!text.includes('&')) return text;
  let bad = false;
  const resolved = text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z]+));|&/g,
    (_, hex, decimal, name) => {
      if (hex === undefined && decimal === undefined) {
        const known = NAMED.get(name ?? '');
        if (known === undefined) bad = true;
        return known ?? '';
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
        bad = true;
        return '';
      }
      return String.fromCodePoint(code);
    },
  );
  return bad ? null : resolved;
}

/** `_x000D_` → the character, `_x005F_` → `_`: how OOXML writes what XML cannot hold. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
