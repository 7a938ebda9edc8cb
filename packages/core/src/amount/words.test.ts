import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from './decimal.js';
import { amountInWords, readWords, type WordChoices } from './words.js';

const CHOICES: WordChoices = { zeroTen: 'linh', thousand: 'nghìn', billion: 'tỷ', unit: '', capital: false };

describe('amountInWords', () => {
  it.each([
    ['0', 'không'],
    ['5', 'năm'],
    ['10', 'mười'],
    ['11', 'mười một'],
    ['14', 'mười bốn'],
    ['15', 'mười lăm'],
    ['21', 'hai mươi mốt'],
    ['24', 'hai mươi tư'],
    ['25', 'hai mươi lăm'],
    ['30', 'ba mươi'],
    ['100', 'một trăm'],
    ['105', 'một trăm linh năm'],
    ['115', 'một trăm mười lăm'],
    ['1005', 'một nghìn không trăm linh năm'],
    ['1015', 'một nghìn không trăm mười lăm'],
    ['12063200000', 'mười hai tỷ không trăm sáu mươi ba triệu hai trăm nghìn'],
    ['1000000', 'một triệu'],
    ['1000001', 'một triệu không trăm linh một'],
    ['2000003000000', 'hai nghìn tỷ không trăm linh ba triệu'],
    ['1000000000000000000', 'một tỷ tỷ'],
    ['-71000000', 'âm bảy mươi mốt triệu'],
    ['8.7', 'tám phẩy bảy'],
    ['12063.25', 'mười hai nghìn không trăm sáu mươi ba phẩy hai mươi lăm'],
    ['0.05', 'không phẩy không năm'],
  ])('%s is “%s”', (amount, words) => {
    expect(amountInWords(amount, CHOICES)).toBe(words);
  });

  it('follows the choices of the writer', () => {
    expect(
      amountInWords('1000001005', {
        zeroTen: 'lẻ',
        thousand: 'ngàn',
        billion: 'tỉ',
        unit: 'đồng',
        capital: true,
      }),
    ).toBe('Một tỉ không trăm lẻ một ngàn không trăm lẻ năm đồng');
  });

  it('refuses what is beyond 10^18', () => {
    expect(() => amountInWords('1000000000000000001', CHOICES)).toThrow(/10\^18/);
  });
});

describe('readWords', () => {
  it.each([
    ['Mười hai tỷ không trăm sáu mươi ba triệu hai trăm nghìn đồng', '12063200000'],
    ['mot nghin khong tram le nam dong chan', '1005'],
    ['Bằng chữ: Hai mươi mốt triệu đồng chẵn', '21000000'],
    ['Hai triệu rưỡi', '2500000'],
    ['Âm bảy mươi mốt triệu đồng', '-71000000'],
    ['Mười hai nghìn không trăm sáu mươi ba phẩy hai triệu đồng', '12063200000'],
    ['một trăm đồng Việt Nam', '100'],
  ])('“%s” is %s', (words, amount) => {
    expect(readWords(words)?.toFixed()).toBe(amount);
  });

  it.each(['', 'đồng', 'một chiếc xe', 'hai ba', 'nghìn', 'constructor', 'một triệu hai tỷ ba triệu tỷ x'])(
    '“%s” is no amount',
    (words) => {
      expect(readWords(words)).toBeNull();
    },
  );

  it('reads decimals right behind a round thousand', () => {
    expect(
      readWords(
        'ba nghìn bảy trăm bốn mươi bảy tỷ một trăm tám mươi triệu năm trăm nghìn phẩy một',
      )?.toFixed(),
    ).toBe('3747180500000.1');
  });

  it('reads back all that amountInWords writes, with and without accents', () => {
    const amount = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 3 }));
    const choices = fc.record({
      zeroTen: fc.constantFrom('linh' as const, 'lẻ' as const),
      thousand: fc.constantFrom('nghìn' as const, 'ngàn' as const),
      billion: fc.constantFrom('tỷ' as const, 'tỉ' as const),
      unit: fc.constantFrom('', 'đồng'),
      capital: fc.boolean(),
    });
    fc.assert(
      fc.property(amount, choices, ([digits, decimals], given) => {
        const value = new Decimal(digits.toString()).div(new Decimal(10).pow(decimals));
        const words = amountInWords(value, given);
        expect(readWords(words)?.toFixed()).toBe(value.toFixed());
        expect(readWords(words.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))?.toFixed()).toBe(
          value.toFixed(),
        );
      }),
    );
  });
});
