import { describe, expect, it } from 'vitest';
import { RULES } from '../rules/index.js';
import { createTitleIndex } from './title-index.js';

const index = createTitleIndex(RULES.programmes);
const DTTS = 'dttsmn-2021-2025';
const GNBV = 'gnbv-2021-2025';

type Line = readonly [
  title: string,
  programme: string,
  parent: string | null,
  node: string,
  numbers: 'right' | 'wrong' | 'none',
];

/** Every project, sub-project and content that three local plans name, worded, cut and misspelt as there. */
const LINES: readonly Line[] = [
  // Kế hoạch DTTS&MN của xã Dân Tiến năm 2025
  [
    '1. Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt',
    DTTS,
    null,
    'DA1',
    'right',
  ],
  ['- Nội dung số 01: Hỗ trợ đất ở', DTTS, 'DA1', 'DA1.ND1', 'right'],
  ['- Nội dung số 02: Hỗ trợ nhà ở', DTTS, 'DA1', 'DA1.ND2', 'right'],
  ['- Nội dung số 03: Hỗ trợ đất sản xuất, chuyển đổi nghề', DTTS, 'DA1', 'DA1.ND3', 'right'],
  ['- Nội dung số 04: Hỗ trợ nước sinh hoạt', DTTS, 'DA1', 'DA1.ND4', 'right'],
  [
    '2. Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi và các đơn vị sự nghiệp công lập của lĩnh vực dân tộc - Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi',
    DTTS,
    null,
    'DA4.TDA1',
    'right',
  ],
  [
    'a) Nội dung số 01: Đầu tư cơ sở hạ tầng thiết yếu vùng đồng bào dân tộc thiểu số và miền núi; ưu tiên đối với các xóm đặc biệt khó khăn',
    DTTS,
    'DA4.TDA1',
    'DA4.TDA1.ND1',
    'right',
  ],
  [
    'b) Nội dung số 02: Đầu tư xây dựng, cải tạo nâng cấp mạng lưới chợ vùng đồng bào dân tộc thiểu số và miền núi.',
    DTTS,
    'DA4.TDA1',
    'DA4.TDA1.ND2',
    'right',
  ],
  [
    '3. Dự án 5: Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực - Tiểu dự án 1: Đổi mới hoạt động, củng cố phát triển các trường phổ thông dân tộc nội trú, trường phổ thông dân tộc bán trú, trường phổ thông có học sinh ở bán trú và xóa mù chữ cho người dân vùng đồng bào dân tộc thiểu số',
    DTTS,
    null,
    'DA5.TDA1',
    'right',
  ],
  [
    '4. Dự án 6: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em',
    DTTS,
    null,
    'DA7',
    'wrong',
  ],
  [
    '- Xây dựng và phát triển y tế cơ sở vùng đồng bào dân tộc thiểu số và miền núi',
    DTTS,
    'DA7',
    'DA7.ND1',
    'none',
  ],
  [
    '5. Dự án 8: Đầu tư phát triển nhóm dân tộc rất ít người và nhóm dân tộc còn nhiều khó khăn - Tiểu dự án 2: Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống trong vùng đồng bào dân tộc thiểu số và miền núi',
    DTTS,
    null,
    'DA9.TDA2',
    'wrong',
  ],
  [
    '6. Dự án 9. Truyền thông, tuyên truyền, vận động trong vùng đồng bào dân tộc thiểu số và miền núi. Kiểm tra, giám sát đánh giá việc tổ chức thực hiện Chương trình - Tiểu dự án 1: Biểu dương, tôn vinh điển hình tiên tiến, phát huy vai trò của người có uy tín; phổ biến, giáo dục pháp luật, trợ giúp pháp lý và tuyên truyền, vận động đồng bào',
    DTTS,
    null,
    'DA10.TDA1',
    'wrong',
  ],
  [
    '6.1. Nội dung số 1: Biểu dương, tôn vinh điển hình tiên tiến, phát huy vai trò của người có uy tín',
    DTTS,
    'DA10.TDA1',
    'DA10.TDA1.ND1',
    'right',
  ],
  [
    '6.2. Nội dung số 2: Phổ biến, giáo dục pháp luật và tuyên truyền, vận động đồng bào dân tộc thiểu số',
    DTTS,
    'DA10.TDA1',
    'DA10.TDA1.ND2',
    'right',
  ],
  [
    '6.3. Nội dung số 3: Tăng cường, nâng cao khả năng tiếp cận và thụ hưởng hoạt động trợ giúp pháp lý chất lượng cho vùng đồng bào dân tộc thiểu số và miền núi.',
    DTTS,
    'DA10.TDA1',
    'DA10.TDA1.ND3',
    'right',
  ],
  // Kế hoạch DTTS&MN của thành phố Lai Châu năm 2024
  ['2. Dự án 2: Quy hoạch, sắp xếp, ổn định dân cư ở những nơi cần thiết.', DTTS, null, 'DA2', 'right'],
  [
    '3. Dự án 3: Phát triển sản xuất nông, lâm nghiệp bền vững, phát huy tiềm năng, thế mạnh của các vùng miền để sản xuất hàng hoá theo chuỗi giá trị.',
    DTTS,
    null,
    'DA3',
    'right',
  ],
  [
    'Tiểu dự án 2: Hỗ trợ sản xuất theo chuỗi giá trị, vùng dược liệu quý, thúc đẩy khởi sự kinh doanh, khởi nghiệp và thu hút vốn đầu tư vùng đồng bào DTTS&MN',
    DTTS,
    'DA3',
    'DA3.TDA2',
    'right',
  ],
  [
    '- Nội dung số 01+03: Phát triển sản xuất theo chuỗi giá trị, khởi sự kinh doanh, khởi nghiệp và thu hút vốn đầu tư.',
    DTTS,
    'DA3.TDA2',
    'DA3.TDA2',
    'none',
  ],
  [
    '4. Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số',
    DTTS,
    null,
    'DA4',
    'right',
  ],
  [
    'Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào dân tộc thiểu số và miền núi tại xã Sùng Phài.',
    DTTS,
    'DA4',
    'DA4.TDA1',
    'right',
  ],
  ['5. Dự án 5: Phát triển giáo dục đào tạo nâng cao chất lượng nguồn nhân lực.', DTTS, null, 'DA5', 'right'],
  [
    '5.1. Tiểu dự án 1:  Đổi mới hoạt động, củng cố phát triển các trường phổ thông dân tộc nội trú, trường phổ thông dân tộc bán trú, trường phổ thông có học sinh ở bán trú, xóa mù chữ cho người dân vùng đồng bào DTTS:',
    DTTS,
    'DA5',
    'DA5.TDA1',
    'right',
  ],
  [
    '5.2. Tiểu dự án 2: Bồi dưỡng kiến thức dân tộc; đào tạo dự bị đại học, đại học và sau đại học đáp ứng nhu cầu nhân lực cho vùng đồng bào dân tộc thiểu số và miền núi:',
    DTTS,
    'DA5',
    'DA5.TDA2',
    'right',
  ],
  [
    '5.3. Tiểu dự án 3: Dự án phát triển giáo dục nghề nghiệp và giải quyết việc làm cho người lao động vùng dân tộc thiểu số và miền núi:',
    DTTS,
    'DA5',
    'DA5.TDA3',
    'right',
  ],
  [
    '6. Dự án 6: Bảo tồn, phát huy giá trị văn hóa truyền thống tốt đẹp của các dân tộc thiểu số gắn với phát triển du lịch',
    DTTS,
    null,
    'DA6',
    'right',
  ],
  [
    '7. Dự án 8: Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết đối với phụ nữ và trẻ em.',
    DTTS,
    null,
    'DA8',
    'right',
  ],
  [
    '7.1. Hoạt động tuyên truyền, vận động thay đổi “Nếp nghĩ, cách làm” góp phần xóa bỏ các định kiến và khuôn mẫu giới trong gia đình và cộng đồng',
    DTTS,
    'DA8',
    'DA8.ND1',
    'none',
  ],
  [
    '8. Dự án 9. Đầu tư phát triển nhóm dân tộc ít người, nhóm dân tộc còn nhiều khó khăn.',
    DTTS,
    null,
    'DA9',
    'right',
  ],
  [
    'Tiểu dự án 2: Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống trong vùng đồng bào dân tộc thiểu số và miền núi',
    DTTS,
    'DA9',
    'DA9.TDA2',
    'right',
  ],
  [
    '9. Dự án 10: Truyền thông, tuyên truyền vận động trong vùng đồng bào dân tộc thiểu số; kiểm tra, giám sát đánh giá việc tổ chức thực hiện Chương trình.',
    DTTS,
    null,
    'DA10',
    'right',
  ],
  [
    '9.1. Tiểu dự án 1: Biểu dương, tôn vinh điển hình tiên tiến, phát huy vai trò của người có uy tín; phổ biến, giáo dục pháp luật, trợ giúp pháp lý và tuyên truyền, vận động đồng bào; truyền thông phục vụ tổ chức triển khai thực hiện Đề án',
    DTTS,
    'DA10',
    'DA10.TDA1',
    'right',
  ],
  [
    '9.2. Tiểu dự án 3: Kiểm tra, giám sát, đánh giá, đào tạo, tập huấn tổ chức thực hiện Chương trình.',
    DTTS,
    'DA10',
    'DA10.TDA3',
    'right',
  ],
  // Kế hoạch giảm nghèo của thành phố Lai Châu năm 2024
  ['1. Dự án 2: Đa dạng hóa sinh kế, phát triển mô hình giảm nghèo', GNBV, null, 'DA2', 'right'],
  ['3. Dự án 3: Hỗ trợ phát triển sản xuất, cải thiện dinh dưỡng', GNBV, null, 'DA3', 'right'],
  ['Tiểu dự án 2: Cải thiện dinh dưỡng', GNBV, 'DA3', 'DA3.TDA2', 'right'],
  ['4. Dự án 4: Phát triển giáo dục nghề nghiệp, việc làm bền vững', GNBV, null, 'DA4', 'right'],
  [
    '4.1. Tiểu dự án 1: Phát triển giáo dục nghề nghiệp vùng nghèo, vùng khó khăn',
    GNBV,
    'DA4',
    'DA4.TDA1',
    'right',
  ],
  ['4.2. Tiểu dự án 3: Hỗ trợ việc làm bền vững', GNBV, 'DA4', 'DA4.TDA3', 'right'],
  ['6. Dự án 6: Truyền thông và giảm nghèo về thông tin', GNBV, null, 'DA6', 'right'],
  ['Tiểu dự án 2: Truyền thông về giảm nghèo đa chiều', GNBV, 'DA6', 'DA6.TDA2', 'right'],
  ['7. Dự án 7: Nâng cao năng lực và giám sát đánh giá Chương trình', GNBV, null, 'DA7', 'right'],
  ['7.1. Tiểu dự án 1: Nâng cao năng lực thực hiện Chương trình', GNBV, 'DA7', 'DA7.TDA1', 'right'],
  ['7.2. Tiểu dự án 2: Giám sát, đánh giá', GNBV, 'DA7', 'DA7.TDA2', 'right'],
];

