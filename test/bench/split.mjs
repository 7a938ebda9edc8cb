// Splits a second at 3, 34 (provinces) and 3,321 (communes) parts against dinero v2 with bigint, in one run: with a
// proof for each part, and without. Every split is checked before anything is timed: parts must add up, and the
// largest-ratio policy must give what dinero gives. `node test/bench/split.mjs [--json]`
import { allocate, dinero, toSnapshot } from 'dinero.js/bigint';
import { VND } from 'dinero.js/bigint/currencies';
import { apportion, apportionWithProof } from '../../packages/core/dist/index.js';

const SIZES = [3, 34, 3321];
const CASES = 64;
const seconds = Number(process.env.BENCH_SECONDS ?? 0.6);
const ROUNDS = 3;

/** A small generator of its own, so that each run divides the same amounts. */
function randomFrom(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Amounts up to 1,000 tỷ in đồng, weights up to 1,000, all different where there is room. */
function casesOf(size) {
  const random = randomFrom(size);
  return Array.from({ length: CASES }, () => {
    const weights = Array.from({ length: size }, (_, i) =>
      BigInt(random(1000) * (size > 1000 ? 5 : 50) + (i % 50) + 1),
    );
    const total = BigInt(random(1_000_000)) * 1_000_000n + BigInt(random(1_000_000));
    return { total, weights, money: dinero({ amount: total, currency: VND }) };
  });
}

let shown = 0n;
const CONTESTANTS = {
  dinero: ({ money, weights }) => {
    const parts = allocate(money, weights);
    shown += BigInt(parts.length);
    return parts;
  },
  proof: ({ total, weights }) => {
    const { parts } = apportionWithProof(total, weights, 'largest-remainder');
    shown += parts[0];
    return parts;
  },
  fast: ({ total, weights }) => {
    const { parts } = apportion(total, weights, 'largest-remainder');
    shown += parts[0];
    return parts;
  },
};

const sum = (parts) => parts.reduce((all, part) => all + part, 0n);

/** Sums, and agreement with dinero on its own policy; returns how many of its splits differ from largest remainder. */
function agree(cases) {
  let differ = 0;
  for (const one of cases) {
    const peer = CONTESTANTS.dinero(one).map((part) => toSnapshot(part).amount);
    const same = (parts) => parts.every((part, i) => part === peer[i]);
    const fast = CONTESTANTS.fast(one);
    const proven = CONTESTANTS.proof(one);
    if (sum(peer) !== one.total || sum(fast) !== one.total) throw new Error('parts do not add up');
    if (!proven.every((part, i) => part === fast[i])) throw new Error('the proof belongs to another split');
    const ratio = apportion(one.total, one.weights, 'largest-ratio').parts;
    const distinct = new Set(one.weights).size === one.weights.length;
    if (distinct && !same(ratio)) throw new Error('largest-ratio disagrees with dinero');
    if (!same(fast)) differ++;
  }
  return differ;
}

/** Splits for each second of processor time, so that a busy machine does not blur the comparison. */
function timed(run, cases) {
  let splits = 0;
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  while (spent() < seconds) {
    for (const one of cases) run(one);
    splits += cases.length;
  }
  return splits / spent();
}

const results = SIZES.map((parts) => {
  const cases = casesOf(parts);
  const differ = agree(cases);
  const best = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(CONTESTANTS)) {
      best[name] = Math.max(best[name] ?? 0, timed(run, cases));
    }
  }
  const times = (name) => Math.round((best[name] / best.dinero) * 100) / 100;
  return {
    parts,
    dinero: Math.round(best.dinero),
    withProof: Math.round(best.proof),
    without: Math.round(best.fast),
    timesWithProof: times('proof'),
    timesWithout: times('fast'),
    dineroDiffersFromLargestRemainder: `${differ}/${CASES}`,
  };
});

if (process.argv.includes('--json')) console.log(JSON.stringify(results));
else {
  console.log(`splits a second (checksum ${shown % 1000n}); aims: ×1 with proof, ×2.5 without`);
  for (const row of results) {
    console.log(
      `${String(row.parts).padStart(5)} parts: dinero ${row.dinero.toLocaleString('en')}, with proof ` +
        `${row.withProof.toLocaleString('en')} (×${row.timesWithProof}), without ${row.without.toLocaleString('en')} ` +
        `(×${row.timesWithout}); dinero differs from largest remainder in ${row.dineroDiffersFromLargestRemainder}`,
    );
  }
}
