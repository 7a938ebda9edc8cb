import type { PlainSheet } from '../../snapshot/build.js';
import type { CheckExample } from './example.js';

/** An example with what puts it right: the smallest sheet that shows the mistake, and its clean twin. */
export interface SumExample extends CheckExample {
  /** The cells of the first sheet that differ in the clean twin. */
  readonly mended: PlainSheet['cells'];
  /** Further sheets of the workbook. */
  readonly more?: readonly PlainSheet[];
}

const TITLE =
  'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI NĂM 2025';

/** A small plan whose figures agree: four projects, two sources, totals at the right and below, all typed. */
export const TYPED_PLAN: PlainSheet['cells'] = {
  A1: TITLE,
  E2: 'Đơn vị: triệu đồng',
  A3: 'TT',
  B3: 'Nội dung',
  C3: 'NSTW',
  D3: 'NSĐP',
  E3: 'Tổng số',
  A4: 1,
  B4: 'Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
  C4: 626,
  D4: 94,
  E4: 720,
  A5: 2,
  B5: 'Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
  C5: 7459.2,
  D5: 2045,
  E5: 9504.2,
  A6: 3,
  B6: 'Dự án 5: Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực',
  C6: 1293,
  D6: 194,
  E6: 1487,
  A7: 4,
  B7: 'Dự án 6: Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số gắn với phát triển du lịch',
  C7: 57.3,
  D7: 8.7,
  E7: 66,
  B8: 'Tổng cộng',
  C8: 9435.5,
  D8: 2341.7,
  E8: 11777.2,
};

/** The same plan with formulas for all totals. */
export const COMPUTED_PLAN: PlainSheet['cells'] = {
  ...TYPED_PLAN,
  E4: '=C4+D4',
  E5: '=C5+D5',
  E6: '=C6+D6',
  E7: '=C7+D7',
  C8: '=SUM(C4:C7)',
  D8: '=SUM(D4:D7)',
  E8: '=SUM(E4:E7)',
};

/** A plan with one project broken down into two sub-projects. */
export const GROUPED_PLAN: PlainSheet['cells'] = {
  A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG NĂM 2024',
  E2: 'Đơn vị: triệu đồng',
  A3: 'TT',
  B3: 'Nội dung',
  C3: 'NSTW',
  D3: 'NSĐP',
  E3: 'Tổng số',
  A4: 'I',
  B4: 'Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững',
  C4: 626,
  D4: 94,
  E4: 720,
  A5: 1,
  B5: 'Tiểu dự án 1: Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn',
  C5: 400,
  D5: 60,
  E5: 460,
  A6: 2,
  B6: 'Tiểu dự án 3: Hỗ trợ việc làm bền vững',
  C6: 226,
  D6: 34,
  E6: 260,
  A7: 'II',
  B7: 'Dự án 6: Truyền thông và giảm nghèo về thông tin',
  C7: 100,
  D7: 15,
  E7: 115,
  A8: 1,
  B8: 'Tiểu dự án 1: Giảm nghèo về thông tin',
  C8: 100,
  D8: 15,
  E8: 115,
  B9: 'Tổng cộng',
  C9: 726,
  D9: 109,
  E9: 835,
};

/** Plan, disbursed and their ratio. */
export const PROGRESS: PlainSheet['cells'] = {
  A1: 'TÌNH HÌNH GIẢI NGÂN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI NĂM 2024',
  E2: 'Đơn vị: triệu đồng',
  A3: 'TT',
  B3: 'Nội dung',
  C3: 'Kế hoạch năm 2024',
  D3: 'Thực hiện',
  E3: 'Tỷ lệ (%)',
  A4: 1,
  B4: 'Nội dung thành phần 1: Nâng cao hiệu quả quản lý và thực hiện xây dựng nông thôn mới theo quy hoạch',
  C4: 1000,
  D4: 300,
  E4: 30,
  A5: 2,
  B5: 'Nội dung thành phần 2: Phát triển hạ tầng kinh tế - xã hội, cơ bản đồng bộ, hiện đại',
  C5: 2000,
  D5: 1040,
  E5: 52,
  A6: 3,
  B6: 'Nội dung thành phần 5: Nâng cao chất lượng giáo dục, y tế và chăm sóc sức khỏe của người dân nông thôn',
  C6: 500,
  D6: 400,
  E6: 80,
  A7: 4,
  B7: 'Nội dung thành phần 10: Giữ vững quốc phòng, an ninh và trật tự xã hội nông thôn',
  C7: 400,
  D7: 100,
  E7: 25,
  B8: 'Tổng cộng',
  C8: 3900,
  D8: 1840,
  E8: 47.2,
};

