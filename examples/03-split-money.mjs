// Splits money without losing a đồng, and shows who got the extra step and why.
import { counterpartMinimum, split } from '@ctmtqg/core';

const shares = split({
  total: '100',
  step: '1',
  policy: 'largest-remainder',
  receivers: [
    { name: 'Xóm A', weight: '2' },
    { name: 'Xóm B', weight: '3' },
    { name: 'Xóm C', weight: '1' },
  ],
});
console.log(shares.parts.map(({ name, amount }) => `${name} ${amount}`).join(', '));

const owed = counterpartMinimum({ central: '12316', ratio: '0.15', step: '1' });
console.log(`exact ${owed.exact}, on the sheet at least ${owed.minimum}`);

/* prints
Xóm A 33, Xóm B 50, Xóm C 17
exact 1847.4, on the sheet at least 1848
*/
