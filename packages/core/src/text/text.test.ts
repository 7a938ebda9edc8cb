import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../snapshot/build.js';
import {
  cellText,
  decodeCellText,
  decodeText,
  encodingOfFont,
  flattenText,
  foldText,
  isSyllable,
} from './index.js';
import { TCVN3, VNI } from './legacy-tables.js';

describe('encoding by font', () => {
  it('tells TCVN3, its capitals, VNI and Unicode by the name of the font', () => {
    expect(encodingOfFont('.VnTime')).toBe('tcvn3');
    expect(encodingOfFont('.VnArial NarrowH')).toBe('tcvn3-capitals');
    expect(encodingOfFont('VNI-Times')).toBe('vni');
    expect(encodingOfFont('Times New Roman')).toBe('unicode');
    expect(encodingOfFont('Vnelegant')).toBe('unicode');
  });
});

describe('TCVN3', () => {
  it('has a code for each of the 67 small letters and 7 capitals, none twice', () => {
    expect(TCVN3.size).toBe(74);
    expect(new Set(TCVN3.values()).size).toBe(74);
  });
  it('reads headings and units of old sheets', () => {
    expect(decodeText('§¬n vÞ tÝnh: TriÖu ®ång', '.VnTime')).toBe('Đơn vị tính: Triệu đồng');
    expect(decodeText('Ng©n s¸ch trung \u00ad¬ng', '.VnTime')).toBe('Ngân sách trung ương');
  });
  it('takes U+00AD for the letter ư and shows capitals where the font does', () => {
    expect(decodeText('Ch\u00ad¬ng tr×nh', '.VnTimeH')).toBe('CHƯƠNG TRÌNH');
    expect(decodeText('M\u00adêng Kh\u00ad¬ng', '.VnTime')).toBe('Mường Khương');
  });
  it('leaves a text alone that is Unicode in spite of its font', () => {
    expect(decodeText('Ngân sách địa phương', '.VnTime')).toBe('Ngân sách địa phương');
    expect(decodeText('Hà Nam', '.VnTime')).toBe('Hà Nam');
  });
});

describe('VNI', () => {
  it('takes the longest code first', () => {
    expect(decodeText('ñöôøng nhöïa beâ toâng', 'VNI-Times')).toBe('đường nhựa bê tông');
    expect(decodeText('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'VNI-Times')).toBe(
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    );
    expect(decodeText('Ngaân saùch ñòa phöông', 'VNI-Helve')).toBe('Ngân sách địa phương');
  });
  it('reaches every Vietnamese letter that has no code of its own', () => {
    const reached = new Set(VNI.values());
    const tones = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
    expect([...tones].filter((letter) => !reached.has(letter))).toEqual([]);
  });
});

describe('Unicode', () => {
  it('composes, drops soft hyphens and zero-width marks', () => {
    expect(decodeText('Tổng cộ\u00adng'.normalize('NFD'), 'Arial')).toBe('Tổng cộng');
    expect(decodeText('a\u200bb', 'Arial')).toBe('ab');
  });
  it('decodes each run by its own font', () => {
    const runs = [
      { text: 'Dù ¸n 4', font: '.VnTime' },
      { text: ': Đầu tư\n  hạ tầng', font: 'Times New Roman' },
    ];
    expect(decodeCellText('', 'Arial', runs)).toBe('Dự án 4: Đầu tư hạ tầng');
  });
  it('joins neighbouring runs of one encoding before decoding', () => {
    const runs = [
      { text: 'ñöô', font: 'VNI-Times' },
      { text: 'øng', font: 'VNI-Helve' },
    ];
    expect(decodeCellText('', 'Arial', runs)).toBe('đường');
  });
});

describe('folding', () => {
  it('keeps letters and digits only', () => {
    expect(foldText('  Dự án 4:  Đầu tư – (NSTW) “Ơ”')).toBe('du an 4 dau tu nstw o');
  });
  it('is the same for composed and decomposed text', () => {
    expect(foldText('Tiểu dự án'.normalize('NFD'))).toBe(foldText('Tiểu dự án'));
  });
  it('flattens without moving a letter', () => {
    const text = 'Tiểu dự án 1 – Đất ở';
    expect(flattenText(text)).toBe('tieu du an 1 - dat o');
    expect(flattenText(text)).toHaveLength(text.length);
  });
  it('knows a syllable from noise', () => {
    expect(['đường', 'nghiệp', 'khoẻ', 'quyết', 'ươm'].filter((word) => !isSyllable(word))).toEqual([]);
    expect(['Tæng', '®ång', 'xyz'].filter((word) => isSyllable(word))).toEqual([]);
  });
});

describe('cellText', () => {
  it('reads the cell by its own font and gives nothing for numbers and empty cells', () => {
    const snapshot = buildSnapshot([
      {
        name: 'S',
        cells: { A1: { value: 'Tæng  céng ', style: { font: '.VnTimeH' } }, B1: 5, C1: { value: 'Tæng' } },
      },
    ]);
    expect([1, 2, 3, 4].map((column) => cellText(snapshot, 0, 1, column))).toEqual([
      'TỔNG CỘNG',
      '',
      'Tæng',
      '',
    ]);
  });
});
