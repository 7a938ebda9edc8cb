import { strToU8, zipSync } from 'fflate';

const WORDS =
  'Dự án Hỗ trợ đầu tư xây dựng cơ sở hạ tầng thiết yếu vùng đồng bào xã huyện thôn bản đường giao thông nước sinh hoạt'.split(
    ' ',
  );

/** A repeatable stream of numbers between 0 and 1. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const columnName = (column) => String.fromCharCode(65 + column);

const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>' +
  '<fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="164" fontId="1" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * A budget sheet of `rows` × `columns` filled cells, as Excel writes it: ordinals, titles as shared strings, amounts,
 * and a total for each row as a formula with its cached value.
 */
export function makeWorkbook(rows, columns) {
  const random = randomFrom(rows * 31 + columns);
  const strings = ['Tổng số'];
  const lines = [];
  for (let row = 1; row <= rows; row++) {
    const cells = [`<c r="A${row}" s="1"><v>${row}</v></c>`];
    const words = Array.from(
      { length: 3 + Math.floor(random() * 9) },
      () => WORDS[Math.floor(random() * WORDS.length)],
    );
    cells.push(`<c r="B${row}" s="1" t="s"><v>${strings.length}</v></c>`);
    strings.push(`${words.join(' ')} ${row}`);
    let total = 0;
    for (let column = 2; column < columns - 1; column++) {
      const tenths = Math.floor(random() * 9_000_000);
      total += tenths;
      cells.push(`<c r="${columnName(column)}${row}" s="2"><v>${tenths / 10}</v></c>`);
    }
    const last = columnName(columns - 1);
    cells.push(
      `<c r="${last}${row}" s="3"><f>SUM(C${row}:${columnName(columns - 2)}${row})</f><v>${total / 10}</v></c>`,
    );
    lines.push(`<row r="${row}" spans="1:${columns}">${cells.join('')}</row>`);
  }
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pack = 'http://schemas.openxmlformats.org/package/2006';
  const xml = (text) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${main}" xmlns:r="${rel}"><dimension ref="A1:${columnName(columns - 1)}${rows}"/><cols><col min="2" max="2" width="60" customWidth="1"/></cols>` +
        `<sheetData>${lines.join('')}</sheetData></worksheet>`,
    ),
    'xl/styles.xml': xml(STYLES),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
  });
}
