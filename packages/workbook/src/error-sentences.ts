import type { WorkbookErrorCode } from './errors.js';

/** A sentence with `{fact}` places, Vietnamese first. */
export const SENTENCES: Readonly<Record<WorkbookErrorCode, readonly [vi: string, en: string]>> = {
  'empty-file': [
    'Tệp rỗng (0 byte): hãy chọn lại tệp, hoặc mở bằng Excel rồi lưu lại thành .xlsx.',
    'The file is empty (0 bytes): choose the file again, or open it in Excel and save it as .xlsx.',
  ],
  'file-too-large': [
    'Tệp lớn {bytes} byte, quá giới hạn {limit} byte: hãy tách bớt trang tính rồi thử lại.',
    'The file has {bytes} bytes, above the limit of {limit}: split off some sheets and try again.',
  ],
  'not-xlsx': ['Đây không phải tệp .xlsx mà là {kind}.', 'This is not an .xlsx file but {kind}.'],
  encrypted: [
    'Tệp được đặt mật khẩu: hãy bỏ mật khẩu (Excel: Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hoá bằng mật khẩu → xoá trống) rồi lưu lại.',
    'The file is protected by a password: remove the password (Excel: File → Info → Protect Workbook → Encrypt with Password → clear it) and save it again.',
  ],
  'old-xls': [
    'Tệp ở định dạng Excel 97–2003 (.xls): hãy mở bằng Excel rồi lưu thành .xlsx.',
    'The file is in the Excel 97–2003 format (.xls): open it in Excel and save it as .xlsx.',
  ],
  'binary-xlsb': [
    'Tệp ở định dạng nhị phân .xlsb: hãy mở bằng Excel rồi lưu thành .xlsx.',
    'The file is in the binary format .xlsb: open it in Excel and save it as .xlsx.',
  ],
  'not-a-workbook': [
    'Tệp nén này không chứa bảng tính Excel ({detail}): hãy chọn tệp .xlsx.',
    'This package holds no Excel workbook ({detail}): choose an .xlsx file.',
  ],
  'no-sheets': [
    'Sổ làm việc không có trang tính nào: hãy kiểm tra lại tệp.',
    'The workbook has no sheet: check the file.',
  ],
  'zip-truncated': [
    'Tệp bị cắt cụt, thiếu phần cuối: hãy tải hoặc chép lại tệp.',
    'The file is cut short, its end is missing: download or copy it again.',
  ],
  'zip-damaged': [
    'Cấu trúc nén của tệp bị hỏng ({detail}): hãy tải lại tệp, hoặc mở bằng Excel rồi lưu lại.',
    'The zip structure of the file is damaged ({detail}): get the file again, or open and save it in Excel.',
  ],
  'zip-too-many-entries': [
    'Tệp chứa {count} mục, quá giới hạn {limit}: không mở để giữ an toàn.',
    'The file holds {count} entries, above the limit of {limit}: refused for safety.',
  ],
  'zip-duplicate-entry': [
    'Tệp chứa hai mục trùng tên “{entry}”: không mở để giữ an toàn; hãy lưu lại bằng Excel.',
    'The file holds two entries named “{entry}”: refused for safety; save it again in Excel.',
  ],
  'zip-overlapping-entries': [
    'Các mục trong tệp chồng lên nhau (“{entry}”): không mở để giữ an toàn.',
    'Entries of the file overlap (“{entry}”): refused for safety.',
  ],
  'zip-unsafe-name': [
    'Tệp chứa tên mục không an toàn “{entry}”: không mở.',
    'The file holds an entry with an unsafe name, “{entry}”: refused.',
  ],
  'zip-unsupported': [
    'Mục “{entry}” dùng kiểu nén hoặc mã hoá không được hỗ trợ ({detail}): hãy lưu lại bằng Excel.',
    'Entry “{entry}” uses an unsupported compression or encryption ({detail}): save it again in Excel.',
  ],
  'zip-bomb': [
    'Mục “{part}” bung ra lớn bất thường (nén {compressed} byte, bung {bytes} byte): không mở để giữ an toàn.',
    'Entry “{part}” inflates beyond reason ({compressed} bytes compressed, {bytes} inflated): refused for safety.',
  ],
  'part-too-large': [
    'Mục “{part}” lớn {bytes} byte, quá giới hạn {limit} byte: hãy tách bớt trang tính rồi thử lại.',
    'Part “{part}” has {bytes} bytes, above the limit of {limit}: split off some sheets and try again.',
  ],
  'part-missing': [
    'Tệp thiếu phần “{part}”: hãy mở bằng Excel để sửa rồi lưu lại.',
    'The file lacks its part “{part}”: open it in Excel to repair it and save it again.',
  ],
  'part-damaged': [
    'Phần “{part}” của tệp bị hỏng ({detail}): hãy mở bằng Excel để sửa rồi lưu lại.',
    'Part “{part}” of the file is damaged ({detail}): open it in Excel to repair it and save it again.',
  ],
  'xml-dtd': [
    'Phần “{part}” khai báo DTD hoặc thực thể (entity), điều tệp Excel không bao giờ có: không mở để giữ an toàn.',
    'Part “{part}” declares a DTD or entities, which no Excel file does: refused for safety.',
  ],
  'xml-too-deep': [
    'Phần “{part}” lồng nhau quá {limit} cấp: không mở để giữ an toàn.',
    'Part “{part}” nests more than {limit} levels deep: refused for safety.',
  ],
  'xml-encoding': [
    'Phần “{part}” dùng bảng mã {encoding}, không phải UTF-8 hay UTF-16: hãy lưu lại bằng Excel.',
    'Part “{part}” is encoded in {encoding}, not in UTF-8 or UTF-16: save it again in Excel.',
  ],
  'too-many-cells': [
    'Sổ làm việc có quá {limit} ô có dữ liệu: hãy tách bớt trang tính rồi thử lại.',
    'The workbook has more than {limit} filled cells: split off some sheets and try again.',
  ],
  'too-many-sheets': [
    'Sổ làm việc có {count} trang tính, quá giới hạn {limit}.',
    'The workbook has {count} sheets, above the limit of {limit}.',
  ],
  'too-many-merges': [
    'Trang “{sheet}” có quá {limit} vùng ô gộp.',
    'Sheet “{sheet}” has more than {limit} merged areas.',
  ],
  'formulas-too-large': [
    'Công thức dùng chung của trang “{sheet}” bung ra quá {limit} ký tự: không mở để giữ an toàn.',
    'The shared formulas of sheet “{sheet}” expand to more than {limit} characters: refused for safety.',
  ],
  'edit-unknown-sheet': [
    'Không có trang tính “{sheet}” trong sổ làm việc.',
    'The workbook has no sheet “{sheet}”.',
  ],
  'edit-bad-address': [
    '“{cell}” không phải địa chỉ một ô: hãy viết như C9.',
    '“{cell}” is not the address of a cell: write it as C9.',
  ],
  'edit-bad-value': [
    'Giá trị cho ô {sheet}!{cell} không ghi được ({detail}).',
    'The value for {sheet}!{cell} cannot be written ({detail}).',
  ],
  'edit-inside-array': [
    'Ô {sheet}!{cell} nằm trong công thức mảng {area}: không sửa riêng một ô được; hãy sửa cả vùng trong Excel.',
    'Cell {sheet}!{cell} lies in the array formula {area}: one cell of it cannot be edited; edit the whole area in Excel.',
  ],
  'edit-table-header': [
    'Ô {sheet}!{cell} là tiêu đề cột của bảng Excel “{table}”: hãy đổi tên cột trong Excel.',
    'Cell {sheet}!{cell} is a column header of the Excel table “{table}”: rename the column in Excel.',
  ],
  'edit-sheet-name': [
    'Tên trang tính “{sheet}” không dùng được ({detail}).',
    'The sheet name “{sheet}” cannot be used ({detail}).',
  ],
  'edit-note-exists': [
    'Ô {sheet}!{cell} đã có trao đổi theo luồng: không ghi đè ghi chú.',
    'Cell {sheet}!{cell} already has a threaded comment: its note is not overwritten.',
  ],
  'edit-drawing-exists': [
    'Trang “{sheet}” đã có hình, ảnh hoặc biểu đồ: để giữ nguyên chúng, hãy đặt biểu đồ mới ở trang khác.',
    'Sheet “{sheet}” already has shapes, pictures or charts: to leave them as they are, put the chart on another sheet.',
  ],
  'edit-too-many-styles': [
    'Sổ làm việc đã có {count} định dạng ô, giới hạn của Excel: không thêm được nữa.',
    'The workbook already has {count} cell formats, the limit of Excel: no more can be added.',
  ],
  'edit-unsupported': ['Không sửa được: {detail}.', 'Cannot edit: {detail}.'],
};