const AGREES = { right: true, wrong: false, none: null } as const;

describe('titles of three local plans', () => {
  it.each(LINES)('%s', (title, programme, parentNode, node, numbers) => {
    const [best] = index.match(title, { programme, parentNode });
    expect(best).toMatchObject({ programme, node, numberAgrees: AGREES[numbers], byNumber: false });
    expect(best?.strength).not.toBe('weak');
  });

  it('of which three write the numbers of other projects', () => {
    expect(LINES.filter(([, , , , numbers]) => numbers === 'wrong')).toHaveLength(3);
  });
});

describe('lines of two plans that name no project of any programme', () => {
  it.each([
    'Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy, tổ chức đảng; nâng cao hiệu lực, hiệu quả quản lý, điều hành',
    'Đẩy mạnh công tác tuyên truyền, giáo dục, nâng cao nhận thức, trách nhiệm của hệ thống chính trị và Nhân dân',
    'Huy động, lồng ghép nguồn lực đầu tư hạ tầng, ổn định dân cư và phát triển sinh kế',
    'Tỷ lệ phụ nữ mang thai được khám thai (ít nhất 3 lần/một lần sinh) đạt 78%',
    'Đường giao thông và hệ thống thoát nước bản Suối Thầu',
  ])('%s', (title) => {
    expect(index.match(title).filter((match) => match.strength !== 'weak')).toEqual([]);
  });
});
