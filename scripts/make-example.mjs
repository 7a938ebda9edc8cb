// Makes examples/dan-tien-2025.xlsx: the figures of plan 30/KH-UBND of Dân Tiến commune (8 August 2025) in the
// form of its annex. The project numbers 6, 8, 9 are wrong in the plan itself (7, 9, 10 by QĐ 1719/QĐ-TTg);
// three more mistakes that officers make are added: see MISTAKES.
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { ROOT } from './lib/build.mjs';

const CULTURE = 'Phòng Văn hóa - Xã hội';
const ECONOMY = 'Phòng Kinh tế';

/** Title, central, local, office in charge, as the plan has them. */
const PROJECTS = [
  ['Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt', 626, 94, ECONOMY],
  [
    'Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi và các đơn vị sự nghiệp công lập của lĩnh vực dân tộc - Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
    7459.2,
    2045,
    ECONOMY,
  ],
  [
    'Dự án 5: Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực - Tiểu dự án 1: Đổi mới hoạt động, củng cố phát triển các trường phổ thông dân tộc nội trú, trường phổ thông dân tộc bán trú, trường phổ thông có học sinh ở bán trú và xóa mù chữ cho người dân vùng đồng bào dân tộc thiểu số',
    1293,
    194,
    CULTURE,
  ],
  [
    'Dự án 6: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em',
    57.3,
    8.7,
    CULTURE,
  ],
  [
    'Dự án 8: Đầu tư phát triển nhóm dân tộc rất ít người và nhóm dân tộc còn nhiều khó khăn - Tiểu dự án 2: Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống trong vùng đồng bào dân tộc thiểu số và miền núi',
    90,
    13.5,
    CULTURE,
  ],
  [
    'Dự án 9: Truyền thông, tuyên truyền, vận động trong vùng đồng bào dân tộc thiểu số và miền núi. Kiểm tra, giám sát đánh giá việc tổ chức thực hiện Chương trình - Tiểu dự án 1: Biểu dương, tôn vinh điển hình tiên tiến, phát huy vai trò của người có uy tín; phổ biến, giáo dục pháp luật, trợ giúp pháp lý và tuyên truyền, vận động đồng bào',
    158.4,
    24.1,
    CULTURE,
  ],
];

const FIRST = 11;
const LAST = FIRST + PROJECTS.length - 1;
const TOTAL = FIRST - 1;

/** Two digits of DA4 turned round, 9.504,2 → 9.540,2; a range that ends one row early; a figure typed as text. */
const MISTAKES = {
  typedTotal: { row: FIRST + 1, value: 9540.2 },
  shortRange: 'D',
  text: { row: FIRST + 3, value: '8,7' },
};

const FONT = 'Times New Roman';
const thin = { style: 'thin' };
const BORDER = { top: thin, left: thin, bottom: thin, right: thin };
const CENTRE = { horizontal: 'center', vertical: 'middle', wrapText: true };
const MONEY = '#,##0.0';

/** Adds as a person would, to one decimal. */
const sum = (values) => Math.round(values.reduce((total, value) => total + value * 10, 0)) / 10;

function put(
  sheet,
  address,
  value,
  { bold = false, italic = false, size = 12, align = CENTRE, border = false, format } = {},
) {
  const cell = sheet.getCell(address);
  cell.value = value;
  cell.font = { name: FONT, size, bold, italic };
  cell.alignment = align;
  if (border) cell.border = BORDER;
  if (format) cell.numFmt = format;
}

const formula = (text, result) => ({ formula: text, result });

function letterhead(sheet, last) {
  put(sheet, 'A1', 'ỦY BAN NHÂN DÂN', { bold: false });
  put(sheet, 'A2', 'XÃ DÂN TIẾN', { bold: true });
  put(sheet, 'D1', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true });
  put(sheet, 'D2', 'Độc lập - Tự do - Hạnh phúc', { bold: true });
  for (const area of ['A1:B1', 'A2:B2', `D1:${last}1`, `D2:${last}2`]) sheet.mergeCells(area);
}

