import {
  type AssignedGiven,
  buildSnapshot,
  type CheckReport,
  cellAddress,
  type ProgrammeNode,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { RULES } from '@ctmtqg/core/rules';
import type { Random } from './generator/random.js';

/** A workbook as the decision of the level above. */
export const decision = (snapshot: WorkbookSnapshot): AssignedGiven => ({
  kind: 'workbook',
  name: 'QD.xlsx',
  snapshot,
});

/** One project of a decision. */
export interface Line {
  readonly title: string;
  readonly node: string;
  readonly amount: number;
  /** Cell of the sheet that gives it out. */
  readonly cell: string;
}

/** The projects of a sheet with their totals over all sources, as a decision in another form would list them. */
export interface Lines {
  readonly programme: string;
  readonly year: number | null;
  readonly lines: readonly Line[];
  readonly total: number;
}

/** The lines of a sheet that was held against itself; `null` where it gives less than three. */
export function linesOf({ assigned, tables }: CheckReport): Lines | null {
  const [table] = tables;
  if (!table?.programme || tables.length !== 1) return null;
  const own = (assigned ?? []).filter(
    ({ place, source, capital, comparedWith, year }) =>
      place === null &&
      (source ?? 'total') === 'total' &&
      (capital ?? 'all') === 'all' &&
      comparedWith.length === 1 &&
      year === table.year,
  );
  const total = own.find(({ node }) => node === null);
  const nodes = own.filter(({ node, amount }) => node !== null && amount !== '0');
  const leaves = nodes.filter(({ node }) => !nodes.some((other) => other.node?.startsWith(`${node}.`)));
  const scale = table.scale ?? 1;
  const programme = RULES.programmes.find(({ id }) => id === table.programme);
  if (
    !total ||
    leaves.some(({ amount }) => Number(amount) < 0) ||
    leaves.length < 3 ||
    new Set(leaves.map(({ node }) => node)).size < leaves.length
  )
    return null;
  const lines = leaves.map(({ node, amount, comparedWith }) => ({
    node: node as string,
    title: wordsOf(programme?.nodes ?? [], node as string),
    amount: (Number(amount) * scale) / 1_000_000,
    cell: comparedWith[0]?.cell ?? '',
  }));
  const sum = lines.reduce((all, { amount }) => all + amount, 0);
  if (Math.abs(sum - (Number(total.amount) * scale) / 1_000_000) > 0.001) return null;
  return { programme: programme?.title ?? '', year: table.year, lines, total: sum };
}

/** `Dự án 4 - Tiểu dự án 1: Đầu tư …`, as a list without the rows above it would write it. */
function wordsOf(nodes: readonly ProgrammeNode[], code: string): string {
  const node = nodes.find((one) => one.code === code);
  const path: string[] = [];
  for (let at = node; at; at = nodes.find((one) => one.code === at?.parent))
    path.unshift(`${at.label} ${at.number}`);
  return `${path.join(' - ')}: ${node?.title ?? ''}`;
}

/** A way in which a level above may write its decision. */
export interface Form {
  readonly name: string;
  /** Least share of changed figures found. */
  readonly floor: number;
  write(lines: Lines, random: Random): AssignedGiven;
}

type Plain = string | number | null;

function bookOf(rows: readonly (readonly Plain[])[]): AssignedGiven {
  const cells: Record<string, string | number> = {};
  rows.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value !== null) cells[cellAddress(i + 1, j + 1)] = value;
    });
  });
  return decision(buildSnapshot([{ name: 'PL', cells }]));
}

const round = (value: number) => Math.round(value * 1e6) / 1e6;
const heading = ({ programme, year }: Lines, words: string) =>
  `${words} ${programme}${year === null ? '' : ` năm ${year}`}`;
const sumOf = ({ lines }: Lines) => lines.reduce((sum, { amount }) => sum + amount, 0);

export const FORMS: readonly Form[] = [
  {
    name: 'a plain list in đồng',
    floor: 0.97,
    write: (all) =>
      bookOf([
        [heading(all, 'Giao kế hoạch vốn thực hiện')],
        [null, null, 'Đơn vị: đồng'],
        ['STT', 'Nội dung', 'Kế hoạch vốn giao'],
        ...all.lines.map(({ title, amount }, i): Plain[] => [i + 1, title, Math.round(amount * 1e6)]),
        [null, 'Tổng cộng', Math.round(sumOf(all) * 1e6)],
      ]),
  },
  {
    name: 'a list in tỷ with the total first',
    floor: 0.97,
    write: (all) =>
      bookOf([
        [heading(all, 'Dự toán giao')],
        ['ĐVT: tỷ đồng'],
        ['TT', 'Tên dự án, tiểu dự án', 'Dự toán giao', 'Ghi chú'],
        [null, 'TỔNG SỐ', round(sumOf(all) / 1000), null],
        ...all.lines.map(({ title, amount }, i): Plain[] => [i + 1, title, round(amount / 1000), null]),
      ]),
  },
  {
    name: 'columns of projects beside other units',
    floor: 0.95,
    write: (all, random) => {
      const others = ['Xã Nậm Khẩu', 'Xã Tân Hợp', 'Xã Bản Mế'];
      const own = 'Xã Của Biểu Này';
      const rows = random.shuffle([own, ...others]).map((name, i): Plain[] => {
        const amounts = all.lines.map(({ amount }) =>
          name === own ? round(amount) : random.integer(10, 900),
        );
        return [i + 1, name, ...amounts, round(amounts.reduce((sum, one) => sum + one, 0))];
      });
      const sums = all.lines.map((_, i) => round(rows.reduce((sum, row) => sum + Number(row[i + 2]), 0)));
      const given = bookOf([
        [heading(all, 'Phân bổ kế hoạch vốn cho các xã thực hiện')],
        ['Đơn vị tính: triệu đồng'],
        ['STT', 'Đơn vị', ...all.lines.map(({ title }) => title), 'Tổng cộng'],
        ...rows,
        [null, 'Tổng cộng', ...sums, round(sums.reduce((sum, one) => sum + one, 0))],
      ]);
      return { ...given, place: own } as AssignedGiven;
    },
  },
];
