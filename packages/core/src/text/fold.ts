const TABLE_SIZE = 0x1f00;
const COMBINING_FROM = 0x300;
const COMBINING_TO = 0x36f;

/** For each code its letter or digit without accents, in lower case; 0 for what separates words. */
const BASE: Uint16Array = (() => {
  const table = new Uint16Array(TABLE_SIZE);
  for (let code = 0x30; code < TABLE_SIZE; code += 1) {
    const plain = String.fromCharCode(code)
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace('đ', 'd');
    if (plain.length === 1 && /[\p{L}\p{N}]/u.test(plain)) table[code] = plain.charCodeAt(0);
  }
  return table;
})();

/**
 * The text as compared: lower case, without accents, đ as d, punctuation and white space folded to single blanks.
 * Use it on both sides of a comparison; never show it. Two different Vietnamese words may fold to one.
 *
 * @example foldText('Dự án 4:  Đầu tư…') // 'du an 4 dau tu'
 */
export function foldText(text: string): string {
  let folded = '';
  let gap = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= COMBINING_FROM && code <= COMBINING_TO) continue;
    const base = code < TABLE_SIZE ? BASE[code] : 0;
    if (base) {
      if (gap && folded !== '') folded += ' ';
      folded += String.fromCharCode(base);
      gap = false;
    } else if (code !== 0xad) gap = true;
  }
  return folded;
}

/**
 * The text letter by letter without accents and in lower case, as long as the text itself, so that a place found
 * in it is the same place in the text. Dashes become `-`, other signs stay. The text must be in NFC.
 */
export function flattenText(text: string): string {
  let flat = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const base = code < TABLE_SIZE ? BASE[code] : 0;
    if (base) flat += String.fromCharCode(base);
    else if (code >= 0x2010 && code <= 0x2015) flat += '-';
    else if (code === 0xa0 || code === 0x9 || code === 0xa || code === 0xd) flat += ' ';
    else flat += text[i];
  }
  return flat;
}
