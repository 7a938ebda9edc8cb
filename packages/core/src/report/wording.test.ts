import { describe, expect, it } from 'vitest';
import { enWording, viWording } from './wording.js';

describe('figures and nodes in the reader’s language', () => {
  it('writes amounts with the separators of each language', () => {
    expect(viWording.amount('12063.2')).toBe('12.063,2');
    expect(enWording.amount('12063.2')).toBe('12,063.2');
    expect(viWording.amount('-1234567.05')).toBe('-1.234.567,05');
    expect(viWording.amount('999')).toBe('999');
  });

  it('leaves what is no amount as it is', () => {
    expect(viWording.amount('8,7')).toBe('8,7');
    expect(viWording.amount('#REF!')).toBe('#REF!');
  });

  it('names a node from the inside out', () => {
    expect(viWording.node('DA4.TDA1')).toBe('Tiểu dự án 1 của Dự án 4');
    expect(viWording.node('NDTP03.ND04')).toBe('Nội dung 4 của Nội dung thành phần 3');
    expect(enWording.node('DA10')).toBe('Project 10');
  });

  it('says so where there is nothing to name', () => {
    expect(viWording.amount(null)).toBe('không rõ');
    expect(enWording.node(undefined)).toBe('not known');
  });
});
