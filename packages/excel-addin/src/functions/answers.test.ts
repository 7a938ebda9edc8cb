import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANSWERS, answer, FunctionError, type Value } from './answers.js';

const P = 'dttsmn-2021-2025';
const DAY = 45_992; // 1 December 2025, as Excel counts

type Answer = Value | Value[][];
type Good = [args: unknown[], answer: Answer];
type Bad = [args: unknown[], code: FunctionError['code'], reason: RegExp];

const good: Record<string, Good[]> = {
  BANGCHU: [
    [[1005], 'Một nghìn không trăm linh năm đồng'],
    [[0.1 + 0.2, ''], 'Không phẩy ba'],
    [[0], 'Không đồng'],
    [[-5], 'Âm năm đồng'],
    [['9.504,2', 'triệu đồng'], 'Chín nghìn năm trăm linh bốn phẩy hai triệu đồng'],
    [[[[5]], null], 'Năm đồng'],
    [['685 '], 'Sáu trăm tám mươi lăm đồng'],
  ],
  SO: [
    [['9.504,2'], 9504.2],
    [['9,504.2'], 9504.2],
    [['1.234'], 1234],
    [['(21,5)'], -21.5],
    [['1\u00a0234,5'], 1234.5],
    [['5%'], 0.05],
    [['-'], 0],
    [['01 tỷ'], 1_000_000_000],
    [[9504.2], 9504.2],
  ],
  PHANBO: [
    [[100, [[2, 3, 1]], 1, 'largest-remainder'], [[33, 50, 17]]],
    [
      [100, [[2], [''], [1]], 1, 'first'],
      [[67], [0], [33]],
    ],
    [['9.504,2', [['1', '2,5']], '0,1', 'largest-ratio'], [[2715.4, 6788.8]]],
    [
      [
        -100,
        [
          [1, 2],
          [3, 4],
        ],
        1,
        'last',
      ],
      [
        [-10, -20],
        [-30, -40],
      ],
    ],
    [[100, 5, 1, 'first'], [[100]]],
    [[0, [[1, 2]], 1, 'first'], [[0, 0]]],
    [[100, [[1, 2]], 1, ' LARGEST-REMAINDER '], [[33, 67]]],
    [[100, [[1, 2]], 1, 'apart'], [[33, 66]]],
  ],
  TENDUAN: [
    [
      [P, ' da7 '],
      'Dự án 7: Chăm sóc sức khỏe Nhân dân, nâng cao thể trạng, tầm vóc người dân tộc thiểu số; phòng chống suy dinh dưỡng trẻ em',
    ],
  ],
  MADUAN: [
    [[P.toUpperCase(), 'cham soc suc khoe nhan dan'], 'DA7'],
    [[P, 'Dự án 7'], 'DA7'],
  ],
  DOIUNG: [
    [[P, 2024, 60, 7459.2], 745.92],
    [[P, '2024', '60%', '7.459,25', 1], 746],
    [[P, 2024, 60, 0], 0],
    [[P, 2024, 0, 100], 15],
    [[P, 2024, 60, 100, ''], 10],
  ],
  UNICODE: [
    [['Dù ¸n'], 'Dự án'],
    [['Dự án', 'Arial'], 'Dự án'],
    [['Dù ¸n', ''], 'Dự án'],
    [[null], ''],
    [[5], '5'],
  ],
  DINHMUC: [
    [[P, 'DA1.ND4', 'scattered-water', DAY], 3_000_000],
    [[P, 'DA1.ND4', 'scattered-water', '31/12/2025'], 3_000_000],
    [[P, 'da1.nd4', 'scattered-water', '2025-12-31'], 3_000_000],
    [[P, 'DA1.ND4', 'water-works central average', DAY], 3_000_000_000],
    [[P, 'DA1.ND4', 'scattered-water', DAY + 0.7], 3_000_000],
  ],
  DUDIEUKIEN: [
    [[P, 'DA1.ND1', DAY, []], 'Chưa đủ thông tin'],
    [[P, 'DA1.ND1', DAY, [['', '']]], 'Chưa đủ thông tin'],
    [[P, 'DA1.ND1', DAY, [['household.poverty', '']]], 'Chưa đủ thông tin'],
    [[P, 'DA1.ND1', DAY, [['household.poverty', 'near-poor']]], 'Không đủ điều kiện'],
    [[P, 'DA1.ND1', DAY, [['diện hộ', 'cận nghèo']]], 'Không đủ điều kiện'],
    [[P, 'DA1.ND1', DAY, [['household.poverty', 'nghèo']]], 'Chưa đủ thông tin'],
  ],
};

