export * from './decimal.js';
export { ExactSum, scaledOfDouble } from './exact-sum.js';
export { type AmountFormat, formatAmount } from './format.js';
export { displayed, readNumberFormat, type ShownFormat, stepOf } from './number-format.js';
export { type AmountReading, inferHabit, type NumberReading, readAmount } from './read.js';
export { AmountScanner, type ScanResult } from './scan.js';
export { MONEY_UNITS, readUnit, unitNamed } from './unit.js';
export { amountInWords, MOST_IN_WORDS, readWords, type WordChoices } from './words.js';
