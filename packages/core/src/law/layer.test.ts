import { describe, expect, it } from 'vitest';
import { RULES } from '../rules/index.js';
import { parseProvinceLayer } from '../schemas/layer.js';
import { LayerError, type LayeredLaw, mergeRules, type ProvinceLayer } from './layer.js';
import { findNorms } from './norms.js';
import { withLayers } from './with-layers.js';

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

const given = (more: object = {}, file?: string) => ({ layer: layerOf(more), ...(file ? { file } : {}) });
const problemsOf = (...layers: readonly ReturnType<typeof given>[]) => {
  try {
    withLayers(RULES, layers);
  } catch (error) {
    if (error instanceof LayerError) return error.problems;
    throw error;
  }
  return [];
};

describe('a province layer', () => {
  it('goes before the national rules and adds its own, in its own time only', () => {
    const merged = mergeRules([given({}, 'lai-chau.json')]);
    expect(houseMinimum(merged, '2025-06-30')).toBe('10000000');
    expect(houseMinimum(merged, '2023-12-31')).toBe('4000000');
    expect(merged.counterpart.map(({ ratio, layer }) => [ratio, layer.name])).toEqual([['0.1', 'Lai Châu']]);
    expect(merged.areas[0]?.members).toEqual(['Thu Lũm']);
    expect(merged.layers).toEqual([
      {
        name: 'Lai Châu',
        province: 'Lai Châu',
        file: 'lai-chau.json',
        version: null,
        hash: null,
        precedence: 10,
      },
    ]);
    expect(houseMinimum(mergeRules([]), '2025-06-30')).toBe('4000000');
  });

  it('of higher precedence goes before one of lower, which holds before and after it', () => {
    const weak = given({
      name: 'cũ',
      precedence: 5,
      norms: [{ ...houseNorm, from: '2023-07-01', value: '6000000' }],
      counterpart: [],
    });
    const strong = given({ norms: [{ ...houseNorm, to: '2024-12-31' }] });
    for (const merged of [mergeRules([weak, strong]), mergeRules([strong, weak])]) {
      const on = (day: string) => houseMinimum(merged, day);
      expect([on('2023-06-30'), on('2023-12-31'), on('2024-06-30'), on('2025-06-30')]).toEqual([
        '4000000',
        '6000000',
        '10000000',
        '6000000',
      ]);
    }
  });

  it('goes before a norm that is common to all programmes of a period, for its own programme only', () => {
    const chain = {
      ...houseNorm,
      node: '*',
      subject: 'chain',
      kind: 'share-maximum',
      value: '60',
      unit: '%',
      per: 'project',
      source: 'state',
      capital: 'all',
      area: 'especially-difficult',
    };
    const { norms } = mergeRules([given({ norms: [chain] })]);
    const shareOf = (programme: string, asOf: string) =>
      findNorms({ programme, subject: 'chain', asOf }, norms)
        .norms.filter(({ area }) => area === 'especially-difficult')
        .map(({ value }) => value);
    expect(shareOf('dttsmn-2021-2025', '2025-06-30')).toEqual(['60']);
    expect(shareOf('dttsmn-2021-2025', '2023-12-31')).toEqual(['80']);
    expect(shareOf('gnbv-2021-2025', '2025-06-30')).toEqual(['80']);
    expect(problemsOf(given({ norms: [{ ...chain, value: '90' }] }))).toMatchObject([
      { path: 'norms[0].value' },
    ]);
  });

  it('leaves our own rules as they are', () => {
    const before = JSON.stringify(findNorms({ programme: 'dttsmn-2021-2025', asOf: '2025-06-30' }));
    const rules = withLayers(RULES, [given()]);
    expect(rules.local?.layers).toHaveLength(1);
    expect(RULES.local).toBeUndefined();
    expect(JSON.stringify(findNorms({ programme: 'dttsmn-2021-2025', asOf: '2025-06-30' }))).toBe(before);
  });
});

