import { LawConflictError } from '@ctmtqg/core';
import { describe, expect, it } from 'vitest';
import { CallError } from './call-error.js';

const rule = (instrument: string) => ({
  from: '2024-01-01',
  to: null,
  law: { instrument, article: 'Điều 2', status: 'verified' as const },
});

describe('two values in force that disagree', () => {
  it('are a line that names both, in either language', () => {
    const conflict = new LawConflictError(
      'nước sinh hoạt',
      [rule('55/2023/TT-BTC'), rule('112/2025/TT-BTC')],
      ['3', '4'],
    );
    const error = CallError.internal(conflict, 'bieu.xlsx');
    expect(error.code).toBe('law-conflict');
    expect(error.in('vi')).toMatch(
      /^bieu\.xlsx: Hai quy định cùng hiệu lực mâu thuẫn về nước sinh hoạt: 3 \(55\/2023\/TT-BTC Điều 2\) và 4 \(112\/2025/,
    );
    expect(error.in('en')).toMatch(
      /disagree on nước sinh hoạt: 3 \(55\/2023\/TT-BTC Điều 2\) \/ 4 \(112\/2025\/TT-BTC/,
    );
  });
});
