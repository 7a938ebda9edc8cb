import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const GROUND = [11, 95, 88];
const BARS = [
  { left: 5 / 24, right: 9 / 24, top: 13 / 24, light: 0.6 },
  { left: 10 / 24, right: 14 / 24, top: 9 / 24, light: 0.8 },
  { left: 15 / 24, right: 19 / 24, top: 5 / 24, light: 1 },
];
const FOOT = 19 / 24;
const ROUND = 6 / 24;
/** Points of a pixel that are looked at in each direction, for smooth edges. */
const SAMPLES = 4;

/** Colour and cover of the mark at a point of the unit square. */
function at(x, y) {
  const dx = Math.max(ROUND - x, x - (1 - ROUND), 0);
  const dy = Math.max(ROUND - y, y - (1 - ROUND), 0);
  if (dx * dx + dy * dy > ROUND * ROUND) return null;
  const bar = BARS.find((one) => x >= one.left && x < one.right && y >= one.top && y < FOOT);
  return bar ? GROUND.map((channel) => channel + (255 - channel) * bar.light) : GROUND;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The mark of the product as PNG, drawn here so that no picture has to be kept. */
export function iconPng(size) {
  const rows = [];
  for (let row = 0; row < size; row++) {
    const line = Buffer.alloc(1 + size * 4);
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
        const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
        const colour = at(x, y);
        if (!colour) continue;
        covered++;
        colour.forEach((channel, c) => {
          sum[c] += channel;
        });
      }
      const start = 1 + column * 4;
      sum.forEach((total, c) => {
        line[start + c] = covered ? Math.round(total / covered) : 0;
      });
      line[start + 3] = Math.round((255 * covered) / (SAMPLES * SAMPLES));
    }
    rows.push(line);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function makeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  for (const size of [16, 32, 64, 80, 128]) writeFileSync(join(folder, `icon-${size}.png`), iconPng(size));
}
