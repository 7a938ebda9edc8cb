import { type Node, nodeOf, nodesOf } from '../catalogue.js';
import { Facts, nameOf } from '../facts.js';
import type { Build, Placed, Position, Row } from '../model.js';
import type { Random } from '../random.js';
import { numbered, type TitleHabit } from '../titles.js';
import type { Plant } from './slip.js';

interface TitleCell {
  readonly table: Placed;
  readonly row: Row;
  readonly node: Node;
  readonly at: Position;
}

export function titleCells(build: Build): TitleCell[] {
  return build.tables.flatMap((table) => {
    const column = table.columnAt.get('title');
    if (column === undefined) return [];
    return table.rows.flatMap((row) => {
      if (!row.node || !row.programme || row.kind === 'grand-total') return [];
      return [
        {
          table,
          row,
          node: nodeOf(row.programme, row.node),
          at: { sheet: table.sheet.name, row: table.rowAt.get(row.id) as number, column },
        },
      ];
    });
  });
}

const PLAIN: TitleHabit = {
  numbered: true,
  short: false,
  variants: false,
  numbering: '{L} {n}: {t}',
  twoDigits: false,
};

function retitle(build: Build, cell: TitleCell, text: string): void {
  const encoded = cell.table.look.encode(text);
  const there = build.workbook.find(cell.at.sheet).at(cell.at.row, cell.at.column);
  if (!there) throw new Error('a row without a title');
  there.content = { kind: 'text', text: encoded.text };
  there.style = { ...there.style, font: encoded.font };
}

function hasMoney(build: Build, cell: TitleCell): boolean {
  const facts = new Facts(build);
  return cell.table.figures.some((figure) => figure.modelRow === cell.row && facts.value(figure) > 0n);
}

function otherNumber(node: Node, random: Random): string {
  const most = nodesOf(node.programme).filter((one) => one.parent === node.parent).length;
  const near = [Number(node.number) - 1, Number(node.number) + 1].filter((one) => one >= 1 && one <= most);
  return String(random.pick(near.length > 0 ? near : [Number(node.number) + 1]));
}

const at = (
  cell: TitleCell,
  kind: string,
  code: string,
  severity: 'error' | 'warning',
  expected: string | null,
  more: readonly string[] = [],
) => ({
  wrong: [
    {
      kind,
      sheet: cell.at.sheet,
      cell: nameOf(cell.at),
      acceptCells: [nameOf(cell.at), ...more],
      codes: [code],
      severity,
      expected,
      candidate: null,
    },
  ],
});

/** The right title under a neighbour's number. */
const wrongNumber: Plant = (build, random) => {
  const cells = titleCells(build).filter(
    (cell) =>
      cell.node.verified &&
      cell.node.prefix !== 'HP' &&
      cell.node.prefix !== 'ND' &&
      cell.row.children.length === 0 &&
      cell.node.title.split(' ').length >= 4,
  );
  if (cells.length === 0) return null;
  const cell = random.pick(cells);
  const number = otherNumber(cell.node, random);
  if (cell.node.prefix === 'TDA' && !cell.row.parent?.node) {
    const above = nodeOf(cell.node.programme, cell.node.parent);
    const wrongAbove = otherNumber(above, random);
    retitle(
      build,
      cell,
      `${numbered(above, above.title, PLAIN, wrongAbove)} - ${numbered(cell.node, cell.node.title, PLAIN)}`,
    );
    return at(cell, 'wrong-project-number', 'wrong-project-number', 'error', above.number);
  }
  retitle(build, cell, numbered(cell.node, cell.node.title, PLAIN, number));
  return at(cell, 'wrong-project-number', 'wrong-project-number', 'error', cell.node.number);
};

