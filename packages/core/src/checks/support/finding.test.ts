import { describe, expect, it } from 'vitest';
import { makeFinding } from './finding.js';

describe('a finding', () => {
  it('cites one article once, though several of its values were used', () => {
    const law = { instrument: '00/2022/NQ-HĐND', article: 'Phụ lục I', status: 'unverified' } as const;
    const { law: cited } = makeFinding({
      code: 'ineligible-area',
      severity: 'warning',
      sheet: 'PL',
      cells: ['B12'],
      law: [law, { ...law }, { ...law, article: 'Phụ lục II' }],
    });
    expect(cited.map(({ article }) => article)).toEqual(['Phụ lục I', 'Phụ lục II']);
  });
});
