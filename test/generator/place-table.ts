import { type Amount, ONE, plain, rounded, stepOf } from './amount.js';
import type { ProgrammeId } from './catalogue.js';
import { binary, type Expression, literal, ref } from './formula.js';
import type { Sheet, Style } from './grid.js';
import {
  type Build,
  type Column,
  type Figure,
  type Look,
  type Placed,
  type Position,
  type Row,
  type SumFact,
  style,
  type Unit,
} from './model.js';
import { amountFormat, typedContent, writeGroups } from './table-figures.js';
import { across, down } from './table-formulas.js';
import { writeHeader } from './table-header.js';
import { percentCells } from './table-percents.js';

export interface TableSpec {
  readonly sheet: Sheet;
  readonly top: number;
  readonly left: number;
  readonly columns: readonly Column[];
  /** In the order of display; totals included. */
  readonly rows: readonly Row[];
  readonly look: Look;
  readonly unit: Unit;
  readonly programme: ProgrammeId | null;
  readonly year: number | null;
  readonly columnNumbers?: boolean;
  /** An empty row before each group. */
  readonly spacers?: boolean;
  readonly leaf: (row: Row, column: Column, known: (key: string) => Amount) => Amount | null;
}

class Placing {
  readonly figures: Figure[] = [];
  readonly sums: SumFact[] = [];
  headerCells: Map<string, Position> = new Map();
  readonly columnAt = new Map<string, number>();
  readonly rowAt = new Map<number, number>();
  private readonly amounts = new Map<string, Amount | null>();
  readonly byPlace = new Map<string, Figure>();
  readonly depth: number;
  readonly headerBottom: number;
  readonly bottom: number;
  placed!: Placed;

  constructor(
    readonly build: Build,
    readonly spec: TableSpec,
  ) {
    spec.columns.forEach((column, index) => {
      this.columnAt.set(column.key, spec.left + index);
    });
    this.depth = Math.max(...spec.columns.map((column) => column.path.length));
    this.headerBottom = spec.top + this.depth - 1 + (spec.columnNumbers ? 1 : 0);
    let at = this.headerBottom;
    spec.rows.forEach((row, index) => {
      at +=
        spec.spacers && index > 0 && row.parent?.kind === 'grand-total' && row.children.length > 0 ? 2 : 1;
      this.rowAt.set(row.id, at);
    });
    this.bottom = at;
  }

  column(key: string): Column {
    const column = this.spec.columns.find((one) => one.key === key);
    if (!column) throw new Error(`no column ${key}`);
    return column;
  }

  amount(row: Row, column: Column): Amount | null {
    const key = `${row.id}|${column.key}`;
    if (this.amounts.has(key)) return this.amounts.get(key) ?? null;
    const amount = this.compute(row, column);
    this.amounts.set(key, amount);
    return amount;
  }

  private compute(row: Row, column: Column): Amount | null {
    const add = (all: readonly (Amount | null)[]) =>
      all.every((one) => one === null) ? null : all.reduce<Amount>((total, one) => total + (one ?? 0n), 0n);
    if (row.children.length > 0 && column.noTotal) return null;
    if (row.children.length > 0) return add(row.children.map((child) => this.amount(child, column)));
    if (column.parts)
      return add(column.parts.map(({ key, sign }) => times(this.amount(row, this.column(key)), sign)));
    if (column.product && row.kind !== 'of-which') {
      const of = (key: string) => this.amount(row, this.column(key)) ?? 0n;
      return (of(column.product.quantity) * of(column.product.rate)) / ONE;
    }
    if (column.share && row.kind !== 'of-which') {
      const base = this.amount(row, this.column(column.share.of));
      return base === null || base <= 0n
        ? null
        : rounded((base * BigInt(column.share.percent)) / 100n, this.unitOf(column).digits);
    }
    if (row.kind === 'of-which' && row.parent) {
      const whole = this.amount(row.parent, column);
      if (whole === null || whole <= 0n) return null;
      const step = stepOf(this.unitOf(column).digits);
      const third = (whole / step / 3n) * step;
      return row.rest ? whole - third : third;
    }
    return this.spec.leaf(row, column, (key) => this.amount(row, this.column(key)) ?? 0n);
  }