const SAVE_AS = [
  'hãy mở bằng Excel rồi chọn Lưu thành “Excel Workbook (.xlsx)”',
  'open it in Excel and save it as “Excel Workbook (.xlsx)”',
] as const;
const ASK_FOR = [
  'hãy chọn lại, hoặc xin nơi gửi tệp Excel (.xlsx) gốc',
  'choose again, or ask its sender for the Excel file (.xlsx) itself',
] as const;

/** Facts that are words, not names or figures; those are translated with the sentence. */
export const WORDS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  'kind:csv': [`tệp văn bản hoặc .csv: ${SAVE_AS[0]}`, `a text or .csv file: ${SAVE_AS[1]}`],
  'kind:html': [`trang HTML: ${SAVE_AS[0]}`, `an HTML page: ${SAVE_AS[1]}`],
  'kind:xml': [`tệp XML: ${SAVE_AS[0]}`, `an XML file: ${SAVE_AS[1]}`],
  'kind:pdf': [`tệp PDF: ${ASK_FOR[0]}`, `a PDF file: ${ASK_FOR[1]}`],
  'kind:image': [`tệp ảnh: ${ASK_FOR[0]}`, `an image: ${ASK_FOR[1]}`],
  'kind:rtf': [`văn bản RTF: ${ASK_FOR[0]}`, `an RTF document: ${ASK_FOR[1]}`],
  'kind:ole': [
    `tệp Word, PowerPoint kiểu cũ: ${ASK_FOR[0]}`,
    `an old Word or PowerPoint file: ${ASK_FOR[1]}`,
  ],
  'kind:archive': [
    'tệp nén kiểu khác: hãy giải nén rồi chọn tệp .xlsx bên trong',
    'another kind of archive: unpack it and choose the .xlsx file in it',
  ],
  'kind:binary': [`tệp không rõ loại: ${ASK_FOR[0]}`, `a file of unknown kind: ${ASK_FOR[1]}`],
  'detail:word': ['đây là văn bản Word', 'it is a Word document'],
  'detail:powerpoint': ['đây là bản trình chiếu PowerPoint', 'it is a PowerPoint presentation'],
  'detail:opendocument': ['đây là tệp OpenDocument .ods/.odt', 'it is an OpenDocument file'],
  'detail:zip': [
    'đây là tệp .zip thường, có thể phải giải nén trước',
    'it is a plain .zip, perhaps to be unpacked first',
  ],
  'detail:number of entries': ['số mục không khớp', 'number of entries'],
  'detail:ZIP64 end record': ['bản ghi cuối ZIP64', 'ZIP64 end record'],
  'detail:place of the directory': ['vị trí mục lục', 'place of the directory'],
  'detail:several volumes': ['tệp nén nhiều phần', 'several volumes'],
  'detail:directory record': ['bản ghi mục lục', 'directory record'],
  'detail:ZIP64 field': ['trường ZIP64', 'ZIP64 field'],
  'detail:header': ['phần đầu của {}', 'header of {}'],
  'detail:name': ['tên của {}', 'name of {}'],
  'detail:encryption': ['mã hoá', 'encryption'],
  'detail:method': ['kiểu nén số {}', 'method {}'],
  'detail:deflate': ['dữ liệu nén', 'compressed data'],
  'detail:size': ['sai kích thước', 'wrong size'],
  'detail:CRC-32': ['sai mã kiểm CRC-32', 'wrong CRC-32'],
  'detail:token too long': ['một thẻ hoặc một đoạn chữ quá dài', 'a tag or a text is too long'],
  'detail:end of part': ['nội dung đứt giữa chừng', 'the content breaks off'],
  'detail:unknown entity': ['thực thể lạ', 'unknown entity'],
  'detail:text outside of the root': ['chữ nằm ngoài phần tử gốc', 'text outside of the root element'],
  'detail:element not closed': ['thẻ không đóng đúng', 'an element is not closed'],
  'detail:unknown markup': ['cú pháp lạ', 'unknown markup'],
  'detail:tag': ['thẻ sai cú pháp', 'malformed tag'],
  'detail:attribute': ['thuộc tính sai cú pháp', 'malformed attribute'],
  'detail:undeclared prefix': ['tiền tố không được khai báo', 'undeclared prefix'],
  'detail:second root element': ['có hai phần tử gốc', 'two root elements'],
  'detail:root element': ['phần tử gốc không phải {}', 'the root element is not {}'],
  'detail:mergeCell': ['vùng ô gộp sai địa chỉ', 'address of a merged area'],
  'detail:row number': ['số dòng ngoài phạm vi', 'row number out of range'],
  'detail:column of a cell': ['cột ngoài phạm vi', 'column out of range'],
  'detail:type of a cell': ['kiểu ô lạ', 'unknown type of a cell'],
  'detail:address of a cell': ['địa chỉ ô sai', 'wrong address of a cell'],
  'detail:value of a cell': ['giá trị ô không đọc được', 'unreadable value of a cell'],
  'detail:shared string': ['chuỗi dùng chung không có', 'missing shared string'],
  'detail:no sheets': ['không có danh sách trang tính', 'no list of sheets'],
  'detail:no formula': ['ô không có công thức', 'the cell has no formula'],
  'detail:empty formula': ['công thức rỗng', 'empty formula'],
  'detail:control characters in a formula': [
    'công thức có ký tự điều khiển',
    'control characters in a formula',
  ],
  'detail:control characters': ['chữ có ký tự điều khiển', 'control characters in a text'],
  'detail:number': ['“{}” không phải số', '“{}” is not a number'],
  'detail:long text': [
    'văn bản dài {} ký tự, Excel chỉ nhận 32.767',
    'a text of {} characters, Excel takes 32,767',
  ],
  'detail:long formula': [
    'công thức dài {} ký tự, Excel chỉ nhận 8.192',
    'a formula of {} characters, Excel takes 8,192',
  ],
  'detail:element': ['phần tử <{}> không được phép trong văn bản', 'element <{}> is not allowed in a text'],
  'detail:length': ['phải có từ 1 đến {} ký tự', 'must have 1 to {} characters'],
  'detail:character': ['không được có ký tự {}', 'must not contain {}'],
  'detail:taken': ['đã có trang mang tên này', 'a sheet of this name exists'],
  'detail:styles without': ['phần định dạng thiếu {}', 'the styles part lacks {}'],
  'detail:too many namespaces': ['quá nhiều không gian tên', 'too many namespaces'],
  'detail:too many styles': ['quá nhiều định dạng', 'too many formats'],
  'detail:too many names': ['quá nhiều tên vùng', 'too many defined names'],
  'detail:too many columns': ['quá nhiều cột', 'too many columns'],
  'detail:image': ['dữ liệu hoàn tác thiếu hoặc sai phần', 'data to undo lacks a part or has a wrong one'],
  'detail:style': ['định dạng số {} không có trong tệp', 'the file has no format {}'],
  'detail:area': ['“{}” không phải một vùng ô', '“{}” is no area'],
  'detail:color': ['“{}” không phải mã màu RRGGBB', '“{}” is no colour RRGGBB'],
  'detail:font size': ['cỡ chữ {} ngoài khoảng 1–409', 'font size {} is outside of 1–409'],
  'detail:indent': ['mức thụt {} ngoài khoảng 0–250', 'indent {} is outside of 0–250'],
  'detail:list': [
    'danh sách chọn dài quá {} ký tự hoặc có dấu phẩy: hãy đặt danh sách vào ô',
    'a drop-down of more than {} characters or with commas: put the list into cells',
  ],
};
