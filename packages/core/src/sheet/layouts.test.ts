import { describe, expect, it } from 'vitest';
import { columnsOf, drawSheet, rowsOf, sumsOf, understand } from './test-sheet.js';

const only = (...args: Parameters<typeof understand>) => {
  const tables = understand(...args);
  expect(tables).toHaveLength(1);
  return tables[0]!;
};

describe('layouts of real annexes', () => {
  it('reads a provincial summary of three programmes with three header rows and the total last', () => {
    const table = only(
      drawSheet(
        'TH',
        `BIỂU TỔNG HỢP NHU CẦU VỐN THỰC HIỆN CÁC CHƯƠNG TRÌNH MTQG NĂM 2023
         Đơn vị: Triệu đồng
         TT | Chương trình | Dự kiến kế hoạch năm 2023 | | | Ghi chú
          | | Tổng số | Trong đó | |
          | | | NSTW | Cân đối NSĐP (cấp tỉnh) đối ứng |
         1 | CTMTQG phát triển kinh tế - xã hội vùng đồng bào DTTS và miền núi | 110 | 100 | 10 |
         2 | CTMTQG giảm nghèo bền vững | 220 | 200 | 20 |
         3 | CTMTQG xây dựng nông thôn mới | 600 | 300 | 300 |
          | Tổng cộng | 930 | 600 | 330 |`,
        ['A3:A5', 'B3:B5', 'C3:E3', 'C4:C5', 'D4:E4', 'F3:F5'],
      ),
    );
    expect(columnsOf(table)).toEqual([
      'A:ordinal',
      'B:title',
      'C:total:2023:plan',
      'D:central:2023:plan',
      'E:province:2023:plan',
      'F:note',
    ]);
    expect(rowsOf(table)).toEqual(['6:programme<9', '7:programme<9', '8:programme<9', '9:grand-total']);
    expect(table.rows.map((row) => row.own.programme)).toEqual([
      'dttsmn-2021-2025',
      'gnbv-2021-2025',
      'ntm-2021-2025',
      null,
    ]);
    expect(sumsOf(table)).toEqual(['C=D+E', '9=6+7+8']);
    expect(table.dimensions.programme).toBeNull();
    expect(table.dimensions.year).toBe(2023);
  });

  it('reads a list of households by their names, the village beside them', () => {
    const table = only(
      drawSheet(
        'DS',
        `DANH SÁCH HỖ TRỢ NHÀ Ở – DỰ ÁN 1 CTMTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DTTS&MN NĂM 2024
         ĐVT: triệu đồng
         STT | Họ và tên chủ hộ | Thôn | Tổng số | Ngân sách trung ương | Ngân sách địa phương
          | Tổng cộng | | 132 | 120 | 12
         1 | Lò Văn An | Thôn 1 | 44 | 40 | 4
         2 | Vàng Thị Chứ | Thôn 2 | 44 | 40 | 4
         3 | Giàng A Páo | Thôn 1 | 44 | 40 | 4`,
      ),
    );
    expect(columnsOf(table).slice(0, 3)).toEqual(['A:ordinal', 'B:title', 'C:place']);
    expect(table.rows.map(({ title }) => title)).toEqual([
      'Tổng cộng',
      'Lò Văn An',
      'Vàng Thị Chứ',
      'Giàng A Páo',
    ]);
  });

  it('reads places by projects, the project named by the header alone', () => {
    const table = only(
      drawSheet(
        'PB',
        `PHÂN BỔ VỐN SỰ NGHIỆP CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
         ĐVT: 1.000 đồng
         STT | Đơn vị | Trong đó | | | | | Tổng cộng | Ghi chú
          | | DA 2 | DA 3 | | DA 4 | | |
          | | | TDA 1 | TDA 2 | TDA 1 | TDA 3 | |
         1 | Xã Tân Sơn | 100 | 20 | 30 | 40 | 50 | 240 |
         2 | Xã Bình Lư | 10 | 2 | 3 | 4 | 5 | 24 |
         3 | Phường Đoàn Kết | 1 | | 3 | 4 | 5 | 13 |
          | Tổng cộng | 111 | 22 | 36 | 48 | 60 | 277 |`,
        ['A3:A5', 'B3:B5', 'C3:G3', 'C4:C5', 'D4:E4', 'F4:G4', 'H3:H5', 'I3:I5'],
      ),
    );
    expect(table.dimensions.unit?.scale).toBe(1000);
    expect(columnsOf(table)).toEqual([
      'A:ordinal',
      'B:place',
      'C:total:recurrent:2024:plan:DA2',
      'D:total:recurrent:2024:plan:DA3.TDA1',
      'E:total:recurrent:2024:plan:DA3.TDA2',
      'F:total:recurrent:2024:plan:DA4.TDA1',
      'G:total:recurrent:2024:plan:DA4.TDA3',
      'H:total:recurrent:2024:plan',
      'I:note',
    ]);
    expect(sumsOf(table)).toEqual(['H=C+D+E+F+G', '9=6+7+8']);
  });

  it('reads sources as rows with shares and a subset that is not added', () => {
    const table = only(
      drawSheet(
        'Nguon',
        `CƠ CẤU NGUỒN VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI GIAI ĐOẠN 2021-2025
         Đơn vị tính: tỷ đồng
         STT | Nguồn vốn | Giai đoạn 2021-2025 | Tỷ trọng (%)
         1 | Ngân sách trung ương | 200 | 20
         2 | Ngân sách địa phương | 300 | 30
          | Trong đó: ngân sách tỉnh | 100 | 10
         3 | Vốn tín dụng | 400 | 40
         4 | Người dân đóng góp | 100 | 10
          | Tổng cộng | 1000 | 100`,
      ),
    );
    expect(rowsOf(table)).toEqual([
      '4:source<9',
      '5:source<9',
      '6:of-which<5',
      '7:source<9',
      '8:source<9',
      '9:grand-total',
    ]);
    expect(table.rows.map((row) => row.own.source)).toEqual([
      'central',
      'local',
      'province',
      'credit',
      'community',
      null,
    ]);
    expect(sumsOf(table)).toEqual(['9=4+5+7+8', '5≥6']);
    expect(table.percents).toHaveLength(6);
  });

  it('reads an adjustment whose decreases are negative', () => {
    const table = only(
      drawSheet(
        'DC',
        `ĐIỀU CHỈNH KẾ HOẠCH VỐN ĐẦU TƯ PHÁT TRIỂN CTMTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DTTS VÀ MIỀN NÚI NĂM 2024
         Đơn vị tính: Triệu đồng
         STT | Địa phương | Kế hoạch đã giao | Điều chỉnh | | Kế hoạch sau điều chỉnh
          | | | Tăng (+) | Giảm (-) |
          | TỔNG SỐ | 300 | 20 | -20 | 300
         1 | Huyện A | 100 | 20 | | 120
         2 | Huyện B | 200 | | -20 | 180`,
        ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4'],
      ),
    );
    expect(columnsOf(table).slice(2)).toEqual([
      'C:total:investment:2024:before',
      'D:total:investment:2024:increase',
      'E:total:investment:2024:decrease',
      'F:total:investment:2024:after',
    ]);
    expect(sumsOf(table)).toEqual(['F=C+D+E', '5=6+7']);
  });

  it('reads a list of works with decisions, sections and columns that are no money', () => {
    const table = only(
      drawSheet(
        'DMCT',
        `DANH MỤC CÔNG TRÌNH THUỘC CHƯƠNG TRÌNH MTQG PHÁT TRIỂN KT-XH VÙNG ĐỒNG BÀO DTTS&MN NĂM 2024
         ĐVT: Triệu đồng
         TT | Danh mục | Địa điểm XD | Quy mô | Thời gian KC-HT | Quyết định đầu tư | | Kế hoạch vốn năm 2024
          | | | | | Số, ngày | TMĐT |
          | TỔNG CỘNG | | | | | 9000 | 4500
         I | Dự án chuyển tiếp | | | | | 5000 | 2500
         1 | Đường giao thông thôn 3 | Xã Tân Sơn | 2km | 2023-2024 | 1546/QĐ-UBND ngày 12/5/2023 | 3000 | 1500
         2 | Trường mầm non Họa Mi | Xã Bình Lư | 4 phòng | 2023-2024 | 1547/QĐ-UBND ngày 12/5/2023 | 2000 | 1000
         II | Dự án khởi công mới | | | | | 4000 | 2000
         1 | Nhà văn hóa thôn 5 | Xã Tân Sơn | 120m2 | 2024-2025 | 12/QĐ-UBND ngày 2/1/2024 | 4000 | 2000`,
        ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:G3', 'H3:H4'],
      ),
    );
    expect(table.columns.map((column) => column.role)).toEqual([
      'ordinal',
      'title',
      'place',
      'quantity',
      'period',
      'decision',
      'amount',
      'amount',
    ]);
    expect(sumsOf(table)).toEqual(['5=6+9', '6=7+8', '9=10']);
    expect(rowsOf(table)).toEqual([
      '5:grand-total',
      '6:section<5',
      '7:work<6',
      '8:work<6',
      '9:section<5',
      '10:work<9',
    ]);
  });

  it('reads groups in a merged column with subtotals below', () => {
    const table = only(
      drawSheet(
        'Nhom',
        `PHÂN BỔ KINH PHÍ CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2023
         Đơn vị: triệu đồng
         Nhóm | STT | Đơn vị | Dự toán giao
         Cấp tỉnh | 1 | Sở Lao động - TBXH | 100
          | 2 | Sở Y tế | 50
          | | Cộng cấp tỉnh | 150
         Cấp huyện | 1 | Huyện Tam Đường | 300
          | 2 | Huyện Sìn Hồ | 200
          | | Cộng cấp huyện | 500
          | | Tổng cộng | 650`,
        ['A4:A6', 'A7:A9'],
      ),
    );
    expect(sumsOf(table)).toEqual(['6=4+5', '9=7+8', '10=6+9']);
    expect(table.rows.filter((row) => row.kind === 'grand-total').map((row) => row.row)).toEqual([10]);
    expect(table.rows.find((row) => row.row === 4)?.parent).toBe(6);
    expect(table.rows.find((row) => row.row === 6)?.parent).toBe(10);
  });

  it('reads two tables below each other, each with its own unit and foot', () => {
    const tables = understand(
      drawSheet(
        'Thu chi',
        `I. THU
         Đơn vị: đồng
         TT | Nội dung | Dự toán năm | Thực hiện | So sánh TH/DT (%)
          | TỔNG SỐ | 300 | 150 | 50
         1 | Thu phí | 100 | 50 | 50
         2 | Thu khác | 200 | 100 | 50
         
         II. CHI
         Đơn vị: triệu đồng
         TT | Nội dung | Dự toán năm | Thực hiện | So sánh TH/DT (%)
          | TỔNG SỐ | 40 | 10 | 25
         1 | Chi đầu tư | 20 | 6 | 30
         2 | Chi thường xuyên | 20 | 4 | 20
         
         NGƯỜI LẬP BIỂU | | KẾ TOÁN | | CHỦ TỊCH`,
      ),
    );
    expect(tables.map((table) => table.dimensions.unit?.scale)).toEqual([1, 1_000_000]);
    expect(tables.map(sumsOf)).toEqual([['4=5+6'], ['11=12+13']]);
  });

  it('reads years side by side, each with its own total', () => {
    const table = only(
      drawSheet(
        'Nam',
        `KẾ HOẠCH VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG GIAI ĐOẠN 2024-2025
         Đơn vị tính: triệu đồng
         STT | Nội dung | Năm 2024 | | | Năm 2025 | |
          | | Tổng số | NSTW | NSĐP | Tổng số | NSTW | NSĐP
         1 | Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo | 110 | 100 | 10 | 220 | 200 | 20
         2 | Dự án 6: Truyền thông và giảm nghèo về thông tin | 11 | 10 | 1 | 22 | 20 | 2
          | Tổng cộng | 121 | 110 | 11 | 242 | 220 | 22`,
      ),
    );
    expect(columnsOf(table).slice(2)).toEqual([
      'C:total:2024:plan',
      'D:central:2024:plan',
      'E:local:2024:plan',
      'F:total:2025:plan',
      'G:central:2025:plan',
      'H:local:2025:plan',
    ]);
    expect(sumsOf(table)).toEqual(['C=D+E', 'F=G+H', '7=5+6']);
  });

  it('takes the project of a whole sheet from the number in its heading, not from the words of the programme', () => {
    const headed = (title: string) =>
      only(
        drawSheet(
          'S',
          `${title}
           Đơn vị: triệu đồng
           STT | Địa phương | Kinh phí
           1 | Xã Tân Sơn | 10
           2 | Xã Bình Lư | 20
            | Tổng cộng | 30`,
        ),
      ).dimensions.node;
    expect(
      headed(
        'PHÂN BỔ VỐN DỰ ÁN 1 CHƯƠNG TRÌNH MTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DTTS VÀ MIỀN NÚI NĂM 2024',
      ),
    ).toBe('DA1');
    expect(headed('PHÂN BỔ VỐN DỰ ÁN 6 CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024')).toBe('DA6');
    expect(headed('PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024')).toBeNull();
  });

  it('says that an amount typed with a unit of its own was left out of the sums', () => {
    const table = only(
      drawSheet(
        'S',
        `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
         Đơn vị: triệu đồng
         STT | Địa phương | Kinh phí
         1 | Xã Tân Sơn | 1,92 tỷ
         2 | Xã Bình Lư | 480
         3 | Xã Khun Há | 100
          | Tổng cộng | =SUM(C4:C6)`,
      ),
    );
    expect(table.doubts.map((doubt) => `${doubt.code} ${doubt.cell}`)).toContain('amount-with-unit C4');
  });

  it('adds up quarters, or years up to one, in a column that calls itself cumulative', () => {
    const table = only(
      drawSheet(
        'S',
        `GIẢI NGÂN VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2023
         Đơn vị: triệu đồng
         STT | Xã | Kế hoạch vốn | Quý I | Quý II | Quý III | Lũy kế giải ngân
         1 | Xã A | 900 | 100 | 200 | 300 | 600
         2 | Xã B | 800 | 50 | 60 | 70 | 180
         3 | Xã C | 700 | 10 | 20 | 30 | 60
          | Cộng | 2400 | 160 | 280 | 400 | 840`,
      ),
    );
    expect(sumsOf(table)).toEqual(['G=D+E+F', '7=4+5+6']);
    const years = only(
      drawSheet(
        'S',
        `KẾ HOẠCH TRUNG HẠN CTMTQG GIẢM NGHÈO BỀN VỮNG GIAI ĐOẠN 2021-2025
         Đơn vị: triệu đồng
         STT | Xã | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025 | Lũy kế đến hết năm 2024
         1 | Xã A | 10 | 20 | 30 | 40 | 60
         2 | Xã B | 50 | 60 | 70 | 80 | 180
          | Cộng | 60 | 80 | 100 | 120 | 240`,
      ),
    );
    expect(sumsOf(years)).toEqual(['G=C+D+E', '6=4+5']);
  });

  it('reads a difference between two totals, sources side by side', () => {
    const table = only(
      drawSheet(
        'S',
        `ĐIỀU CHỈNH DỰ TOÁN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
         Đơn vị: triệu đồng
         STT | Nội dung | Trước điều chỉnh | | | Sau điều chỉnh | | | Chênh lệch
          | | Cộng | NSTW | NSĐP | Cộng | NSTW | NSĐP |
         1 | Dự án 2 | 110 | 100 | 10 | 132 | 120 | 12 | 22
         2 | Dự án 3 | 220 | 200 | 20 | 209 | 190 | 19 | -11
         3 | Dự án 7 | 33 | 30 | 3 | 44 | 40 | 4 | 11
          | Cộng | 363 | 330 | 33 | 385 | 350 | 35 | 22`,
        ['A3:A4', 'B3:B4', 'C3:E3', 'F3:H3', 'I3:I4'],
      ),
    );
    expect(sumsOf(table)).toContain('I=F-C');
  });

  it('takes a point for thousands where whole numbers of that size stand around it, and for nothing elsewhere', () => {
    const habit = (first: string, second: string) =>
      only(
        drawSheet(
          'S',
          `PHÂN BỔ VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2024
           Đơn vị: triệu đồng
           STT | Địa phương | Kinh phí
           1 | Xã A | ${first}
           2 | Xã B | ${second}
           3 | Xã C | 7420
           4 | Xã D | '8.055
            | Tổng cộng | =SUM(C4:C7)`,
        ),
      ).numberHabit;
    expect(habit('6100', '9800')).toBe('comma-decimal');
    expect(habit('6100.5', '9800')).toBeNull();
    expect(habit('6', '12')).toBeNull();
  });

  it('reads “sau điều hòa” as what stands after the change', () => {
    const table = only(
      drawSheet(
        'S',
        `ĐIỀU HÒA VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2024
         Đơn vị: triệu đồng
         TT | Địa phương | Vốn đã giao | Điều chỉnh giảm | Điều chỉnh tăng | Vốn sau điều hòa
         1 | Xã A | 520 | 70 | | 450
         2 | Xã B | 610 | | 45 | 655
         3 | Xã C | 480 | | 25 | 505
          | Tổng cộng | 1610 | 70 | 70 | 1610`,
      ),
    );
    expect(sumsOf(table)).toEqual(['F=C+E-D', '7=4+5+6']);
  });

  it('believes the formula whose parts are of the whole’s own source where two formulas disagree', () => {
    const table = only(
      drawSheet(
        'S',
        `NHU CẦU VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG GIAI ĐOẠN 2026-2027
         Đơn vị: triệu đồng
         STT | Nội dung | Năm 2026 | | Năm 2027 | | Tổng cộng |
          | | NSTW | NSĐP | NSTW | NSĐP | NSTW | NSĐP
         1 | Vốn đầu tư | 40 | 4 | 50 | 5 | =C5+E5 | =D5+E5
         2 | Vốn sự nghiệp | 30 | 3 | 20 | 2 | =C6+E6 | =D6+F6`,
        ['A3:A4', 'B3:B4', 'C3:D3', 'E3:F3', 'G3:H3'],
      ),
    );
    expect(sumsOf(table)).toContain('H=D+F');
  });

  it('reads “Người dân” as a source of money, not as a count of people', () => {
    const table = only(
      drawSheet(
        'S',
        `VỐN CTMTQG XÂY DỰNG NÔNG THÔN MỚI NĂM 2022
         Đơn vị: triệu đồng
         STT | Nội dung | Tổng cộng | NSTW | Người dân và cộng đồng | Số người
         1 | Đường thôn | 150 | 100 | 50 | 12
         2 | Nhà văn hóa | 100 | 100 | | 30
          | Cộng | 250 | 200 | 50 | 42`,
      ),
    );
    expect(columnsOf(table).slice(4)).toEqual(['E:community:2022:plan', 'F:quantity']);
    expect(sumsOf(table)).toContain('C=D+E');
  });

  it('knows “Tổng toàn xã” for the grand total', () => {
    const table = only(
      drawSheet(
        'S',
        `VỐN CTMTQG GIẢM NGHÈO BỀN VỮNG NĂM 2022
         Đơn vị: triệu đồng
         STT | Nội dung | Kinh phí
         1 | Thôn A | 150
         2 | Thôn B | 100
          | Tổng toàn xã | 250`,
      ),
    );
    expect(rowsOf(table).at(-1)).toBe('6:grand-total');
  });
});
