/**
 * TCVN3 (ABC), code by code as the texts carry it in Latin-1. There are no codes for capitals with a tone:
 * fonts whose name ends in `H` show the small letter as a capital.
 * U+00AD, elsewhere a soft hyphen, is the letter ư.
 */
const TCVN3_CODES =
  '\u00b5\u00b8\u00b6\u00b7\u00b9' + // à á ả ã ạ
  '\u00a8\u00bb\u00be\u00bc\u00bd\u00c6' + // ă ằ ắ ẳ ẵ ặ
  '\u00a9\u00c7\u00ca\u00c8\u00c9\u00cb' + // â ầ ấ ẩ ẫ ậ
  '\u00ae' + // đ
  '\u00cc\u00d0\u00ce\u00cf\u00d1' + // è é ẻ ẽ ẹ
  '\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6' + // ê ề ế ể ễ ệ
  '\u00d7\u00dd\u00d8\u00dc\u00de' + // ì í ỉ ĩ ị
  '\u00df\u00e3\u00e1\u00e2\u00e4' + // ò ó ỏ õ ọ
  '\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9' + // ô ồ ố ổ ỗ ộ
  '\u00ac\u00ea\u00ed\u00eb\u00ec\u00ee' + // ơ ờ ớ ở ỡ ợ
  '\u00ef\u00f3\u00f1\u00f2\u00f4' + // ù ú ủ ũ ụ
  '\u00ad\u00f5\u00f8\u00f6\u00f7\u00f9' + // ư ừ ứ ử ữ ự
  '\u00fa\u00fd\u00fb\u00fc\u00fe' + // ỳ ý ỷ ỹ ỵ
  '\u00a1\u00a2\u00a7\u00a3\u00a4\u00a5\u00a6'; // Ă Â Đ Ê Ô Ơ Ư

const TCVN3_LETTERS =
  'àáảãạ' +
  'ăằắẳẵặ' +
  'âầấẩẫậ' +
  'đ' +
  'èéẻẽẹ' +
  'êềếểễệ' +
  'ìíỉĩị' +
  'òóỏõọ' +
  'ôồốổỗộ' +
  'ơờớởỡợ' +
  'ùúủũụ' +
  'ưừứửữự' +
  'ỳýỷỹỵ' +
  'ĂÂĐÊÔƠƯ';

/** TCVN3 code → letter. */
export const TCVN3: ReadonlyMap<string, string> = new Map(
  [...TCVN3_CODES].map((code, i) => [code, [...TCVN3_LETTERS.normalize('NFC')][i] ?? code]),
);

/** VNI writes a letter and behind it the sign of its tone or shape; here the signs for each letter, then the letters meant. */
const VNI_PAIRS: readonly (readonly [base: string, signs: string, letters: string])[] = [
  ['a', 'øùûõïâàáåãäêèéúüë', 'àáảãạâầấẩẫậăằắẳẵặ'],
  ['e', 'øùûõïâàáåãä', 'èéẻẽẹêềếểễệ'],
  ['o', 'øùûõïâàáåãä', 'òóỏõọôồốổỗộ'],
  ['ô', 'øùûõï', 'ờớởỡợ'],
  ['u', 'øùûõï', 'ùúủũụ'],
  ['ö', 'øùûõï', 'ừứửữự'],
  ['y', 'øùûõ', 'ỳýỷỹ'],
];

const VNI_SINGLE: readonly (readonly [string, string])[] = [
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];

function vniTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [code, letter] of VNI_SINGLE) {
    table.set(code, letter);
    table.set(code.toUpperCase(), letter.toUpperCase());
  }
  for (const [base, signs, letters] of VNI_PAIRS) {
    const meant = [...letters];
    [...signs].forEach((sign, i) => {
      const small = meant[i] ?? '';
      const capital = small.toUpperCase();
      table.set(base + sign, small);
      table.set(base + sign.toUpperCase(), small);
      table.set(base.toUpperCase() + sign, capital);
      table.set(base.toUpperCase() + sign.toUpperCase(), capital);
    });
  }
  return table;
}

/** VNI code, one or two characters → letter; the longer code goes first. */
export const VNI: ReadonlyMap<string, string> = vniTable();
