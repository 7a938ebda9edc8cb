// Finds the project of a title, whatever number is written before it.
import { titleIndexOf } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';

const titles = titleIndexOf(RULES);
for (const title of ['Dự án 6: Chăm sóc sức khỏe Nhân dân', 'giam thieu tinh trang tao hon']) {
  const [best] = titles.match(title, { programme: 'dttsmn-2021-2025' });
  console.log(`${title} → ${best?.node}`);
}

/* prints
Dự án 6: Chăm sóc sức khỏe Nhân dân → DA7
giam thieu tinh trang tao hon → DA9.TDA2
*/
