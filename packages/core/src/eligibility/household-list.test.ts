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
