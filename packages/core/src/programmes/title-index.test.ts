import { describe, expect, it } from 'vitest';
import { RULES } from '../rules/index.js';
import { createTitleIndex } from './title-index.js';

const index = createTitleIndex(RULES.programmes);
const DTTS = 'dttsmn-2021-2025';
const GNBV = 'gnbv-2021-2025';
const NTM = 'ntm-2021-2025';
const best = (title: string, programme?: string, parentNode?: string) => {
  const found = index.match(title, { programme: programme ?? null, parentNode: parentNode ?? null })[0];
  return found ? `${found.node} ${found.strength}${found.byNumber ? ' by number' : ''}` : 'nothing';
};

describe('titles as plans write them', () => {
  it.each([
    ['Dự án 1: Giải quyết tình trạng thiếu đất ở, nhà ở, đất sản xuất, nước sinh hoạt', 'DA1 exact'],
    ['2. Dự án 2: Quy hoạch, sắp xếp, ổn định dân cư ở những nơi cần thiết.', 'DA2 exact'],
    [
      'Dự án 3: Phát triển sản xuất nông, lâm nghiệp bền vững, phát huy tiềm năng, thế mạnh của các vùng để sản xuất hàng hóa theo chuỗi giá trị',
      'DA3 strong',
    ],
    [
      'Tiểu dự án 2: Hỗ trợ sản xuất theo chuỗi giá trị, vùng dược liệu quý, thúc đẩy khởi sự kinh doanh, khởi nghiệp',
      'DA3.TDA2 strong',
    ],
    ['Dự án 4: Đầu tư cơ sở hạ tầng thiết yếu phục vụ sản xuất, đời sống', 'DA4 strong'],
    [
      'Tiểu dự án 1: Đầu tư cơ sở hạ tầng thiết yếu, phục vụ sản xuất, đời sống trong vùng đồng bào DTTS&MN',
      'DA4.TDA1 exact',
    ],
    ['5.3. Tiểu dự án 3: Dự án phát triển giáo dục nghề nghiệp và giải quyết việc làm', 'DA5.TDA3 strong'],
    ['Dự án 6: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số', 'DA7 strong'],
    ['Dự án 6: Chăm sóc sức khỏe', 'DA7 strong'],
    ['Dự án 9: Truyền thông, tuyên truyền, vận động', 'DA10 strong'],
    ['Dự án 8 – TDA 2: Giảm thiểu tảo hôn', 'DA9.TDA2 strong'],
    ['Dự án 9. Đầu tư phát triển nhóm dân tộc ít người, nhóm dân tộc còn nhiều khó khăn', 'DA9 exact'],
    ['du an 7 cham soc suc khoe nhan dan, nang cao the trang', 'DA7 strong'],
  ])('%s', (title, expected) => expect(best(title, DTTS)).toBe(expected));

  it('knows short names of the new countryside programme', () => {
    expect(best('Hạ tầng kinh tế - xã hội', NTM)).toMatch(/^NDTP02 /);
    expect(best('Cơ cấu lại ngành nông nghiệp, phát triển kinh tế nông thôn, OCOP', NTM)).toMatch(/^NDTP03 /);
    expect(best('Giáo dục, y tế và chăm sóc sức khỏe người dân nông thôn', NTM)).toBe('NDTP05 strong');
    expect(best('Nội dung thành phần số 10: Giữ vững quốc phòng, an ninh', NTM)).toBe('NDTP10 strong');
  });
  it('keeps merged contents as their parent', () => {
    const found = index.match(
      'Nội dung số 01+03: Phát triển sản xuất theo chuỗi giá trị, khởi sự kinh doanh, khởi nghiệp và thu hút đầu tư',
      { programme: DTTS },
    )[0];
    expect(found?.node).toBe('DA3.TDA2');
    expect(found?.merged).toEqual(['DA3.TDA2.ND1', 'DA3.TDA2.ND3']);
    expect(
      best(
        'Dự án 8: Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết đối với phụ nữ và trẻ em - Nội dung số 01+02: Hoạt động tuyên truyền',
        DTTS,
      ),
    ).toBe('DA8 exact');
  });
});

describe('numbers', () => {
  it('are a claim, and only where words name the node', () => {
    const [found] = index.match('Dự án 6: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng', {
      programme: DTTS,
    });
    expect([found?.node, found?.numberAgrees, found?.byNumber]).toEqual(['DA7', false, false]);
  });
  it('name a bare header, without proof', () => {
    expect(best('DA 3', DTTS)).toBe('DA3 strong by number');
    expect(best('TDA 1 - DA4', DTTS)).toBe('DA4.TDA1 strong by number');
    expect(best('TDA 1', DTTS, 'DA5')).toBe('DA5.TDA1 strong by number');
    expect(best('NDTP 05', NTM)).toBe('NDTP05 strong by number');
    expect(best('DA 12', DTTS)).toBe('nothing');
  });
});

describe('titles of another programme', () => {
  it('are found there', () => {
    const [found] = index.match(
      'Dự án 5: Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo trên địa bàn các huyện nghèo',
      { programme: DTTS },
    );
    expect([found?.programme, found?.node, found?.strength]).toEqual([GNBV, 'DA5', 'exact']);
  });
});

describe('rows that are no projects', () => {
  it.each([
    'Tổng cộng',
    'Xã Tân Sơn',
    'Đường giao thông thôn 3',
    'Vốn đầu tư',
    'Vốn sự nghiệp',
    'Trường mầm non xã Dân Tiến',
    'Ngân sách trung ương',
    'Nhà văn hóa thôn Bản Mới',
    'Huyện Ia Grai',
    'Xây dựng trạm y tế xã Tân Long',
    'Phòng Kinh tế',
    'Nâng cấp đường liên thôn Khe Rịa',
    'Cải tạo, nâng cấp chợ xã Cúc Đường',
    'Công trình nước sinh hoạt xóm Tân Tiến',
    'Hỗ trợ mua sắm trang thiết bị',
    'Các công trình chuyển tiếp',
    'Danh mục khởi công mới',
    'Sở Y tế',
    'Đầu tư xây dựng cầu Nà Lạn',
    'Kiên cố hóa kênh mương nội đồng',
    'Duy tu, bảo dưỡng công trình',
    'Trong đó:',
  ])('%s', (title) => {
    for (const programme of [null, DTTS, GNBV, NTM]) {
      expect(index.match(title, { programme }).filter((match) => match.strength !== 'weak')).toEqual([]);
    }
  });
});
