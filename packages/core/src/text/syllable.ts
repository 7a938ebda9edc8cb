/** Letters a Vietnamese syllable may be made of, without tones; enough to tell words from wrongly decoded ones. */
const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?';
const NUCLEUS =
  '(?:iêu|yêu|ươu|ươi|uôi|uyê|oai|oay|oeo|uây|uya|iê|yê|ươ|uô|uâ|uê|uơ|uy|oa|oă|oe|oo|ia|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])';
const CODA = '(?:ng|nh|ch|[cmnpt])?';
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** True where the word could be one Vietnamese syllable; its tone is not looked at. */
export function isSyllable(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC');
  return SYLLABLE.test(bare);
}

/** How many words of the text could be Vietnamese syllables. */
export function countSyllables(text: string): number {
  let count = 0;
  for (const word of text.split(/[\s\d.,;:()/“”"'+\-–—%&]+/)) if (word && isSyllable(word)) count += 1;
  return count;
}
