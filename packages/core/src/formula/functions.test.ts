import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../snapshot/index.js';
import { createEvaluator } from './evaluator.js';
import type { CellValue } from './types.js';
import { numberText } from './values.js';

/** A fixed sheet that the formulas below look at. */
const CELLS = {
  A1: 10,
  A2: 20.5,
  A3: 'ba mươi',
  A4: '40',
  A5: true,
  A7: -5,
  B1: 'Dự án 1',
  B2: 'Dự án 2',
  B3: 'Tiểu dự án 1',
  B4: 'dự án 1',
  C1: 1,
  C2: 2,
  C3: 3,
  C4: 4,
  D1: { value: { error: '#DIV/0!' } },
  E1: 5,
  E2: 10,
  E3: 15,
  F1: 'năm',
  F2: 'mười',
  F3: 'mười lăm',
} as const;

function show(value: CellValue): string | number | boolean {
  switch (value.kind) {
    case 'number':
      return Number(numberText(value.value));
    case 'text':
      return `"${value.text}"`;
    case 'boolean':
      return value.value;
    case 'error':
      return value.error;
    case 'unknown':
      return `?${value.reason}`;
    default:
      return 'blank';
  }
}

function compute(formula: string): string | number | boolean {
  const book = buildSnapshot([{ name: 'Biểu', cells: { ...CELLS, Z50: { formula } } }]);
  return show(createEvaluator(book).value(0, 50, 26));
}

type Row = [formula: string, result: string | number | boolean];

const ARITHMETIC: Row[] = [
  ['1+2*3', 7],
  ['(1+2)*3', 9],
  ['-2^2', 4],
  ['0-2^2', -4],
  ['2^3^2', 64],
  ['2^-1', 0.5],
  ['10%', 0.1],
  ['200*15%', 30],
  ['50%%', 0.005],
  ['0.1+0.2=0.3', true],
  ['1/3*3=1', true],
  ['1.1*1.1', 1.21],
  ['"5"+1', 6],
  ['"1,234.5"+0', 1234.5],
  ['"12%"*100', 12],
  ['"x"+1', '#VALUE!'],
  ['A6+1', 1],
  ['A5+1', 2],
  ['TRUE+TRUE', 2],
  ['1/0', '#DIV/0!'],
  ['D1+1', '#DIV/0!'],
  ['0^0', '#NUM!'],
  ['(-8)^0.5', '#NUM!'],
  ['"a"&1&TRUE', '"a1TRUE"'],
  ['1.50&""', '"1.5"'],
  ['A6&"x"', '"x"'],
  ['A6', 0],
  ['"abc"="ABC"', true],
  ['"a"<"b"', true],
  ['1<"a"', true],
  ['"z"<TRUE', true],
  ['A6=0', true],
  ['A6=""', true],
  ['1<>2', true],
  ['+A1', 10],
  ['--A1', 10],
  ['1e3+1.5E-1', 1000.15],
  ['#N/A', '#N/A'],
  ['1 + 2 ', 3],
  ['@A1', 10],
];

const ROUNDING: Row[] = [
  ['ROUND(1.005,2)', 1.01],
  ['ROUND(2.5,0)', 3],
  ['ROUND(-2.5,0)', -3],
  ['ROUND(-1.005,2)', -1.01],
  ['ROUND(1234.5,-2)', 1200],
  ['ROUND(1250,-2)', 1300],
  ['ROUND(0.285,2)', 0.29],
  ['ROUND(1/3,4)', 0.3333],
  ['ROUND(1/3*1.5,0)', 1],
  ['ROUNDUP(1847.31,1)', 1847.4],
  ['ROUNDUP(1847.3,1)', 1847.3],
  ['ROUNDUP(-1.1,0)', -2],
  ['ROUNDUP(1/3*3,0)', 1],
  ['ROUNDDOWN(1.99,1)', 1.9],
  ['ROUNDDOWN(-1.99,1)', -1.9],
  ['TRUNC(8.9)', 8],
  ['TRUNC(-8.9)', -8],
  ['INT(-8.1)', -9],
  ['INT(8.9)', 8],
  ['INT((0.7+0.1)*10)', 8],
  ['ABS(-4)', 4],
  ['SIGN(-4)', -1],
  ['MOD(-3,2)', 1],
  ['MOD(3,-2)', -1],
  ['MOD(5,0)', '#DIV/0!'],
  ['MROUND(10,3)', 9],
  ['MROUND(-10,3)', '#NUM!'],
  ['MROUND(1.3,0.2)', 1.4],
  ['CEILING(2.1,1)', 3],
  ['CEILING(-2.5,2)', -2],
  ['CEILING(-2.5,-2)', -4],
  ['CEILING(1234,100)', 1300],
  ['FLOOR(2.9,1)', 2],
  ['FLOOR(-2.5,-2)', -2],
  ['FLOOR(2.5,-2)', '#NUM!'],
  ['QUOTIENT(-7,2)', -3],
  ['POWER(2,10)', 1024],
  ['SQRT(16)', 4],
  ['SQRT(3)', 1.73205080756888],
  ['SQRT(-1)', '#NUM!'],
  ['EVEN(1.5)', 2],
  ['ODD(-2)', -3],
];

