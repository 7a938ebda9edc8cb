// Evaluates every formula of a sheet of 100,000 × 15 cells (row totals and column totals) and tries repairs, in
// milliseconds of processor time. `node test/bench/formula.mjs [--json]`
import {
  CellKind,
  columnName,
  createEvaluator,
  DEFAULT_STYLE,
  Decimal,
} from '../../packages/core/dist/index.js';

const ROWS = Number(process.env.BENCH_ROWS ?? 100_000);
const COLUMNS = 14;
const TRIES = 50;

/** Amounts with one decimal, a total in column O, totals below. */
function makeBook() {
  const count = ROWS * (COLUMNS + 1) + COLUMNS + 1;
  const cells = {
    count,
    rows: new Uint32Array(count),
    columns: new Uint16Array(count),
    kinds: new Uint8Array(count),
    numbers: new Float64Array(count),
    styles: new Uint32Array(count),
  };
  const formulas = [];
  let cell = 0;
  const place = (row, column) => {
    cells.rows[cell] = row;
    cells.columns[cell] = column;
    return cell++;
  };
  const last = columnName(COLUMNS);
  for (let row = 1; row <= ROWS; row++) {
    for (let column = 1; column <= COLUMNS; column++) {
      const at = place(row, column);
      cells.kinds[at] = CellKind.number;
      cells.numbers[at] = ((row * 7919 + column * 104729) % 1_000_000) / 10;
    }
    formulas.push({ cell: place(row, COLUMNS + 1), text: `SUM(A${row}:${last}${row})` });
  }
  for (let column = 1; column <= COLUMNS + 1; column++) {
    const name = columnName(column);
    formulas.push({ cell: place(ROWS + 1, column), text: `SUM(${name}1:${name}${ROWS})` });
  }
  const sheet = {
    name: 'Biểu',
    state: 'visible',
    cells,
    texts: [],
    runs: new Map(),
    formulas,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    columnWidths: [],
    notes: [],
    protected: false,
  };
  const book = { names: [], date1904: false, precisionAsDisplayed: false, gaps: [] };
  return { ...book, sheets: [sheet], styles: [DEFAULT_STYLE] };
}

/** Processor time of `work` in milliseconds. */
function timed(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: Math.round((user + system) / 1000) };
}

const rounds = Array.from({ length: 3 }, () => {
  const book = makeBook();
  const { cells, formulas } = book.sheets[0];
  const evaluator = createEvaluator(book);
  const all = timed(() => {
    let sum = 0;
    for (const { cell } of formulas) sum += evaluator.scaled(0, cells.rows[cell], cells.columns[cell], 1);
    return sum;
  });
  const value = { kind: 'number', value: new Decimal(1) };
  const attempt = (row) =>
    evaluator.withOverrides([{ sheet: 0, row, column: 3, value }]).value(0, ROWS + 1, COLUMNS + 1);
  const first = timed(() => attempt(1));
  const tries = timed(() => Array.from({ length: TRIES }, (_, i) => attempt(i + 2)).length);
  return {
    evaluate: all.milliseconds,
    firstRepair: first.milliseconds,
    repairs: tries.milliseconds,
    sum: all.result,
  };
});

const best = (name) => Math.min(...rounds.map((round) => round[name]));
const result = {
  rows: ROWS,
  formulas: ROWS + COLUMNS + 1,
  evaluate: best('evaluate'),
  firstRepair: best('firstRepair'),
  eachFurtherRepair: Math.round((best('repairs') / TRIES) * 10) / 10,
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.log(
    `${result.rows} × ${COLUMNS + 1} cells, ${result.formulas} formulas, checksum ${rounds[0].sum}`,
  );
  console.log(`evaluate all: ${result.evaluate} ms`);
  console.log(
    `first repair tried: ${result.firstRepair} ms, each further one ${result.eachFurtherRepair} ms`,
  );
}