const bad: Record<string, Bad[]> = {
  BANGCHU: [
    [[''], 'invalidValue', /^Số tiền: ô trống/],
    [[undefined], 'invalidValue', /ô trống/],
    [[true], 'invalidValue', /cần một số, không phải “true”/],
    [['abc'], 'invalidValue', /“abc”/],
    [['12/5/2025'], 'invalidValue', /“12\/5\/2025”/],
    [[Number.NaN], 'invalidValue', /cần một số/],
    [[1e30], 'invalidNumber', /quá lớn/],
    [[[[1, 2]]], 'invalidValue', /một ô, không phải một vùng/],
  ],
  SO: [
    [[''], 'invalidValue', /Ô trống/],
    [[true], 'invalidValue', /Không đọc được “true”/],
    [['mười hai mươi'], 'invalidValue', /Không đọc được/],
    [['1e5'], 'invalidValue', /Không đọc được/],
    [['99999999999999999999'], 'invalidNumber', /15 chữ số/],
  ],
  PHANBO: [
    [[100, [[1, 2]], 0, 'first'], 'invalidValue', /Bước: phải lớn hơn 0/],
    [[100, [[1, 2]], '', 'first'], 'invalidValue', /Bước: ô trống/],
    [['', [[1, 2]], 1, 'first'], 'invalidValue', /Tổng: ô trống/],
    [[100, [[0, 0]], 1, 'first'], 'invalidValue', /ít nhất một tỷ lệ lớn hơn 0/],
    [[100, [[1, -2]], 1, 'first'], 'invalidValue', /dòng 1 cột 2/],
    [[100, [[1], ['x']], 1, 'first'], 'invalidValue', /dòng 2 cột 1: cần một số, không phải “x”/],
    [[100.5, [[1, 2]], 1, 'first'], 'invalidValue', /lẻ 0,5/],
    [[100, [[1, 2]], 1, ''], 'invalidValue', /largest-remainder/],
    [['12.345.678.901.234.567', [[1]], 1, 'first'], 'invalidNumber', /15 chữ số/],
  ],
  TENDUAN: [
    [[P, ''], 'notAvailable', /Không có mã “”/],
    [[P, 'DA99'], 'notAvailable', /DA99/],
    [['', 'DA7'], 'notAvailable', new RegExp(P)],
    [[P, '__proto__'], 'notAvailable', /__proto__/],
  ],
  MADUAN: [
    [[P, ''], 'invalidValue', /ô trống/],
    [[P, 'mua ô tô'], 'notAvailable', /đủ giống “mua ô tô”/],
    [['khác', 'x'], 'notAvailable', new RegExp(P)],
  ],
  DOIUNG: [
    [[P, 2019, 60, 100], 'notAvailable', /năm này/],
    [[P, 'năm', 60, 100], 'invalidValue', /^Năm: /],
    [[P, 2024.5, 60, 100], 'invalidValue', /không phải năm/],
    [[P, DAY, 60, 100], 'invalidValue', /không phải năm/],
    [[P, 2024, 0.6, 100], 'invalidValue', /phần trăm/],
    [[P, 2024, 1, 100], 'invalidValue', /phần trăm/],
    [[P, 2024, -5, 100], 'invalidValue', /từ 0 đến 100/],
    [[P, 2024, 600, 100], 'invalidValue', /từ 0 đến 100/],
    [[P, 2024, '', 100], 'invalidValue', /Tỷ lệ hỗ trợ: ô trống/],
    [[P, 2024, 60, ''], 'invalidValue', /Vốn trung ương: ô trống/],
    [[P, 2024, 60, -100], 'invalidValue', /không được âm/],
    [[P, 2024, 60, 100, 0], 'invalidValue', /phải lớn hơn 0/],
  ],
  UNICODE: [[[[['a', 'b']]], 'invalidValue', /một ô, không phải một vùng/]],
  DINHMUC: [
    [[P, 'DA1.ND4', '', DAY], 'invalidValue', /hãy ghi rõ: scattered-water/],
    [[P, 'DA1.ND4', 'chain', DAY], 'invalidValue', /3 mức tùy điều kiện \(80 %, 70 %, 50 %\)/],
    [[P, '', '', DAY], 'notAvailable', /Không có mã/],
    [[P, 'DA1.ND4', 'không-có', DAY], 'notAvailable', /Không có định mức/],
    [[P, 'DA1.ND4', 'scattered-water', ''], 'invalidValue', /^Ngày: /],
    [[P, 'DA1.ND4', 'scattered-water', '2025-99-99'], 'invalidValue', /^Ngày: /],
    [[P, 'DA1.ND4', 'scattered-water', '30/02/2025'], 'invalidValue', /^Ngày: /],
    [[P, 'DA1.ND4', 'scattered-water', 1e12], 'invalidValue', /^Ngày: /],
    [[P, 'DA1.ND4', 'scattered-water', -1], 'invalidValue', /^Ngày: /],
  ],
  DUDIEUKIEN: [
    [[P, 'X', DAY, []], 'notAvailable', /Không có mã “X”/],
    [[P, 'DA1.ND1', '', []], 'invalidValue', /^Ngày: /],
    [[P, 'DA1.ND1', DAY, 'household.poverty'], 'invalidValue', /hai cột/],
    [[P, 'DA1.ND1', DAY, [['household.poverty']]], 'invalidValue', /hai cột/],
    [[P, 'DA1.ND1', DAY, [['household.povrty', 'poor']]], 'invalidValue', /ý bạn là “household.poverty”/],
    [[P, 'DA1.ND1', DAY, [['household.poverty', 'giàu']]], 'invalidValue', /“giàu” không dùng được/],
    [[P, 'DA1.ND1', DAY, [['household.headEthnicGroup', 'Sao Hỏa']]], 'invalidValue', /không có dân tộc/],
    [
      [
        P,
        'DA1.ND1',
        DAY,
        [
          ['household.poverty', 'poor'],
          ['diện hộ', 'cận nghèo'],
        ],
      ],
      'invalidValue',
      /hai giá trị khác nhau/,
    ],
  ],
};