const whole = (value: number) => ({ value, style: { numberFormat: '#,##0' } });

/** Figures kept with decimals that the format hides. */
export const SHOWN_WHOLE: PlainSheet['cells'] = {
  A1: 'KẾ HOẠCH VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI NĂM 2024',
  C2: 'Đơn vị: tỷ đồng',
  A3: 'TT',
  B3: 'Nội dung',
  C3: 'Tổng số',
  A4: 1,
  B4: 'Nội dung thành phần 1: Nâng cao hiệu quả quản lý và thực hiện xây dựng nông thôn mới theo quy hoạch',
  C4: whole(1.2),
  A5: 2,
  B5: 'Nội dung thành phần 2: Phát triển hạ tầng kinh tế - xã hội, cơ bản đồng bộ, hiện đại',
  C5: whole(1.2),
  A6: 3,
  B6: 'Nội dung thành phần 10: Giữ vững quốc phòng, an ninh và trật tự xã hội nông thôn',
  C6: whole(1.2),
  B7: 'Tổng cộng',
  C7: { formula: 'SUM(C4:C6)', style: { numberFormat: '#,##0' } },
};

/** A project with a part of it named under "Trong đó". */
export const PARTIAL: PlainSheet['cells'] = {
  A1: 'PHÂN BỔ VỐN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI NĂM 2024',
  C2: 'Đơn vị: triệu đồng',
  A3: 'TT',
  B3: 'Nội dung',
  C3: 'Tổng số',
  A4: 1,
  B4: 'Nội dung thành phần 2: Phát triển hạ tầng kinh tế - xã hội, cơ bản đồng bộ, hiện đại',
  C4: 626,
  B5: 'Trong đó: vốn đầu tư phát triển',
  C5: 300,
  A6: 2,
  B6: 'Nội dung thành phần 5: Nâng cao chất lượng giáo dục, y tế và chăm sóc sức khỏe của người dân nông thôn',
  C6: 94,
  A7: 3,
  B7: 'Nội dung thành phần 10: Giữ vững quốc phòng, an ninh và trật tự xã hội nông thôn',
  C7: 80,
  B8: 'Tổng cộng',
  C8: 800,
};

/** A summary in tỷ over detail sheets in triệu. */
export const SUMMARY: PlainSheet['cells'] = {
  A1: 'TỔNG HỢP VỐN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM 2025',
  E2: 'Đơn vị: tỷ đồng',
  A4: 'TT',
  B4: 'Chương trình',
  C4: 'NSTW',
  D4: 'NSĐP',
  E4: 'Tổng số',
  A5: 1,
  B5: 'Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào DTTS&MN',
  C5: 9.4355,
  D5: '=DTTS!D8/1000',
  E5: '=C5+D5',
  A6: 2,
  B6: 'Chương trình MTQG giảm nghèo bền vững',
  C6: 10,
  D6: 1.5,
  E6: '=C6+D6',
  B7: 'Tổng cộng',
  C7: '=SUM(C5:C6)',
  D7: '=SUM(D5:D6)',
  E7: '=SUM(E5:E6)',
};

/** The detail sheet of the first programme in {@link SUMMARY}. */
export const DETAIL: PlainSheet = { name: 'DTTS', cells: TYPED_PLAN };