/** The same in a column head. */
const wrongHeader: Plant = (build, random) => {
  const heads = build.tables.flatMap((table) =>
    table.columns.flatMap((column) => {
      const label = column.path[column.path.length - 1] ?? '';
      const match = /^(Dự án|Nội dung thành phần) (\d+): /.exec(label);
      const at = table.headerCells.get(`${column.key}:${column.path.length - 1}`);
      if (!match || !column.node || !column.programme || !at) return [];
      const node = nodeOf(column.programme, column.node);
      return node.verified && node.title.split(' ').length >= 4 ? [{ table, node, at, label }] : [];
    }),
  );
  if (heads.length === 0) return null;
  const { table, node, at: place, label } = random.pick(heads);
  const text = label.replace(/\d+: /, `${otherNumber(node, random)}: `);
  const encoded = table.look.encode(text);
  const cell = build.workbook.find(place.sheet).at(place.row, place.column);
  if (!cell) return null;
  cell.content = { kind: 'text', text: encoded.text };
  return {
    wrong: [
      {
        kind: 'wrong-number-in-header',
        sheet: place.sheet,
        cell: nameOf(place),
        acceptCells: [nameOf(place)],
        codes: ['wrong-project-number'],
        severity: 'error',
        expected: node.number,
        candidate: null,
      },
    ],
  };
};

/** A project of another programme among the right ones. */
const foreignProject: Plant = (build, random) => {
  const cells = titleCells(build).filter(
    (cell) =>
      cell.row.children.length === 0 &&
      ['project', 'content'].includes(cell.row.kind) &&
      (cell.row.parent === null || cell.row.parent.kind === 'grand-total') &&
      hasMoney(build, cell),
  );
  if (cells.length === 0) return null;
  const cell = random.pick(cells);
  const from = cell.node.programme === 'gnbv-2021-2025' ? 'dttsmn-2021-2025' : 'gnbv-2021-2025';
  if (cell.node.programme === 'ntm-2021-2025' || cell.node.programme === 'ctmtqg-2026-2035') return null;
  const strangers = nodesOf(from).filter(
    (node) => node.prefix === 'DA' && node.verified && node.title.split(' ').length >= 6,
  );
  const stranger = random.pick(strangers);
  retitle(build, cell, numbered(stranger, stranger.title, PLAIN));
  const cellsOfRow = cell.table.columns.map((column) =>
    nameOf({ row: cell.at.row, column: cell.table.columnAt.get(column.key) as number }),
  );
  return at(cell, 'foreign-project', 'project-not-in-programme', 'error', null, cellsOfRow);
};

/** Money under a title that no node of the programme bears. */
const unknownTitle: Plant = (build, random) => {
  const cells = titleCells(build).filter(
    (cell) =>
      cell.row.children.length === 0 &&
      ['project', 'content'].includes(cell.row.kind) &&
      (cell.row.parent === null || cell.row.parent.kind === 'grand-total') &&
      hasMoney(build, cell),
  );
  if (cells.length === 0 || titleCells(build).length < 4) return null;
  const cell = random.pick(cells);
  retitle(build, cell, build.words.say('unknownTitle'));
  return at(cell, 'unknown-title', 'unknown-title', 'warning', null);
};

/** A year in the heading that the columns or the programme contradict. */
const wrongPeriod: Plant = (build, random) => {
  const line = build.lines.find((one) => one.what === 'title' && /(NĂM|năm) 20\d\d/.test(one.text));
  const table = line ? build.tables[line.table] : undefined;
  if (!line || !table || table.year === null || !table.programme) return null;
  const outside =
    table.programme === 'ctmtqg-2026-2035' ? random.integer(2018, 2023) : random.integer(2028, 2032);
  const text = line.text.replace(/(NĂM|năm) 20\d\d/, (_, word: string) => `${word} ${outside}`);
  const cell = build.workbook.find(line.at.sheet).at(line.at.row, line.at.column);
  if (!cell) return null;
  const encoded = table.look.encode(text);
  cell.content = { kind: 'text', text: encoded.text };
  cell.style = { ...cell.style, font: encoded.font };
  const titles = build.lines.filter((one) => one.what === 'title').map((one) => nameOf(one.at));
  return {
    wrong: [
      {
        kind: 'wrong-period',
        sheet: line.at.sheet,
        cell: nameOf(line.at),
        acceptCells: titles,
        codes: ['wrong-period'],
        severity: 'error',
        expected: null,
        candidate: null,
      },
    ],
  };
};

export const PROGRAMME_MISTAKES: Readonly<Record<string, Plant>> = {
  'wrong-project-number': wrongNumber,
  'wrong-number-in-header': wrongHeader,
  'foreign-project': foreignProject,
  'unknown-title': unknownTitle,
  'wrong-period': wrongPeriod,
};