describe('layers that cannot be used', () => {
  it('disagree at one precedence: both are named, with their places and instruments', () => {
    const other = given({ name: 'khác', norms: [{ ...houseNorm, value: '6000000' }], counterpart: [] });
    expect(problemsOf(given(), other)).toMatchObject([{ layer: '“Lai Châu”', path: 'norms[0]' }]);
    const [problem] = problemsOf(given({}, 'a.json'), { ...other, file: 'b.json' });
    expect(problem?.layer).toBe('a.json');
    expect(problem?.vi).toMatch(
      /10000000 đồng\/hộ \(99\/2024.*mâu thuẫn với 6000000 đồng\/hộ ở b\.json norms\[0\] \(99\/2024/,
    );
    expect(problem?.en).toMatch(/contradicts 6000000.* at b\.json norms\[0\]/);
  });

  it('disagree with themselves', () => {
    const rule = { programme: 'dttsmn-2021-2025', capital: 'all', from: '2024-01-01', to: null, law };
    const twice = given({
      counterpart: [
        { ...rule, ratio: '0.1' },
        { ...rule, ratio: '0.2' },
      ],
    });
    expect(problemsOf(twice)).toMatchObject([{ path: 'counterpart[0]' }]);
    const apart = [
      { ...rule, ratio: '0.1', to: '2024-12-31' },
      { ...rule, ratio: '0.2', from: '2025-01-01' },
    ];
    expect(problemsOf(given({ counterpart: apart }))).toEqual([]);
  });

  it.each([
    [
      'raises what the centre pays',
      { norms: [{ ...houseNorm, kind: 'maximum', source: 'central', value: '50000000' }] },
      'norms[0].value',
      /cao hơn mức tối đa của trung ương 40000000 đồng\/hộ \(04\/2023\/QĐ-TTg/,
    ],
    [
      'lowers what the locality must pay at least',
      { norms: [{ ...houseNorm, value: '3000000' }] },
      'norms[0].value',
      /thấp hơn mức tối thiểu của trung ương 4000000/,
    ],
    [
      'cites what nobody registered',
      { instruments: [], norms: [], areas: [] },
      'counterpart[0].law.instrument',
      /99\/2024\/NQ-HĐND Lai Châu chưa được khai/,
    ],
    ['names no province', { province: 'Lai Chau' }, 'province', /không có tỉnh “Lai Chau”/],
    [
      'names an unknown programme',
      { norms: [{ ...houseNorm, programme: 'dttsmn' }] },
      'norms[0].programme',
      /không có chương trình “dttsmn”; các mã dùng được: dttsmn-2021-2025/,
    ],
    [
      'names an unknown node',
      { norms: [{ ...houseNorm, node: 'DA99' }] },
      'norms[0].node',
      /không có mục “DA99”/,
    ],
    [
      'ends before it begins',
      { areas: [{ zone: 'III', from: '2025-01-01', to: '2024-01-01', members: ['A'], law }] },
      'areas[0].to',
      /trước ngày bắt đầu/,
    ],
    [
      'writes a percentage for a ratio',
      {
        counterpart: [
          { programme: 'dttsmn-2021-2025', capital: 'all', ratio: '15', from: '2024-01-01', to: null, law },
        ],
      },
      'counterpart[0].ratio',
      /10% viết "0\.1"/,
    ],
    [
      'puts one commune in two regions',
      {
        areas: [
          { zone: 'III', from: '2024-01-01', to: null, members: ['Mường Kim', 'Thu Lũm'], law },
          { zone: 'I', from: '2025-01-01', to: null, members: ['Thu Lũm'], law },
        ],
      },
      'areas[0].members[1]',
      /“Thu Lũm” khu vực III.*mâu thuẫn với “Thu Lũm” khu vực I/,
    ],
    [
      'changes an instrument that we know',
      { instruments: [resolution, { ...resolution, number: '1719/QĐ-TTg' }] },
      'instruments[1].number',
      /khai lại văn bản 1719\/QĐ-TTg/,
    ],
  ])('%s', (_, more, path, said) => {
    const problems = problemsOf(given(more));
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.map(({ vi }) => vi).join('\n')).toMatch(said);
  });

  it('are one file given twice', () => {
    const one = { ...given(), file: 'a.json', hash: 'sha256-00' };
    expect(problemsOf(one, { ...one, file: 'b.json' }).map(({ path }) => path)).toContain('name');
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
    ['a key that does not exist', { normz: [] }, 'normz'],
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
