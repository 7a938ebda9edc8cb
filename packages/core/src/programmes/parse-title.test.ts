import { describe, expect, it } from 'vitest';
import { parseTitle } from './parse-title.js';

const marks = (title: string) =>
  parseTitle(title).segments.map(
    (segment) => `${segment.mark ?? '?'}${segment.numbers.join('+')}|${segment.text}`,
  );

describe('parseTitle', () => {
  it('splits a project and its sub-project in one cell', () => {
    expect(marks('Dự án 4: Đầu tư cơ sở hạ tầng - Tiểu dự án 1: Đường giao thông')).toEqual([
      'DA4|Đầu tư cơ sở hạ tầng',
      'TDA1|Đường giao thông',
    ]);
  });
  it('reads every spelling of a bare mark', () => {
    expect(marks('DA4-TDA1')).toEqual(['DA4|', 'TDA1|']);
    expect(marks('TDA 1 - DA4')).toEqual(['DA4|', 'TDA1|']);
    expect(marks('D.A 10')).toEqual(['DA10|']);
    expect(marks('NDTP 05')).toEqual(['NDTP5|']);
    expect(marks('Dự án số 07')).toEqual(['DA7|']);
    expect(marks('TIỂU DỰ ÁN 2')).toEqual(['TDA2|']);
    expect(marks('Tieu du an 2: Cai thien dinh duong')).toEqual(['TDA2|Cai thien dinh duong']);
    expect(marks('Tiểu dự án 2 thuộc Dự án 9')).toEqual(['DA9|', 'TDA2|']);
    expect(marks('Hợp phần thứ nhất: Nội dung chung')).toEqual(['HP1|Nội dung chung']);
  });
  it('keeps merged contents together', () => {
    expect(marks('- Nội dung số 01+03: Phát triển sản xuất theo chuỗi giá trị')).toEqual([
      'ND1+3|Phát triển sản xuất theo chuỗi giá trị',
    ]);
  });
  it('parts the row label from the title', () => {
    expect(parseTitle('5.3. Tiểu dự án 3: Hỗ trợ việc làm').ordinal).toBe('5.3');
    expect(parseTitle('a) Hỗ trợ đất ở').ordinal).toBe('a');
    expect(parseTitle('Hỗ trợ đất ở').ordinal).toBeNull();
  });
  it('finds the mark behind the words', () => {
    expect(marks('Giảm thiểu tảo hôn (Tiểu dự án 2, Dự án 9)')).toEqual(['DA9|', 'TDA2|Giảm thiểu tảo hôn']);
    expect(marks('Kinh phí thực hiện Dự án 7')).toEqual(['DA7|']);
  });
  it('gives the words behind two marks to the lower level', () => {
    expect(marks('4.2 Tiểu dự án 3 - DA4: Hỗ trợ việc làm')).toEqual(['DA4|', 'TDA3|Hỗ trợ việc làm']);
    expect(marks('TDA 1 (DA 5): Đổi mới hoạt động')).toEqual(['DA5|', 'TDA1|Đổi mới hoạt động']);
  });
  it('reads lists of projects and money before the mark', () => {
    expect(marks('DA1,2,4')).toEqual(['DA1+2+4|']);
    expect(marks('Vốn sự nghiệp DA 5')).toEqual(['DA5|']);
  });
  it('sees no number where the word only occurs', () => {
    expect(marks('Tiểu dự án 3: Dự án phát triển giáo dục nghề nghiệp')).toEqual([
      'TDA3|Dự án phát triển giáo dục nghề nghiệp',
    ]);
    expect(marks('Đường giao thông thôn 3')).toEqual(['?|Đường giao thông thôn 3']);
    expect(marks('Hỗ trợ dự án 12 hộ')).toEqual(['?|Hỗ trợ dự án 12 hộ']);
    expect(marks('Dự án 2024')).toEqual(['?|Dự án 2024']);
  });
});