const AGGREGATES: Row[] = [
  ['SUM(A1:A4)', 30.5],
  ['SUM(A1:A7)', 25.5],
  ['SUM(A1,"5",TRUE)', 16],
  ['SUM("x")', '#VALUE!'],
  ['SUM(D1:D2)', '#DIV/0!'],
  ['SUM(A:A)', 25.5],
  ['SUM(1:1)', '#DIV/0!'],
  ['SUM(C1:C4)-C4+E1', 11],
  ['SUM((C1:C2,C4))', 7],
  ['SUM({1,2;3,4})', 10],
  ['SUM(A1:A2*2)', '#VALUE!'],
  ['AVERAGE(C1:C4)', 2.5],
  ['AVERAGE(A3:A4)', '#DIV/0!'],
  ['MIN(A1:A7)', -5],
  ['MAX(A1:A7)', 20.5],
  ['MAX(G1:G9)', 0],
  ['PRODUCT(C1:C4)', 24],
  ['MEDIAN(C1:C4)', 2.5],
  ['COUNT(A1:A7)', 3],
  ['COUNT("5","x",TRUE)', 2],
  ['COUNTA(A1:A7)', 6],
  ['COUNTBLANK(A1:A7)', 1],
  ['COUNTBLANK(G1:G9)', 9],
  ['SUMPRODUCT(C1:C3,E1:E3)', 70],
  ['SUMPRODUCT((B1:B4="Dự án 1")*(C1:C4))', 5],
  ['SUMPRODUCT(--(C1:C4>2),C1:C4)', 7],
  ['SUMPRODUCT(C1:C3,E1:E2)', '#VALUE!'],
  ['SUMPRODUCT((A:A=10)*1)', 1],
];

const FURTHER: Row[] = [
  ['AGGREGATE(9,6,C1:D4)', 10],
  ['AGGREGATE(9,4,C1:D4)', '#DIV/0!'],
  ['AGGREGATE(14,6,C1:C4,1)', '?unsupported-function'],
  ['SUBTOTAL(12,C1:C4)', '#VALUE!'],
  ['LARGE(C1:C4,2)', 3],
  ['_xlfn.SINGLE(Z49:Z51)', '?circular'],
  ['_xlfn.SINGLE(A1:A3)', '#VALUE!'],
  ['SMALL(C1:C4,1)', 1],
  ['LARGE(C1:C4,9)', '#NUM!'],
  ['XLOOKUP(10,E1:E3,F1:F3)', '"mười"'],
  ['XLOOKUP(11,E1:E3,F1:F3)', '#N/A'],
  ['XLOOKUP(11,E1:E3,F1:F3,"không có")', '"không có"'],
  ['XLOOKUP(11,E1:E3,F1:F3,,-1)', '?unsupported-function'],
  ['SUM(XLOOKUP("Dự án 2",B1:B4,C1:E4))', 12],
  ['TEXTJOIN("; ",TRUE,F1:F4)', '"năm; mười; mười lăm"'],
  ['"a"&CHAR(10)&"b"', '"a\nb"'],
  ['HYPERLINK("https://x","xem")', '"xem"'],
  ['IFERROR(__xludf.DUMMYFUNCTION("QUERY(A1)"),12.5)', 12.5],
];

const CONDITIONS: Row[] = [
  ['SUMIF(B1:B4,"Dự án 1",C1:C4)', 5],
  ['SUMIF(B1:B4,"dự án*",C1:C4)', 7],
  ['SUMIF(B:B,"*án 1",C:C)', 8],
  ['SUMIF(C1:C4,">2")', 7],
  ['SUMIF(C1:C4,"<>2")', 8],
  ['SUMIF(C1:C4,2,E1)', 10],
  ['SUMIFS(C1:C4,C1:C4,">1",C1:C4,"<4")', 5],
  ['SUMIFS(C1:C4,B1:B4,"Dự án ?")', 7],
  ['COUNTIF(A1:A7,"")', 1],
  ['COUNTIF(A1:A7,40)', 1],
  ['COUNTIF(A1:A7,"<>")', 6],
  ['COUNTIFS(B1:B4,"Dự án 1",C1:C4,4)', 1],
  ['AVERAGEIF(C1:C4,">=3")', 3.5],
  ['AVERAGEIF(C1:C4,">9")', '#DIV/0!'],
  ['MAXIFS(E1:E3,C1:C3,"<3")', 10],
  ['SUMIF(C1:C2,">0",C1:C4)', 3],
  ['SUMIFS(C1:C4,B1:B3,"x")', '#VALUE!'],
];

