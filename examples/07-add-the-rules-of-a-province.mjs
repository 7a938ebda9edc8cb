// Lays a province's own rules upon the national ones. The resolution in the file was made up for this example.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findNorms, LayerError, ratiosByLaw, withLayers } from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import { parseProvinceLayer } from '@ctmtqg/core/schemas';

const file = 'quy-dinh-cua-tinh.json';
const bytes = readFileSync(new URL(`./${file}`, import.meta.url));
const { layer } = parseProvinceLayer(JSON.parse(bytes.toString('utf8')));
const hash = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
const rules = withLayers(RULES, [{ layer, file, hash }]);

for (const { name, precedence } of rules.local.layers) console.log(`${name}, thứ bậc ${precedence}`);

// The ratio of the province holds while it is in force; the floor of the centre holds where it asks for less.
const query = { programme: 'dttsmn-2021-2025', year: 2025, day: '2025-12-31', supportRate: '60' };
for (const set of [RULES, rules]) {
  const [{ ratio, law }] = ratiosByLaw(set, query).ratios;
  console.log(`đối ứng ${ratio} theo ${law[0].article}, ${law[0].instrument} (${law[0].status})`);
}

const house = { programme: 'dttsmn-2021-2025', node: 'DA1.ND2', subject: 'house' };
for (const asOf of ['2022-07-31', '2025-12-31']) {
  const minimum = findNorms({ ...house, asOf }, rules.local.norms).norms.find(
    ({ kind }) => kind === 'minimum',
  );
  console.log(`${asOf}: nhà ở, địa phương ít nhất ${minimum?.value ?? 'chưa có'}`);
}

// What is wrong with a layer has its place in the file.
const broken = { ...layer, norms: [{ ...layer.norms[0], value: '3000000' }] };
try {
  withLayers(RULES, [{ layer: broken, file }]);
} catch (error) {
  if (!(error instanceof LayerError)) throw error;
  for (const { path, en } of error.problems) console.log(`${path}: ${en}`);
}

/* prints
VÍ DỤ – không phải quy định thật, thứ bậc 10
đối ứng 0.1 theo Điều 6 khoản 2 điểm b, 39/2021/QĐ-TTg (verified)
đối ứng 0.16 theo Điều 3 khoản 1, 00/2022/NQ-HĐND (VÍ DỤ) (unverified)
2022-07-31: nhà ở, địa phương ít nhất chưa có
2025-12-31: nhà ở, địa phương ít nhất 10000000
norms[0].value: 3000000 đồng/hộ is below the national minimum 4000000 đồng/hộ (04/2023/QĐ-TTg Điều 4), which holds all the same; remove or correct this entry
*/
