import { expect, it } from 'vitest';
import { RULES } from '../rules/index.js';

it('calls a Nội dung thành phần a content: NTM and the merged programme have no project level', () => {
  for (const programme of RULES.programmes) {
    for (const node of programme.nodes) {
      if (/(^|\.)NDTP\d+$/.test(node.code)) expect(`${node.code} ${node.level}`).toBe(`${node.code} content`);
    }
  }
});
