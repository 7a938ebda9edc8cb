// Exact sums and reading of amounts against decimal.js, in one run, by processor time. The results are compared
// before anything is timed. `node test/bench/amount.mjs [--json]`
import { Decimal } from 'decimal.js';
import { AmountScanner, ExactSum } from '../../packages/core/dist/index.js';

const COUNT = 200_000;
const ROUNDS = 5;

/** Amounts in thousandths, as cells hold them. */
const values = Array.from({ length: COUNT }, (_, i) => ((i * 7_919_993) % 5_000_000_000) / 1000);
const texts = values.map((value) => {
  const [whole, fraction = '0'] = value.toFixed(3).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, '.')},${fraction}`;
});

const WAYS = {
  sum: () => {
    const sum = new ExactSum();
    for (const value of values) sum.addDouble(value);
    return sum.decimal().toFixed();
  },
  sumByDecimal: () => values.reduce((sum, value) => sum.plus(value), new Decimal(0)).toFixed(),
  read: () => {
    const scanner = new AmountScanner();
    let thousandths = 0;
    for (const text of texts) {
      scanner.scan(text, 'comma-decimal');
      thousandths += scanner.mantissa;
    }
    return String(thousandths);
  },
  readByDecimal: () => {
    let thousandths = new Decimal(0);
    for (const text of texts) {
      thousandths = thousandths.plus(new Decimal(text.replaceAll('.', '').replace(',', '.')));
    }
    return thousandths.times(1000).toFixed();
  },
};

function timed(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

if (WAYS.sum() !== WAYS.sumByDecimal()) throw new Error('the sums differ');
if (WAYS.read() !== WAYS.readByDecimal()) throw new Error('the readings differ');
const best = {};
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(WAYS)) best[name] = Math.min(best[name] ?? Infinity, timed(run));
}
const rate = (name) => Math.round(COUNT / best[name] / 1e5) / 10;
const result = {
  sumMillions: rate('sum'),
  sumByDecimalMillions: rate('sumByDecimal'),
  readMillions: rate('read'),
  readByDecimalMillions: rate('readByDecimal'),
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.log(
    `exact sum: ${result.sumMillions} M values a second, decimal.js ${result.sumByDecimalMillions} M`,
  );
  console.log(
    `reading amounts: ${result.readMillions} M a second, decimal.js ${result.readByDecimalMillions} M`,
  );
}
