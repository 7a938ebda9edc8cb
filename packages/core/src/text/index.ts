export { cellText } from './cell-text.js';
export { decodeCellText, decodeText, encodingOfFont, foldSpace, type TextEncoding } from './decode.js';
export { flattenText, foldText } from './fold.js';
export { countSyllables, isSyllable } from './syllable.js';
