/** Ways of rewording a title that the recogniser's author has not seen. */
export const HELD_OUT_REWORDINGS: readonly (readonly [RegExp, string])[] = [
  [/vùng đồng bào dân tộc thiểu số và miền núi/g, 'vùng ĐBDTTS&MN'],
  [/kinh tế - xã hội/g, 'KT - XH'],
  [/cơ sở hạ tầng/g, 'CSHT'],
  [/phục vụ sản xuất, đời sống/g, 'phục vụ SX, đời sống'],
  [/giáo dục nghề nghiệp/g, 'GDNN'],
  [/nâng cao/g, 'tăng cường'],
  [/nông thôn mới/g, 'NTM'],
];

export const HELD_OUT_NUMBERING: readonly string[] = ['{L} số {n}: {t}', '{L} {n} - {t}', '{L} {n}. {t}'];
