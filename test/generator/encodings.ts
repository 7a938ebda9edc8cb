/**
 * Unicode to TCVN3 (TCVN 5712:1993) and VNI, as old sheets hold them: bytes read as Latin-1 / Windows-1252 letters.
 * Capitals with a tone have no code of their own in TCVN3: the small letter's byte is shown as a capital by a `…H` font.
 */
const TCVN3_SMALL: Readonly<Record<string, number>> = {
  à: 0xb5,
  ả: 0xb6,
  ã: 0xb7,
  á: 0xb8,
  ạ: 0xb9,
  ă: 0xa8,
  ằ: 0xbb,
  ẳ: 0xbc,
  ẵ: 0xbd,
  ắ: 0xbe,
  ặ: 0xc6,
  â: 0xa9,
  ầ: 0xc7,
  ẩ: 0xc8,
  ẫ: 0xc9,
  ấ: 0xca,
  ậ: 0xcb,
  đ: 0xae,
  è: 0xcc,
  ẻ: 0xce,
  ẽ: 0xcf,
  é: 0xd0,
  ẹ: 0xd1,
  ê: 0xaa,
  ề: 0xd2,
  ể: 0xd3,
  ễ: 0xd4,
  ế: 0xd5,
  ệ: 0xd6,
  ì: 0xd7,
  ỉ: 0xd8,
  ĩ: 0xdc,
  í: 0xdd,
  ị: 0xde,
  ò: 0xdf,
  ỏ: 0xe1,
  õ: 0xe2,
  ó: 0xe3,
  ọ: 0xe4,
  ô: 0xab,
  ồ: 0xe5,
  ổ: 0xe6,
  ỗ: 0xe7,
  ố: 0xe8,
  ộ: 0xe9,
  ơ: 0xac,
  ờ: 0xea,
  ở: 0xeb,
  ỡ: 0xec,
  ớ: 0xed,
  ợ: 0xee,
  ù: 0xef,
  ủ: 0xf1,
  ũ: 0xf2,
  ú: 0xf3,
  ụ: 0xf4,
  ư: 0xad,
  ừ: 0xf5,
  ử: 0xf6,
  ữ: 0xf7,
  ứ: 0xf8,
  ự: 0xf9,
  ỳ: 0xfa,
  ỷ: 0xfb,
  ỹ: 0xfc,
  ý: 0xfd,
  ỵ: 0xfe,
};
const TCVN3_CAPITAL: Readonly<Record<string, number>> = {
  Ă: 0xa1,
  Â: 0xa2,
  Ê: 0xa3,
  Ô: 0xa4,
  Ơ: 0xa5,
  Ư: 0xa6,
  Đ: 0xa7,
};

const codes = (byte: number) => String.fromCharCode(byte);

/** TCVN3 letters; `capitals`: the text is shown by a font of capitals, so that it is written in small letters. */
export function toTcvn3(text: string, capitals: boolean): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const small = letter.toLowerCase();
      const capital = TCVN3_CAPITAL[letter];
      if (letter !== small && capital !== undefined) return codes(capital);
      const code = TCVN3_SMALL[small];
      if (code === undefined) return letter;
      if (letter !== small && !capitals) return codes(code);
      return codes(code);
    })
    .join('');
}

/** True where every letter of the text can be shown without a font of capitals. */
export function fitsTcvn3Small(text: string): boolean {
  return [...text.normalize('NFC')].every((letter) => {
    const small = letter.toLowerCase();
    return letter === small || TCVN3_CAPITAL[letter] !== undefined || TCVN3_SMALL[small] === undefined;
  });
}

/** Tone and shape marks of VNI: a base letter followed by one Windows-1252 letter. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  à: 'aø',
  á: 'aù',
  ả: 'aû',
  ã: 'aõ',
  ạ: 'aï',
  ă: 'aê',
  ằ: 'aè',
  ắ: 'aé',
  ẳ: 'aú',
  ẵ: 'aü',
  ặ: 'aë',
  â: 'aâ',
  ầ: 'aà',
  ấ: 'aá',
  ẩ: 'aå',
  ẫ: 'aã',
  ậ: 'aä',
  è: 'eø',
  é: 'eù',
  ẻ: 'eû',
  ẽ: 'eõ',
  ẹ: 'eï',
  ê: 'eâ',
  ề: 'eà',
  ế: 'eá',
  ể: 'eå',
  ễ: 'eã',
  ệ: 'eä',
  ì: 'ì',
  í: 'í',
  ỉ: 'æ',
  ĩ: 'ó',
  ị: 'ò',
  ò: 'oø',
  ó: 'où',
  ỏ: 'oû',
  õ: 'oõ',
  ọ: 'oï',
  ô: 'oâ',
  ồ: 'oà',
  ố: 'oá',
  ổ: 'oå',
  ỗ: 'oã',
  ộ: 'oä',
  ơ: 'ô',
  ờ: 'ôø',
  ớ: 'ôù',
  ở: 'ôû',
  ỡ: 'ôõ',
  ợ: 'ôï',
  ù: 'uø',
  ú: 'uù',
  ủ: 'uû',
  ũ: 'uõ',
  ụ: 'uï',
  ư: 'ö',
  ừ: 'öø',
  ứ: 'öù',
  ử: 'öû',
  ữ: 'öõ',
  ự: 'öï',
  ỳ: 'yø',
  ý: 'yù',
  ỷ: 'yû',
  ỹ: 'yõ',
  ỵ: 'î',
  đ: 'ñ',
};

export function toVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const small = letter.toLowerCase();
      const code = VNI_MARKS[small];
      if (code === undefined) return letter;
      return letter === small ? code : code.toUpperCase();
    })
    .join('');
}

const STROKES: Readonly<Record<string, string>> = { đ: 'd', Đ: 'D' };

export function withoutAccents(text: string): string {
  return [...text.normalize('NFD')]
    .filter((letter) => !/\p{M}/u.test(letter))
    .map((letter) => STROKES[letter] ?? letter)
    .join('');
}