function heading(sheet, last, lines) {
  lines.forEach(([text, style], index) => {
    put(sheet, `A${4 + index}`, text, style);
    sheet.mergeCells(`A${4 + index}:${last}${4 + index}`);
  });
}

function header(sheet, cells) {
  for (const [area, text] of cells) {
    const [first] = area.split(':');
    put(sheet, first, text, { bold: true, border: true });
    if (area.includes(':')) sheet.mergeCells(area);
  }
}

function signature(sheet, row, last) {
  put(sheet, `A${row}`, 'Nơi nhận:', { bold: true, italic: true, align: { horizontal: 'left' } });
  put(sheet, `A${row + 1}`, '- Sở Dân tộc và Tôn giáo (b/c);', { size: 11, align: { horizontal: 'left' } });
  put(sheet, `A${row + 2}`, '- Lưu: VT, VHXH.', { size: 11, align: { horizontal: 'left' } });
  put(sheet, `E${row}`, 'KT. CHỦ TỊCH', { bold: true });
  put(sheet, `E${row + 1}`, 'PHÓ CHỦ TỊCH', { bold: true });
  sheet.mergeCells(`E${row}:${last}${row}`);
  sheet.mergeCells(`E${row + 1}:${last}${row + 1}`);
}

function annex(book) {
  const sheet = book.addWorksheet('PL kèm KH', {
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = [6, 62, 14, 14, 14, 14, 20].map((width) => ({ width }));
  letterhead(sheet, 'G');
  heading(sheet, 'G', [
    [
      'PHÂN BỔ KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025',
      { bold: true, size: 14 },
    ],
    ['(Kèm theo Kế hoạch số 30/KH-UBND ngày 08 tháng 8 năm 2025 của UBND xã Dân Tiến)', { italic: true }],
  ]);
  sheet.getRow(4).height = 40;
  put(sheet, 'G6', 'Đơn vị tính: triệu đồng', { italic: true, align: { horizontal: 'right' } });
  header(sheet, [
    ['A7:A8', 'STT'],
    ['B7:B8', 'Nội dung'],
    ['C7:C8', 'Tổng số'],
    ['D7:F7', 'Trong đó'],
    ['D8', 'Ngân sách trung ương'],
    ['E8', 'Ngân sách địa phương'],
    ['F8', 'Vốn huy động hợp pháp khác'],
    ['G7:G8', 'Đơn vị chủ trì'],
  ]);
  ['A', 'B', '1=2+3+4', '2', '3', '4', 'C'].forEach((text, index) => {
    put(sheet, `${'ABCDEFG'[index]}9`, text, { italic: true, size: 11, border: true });
  });
  sheet.getRow(7).height = 20;
  sheet.getRow(8).height = 48;
  sheet.getRow(TOTAL).height = 22;
  projectRows(sheet);
  totalRow(sheet);
  signature(sheet, LAST + 3, 'G');
}

function rowTotal(row, central, local) {
  if (row === MISTAKES.typedTotal.row) return MISTAKES.typedTotal.value;
  const counted = row === MISTAKES.text.row ? [central] : [central, local];
  return formula(`SUM(D${row}:F${row})`, sum(counted));
}

function projectRows(sheet) {
  PROJECTS.forEach(([title, central, local, office], index) => {
    const row = FIRST + index;
    const money = { border: true, format: MONEY, align: { horizontal: 'right', vertical: 'middle' } };
    put(sheet, `A${row}`, index + 1, { border: true });
    put(sheet, `B${row}`, title, { border: true, align: { vertical: 'middle', wrapText: true } });
    put(sheet, `C${row}`, rowTotal(row, central, local), money);
    put(sheet, `D${row}`, central, money);
    put(sheet, `E${row}`, row === MISTAKES.text.row ? MISTAKES.text.value : local, money);
    put(sheet, `F${row}`, null, money);
    put(sheet, `G${row}`, office, { border: true });
    sheet.getRow(row).height = Math.ceil(title.length / 60) * 16 + 4;
  });
}

function totalRow(sheet) {
  const money = {
    bold: true,
    border: true,
    format: MONEY,
    align: { horizontal: 'right', vertical: 'middle' },
  };
  put(sheet, `A${TOTAL}`, null, { border: true });
  put(sheet, `B${TOTAL}`, 'TỔNG CỘNG', { bold: true, border: true });
  put(sheet, `G${TOTAL}`, null, { border: true });
  for (const column of ['C', 'D', 'E', 'F']) {
    const last = column === MISTAKES.shortRange ? LAST - 1 : LAST;
    const values = [];
    for (let row = FIRST; row <= last; row++) {
      const { value } = sheet.getCell(`${column}${row}`);
      const number = typeof value === 'object' && value ? value.result : value;
      if (typeof number === 'number') values.push(number);
    }
    put(sheet, `${column}${TOTAL}`, formula(`SUM(${column}${FIRST}:${column}${last})`, sum(values)), money);
  }
}

/** The same money by the office that spends it, taken from the annex by formulas. */
function byOffice(book) {
  const sheet = book.addWorksheet('Theo đơn vị', {
    pageSetup: { orientation: 'portrait', paperSize: 9, fitToPage: true, fitToHeight: 0 },
  });
  const annexSheet = book.getWorksheet('PL kèm KH');
  sheet.columns = [6, 44, 16, 16, 16].map((width) => ({ width }));
  heading(sheet, 'E', [
    [
      'KINH PHÍ CHƯƠNG TRÌNH MTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DTTS&MN NĂM 2025 THEO ĐƠN VỊ CHỦ TRÌ',
      { bold: true, size: 13 },
    ],
  ]);
  sheet.getRow(4).height = 36;
  put(sheet, 'E5', 'Đơn vị tính: triệu đồng', { italic: true, align: { horizontal: 'right' } });
  header(sheet, [
    ['A6', 'TT'],
    ['B6', 'Đơn vị'],
    ['C6', 'Ngân sách trung ương'],
    ['D6', 'Ngân sách địa phương'],
    ['E6', 'Tổng cộng'],
  ]);
  sheet.getRow(6).height = 36;
  const money = { border: true, format: MONEY, align: { horizontal: 'right' } };
  const figure = (column, row) => {
    const { value } = annexSheet.getCell(`${column}${row}`);
    return typeof value === 'number' ? value : 0;
  };
  const offices = [ECONOMY, CULTURE];
  offices.forEach((office, index) => {
    const row = 7 + index;
    const rows = PROJECTS.flatMap((project, at) => (project[3] === office ? [FIRST + at] : []));
    put(sheet, `A${row}`, index + 1, { border: true });
    put(sheet, `B${row}`, office, { border: true, align: { vertical: 'middle' } });
    const range = (column) => `SUM('PL kèm KH'!${column}${rows[0]}:${column}${rows.at(-1)})`;
    const central = sum(rows.map((at) => figure('D', at)));
    const local = sum(rows.map((at) => figure('E', at)));
    put(sheet, `C${row}`, formula(range('D'), central), money);
    put(sheet, `D${row}`, formula(range('E'), local), money);
    put(sheet, `E${row}`, formula(`C${row}+D${row}`, sum([central, local])), money);
  });
  put(sheet, 'A9', null, { border: true });
  put(sheet, 'B9', 'Tổng cộng', { bold: true, border: true });
  for (const column of ['C', 'D', 'E']) {
    const values = [7, 8].map((row) => sheet.getCell(`${column}${row}`).value.result);
    put(sheet, `${column}9`, formula(`SUM(${column}7:${column}8)`, sum(values)), { ...money, bold: true });
  }
}

const book = new ExcelJS.Workbook();
book.creator = 'UBND xã Dân Tiến';
book.created = new Date('2025-08-08T00:00:00Z');
book.modified = book.created;
annex(book);
byOffice(book);
await book.xlsx.writeFile(join(ROOT, 'examples', 'dan-tien-2025.xlsx'));
