const CELL = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const RANGE = String.raw`(?:${CELL}:${CELL}|\$?[A-Z]{1,3}:\$?[A-Z]{1,3})`;
const OPERATOR = '[-+*/^&=<>]';
/** Functions of one value, which give one for each cell where they are handed many. */
const EACH =
  'ABS|INT|ROUND|ROUNDUP|ROUNDDOWN|TRUNC|SIGN|LEN|TRIM|VALUE|LEFT|MID|RIGHT|UPPER|LOWER|IFERROR|ISNUMBER|ISTEXT|ISBLANK|ISERROR';

const ON_MANY = new RegExp(
  `${OPERATOR}\\s*\\(*\\s*(?:(?:'[^']*'|[^\\s()'",;!]+)!)?${RANGE}|${RANGE}\\s*${OPERATOR}|(?:${EACH})\\(\\s*(?:(?:'[^']*'|[^\\s()'",;!]+)!)?${RANGE}`,
  'i',
);

/**
 * Whether a formula works on each cell of a range, `SUM(E4:E6*F4:F6)`. Excel 2021 and later compute every formula that
 * way and do not tell which were once entered with Ctrl+Shift+Enter; one that takes a single cell shows an `@`.
 */
export function computesArrays(formula: string): boolean {
  return formula.includes(':') && ON_MANY.test(formula.replaceAll(/"(?:[^"]|"")*"/g, '""'));
}
