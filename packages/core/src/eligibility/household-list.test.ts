import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../snapshot/build.js';
import { readHouseholdList } from './household-list.js';
import { readCases } from './read.js';
import { ELIGIBILITY_RULES } from './rule-files.js';

const { facts } = ELIGIBILITY_RULES;
const listOf = (cells: Record<string, string | number>) =>
  readHouseholdList(buildSnapshot([{ name: 'Danh sách', cells }]), facts);

describe('a household list on a sheet', () => {
  it('is read by the labels of the facts, with yes and no in Vietnamese and an empty cell as not known', () => {
    const list = listOf({
      A1: 'DANH SÁCH HỘ ĐỀ NGHỊ HỖ TRỢ',
      A3: 'TT',
      B3: 'Họ và tên chủ hộ',
      C3: 'Dân tộc',
      D3: 'Diện hộ',
      E3: 'Đã có đất ở',
      F3: 'household.escapedPovertyOn',
      A4: 1,
      B4: 'Lò Văn A',
      C4: 'Thái',
      D4: 'Hộ nghèo',
      E4: 'không',
      F4: 45000,
      A5: 2,
      B5: 'Vàng B',
      C5: 'Mông',
      D5: 'cận nghèo',
    });
    expect(list).toMatchObject({ sheet: 'Danh sách', headerRow: 3, nextColumn: 7, problems: [] });
    expect(list?.rows).toEqual([
      {
        row: 4,
        data: {
          id: 'Lò Văn A',
          facts: {
            'household.headEthnicGroup': 'Thái',
            'household.poverty': 'poor',
            'household.hasResidentialLand': false,
            'household.escapedPovertyOn': '2023-03-15',
          },
        },
      },
      {
        row: 5,
        data: {
          id: 'Vàng B',
          facts: { 'household.headEthnicGroup': 'Mông', 'household.poverty': 'near-poor' },
        },
      },
    ]);
    const read = readCases(
      list?.rows.map(({ data }) => data),
      facts,
      { programme: 'dttsmn-2021-2025', asOf: '2025-06-30' },
    );
    expect(read.problems).toEqual([]);
  });
  it('names the cell whose words cannot be used', () => {
    const list = listOf({ A1: 'Họ tên', B1: 'Đã có đất ở', A2: 'Lò Văn A', B2: 'có lẽ' });
    expect(list?.problems.map(({ path }) => path)).toEqual(['Danh sách!B2']);
  });
  it('is not seen where no header names a fact', () => {
    expect(listOf({ A1: 'TT', B1: 'Nội dung', A2: 1, B2: 'Dự án 1' })).toBeNull();
  });
});

describe('lists as people make them', () => {
  const twoRows = {
    A1: 'DANH SÁCH HỘ NGHÈO ĐỀ NGHỊ HỖ TRỢ ĐẤT Ở',
    A3: 'STT',
    B3: 'Họ và tên chủ hộ',
    C3: 'Dân tộc',
    D3: 'Phân loại hộ',
    G3: 'Khu vực',
    H3: 'Chưa có đất ở (x)',
    I3: 'Địa chỉ',
    D4: 'Hộ nghèo',
    E4: 'Hộ cận nghèo',
    F4: 'Hộ mới thoát nghèo',
    A5: '(1)',
    B5: '(2)',
    C5: '(3)',
    D5: '(4)',
    E5: '(5)',
    F5: '(6)',
    G5: '(7)',
    H5: '(8)',
    A6: 'I',
    B6: 'Bản Nà Lò',
  };
  const factsOf = (list: ReturnType<typeof listOf>) => list?.rows.map(({ data }) => data.facts);

  it('mark a value below a group of columns, and ask the opposite of a fact', () => {
    const list = listOf({
      ...twoRows,
      A7: 1,
      B7: 'Lò Văn A',
      C7: 'Thái trắng',
      D7: 'x',
      G7: 'Xã KV 3',
      H7: '✓',
      A8: 2,
      B8: 'Vàng B',
      C8: "H'Mông",
      E8: 'X',
      G8: 'khu vực II',
      H8: 'không',
      A9: 3,
      B9: 'Nguyễn C',
      C9: 'Kinh',
      D9: 'không',
      E9: 'không',
      F9: 'không',
      B10: 'Tổng cộng',
      D10: 1,
      E10: 1,
    });
    expect(list).toMatchObject({ headerRow: 4, problems: [], unused: [{ cell: 'I3', text: 'Địa chỉ' }] });
    expect(list?.rows.map(({ row }) => row)).toEqual([7, 8, 9]);
    expect(factsOf(list)).toEqual([
      {
        'household.headEthnicGroup': 'Thái trắng',
        'household.poverty': 'poor',
        'place.communeZone': 'III',
        'household.hasResidentialLand': false,
      },
      {
        'household.headEthnicGroup': "H'Mông",
        'household.poverty': 'near-poor',
        'place.communeZone': 'II',
        'household.hasResidentialLand': true,
      },
      { 'household.headEthnicGroup': 'Kinh', 'household.poverty': 'none' },
    ]);
  });

  it('do not mark two values, nor write anything else where a mark is asked', () => {
    const list = listOf({ ...twoRows, A7: 1, B7: 'Lò Văn A', D7: 'x', E7: 'x', F7: 'có lẽ' });
    expect(list?.problems.map(({ path, vi }) => `${path} ${vi}`)).toEqual([
      'Danh sách!E7 “diện hộ” được đánh dấu hai giá trị: hãy để lại một',
      'Danh sách!F7 “có lẽ” không dùng được cho “diện hộ”: hãy ghi “có” (hoặc x), “không”, hoặc để trống nếu chưa rõ',
    ]);
  });

  it('read days as people write them, also the day that a row asks about', () => {
    const list = listOf({
      A1: 'Họ tên',
      B1: 'Ngày thoát nghèo',
      C1: 'Ngày áp dụng',
      A2: 'Lò Văn A',
      B2: '15/03/2023',
      C2: '30/6/2025',
      A3: 'Lò Văn B',
      B3: '31/02/2023',
    });
    expect(list?.rows[0]?.data).toEqual({
      id: 'Lò Văn A',
      asOf: '2025-06-30',
      facts: { 'household.escapedPovertyOn': '2023-03-15' },
    });
    expect(list?.problems.map(({ path }) => path)).toEqual(['Danh sách!B3']);
  });

  it('take “dân tộc” as the person’s where the list is one of persons', () => {
    const cells = {
      A1: 'Họ và tên',
      B1: 'Dân tộc',
      C1: 'Diện hộ',
      A2: 'Lò Văn A',
      B2: 'Thái',
      C2: 'Hộ nghèo',
    };
    expect(factsOf(listOf(cells))).toEqual([
      { 'household.headEthnicGroup': 'Thái', 'household.poverty': 'poor' },
    ]);
    expect(factsOf(listOf({ ...cells, D1: 'Tuổi', D2: 30 }))).toEqual([
      { 'person.ethnicGroup': 'Thái', 'household.poverty': 'poor', 'person.age': 30 },
    ]);
  });

  it('are not taken for a header where a row only says a value', () => {
    expect(listOf({ A1: 'TT', B1: 'Tên', C1: 'Loại', A2: 1, B2: 'Lò Văn A', C2: 'Hộ nghèo' })).toBeNull();
  });
});
