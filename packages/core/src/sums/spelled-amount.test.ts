import { describe, expect, it } from 'vitest';
import { readSpelledAmount } from './spelled-amount.js';

const spelled = (text: string) => readSpelledAmount(text)?.toFixed() ?? null;

describe('amounts in words', () => {
  it.each([
    ['Bằng chữ: Mười hai tỷ, không trăm sáu mươi ba triệu, hai trăm nghìn đồng./.', '12063200000'],
    ['(Bằng chữ: Một nghìn bảy trăm hai mươi tám triệu đồng chẵn)', '1728000000'],
    ['Hai trăm sáu mươi tư tỉ chín trăm mười bốn triệu đồng', '264914000000'],
    ['Năm trăm linh năm ngàn đồng', '505000'],
    ['Chín nghìn năm trăm lẻ bốn phẩy hai triệu đồng', '9504200000'],
    ['Một tỷ rưỡi đồng', '1500000000'],
    ['Hai mươi mốt đồng', '21'],
    ['Một nghìn hai trăm tỷ đồng', '1200000000000'],
  ])('reads “%s”', (text, amount) => {
    expect(spelled(text)).toBe(amount);
  });
  it.each(['Bằng chữ: ……… đồng', 'Mười hai con gà', 'Hai hai ba đồng', 'triệu đồng'])(
    'guesses nothing from “%s”',
    (text) => {
      expect(spelled(text)).toBeNull();
    },
  );
});
