import { describe, expect, it } from 'vitest';
import { RULES } from '../rules/index.js';
import { flattenText } from '../text/index.js';
import { createTitleIndex } from './title-index.js';

const index = createTitleIndex(RULES.programmes);

/** A small generator of its own: the same figures in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * sides);
  };
}

const roll = dice(7);

/** Swaps two neighbouring letters inside some words. */
function misspelt(title: string, times: number): string {
  const words = title.split(' ');
  for (let i = 0; i < times; i += 1) {
    const at = roll(words.length);
    const word = words[at] ?? '';
    if (word.length < 4) continue;
    const place = 1 + roll(word.length - 2);
    words[at] =
      word.slice(0, place) +
      word.slice(place + 1, place + 2) +
      word.slice(place, place + 1) +
      word.slice(place + 2);
  }
  return words.join(' ');
}

function without(title: string, count: number): string {
  const words = title.split(' ');
  for (let i = 0; i < count && words.length > 4; i += 1) words.splice(roll(words.length), 1);
  return words.join(' ');
}

const first = (title: string, words: number) => title.split(' ').slice(0, words).join(' ');

const DAMAGE: Readonly<Record<string, (title: string) => string>> = {
  'as the law writes it': (title) => title,
  'without accents': (title) => flattenText(title.normalize('NFC')),
  'in capitals': (title) => title.toUpperCase(),
  'three words misspelt': (title) => misspelt(title, 3),
  'one word lost': (title) => without(title, 1),
  'cut after twelve words': (title) => first(title, 12),
  'cut after eight words': (title) => `${first(title, 8)}…`,
  'with a remark and a year': (title) => `${title} (vốn sự nghiệp) năm 2025`,
};

/** Least share found, as measured when this was written, a little below. */
const LEAST: Readonly<Record<string, number>> = { 'cut after eight words': 0.95 };

const NODES = RULES.programmes.flatMap((programme) =>
  programme.nodes.filter((node) => node.number !== '').map((node) => ({ programme, node })),
);

describe('every title of the catalogue, with its label and a wrong number', () => {
  for (const [name, damage] of Object.entries(DAMAGE)) {
    it(`${name}: is found by its words, and never certainly taken for another`, () => {
      let found = 0;
      const mistaken: string[] = [];
      for (const { programme, node } of NODES) {
        const wrong = String((Number(node.number) % 9) + 1);
        const [best] = index.match(`${node.label} ${wrong}: ${damage(node.title)}`, {
          programme: programme.id,
        });
        const right = best?.programme === programme.id && best.node === node.code && !best.byNumber;
        if (right) found += 1;
        else if (best && best.strength !== 'weak' && !best.byNumber)
          mistaken.push(`${node.code} → ${best.node}`);
      }
      expect(mistaken).toEqual([]);
      expect(found / NODES.length).toBeGreaterThanOrEqual(LEAST[name] ?? 0.97);
    });
  }
});

describe('works, places and sources', () => {
  const WORKS = [
    'Đường giao thông thôn',
    'Nhà văn hóa',
    'Trường mầm non',
    'Trạm y tế xã',
    'Kênh mương nội đồng',
    'Sửa chữa nước sinh hoạt tập trung xã',
    'Cải tạo, nâng cấp chợ',
    'Xây dựng phòng học trường PTDT bán trú',
    'Hỗ trợ mô hình nuôi bò sinh sản',
    'Lắp đặt điện chiếu sáng',
    'Duy tu, sửa chữa đường',
    'Chuyển đổi số cấp xã',
    'Tập huấn cán bộ xã',
    'Mua sắm thiết bị nhà văn hóa',
    'Bảo tồn lễ hội',
  ];
  const PLACES = ['Bản Mới', 'Nà Lạn', 'Tân Tiến', 'Khe Rịa', 'Pác Cáp', 'Sín Chải', 'Ea Súp', 'Kon Plông'];

  it('are never certainly taken for a project, whatever the programme', () => {
    const taken: string[] = [];
    for (const { id } of RULES.programmes) {
      for (const work of WORKS) {
        for (const place of PLACES) {
          const [best] = index.match(`${work} ${place}`, { programme: id });
          if (best && best.strength !== 'weak') taken.push(`${work} ${place} → ${best.node}`);
        }
      }
    }
    expect(taken).toEqual([]);
  });
});
