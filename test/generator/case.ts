import { plain } from './amount.js';
import { createContext } from './context.js';
import { allSums, Facts, nameOf, type Planted, type Wrong } from './facts.js';
import { FILE_STYLES } from './file-styles.js';
import { a1, Workbook } from './grid.js';
import { HELD_OUT_LAYOUTS } from './held-out/layouts.js';
import { LAYOUTS, type Layout } from './layouts/index.js';
import { MISTAKES } from './mistakes/index.js';
import type { Build, Figure } from './model.js';
import { Random } from './random.js';
import { type Scope, Words } from './wording.js';
import { writeXlsx } from './xlsx.js';

/** Two mistakes at once. */
export const SEVERAL = 'several';

/** Mistakes that can stand in a sheet whose figures are all text. */
const NEEDS_NO_FIGURES = ['wrong-project-number', 'wrong-period', 'total-in-text'];

export interface CellAt {
  readonly sheet: string;
  readonly cell: string;
}

export interface ExpectedTable {
  readonly sheet: string;
  readonly headerRange: string;
  readonly unit: string;
  readonly programme: string | null;
  readonly year: number | null;
  readonly columns: readonly {
    readonly column: string;
    readonly role: string;
    readonly source?: string;
    readonly capital?: string;
    readonly year?: number | null;
    readonly stage?: string;
    readonly node?: string;
  }[];
  readonly rows: readonly {
    readonly row: number;
    readonly kind: string;
    readonly node: string | null;
    readonly parent: number | null;
    readonly title: string;
  }[];
}

export interface GeneratedCase {
  readonly seed: number;
  readonly layout: string;
  readonly kind: string;
  readonly scope: Scope;
  readonly tags: readonly string[];
  readonly bytes: Uint8Array;
  readonly options: {
    readonly match?: readonly string[];
    readonly programme?: string;
    readonly year?: number;
  };
  readonly expected: {
    readonly clean: boolean;
    readonly tables: readonly ExpectedTable[];
    readonly wrong: readonly Wrong[];
    readonly consequences: readonly CellAt[];
    readonly also: readonly { readonly cells: readonly string[]; readonly codes: readonly string[] }[];
  };
  readonly workbook: Workbook;
}

export interface Wish {
  readonly scope: Scope;
  readonly layouts?: readonly string[];
  readonly kinds?: readonly string[];
}

function emptyBuild(random: Random, scope: Scope): Build {
  return {
    random,
    words: new Words(random, scope),
    workbook: new Workbook(),
    tables: [],
    lines: [],
    crossSheet: [],
    options: {},
    tags: new Set(),
  };
}

function chooseLayout(random: Random, wish: Wish): string {
  if (wish.layouts) return random.pick(wish.layouts);
  const open = Object.keys(LAYOUTS);
  const heldOut = Object.keys(HELD_OUT_LAYOUTS);
  const share =
    wish.scope === 'open'
      ? 0
      : wish.scope === 'held-out'
        ? 0.4
        : heldOut.length / (heldOut.length + open.length);
  return random.pick(random.chance(share) ? heldOut : open);
}

function construct(seed: number, wish: Wish, attempt: number): { build: Build; layout: string } {
  const random = new Random(`${seed}/${wish.scope}/${attempt}`);
  const build = emptyBuild(random, wish.scope);
  const layout = chooseLayout(random, wish);
  const own = HELD_OUT_LAYOUTS[layout];
  const make: Layout | undefined = own ? (_, context) => own(context()) : LAYOUTS[layout];
  if (!make) throw new Error(`no layout ${layout}`);
  make(build, (fixed) => createContext(build, wish.scope, fixed));
  const facts = new Facts(build);
  for (const sum of allSums(build)) {
    const difference = facts.difference(sum);
    if (difference !== 0n && !sum.table.look.textNumbers)
      throw new Error(`clean sheet ${seed}/${layout} is off by ${plain(difference)} at ${nameOf(sum.whole)}`);
  }
  return { build, layout };
}

/** Plants one mistake, or for `several` one of words and one of figures. */
function plantOne(build: Build, kind: string): Planted | null {
  const written = build.tables.some((table) => table.look.textNumbers);
  if (written && !NEEDS_NO_FIGURES.includes(kind)) return null;
  if (kind !== SEVERAL) {
    const plant = MISTAKES[kind];
    if (!plant) throw new Error(`no mistake ${kind}`);
    return plant(build, build.random);
  }
  const first = MISTAKES[build.random.pick(['wrong-project-number', 'unknown-title', 'wrong-period'])]?.(
    build,
    build.random,
  );
  if (!first) return null;
  const pick = build.random.pick([
    'typed-grand-total',
    'typed-row-total',
    'range-misses-row',
    'wrong-reference',
    'formula-error',
    'text-number',
    'unit-scale',
    'leaf-figure',
  ]);
  const second = MISTAKES[pick]?.(build, build.random);
  if (!second) return null;
  return {
    wrong: [...first.wrong, ...second.wrong],
    carried: second.carried ?? [],
    also: [...(first.also ?? []), ...(second.also ?? [])],
  };
}

