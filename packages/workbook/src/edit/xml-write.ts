/** Text between tags. What XML cannot hold is written `_xHHHH_`, as OOXML does for cells. */
export function escapeCellText(text: string): string {
  return escapeText(
    text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be escaped
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}

/** Text between tags where nothing needs `_xHHHH_`. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

/** `xml:space="preserve"` where the text would lose spaces. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|[\t\n\r]|\s\s/.test(text) ? ' xml:space="preserve"' : '';
}

/** True where XML can hold the text as it is: formulas and names have no other way. */
export function isXmlText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text);
}