  unitOf(column: Column): Unit {
    return column.unit ?? this.spec.unit;
  }

  header(): void {
    this.headerCells = writeHeader(this);
  }

  body(): void {
    const { spec } = this;
    for (const row of spec.rows) for (const column of spec.columns) this.cell(row, column);
    for (const row of spec.rows) if (row.hidden) spec.sheet.hiddenRows.add(this.rowAt.get(row.id) as number);
    for (const column of spec.columns) {
      const at = this.columnAt.get(column.key) as number;
      if (column.hidden) spec.sheet.hiddenColumns.add(at);
      spec.sheet.widths.set(
        at,
        column.width ?? (column.role === 'title' ? 50 : column.role === 'ordinal' ? 6 : 15),
      );
    }
    this.relations();
    writeGroups(this);
  }

  private cell(row: Row, column: Column): void {
    const { spec } = this;
    const look = spec.look;
    const at = { row: this.rowAt.get(row.id) as number, column: this.columnAt.get(column.key) as number };
    const heavy = row.children.length > 0 || row.kind === 'grand-total' || row.silent === true;
    const base = style(look, { bold: heavy, border: look.border });
    const text = (value: string, more: Partial<Style> = {}) => {
      if (value === '') return;
      const encoded = look.encode(value);
      spec.sheet.put(
        at.row,
        at.column,
        { kind: 'text', text: encoded.text },
        { ...base, ...more, font: encoded.font },
      );
    };
    if (column.role === 'ordinal' && this.acrossTitle(row)) {
      text(row.title, { align: 'center' });
      spec.sheet.merge(at.row, at.column, at.row, this.columnAt.get('title') as number);
    } else if (column.role === 'ordinal') {
      if (/^\d+$/.test(row.ordinal) && !look.textNumbers && !look.dottedOrdinals)
        spec.sheet.put(at.row, at.column, { kind: 'plain', text: row.ordinal }, { ...base, align: 'center' });
      else
        text(look.dottedOrdinals && /^(\d+|[IVX]+)$/.test(row.ordinal) ? `${row.ordinal}.` : row.ordinal, {
          align: 'center',
        });
    } else if (column.role === 'title' && this.acrossTitle(row)) return;
    else if (column.role === 'title') text(row.title, { wrap: true, indent: row.indent ?? 0 });
    else if (column.key === 'group') return;
    else if (column.role === 'amount') {
      if (!row.silent) this.figure(row, column, at, base);
    } else if (column.role === 'percent') return;
    else if (column.role === 'quantity') {
      const amount = this.amount(row, column);
      if (amount !== null && row.children.length === 0)
        spec.sheet.put(
          at.row,
          at.column,
          { kind: 'plain', text: plain(amount) },
          { ...base, format: '#,##0' },
        );
    } else text(row.labels?.[column.key] ?? column.text?.(row, this.build.random) ?? '');
  }

  /** True for a grand total whose name begins in the column of ordinals. */
  private acrossTitle(row: Row): boolean {
    const [ordinal, title] = [this.columnAt.get('ordinal'), this.columnAt.get('title')];
    return (
      this.spec.look.totalAcross &&
      row.kind === 'grand-total' &&
      ordinal !== undefined &&
      title === ordinal + 1
    );
  }

  private figure(row: Row, column: Column, at: { row: number; column: number }, base: Style): void {
    const { spec } = this;
    const figure: Figure = {
      sheet: spec.sheet.name,
      ...at,
      modelRow: row,
      modelColumn: column,
      table: undefined as never,
      formula: false,
    };
    this.figures.push(figure);
    this.byPlace.set(`${row.id}|${column.key}`, figure);
    const digits = this.unitOf(column).digits;
    const amount = this.amount(row, column);
    const whole = spec.look.mixedDigits && amount !== null && amount % ONE === 0n;
    const format = amountFormat(spec.look, whole ? 0 : digits);
    const expression = this.formula(row, column);
    if (expression) {
      figure.formula = true;
      spec.sheet.put(at.row, at.column, { kind: 'formula', expression }, { ...base, format });
      return;
    }
    const content = typedContent(spec.look, amount, digits, column);
    if (content)
      spec.sheet.put(at.row, at.column, content, {
        ...base,
        format: content.kind === 'text' ? 'General' : format,
        align: content.kind === 'text' ? 'right' : null,
      });
  }

