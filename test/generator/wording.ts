import { HELD_OUT } from './held-out/wording.js';
import type { Random } from './random.js';

export type Scope = 'open' | 'held-out' | 'all';

/** What real sheets call things. The held-out third stands apart, see `held-out/`. */
export const OPEN = {
  ordinal: ['STT', 'TT', 'Số TT'],
  title: [
    'Nội dung',
    'Dự án, tiểu dự án',
    'Tên dự án, tiểu dự án',
    'Nội dung thực hiện',
    'Danh mục dự án, tiểu dự án',
    'Nội dung thành phần',
  ],
  total: ['Tổng số', 'Tổng cộng', 'Tổng kinh phí', 'Tổng vốn', 'Cộng'],
  subtotal: ['Tổng', 'Tổng số', 'Cộng'],
  ofWhich: ['Trong đó', 'Trong đó:', 'Nguồn vốn', 'Chia ra', 'Bao gồm', 'Chia ra theo nguồn vốn'],
  central: ['NSTW', 'Ngân sách trung ương', 'Ngân sách Trung ương', 'NS trung ương', 'Vốn NSTW', 'Vốn TW'],
  local: [
    'NSĐP',
    'Ngân sách địa phương',
    'Vốn đối ứng',
    'Đối ứng NSĐP',
    'NS địa phương',
    'Vốn NSĐP',
    'Cân đối NSĐP đối ứng',
  ],
  province: ['Ngân sách tỉnh', 'NS tỉnh', 'Ngân sách cấp tỉnh'],
  district: ['Ngân sách huyện', 'NS huyện', 'Ngân sách cấp huyện'],
  commune: ['Ngân sách xã', 'NS xã', 'Ngân sách cấp xã'],
  credit: ['Vốn tín dụng', 'Vốn tín dụng chính sách', 'Tín dụng chính sách'],
  integrated: ['Vốn lồng ghép', 'Lồng ghép', 'Vốn lồng ghép các chương trình, dự án khác'],
  community: ['Dân đóng góp', 'Nhân dân đóng góp', 'Cộng đồng dân cư đóng góp'],
  enterprise: ['Doanh nghiệp', 'Vốn doanh nghiệp', 'Doanh nghiệp, HTX'],
  other: ['Vốn huy động khác', 'Vốn huy động hợp pháp khác', 'Nguồn khác', 'Vốn khác'],
  investment: ['Vốn đầu tư phát triển', 'Vốn đầu tư', 'Vốn ĐTPT', 'Đầu tư phát triển'],
  recurrent: ['Vốn sự nghiệp', 'Kinh phí sự nghiệp', 'Vốn SN'],
  recurrent2026: ['Kinh phí chi thường xuyên', 'Chi thường xuyên'],
  agency: ['Đơn vị chủ trì', 'Đơn vị thực hiện', 'Cơ quan chủ trì', 'Chủ đầu tư'],
  note: ['Ghi chú'],
  place: ['Đơn vị', 'Địa phương', 'Tên xã', 'Xã, phường', 'Huyện, thành phố'],
  before: ['Kế hoạch đã giao', 'Kế hoạch vốn đã giao', 'Kế hoạch trước điều chỉnh'],
  adjustment: ['Điều chỉnh', 'Số điều chỉnh'],
  increase: ['Tăng (+)', 'Tăng', 'Điều chỉnh tăng'],
  decrease: ['Giảm (-)', 'Giảm', 'Điều chỉnh giảm'],
  after: ['Kế hoạch sau điều chỉnh', 'Kế hoạch vốn sau điều chỉnh', 'Sau điều chỉnh'],
  plan: ['Kế hoạch năm {Y}', 'Dự kiến kế hoạch năm {Y}', 'Dự toán năm {Y}', 'Kế hoạch vốn năm {Y}'],
  disbursed: ['Đã giải ngân', 'Số đã giải ngân', 'Giải ngân', 'Thực hiện'],
  remaining: ['Còn lại', 'Số còn lại', 'Kinh phí còn lại'],
  carriedOver: ['Vốn năm trước chuyển sang', 'Kế hoạch năm trước kéo dài'],
  percentOfPlan: ['So sánh TH/DT (%)', 'Tỷ lệ giải ngân (%)', 'Tỷ lệ (%)'],
  percentOfTotal: ['Tỷ trọng (%)', 'Cơ cấu (%)'],
  quantity: ['Số hộ', 'Số lượng (hộ)', 'Số công trình', 'Chiều dài (km)', 'Số lớp tập huấn'],
  works: ['Danh mục công trình', 'Danh mục', 'Tên công trình', 'Danh mục dự án'],
  site: ['Địa điểm XD', 'Địa điểm xây dựng', 'Địa điểm'],
  capacity: ['Quy mô', 'Năng lực thiết kế', 'Quy mô đầu tư'],
  workPeriod: ['Thời gian KC-HT', 'Thời gian khởi công - hoàn thành', 'Thời gian thực hiện'],
  decision: ['Quyết định đầu tư', 'Quyết định phê duyệt dự án'],
  decisionNumber: ['Số, ngày', 'Số quyết định, ngày tháng', 'Số QĐ, ngày, tháng, năm'],
  decisionTotal: ['TMĐT', 'Tổng mức đầu tư'],
  code: ['Mã CTMT', 'Mã số CTMT', 'Chương', 'Khoản'],
  group: ['Nhóm', 'Khu vực', 'Cụm'],
  budgetSource: ['Nguồn vốn', 'Nguồn'],
  programmeColumn: ['Chương trình', 'Tên chương trình'],
  allPlaces: ['TỔNG CỘNG', 'Tổng cộng', 'TỔNG SỐ', 'Tổng số', 'CỘNG', 'Cộng'],
  placeSubtotal: ['Cộng {G}', 'Tổng {G}'],
  subset: ['Trong đó: ', 'Tr.đó: '],
  unitLine: ['Đơn vị tính: {u}', 'ĐVT: {u}', 'Đơn vị: {u}', '(Đơn vị tính: {u})', 'Đvt: {u}'],
  'unit:đồng': ['đồng', 'Đồng', 'VNĐ'],
  'unit:nghìn đồng': ['1.000 đồng', 'nghìn đồng', '1000 đồng', 'Nghìn đồng', 'ngàn đồng'],
  'unit:triệu đồng': ['Triệu đồng', 'triệu đồng', 'tr.đồng', 'tr.đ'],
  'unit:tỷ đồng': ['Tỷ đồng', 'tỷ đồng', 'tỉ đồng'],
  heading: [
    'BIỂU TỔNG HỢP KINH PHÍ THỰC HIỆN {P} NĂM {Y}',
    'PHÂN BỔ KINH PHÍ THỰC HIỆN {P} NĂM {Y}',
    'PHÂN BỔ VỐN {P} NĂM {Y} {L}',
    'BIỂU CHI TIẾT KINH PHÍ THỰC HIỆN {P} NĂM {Y}',
    'KẾ HOẠCH VỐN THỰC HIỆN {P} NĂM {Y} {L}',
  ],
  headingNoYear: ['BIỂU TỔNG HỢP KINH PHÍ THỰC HIỆN {P}', 'PHÂN BỔ VỐN {P} {L}'],
  headingPeriod: [
    'KẾ HOẠCH VỐN THỰC HIỆN {P} GIAI ĐOẠN {A}-{B}',
    'TỔNG HỢP NHU CẦU VỐN {P} GIAI ĐOẠN {A}-{B} {L}',
  ],
  headingAdjusted: [
    'ĐIỀU CHỈNH KẾ HOẠCH VỐN {P} NĂM {Y} {L}',
    'ĐIỀU CHỈNH, BỔ SUNG KINH PHÍ THỰC HIỆN {P} NĂM {Y}',
  ],
  headingWorks: ['DANH MỤC CÔNG TRÌNH THUỘC {P} NĂM {Y} {L}', 'DANH MỤC DỰ ÁN ĐẦU TƯ THỰC HIỆN {P} NĂM {Y}'],
  headingAll: [
    'TỔNG HỢP KINH PHÍ THỰC HIỆN CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA NĂM {Y} {L}',
    'BIỂU TỔNG HỢP VỐN CÁC CHƯƠNG TRÌNH MTQG NĂM {Y}',
  ],
  attached: [
    '(Kèm theo Kế hoạch số {n}/KH-UBND ngày {d} của {U})',
    '(Ban hành kèm theo Quyết định số {n}/QĐ-UBND ngày {d} của {U})',
    '(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng     năm {Y} của {U})',
    '(Kèm theo Nghị quyết số {n}/NQ-HĐND ngày {d} của HĐND)',
  ],
  form: ['Phụ lục 01', 'Biểu số 03', 'PHỤ LỤC I', 'Biểu 1', 'Phụ lục số 02'],
  'programme:dttsmn-2021-2025': [
    'CHƯƠNG TRÌNH MTQG PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DTTS&MN',
    'CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI',
    'CHƯƠNG TRÌNH MTQG DTTS&MN',
    'CTMTQG DTTS&MN',
  ],
  'programme:gnbv-2021-2025': [
    'CHƯƠNG TRÌNH MTQG GIẢM NGHÈO BỀN VỮNG',
    'CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG',
    'CTMTQG GIẢM NGHÈO BỀN VỮNG',
  ],
  'programme:ntm-2021-2025': [
    'CHƯƠNG TRÌNH MTQG XÂY DỰNG NÔNG THÔN MỚI',
    'CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI',
    'CTMTQG XÂY DỰNG NÔNG THÔN MỚI',
  ],
  'programme:ctmtqg-2026-2035': [
    'CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI, GIẢM NGHÈO BỀN VỮNG VÀ PHÁT TRIỂN KINH TẾ - XÃ HỘI VÙNG ĐỒNG BÀO DÂN TỘC THIỂU SỐ VÀ MIỀN NÚI',
    'CHƯƠNG TRÌNH MTQG XÂY DỰNG NÔNG THÔN MỚI, GIẢM NGHÈO BỀN VỮNG VÀ PHÁT TRIỂN KT-XH VÙNG ĐỒNG BÀO DTTS&MN',
  ],
  words: ['Bằng chữ: {w} đồng', 'Số tiền bằng chữ: {w} đồng./.', '(Bằng chữ: {w} đồng)'],
  remark: [
    'Ghi chú: Số liệu tổng hợp theo báo cáo của các đơn vị.',
    'Ghi chú: Vốn huy động khác là dự kiến.',
    '(1) Theo Quyết định giao dự toán của cấp có thẩm quyền.',
  ],
  match: [
    'Ghi chú: Vốn đối ứng ngân sách địa phương tối thiểu bằng {p}% vốn ngân sách trung ương.',
    'Ghi chú: ngân sách địa phương đối ứng tối thiểu {p}% ngân sách trung ương',
  ],
  unknownTitle: [
    'Mua sắm xe ô tô phục vụ công tác',
    'Hỗ trợ kinh phí tổ chức lễ hội đầu xuân',
    'Sửa chữa trụ sở làm việc của cơ quan',
    'Chi tham quan, học tập kinh nghiệm nước ngoài',
    'Xây dựng nhà máy chế biến xi măng',
  ],
} as const satisfies Record<string, readonly string[]>;

export type WordKey = keyof typeof OPEN;

export class Words {
  heldOutUsed = 0;

  constructor(
    private readonly random: Random,
    readonly scope: Scope,
  ) {}

  say(key: WordKey): string {
    const held = HELD_OUT[key] ?? [];
    const open = OPEN[key] as readonly string[];
    if (this.scope === 'open' || held.length === 0) return this.random.pick(open);
    const useHeld =
      this.scope === 'held-out'
        ? this.random.chance(0.7)
        : this.random.chance(held.length / (held.length + open.length));
    if (!useHeld) return this.random.pick(open);
    this.heldOutUsed++;
    return this.random.pick(held);
  }
}