const LOGIC: Row[] = [
  ['IF(A1>5,"có","không")', '"có"'],
  ['IF(FALSE,1)', false],
  ['IF(TRUE,,2)', 0],
  ['IF(FALSE,NOW(),3)', 3],
  ['IF(A1>5,1,1/0)', 1],
  ['IF("x",1,2)', '#VALUE!'],
  ['IFS(A1>50,1,A1>5,2)', 2],
  ['IFS(FALSE,1)', '#N/A'],
  ['AND(TRUE,A1)', true],
  ['AND(A1:A4)', true],
  ['OR(FALSE,0)', false],
  ['NOT(1)', false],
  ['XOR(TRUE,TRUE)', false],
  ['IFERROR(1/0,7)', 7],
  ['IFERROR(NOW(),7)', '?unsupported-function'],
  ['IFNA(#N/A,1)', 1],
  ['IFNA(1/0,1)', '#DIV/0!'],
  ['ISNUMBER(A4)', false],
  ['ISTEXT(A4)', true],
  ['ISBLANK(A6)', true],
  ['ISERROR(D1)', true],
  ['ISNA(D1)', false],
  ['CHOOSE(2,"a","b")', '"b"'],
  ['CHOOSE(3,"a","b")', '#VALUE!'],
  ['TRUE()', true],
  ['N("x")', 0],
  ['N(TRUE)', 1],
];

const TEXTS: Row[] = [
  ['LEFT("Dự án",2)', '"Dự"'],
  ['RIGHT("Dự án",2)', '"án"'],
  ['MID("Dự án",4,9)', '"án"'],
  ['LEN("Dự án")', 5],
  ['TRIM("  a   b ")', '"a b"'],
  ['UPPER("dự án")', '"DỰ ÁN"'],
  ['LOWER("DỰ")', '"dự"'],
  ['CONCATENATE("a",1,"b")', '"a1b"'],
  ['VALUE("12.5")', 12.5],
  ['VALUE("(5)")', -5],
  ['VALUE("x")', '#VALUE!'],
  ['SUBSTITUTE("1.234",".","")', '"1234"'],
  ['SUBSTITUTE("aaa","a","b",2)', '"aba"'],
  ['FIND("b","abc")', 2],
  ['SEARCH("B","abc")', 2],
  ['FIND("B","abc")', '#VALUE!'],
  ['EXACT("a","A")', false],
  ['REPT("ab",2)', '"abab"'],
  ['"say ""hi"""', '"say "hi""'],
];

const LOOKUPS: Row[] = [
  ['VLOOKUP(10,E1:F3,2,FALSE)', '"mười"'],
  ['VLOOKUP(12,E1:F3,2)', '"mười"'],
  ['VLOOKUP(12,E1:F3,2,FALSE)', '#N/A'],
  ['VLOOKUP(1,E1:F3,2)', '#N/A'],
  ['VLOOKUP(10,E1:F3,3,0)', '#REF!'],
  ['HLOOKUP(10,A1:F2,2,FALSE)', 20.5],
  ['INDEX(E1:F3,2,2)', '"mười"'],
  ['INDEX(E1:E3,3)', 15],
  ['INDEX(E1:F3,4,1)', '#REF!'],
  ['SUM(INDEX(C1:E4,0,1))', 10],
  ['MATCH("mười",F1:F3,0)', 2],
  ['MATCH(12,E1:E3)', 2],
  ['MATCH("dự án 2",B1:B4,0)', 2],
  ['INDEX(F1:F3,MATCH(15,E1:E3,0))', '"mười lăm"'],
  ['ROW()', 50],
  ['COLUMN()', 26],
  ['ROW(A7)', 7],
  ['ROWS(A1:B7)', 7],
  ['COLUMNS(A1:B7)', 2],
  ['DATE(2025,2,30)', 45718],
  ['YEAR(45718)', 2025],
  ['MONTH(DATE(2025,12,31))', 12],
  ['DAY(60)', 29],
];

const UNKNOWN: Row[] = [
  ['NOW()', '?unsupported-function'],
  ['INDIRECT("A1")', '?unsupported-function'],
  ['FOO(1)', '?unsupported-function'],
  ['1+RAND()', '?unsupported-function'],
  ['[1]Sheet1!A1+1', '?external-reference'],
  ["'[Sổ khác.xlsx]Biểu'!A1", '?external-reference'],
  ['Tên_lạ*2', '?unknown-name'],
  ['A1:A4 A2:B2', '?unsupported-syntax'],
  ['1+', '?unsupported-syntax'],
  ['SUM(A1', '?unsupported-syntax'],
  ['Bảng1[Cột]', '?unsupported-syntax'],
  ['Z50+1', '?circular'],
  ['Mất!A1', '#REF!'],
  ['#REF!+1', '#REF!'],
  ['ROUND(1)', '#VALUE!'],
];

const TABLES: [string, Row[]][] = [
  ['arithmetic, comparison and coercion', ARITHMETIC],
  ['rounding looks at the size and works on exact decimals', ROUNDING],
  ['sums and counts', AGGREGATES],
  ['further functions', FURTHER],
  ['conditions', CONDITIONS],
  ['logic and questions', LOGIC],
  ['texts', TEXTS],
  ['lookups and dates', LOOKUPS],
  ['what is not known is said to be unknown', UNKNOWN],
];

describe.each(TABLES)('%s', (_title, rows) => {
  it.each(rows)('=%s gives %s', (formula, result) => {
    expect(compute(formula)).toBe(result);
  });
});
