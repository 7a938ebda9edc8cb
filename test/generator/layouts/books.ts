import { ONE } from '../amount.js';
import type { Context } from '../context.js';
import { binary, literal, ref } from '../formula.js';
import { programmeName, writeAbove, writeBelow } from '../frame.js';
import { type Build, type Column, type Figure, type Placed, style, type Unit } from '../model.js';
import { placeTable } from '../place-table.js';
import { display, giveOrdinals, grandRow, newRow } from '../tree.js';
import { amountColumn, ordinalColumn } from './columns.js';
import type { Spot } from './lay.js';
import { layoutA, layoutB } from './plans.js';

/** K: a summary in a larger unit over one sheet for each programme or part, linked or typed. */
export function layoutK(build: Build, details: readonly Context[]): void {
  const first = details[0] as Context;
  const { random } = first;
  const summarySheet = build.workbook.add(random.pick(['TH', 'Tổng hợp', 'TONG HOP']));
  if (random.chance(0.3)) {
    const hidden = build.workbook.add('DM');
    hidden.hidden = true;
    hidden.put(1, 1, { kind: 'text', text: 'Danh mục đơn vị' }, style(first.look));
    hidden.put(2, 1, { kind: 'text', text: 'Phòng Kinh tế' }, style(first.look));
  }
  const placed = details.map((context, index) => {
    const sheet = build.workbook.add(['DTTS', 'GNBV', 'NTM'][index] ?? `PL${index + 1}`);
    const at: Spot = { sheet, top: 1, left: 1 };
    return index % 2 === 0 ? layoutA(context, at, index) : layoutB(context, at, index);
  });
  const detailUnit = first.unit;
  const unit: Unit =
    detailUnit.scale === 1_000_000
      ? { name: 'tỷ đồng', scale: 1_000_000_000, digits: Math.min(6, detailUnit.digits + 3) }
      : detailUnit;
  const factor = BigInt(unit.scale / detailUnit.scale);
  const grand = (table: Placed, key: string) =>
    table.figures.find(
      (figure) => figure.modelRow.kind === 'grand-total' && figure.modelColumn.key === key,
    ) as Figure;
  const columns: Column[] = [
    ordinalColumn(first),
    { key: 'title', path: [first.say('programmeColumn')], role: 'title', width: 50 },
    ...(['central', 'local'] as const).map((key) =>
      amountColumn(key, [first.say(key)], {
        source: key,
        leaf: (row) => {
          const table = placed[Number(row.labels?.table ?? 0)] as Placed;
          return (table.amounts.get(grand(table, key)) ?? 0n) / factor;
        },
      }),
    ),
    amountColumn('total', [first.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
  ];
  const roots = placed.map((table, index) =>
    newRow({
      kind: 'programme',
      title: names(details[index] as Context),
      programme: table.programme,
      labels: { table: String(index) },
    }),
  );
  giveOrdinals(roots, ['1']);
  const rows = display(roots, {
    grand: grandRow(first),
    totalsAt: random.pick(['first', 'last'] as const),
    below: false,
  });
  const top = writeAbove(
    first,
    summarySheet,
    { heading: 'headingAll', programmeName: null, width: columns.length, left: 1, top: 1, unit },
    placed.length,
  );
  const summary = placeTable(build, {
    sheet: summarySheet,
    top,
    left: 1,
    columns,
    rows,
    look: { ...first.look, textNumbers: false },
    unit,
    programme: null,
    year: first.year,
    leaf: (row, column, known) => column.leaf?.(row, random, known) ?? null,
  });
  for (const row of roots) {
    const table = placed[Number(row.labels?.table ?? 0)] as Placed;
    for (const key of ['central', 'local']) {
      const whole = summary.figures.find(
        (figure) => figure.modelRow === row && figure.modelColumn.key === key,
      ) as Figure;
      const part = grand(table, key);
      build.crossSheet.push({ whole, parts: [part] });
      if (first.look.formulas === 'none' || first.look.textNumbers) continue;
      const link = ref(part.row, part.column, table.sheet.name);
      const cell = summarySheet.at(whole.row, whole.column);
      const expression = factor === 1n ? link : binary('/', link, literal(factor * ONE));
      if (cell) cell.content = { kind: 'formula', expression };
      else summarySheet.put(whole.row, whole.column, { kind: 'formula', expression }, style(first.look));
      whole.formula = true;
    }
  }
  writeBelow(first, summary);
}

const TITLES: Readonly<Record<string, string>> = {
  'dttsmn-2021-2025': 'Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào DTTS&MN',
  'gnbv-2021-2025': 'Chương trình MTQG giảm nghèo bền vững',
  'ntm-2021-2025': 'Chương trình MTQG xây dựng nông thôn mới',
  'ctmtqg-2026-2035':
    'Chương trình MTQG xây dựng nông thôn mới, giảm nghèo bền vững và phát triển kinh tế - xã hội vùng đồng bào DTTS&MN',
};

function names(context: Context): string {
  void programmeName;
  return TITLES[context.programme] as string;
}
