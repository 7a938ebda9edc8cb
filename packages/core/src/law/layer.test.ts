import { describe, expect, it } from 'vitest';
import { parseProvinceLayer } from '../schemas/layer.js';
import { LayerError, type LayeredLaw, localMatch, mergeRules, type ProvinceLayer } from './layer.js';
import { findNorms } from './norms.js';

const resolution = {
  number: '99/2024/NQ-HĐND Lai Châu',
  kind: 'Nghị quyết',
  issuer: 'HĐND tỉnh Lai Châu',
  title: 'Ví dụ để kiểm thử',
  date: '2024-01-01',
  inForceFrom: '2024-01-01',
  inForceTo: null,
  datesStatus: 'verified',
  amends: [],
  replaces: [],
  read: 'full',
  readAt: 'toàn văn',
  status: 'verified',
};
const law = { instrument: resolution.number, article: 'Điều 2', status: 'verified' };
const houseNorm = {
  programme: 'dttsmn-2021-2025',
  node: 'DA1.ND2',
  subject: 'house',
  name: { vi: 'Hỗ trợ nhà ở: ngân sách địa phương tối thiểu', en: 'House: local budget at least' },
  kind: 'minimum',
  value: '10000000',
  unit: 'đồng/hộ',
  per: 'household',
  source: 'local',
  capital: 'investment',
  from: '2024-01-01',
  to: null,
  carriedOverTo: null,
  law,
};
const data = (more: object = {}) => ({
  schema: 'province-layer/1',
  name: 'Lai Châu',
  province: 'Lai Châu',
  precedence: 10,
  instruments: [resolution],
  counterpart: [
    { programme: 'dttsmn-2021-2025', capital: 'recurrent', ratio: '0.1', from: '2024-01-01', to: null, law },
  ],
  norms: [houseNorm],
  areas: [{ zone: 'III', from: '2024-01-01', to: null, members: ['Thu Lũm'], law }],
  ...more,
});
const layerOf = (more: object = {}): ProvinceLayer => {
  const { layer, problems } = parseProvinceLayer(data(more));
  if (layer === null) throw new Error(JSON.stringify(problems));
  return layer;
};
const houseMinimum = ({ norms }: LayeredLaw, asOf: string) =>
  findNorms({ programme: 'dttsmn-2021-2025', node: 'DA1.ND2', subject: 'house', asOf }, norms).norms.find(
    ({ kind }) => kind === 'minimum',
  )?.value;

describe('a province layer', () => {
  it('goes before the national rules and adds its own', () => {
    const merged = mergeRules([layerOf()]);
    expect(houseMinimum(merged, '2025-06-30')).toBe('10000000');
    expect(localMatch(merged, 'dttsmn-2021-2025', '2025-06-30')).toEqual([
      { ratio: '0.1', capital: 'recurrent' },
    ]);
    expect(localMatch(merged, 'dttsmn-2021-2025', '2023-12-31')).toEqual([]);
    expect(merged.areas[0]?.members).toEqual(['Thu Lũm']);
    expect(merged.layers).toEqual([{ name: 'Lai Châu', precedence: 10 }]);
    expect(houseMinimum(mergeRules([]), '2025-06-30')).toBe('4000000');
  });

  it('of higher precedence goes before one of lower', () => {
    const weak = layerOf({
      name: 'cũ',
      precedence: 5,
      norms: [{ ...houseNorm, value: '6000000' }],
      counterpart: [],
    });
    expect(houseMinimum(mergeRules([weak, layerOf()]), '2025-06-30')).toBe('10000000');
    expect(houseMinimum(mergeRules([layerOf(), weak]), '2025-06-30')).toBe('10000000');
  });

  it('is refused where two of one precedence disagree; both are named', () => {
    const other = layerOf({ name: 'khác', norms: [{ ...houseNorm, value: '6000000' }], counterpart: [] });
    expect(() => mergeRules([layerOf(), other])).toThrow(LayerError);
    expect(() => mergeRules([layerOf(), other])).toThrow(/“Lai Châu”.*“khác”/);
  });

  it('may not raise what the central budget pays, nor cite what nobody registered', () => {
    const central = { ...houseNorm, kind: 'maximum', source: 'central', value: '50000000' };
    expect(() => mergeRules([layerOf({ norms: [central] })])).toThrow(
      /cao hơn mức trung ương 40000000 \(04\/2023\/QĐ-TTg/,
    );
    expect(() => mergeRules([layerOf({ instruments: [] })])).toThrow(
      /99\/2024\/NQ-HĐND Lai Châu chưa được khai/,
    );
  });
});

describe('a layer that cannot be read', () => {
  it.each([
    [
      'a number where a decimal text must stand',
      { norms: [{ ...houseNorm, value: 10000000 }] },
      'norms[0].value',
    ],
    [
      'a ratio with a comma',
      { counterpart: [{ programme: 'x', capital: 'all', ratio: '0,1', from: '2024-01-01', to: null, law }] },
      'counterpart[0].ratio',
    ],
    [
      'a day that is none',
      { areas: [{ zone: 'III', from: '2024-02-30', to: null, members: ['A'], law }] },
      'areas[0].from',
    ],
    ['a key that does not exist', { normz: [] }, '(gốc)'],
    [
      'a missing article',
      { norms: [{ ...houseNorm, law: { instrument: 'x', status: 'verified' } }] },
      'norms[0].law.article',
    ],
  ])('says where: %s', (_, more, path) => {
    const { layer, problems } = parseProvinceLayer(data(more));
    expect(layer).toBeNull();
    expect(problems.map((problem) => problem.path)).toContain(path);
  });
});