describe.each(Object.keys(ANSWERS))('%s', (name) => {
  test.each(good[name]!)('answers %j', (args, expected) => {
    expect(answer(name, args)).toEqual(expected);
  });

  test.each(bad[name]!)('refuses %j with %s and a reason', (args, code, reason) => {
    expect(() => answer(name, args)).toThrow(FunctionError);
    expect(() => answer(name, args)).toThrow(expect.objectContaining({ code }));
    expect(() => answer(name, args)).toThrow(reason);
  });
});

test('MADUAN finds the code of what TENDUAN gives', () => {
  const title = answer('TENDUAN', [P, 'DA4.TDA1']);
  expect(answer('MADUAN', [P, title])).toBe('DA4.TDA1');
});

test('parts add up to the total to the last đồng, whatever the weights', () => {
  for (let count = 1; count <= 40; count++) {
    const weights = [Array.from({ length: count }, (_, i) => ((i * 7919) % 101) + 0.3)];
    for (const policy of ['largest-remainder', 'largest-ratio', 'first', 'last']) {
      const [parts] = answer('PHANBO', [9504.2, weights, 0.1, policy]) as number[][];
      expect(Math.round(parts!.reduce((sum, part) => sum + part * 10, 0))).toBe(95_042);
    }
  }
});

test('the examples of the guide answer', () => {
  const guide = readFileSync(new URL('../../../../docs/huong-dan.md', import.meta.url), 'utf8');
  const examples = [...guide.matchAll(/\| `CTMTQG\.(\w+)` \| `=CTMTQG\.\1\((.*)\)` \|/g)];
  const cells: Readonly<Record<string, unknown>> = {
    'A1:C1': [[2, 3, 1]],
    B7: 'Chăm sóc sức khỏe nhân dân',
    A1: 'Dù ¸n',
    'D1:E9': [['diện hộ', 'nghèo']],
    'DATE(2025;6;30)': 45_838,
  };
  expect(examples.map(([, name]) => name).sort()).toEqual(Object.keys(ANSWERS).sort());
  for (const [, name, written] of examples) {
    const args = written!.match(/"[^"]*"|\w+\([^)]*\)|[^;]+/g)!.map((arg) => {
      if (arg.startsWith('"')) return arg.slice(1, -1);
      return arg in cells ? cells[arg] : Number(arg.replace(',', '.'));
    });
    expect(answer(name!, args), name).not.toBe('');
  }
});

test('a name that is no function is refused, those of every object too', () => {
  for (const name of ['NOPE', 'constructor', '__proto__', 'toString'])
    expect(() => answer(name, [])).toThrow('Không có hàm');
});