/** One workbook with what must be said of it; the same seed and wish give the same bytes. */
export function generateCase(seed: number, wish: Wish): GeneratedCase {
  const choose = new Random(`kind/${seed}/${wish.scope}`);
  const kinds = wish.kinds ?? ['clean', SEVERAL, ...Object.keys(MISTAKES)];
  let kind = 'clean';
  const wantsClean = kinds.includes('clean') && (kinds.length === 1 || choose.chance(0.3));
  if (!wantsClean) {
    for (let attempt = 0; attempt < 120; attempt++) {
      if (attempt % 25 === 0) kind = choose.pick(kinds.filter((one) => one !== 'clean'));
      const { build, layout } = construct(seed, wish, attempt);
      const before = new Facts(build);
      const right = new Map(
        build.tables
          .flatMap((table) => table.figures)
          .map((figure) => [figure, before.value(figure)] as const),
      );
      const planted = plantOne(build, kind);
      if (planted) return finish(seed, wish, build, layout, kind, planted, right);
    }
  }
  const { build, layout } = construct(seed, wish, 100);
  return finish(seed, wish, build, layout, 'clean', { wrong: [] }, new Map());
}

function finish(
  seed: number,
  wish: Wish,
  build: Build,
  layout: string,
  kind: string,
  planted: Planted,
  right: ReadonlyMap<Figure, bigint>,
): GeneratedCase {
  const facts = new Facts(build);
  const roots = new Set(planted.wrong.map((wrong) => `${wrong.sheet}!${wrong.cell}`));
  const consequences = [...right]
    .filter(
      ([figure, amount]) =>
        facts.isFormula(figure) &&
        facts.value(figure) !== amount &&
        !roots.has(`${figure.sheet}!${nameOf(figure)}`),
    )
    .map(([figure]) => ({ sheet: figure.sheet, cell: nameOf(figure) }));
  const carried = (planted.carried ?? []).map((figure) => ({ sheet: figure.sheet, cell: nameOf(figure) }));
  if (build.random.chance(0.12)) addDust(build);
  if (build.random.chance(0.15)) build.workbook.add('Sheet2');
  const styles = FILE_STYLES.filter((style) => !build.tags.has('needs-cache') || style.cachedValues);
  const style = build.random.pick(styles);
  return {
    seed,
    layout,
    kind,
    scope: wish.scope,
    tags: [...build.tags, style.program],
    bytes: writeXlsx(build.workbook, style),
    options: build.options,
    expected: {
      clean: planted.wrong.length === 0,
      tables: build.tables.map(expectedTable),
      wrong: planted.wrong,
      consequences: [...consequences, ...carried],
      also: planted.also ?? [],
    },
    workbook: build.workbook,
  };
}

/** Traces of binary arithmetic in figures that were pasted as values. */
function addDust(build: Build): void {
  build.tags.add('dust');
  for (const sheet of build.workbook.sheets) {
    for (const cell of sheet.cells.values()) {
      if (
        cell.content.kind !== 'number' ||
        cell.content.amount % 1_000_000n === 0n ||
        !build.random.chance(0.3)
      )
        continue;
      const value = Number(plain(cell.content.amount));
      const size = 2 ** Math.floor(Math.log2(Math.abs(value)));
      cell.content = {
        ...cell.content,
        raw: String(value + size * Number.EPSILON * build.random.pick([1, -1, 2])),
      };
    }
  }
}

function expectedTable(table: Build['tables'][number]): ExpectedTable {
  const rowOf = (id: number) => table.rowAt.get(id) as number;
  return {
    sheet: table.sheet.name,
    headerRange: `${a1(table.headerTop, table.left)}:${a1(table.headerBottom - (table.columnNumbers ? 1 : 0), table.right)}`,
    unit: table.unit.name,
    programme: table.programme,
    year: table.year,
    columns: table.columns.map((column) => ({
      column: a1(1, table.columnAt.get(column.key) as number).replace(/\d+$/, ''),
      role: column.role,
      ...(column.source ? { source: column.source } : {}),
      ...(column.capital ? { capital: column.capital } : {}),
      ...(column.year !== undefined ? { year: column.year } : {}),
      ...(column.stage ? { stage: column.stage } : {}),
      ...(column.node ? { node: column.node } : {}),
    })),
    rows: table.rows.map((row) => ({
      row: rowOf(row.id),
      kind: row.kind,
      node: row.node,
      parent: row.parent ? rowOf(row.parent.id) : null,
      title: row.title,
    })),
  };
}