  private formula(row: Row, column: Column): Expression | null {
    const { look } = this.spec;
    if (look.formulas === 'none' || look.textNumbers) return null;
    const isWhole =
      !column.noTotal && row.children.length > 0 && look.formulas !== 'rows' && row.kind !== 'of-which';
    const isSum = column.parts !== undefined && look.formulas !== 'columns' && row.kind !== 'of-which';
    if (isWhole && (!isSum || look.prefer === 'column'))
      return down(this, row, this.columnAt.get(column.key) as number);
    if (isSum) return across(this, column, this.rowAt.get(row.id) as number);
    if (column.product && row.children.length === 0 && row.kind !== 'of-which' && look.formulas === 'all') {
      const place = (key: string) => ref(this.rowAt.get(row.id) as number, this.columnAt.get(key) as number);
      if ((this.amount(row, column) ?? 0n) === 0n) return null;
      return binary('*', place(column.product.quantity), place(column.product.rate));
    }
    if (column.share && row.children.length === 0 && row.kind !== 'of-which' && look.formulas === 'all') {
      const base = this.column(column.share.of);
      if ((this.amount(row, base) ?? 0n) <= 0n) return null;
      const product = binary(
        '*',
        ref(this.rowAt.get(row.id) as number, this.columnAt.get(base.key) as number),
        {
          kind: 'literal',
          amount: BigInt(column.share.percent) * 10_000n,
          percent: true,
        },
      );
      const digits = literal(BigInt(this.unitOf(column).digits) * ONE);
      return { kind: 'call', name: 'ROUND', parts: [product, digits] };
    }
    return null;
  }

  private relations(): void {
    const at = (row: Row, column: Column) => this.byPlace.get(`${row.id}|${column.key}`);
    for (const row of this.spec.rows) {
      for (const column of this.spec.columns) {
        const whole = at(row, column);
        if (!whole) continue;
        if (column.parts && row.kind !== 'of-which') {
          const parts = column.parts.map(({ key, sign }) => ({
            figure: at(row, this.column(key)) as Figure,
            sign,
          }));
          this.sums.push({ axis: 'row', kind: 'row-total', whole, parts, table: undefined as never });
        }
        if (row.children.length > 0 && !column.noTotal) {
          const parts = row.children.map((child) => ({
            figure: at(child, column) as Figure,
            sign: 1 as const,
          }));
          this.sums.push({
            axis: 'column',
            kind: row.kind === 'grand-total' ? 'grand-total' : 'subtotal',
            whole,
            parts,
            table: undefined as never,
          });
        }
      }
    }
  }
}

export function times(amount: Amount | null, sign: 1 | -1): Amount | null {
  return amount === null ? null : amount * BigInt(sign);
}

/** Writes a table and remembers where everything of it stands. */
export function placeTable(build: Build, spec: TableSpec): Placed {
  const placing = new Placing(build, spec);
  placing.header();
  placing.body();
  const percents = percentCells(placing);
  const placed: Placed = {
    sheet: spec.sheet,
    unit: spec.unit,
    look: spec.look,
    programme: spec.programme,
    year: spec.year,
    columns: spec.columns,
    rows: spec.rows,
    rowAt: placing.rowAt,
    columnAt: placing.columnAt,
    headerTop: spec.top,
    headerBottom: placing.headerBottom,
    columnNumbers: spec.columnNumbers === true,
    left: spec.left,
    right: spec.left + spec.columns.length - 1,
    bottom: placing.bottom,
    figures: placing.figures,
    sums: placing.sums,
    amounts: new Map(
      placing.figures.map((figure) => [figure, placing.amount(figure.modelRow, figure.modelColumn)]),
    ),
    percents: percents,
    headerCells: placing.headerCells,
  };
  for (const one of [...placed.figures, ...placed.sums, ...placed.percents.map((percent) => percent.cell)])
    (one as { table: Placed }).table = placed;
  build.tables.push(placed);
  return placed;
}
