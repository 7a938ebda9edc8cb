import { type Amount, stepOf } from '../amount.js';
import { Facts, nameOf, setAmount, settle, settleParts } from '../facts.js';
import { type Row, style } from '../model.js';
import { titleCells } from './programme.js';
import type { Plant } from './slip.js';

/** Investment money under a project that has recurrent money only. */
const ineligibleCapital: Plant = (build, random) => {
  const choices = titleCells(build).filter(
    (cell) =>
      cell.node.capital === 'R' &&
      cell.row.children.length === 0 &&
      cell.table.columns.some((column) => column.capital === 'investment'),
  );
  if (choices.length === 0) return null;
  const cell = random.pick(choices);
  const of = (key: string) =>
    cell.table.figures.find((figure) => figure.modelRow === cell.row && figure.modelColumn.key === key);
  const target = of('invCentral');
  const source = of('recCentral');
  if (!target || !source) return null;
  const facts = new Facts(build);
  const amount: Amount =
    facts.value(source) > 0n ? facts.value(source) : stepOf(cell.table.unit.digits) * 1200n;
  setAmount(build, target, amount);
  settle(build);
  const cells = cell.table.figures
    .filter((figure) => figure.modelRow === cell.row && figure.modelColumn.capital === 'investment')
    .map(nameOf);
  return {
    wrong: [
      {
        kind: 'ineligible-capital',
        sheet: target.sheet,
        cell: nameOf(target),
        acceptCells: [...cells, nameOf(cell.at)],
        codes: ['ineligible-capital-kind'],
        severity: 'warning',
        expected: null,
        candidate: null,
      },
    ],
  };
};

/** Local money below what the sheet or the caller asks for. */
const localMatch: Plant = (build, random) => {
  const tables = build.tables.filter(
    (table) =>
      table.columns.some((column) => column.key === 'central' && column.stage === 'plan') &&
      table.columns.some((column) => column.key === 'local') &&
      table.rows.some((row) => row.kind === 'grand-total'),
  );
  const table = tables[0];
  if (!table || build.tables.length > 1 || table.look.textNumbers || build.tags.has('match')) return null;
  const step = stepOf(table.unit.digits);
  const facts = new Facts(build);
  const of = (row: Row, key: string) =>
    table.figures.find((figure) => figure.modelRow === row && figure.modelColumn.key === key);
  const lines = table.rows.filter((row) => {
    const central = of(row, 'central');
    const local = of(row, 'local');
    return (
      row.children.length === 0 &&
      row.kind !== 'of-which' &&
      central &&
      local &&
      facts.isTyped(central) &&
      !facts.isFormula(local) &&
      facts.value(central) > 0n
    );
  });
  if (lines.length < 3) return null;
  const ratio = random.pick([5n, 10n, 15n]);
  const wide = lines.filter((row) => facts.value(of(row, 'central') as never) * ratio >= step * 600n);
  if (wide.length === 0) return null;
  const short = random.sample(wide, random.integer(1, 2));
  let missing = 0n;
  for (const row of lines) {
    const central = facts.value(of(row, 'central') as never);
    const exact = (central * ratio) / 100n;
    const least = ((exact + step - 1n) / step) * step;
    const local = of(row, 'local') as never;
    if (short.includes(row)) {
      const given = (least / 2n / step) * step;
      missing += least - given;
      setAmount(build, local, given);
    } else setAmount(build, local, least);
  }
  if (missing < step * BigInt(lines.length + 20)) return null;
  settle(build);
  settleParts(build);
  const grand = table.rows.find((row) => row.kind === 'grand-total') as Row;
  const after = new Facts(build);
  const totals = ['central', 'local'].map((key) => after.value(of(grand, key) as never));
  if (((totals[0] as Amount) * ratio) / 100n - (totals[1] as Amount) < step * 2n) return null;
  if (random.chance(0.5)) build.options.match = [`${Number(ratio) / 100}`];
  else {
    const last = Math.max(...[...table.sheet.cells.values()].map((cell) => cell.row));
    const encoded = table.look.encode(build.words.say('match').replace('{p}', String(ratio)));
    table.sheet.put(
      last + 2,
      table.left,
      { kind: 'text', text: encoded.text },
      { ...style(table.look), font: encoded.font },
    );
    build.tags.add('stated-match');
  }
  const total = table.figures.filter((figure) => figure.modelRow.kind === 'grand-total').map(nameOf);
  const cells = short.map((row) => nameOf(of(row, 'local') as never));
  const above = short.flatMap((row) => {
    const figure = row.parent ? of(row.parent, 'local') : undefined;
    return figure ? [nameOf(figure)] : [];
  });
  const wrong = cells.map((cell) => ({
    kind: 'local-match',
    sheet: table.sheet.name,
    cell,
    acceptCells: [cell, ...(short.length === 1 ? [] : []), ...total],
    codes: ['local-match-below-minimum'],
    severity: 'error' as const,
    expected: null,
    candidate: null,
  }));
  return { wrong, also: [{ cells: [...total, ...above], codes: ['local-match-below-minimum'] }] };
};

export const LAW_MISTAKES: Readonly<Record<string, Plant>> = {
  'ineligible-capital': ineligibleCapital,
  'local-match': localMatch,
};
