import { type Context, localRatio } from '../context.js';
import type { Column, Placed, Row } from '../model.js';
import { adopt, display, giveOrdinals, grandRow, newRow, programmeRows } from '../tree.js';
import { amountColumn, localLeaf, ordinalColumn, projectRows, spot, titleColumn } from './columns.js';
import { lay, type Spot } from './lay.js';
import { layoutO } from './spending.js';

/** P: places over projects: each commune with its projects below it, or each project with its communes. */
export function layoutP(context: Context, at: Spot, names: readonly string[], table = 0): Placed {
  const { random } = context;
  const ratio = localRatio(context);
  const columns: Column[] = [
    ordinalColumn(context),
    {
      key: 'title',
      path: [random.pick(['Đơn vị, nội dung', 'Địa phương/Dự án', 'Nội dung'])],
      role: 'title',
    },
    amountColumn('central', [context.say('central')], { source: 'central' }),
    amountColumn('local', [context.say('local')], { source: 'local', leaf: localLeaf(context, ratio) }),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
  ];
  const projects = projectRows(context, { levels: 1, least: 2, most: 3 }, { grand: false });
  const roots = names.map((name) =>
    adopt(
      newRow({ kind: 'place', title: name, programme: context.programme }),
      projects
        .filter((row) => row.kind !== 'of-which')
        .map((row) =>
          newRow({
            kind: row.kind,
            title: row.title,
            node: row.node,
            programme: row.programme,
            capital: row.capital,
          }),
        ),
    ),
  );
  giveOrdinals(
    roots,
    random.pick([
      ['I', '1'],
      ['A', '-'],
      ['1', '1.1'],
    ] as const),
  );
  const rows = display(roots, { grand: grandRow(context), totalsAt: context.look.totalsAt, below: false });
  return lay(context, at, table, columns, rows);
}

/** T: a project's name as a heading, its parts, and below them its sum. */
export function layoutT(context: Context, at: Spot = spot(context), table = 0): Placed {
  const { random } = context;
  const ratio = localRatio(context);
  const group = context.say('ofWhich');
  const columns: Column[] = [
    ordinalColumn(context),
    titleColumn(context),
    amountColumn('central', [group, context.say('central')], { source: 'central' }),
    amountColumn('local', [group, context.say('local')], {
      source: 'local',
      leaf: localLeaf(context, ratio),
    }),
    amountColumn('total', [context.say('total')], {
      source: 'total',
      parts: [
        { key: 'central', sign: 1 },
        { key: 'local', sign: 1 },
      ],
    }),
  ];
  const projects = programmeRows(context, { levels: 2, least: 4, most: 6 }).filter(
    (row) => row.children.length > 0,
  );
  giveOrdinals(
    projects,
    random.pick([
      ['I', '1'],
      ['A', '1'],
      ['1', '1.1'],
    ] as const),
  );
  const grand = grandRow(context);
  const rows: Row[] = [];
  const label = random.pick(['Cộng {L} {n}', 'Tổng {L} {n}', 'Cộng']);
  for (const project of projects) {
    const name = label
      .replace(
        '{L}',
        project.kind === 'component' ? 'hợp phần' : project.kind === 'project' ? 'dự án' : 'nội dung',
      )
      .replace('{n}', /\d+$/.exec(project.node ?? '')?.[0] ?? '');
    const children = [...project.children];
    project.children.length = 0;
    (project as { silent?: boolean }).silent = true;
    const sum = newRow({ kind: 'subtotal', title: name, programme: context.programme });
    for (const child of children) sum.children.push(child);
    sum.parent = grand;
    grand.children.push(sum);
    rows.push(project, ...children, sum);
  }
  if (projects.length < 2) return layoutO(context, at, table);
  rows.push(grand);
  return lay(context, at, table, columns, rows);
}
