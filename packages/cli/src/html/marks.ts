import { type Finding, parseAddress } from '@ctmtqg/core';

/** What the page says of one cell. */
export interface Mark {
  readonly kind: 'error' | 'warning' | 'info' | 'consequence' | 'candidate';
  /** Numbers of the findings that name it. */
  readonly numbers: readonly number[];
  /** True where a long sheet is shown around the cell; further cells of a wrong column are marked only. */
  readonly open: boolean;
}

/** Cells of one finding that are marked; further ones of a whole wrong column are only counted. */
const MARKED_CELLS = 500;
/** Cells of one finding around which a long sheet is shown. */
const OPEN_CELLS = 12;
const STRENGTH = ['consequence', 'candidate', 'info', 'warning', 'error'] as const;

/** Marks of one sheet by address. */
export type Marks = ReadonlyMap<string, Mark>;

export interface Numbered {
  readonly finding: Finding;
  /** Counted through the whole report. */
  readonly number: number;
}

/** The marks of one sheet. */
export function marksOf(sheet: string, findings: readonly Numbered[]): Marks {
  const marks = new Map<string, Mark>();
  for (const { finding, number } of findings) {
    cellsOf(finding, sheet).forEach(({ cell, kind }, index) => {
      const known = marks.get(cell);
      const numbers = known?.numbers ?? [];
      marks.set(cell, {
        kind: known && STRENGTH.indexOf(known.kind) >= STRENGTH.indexOf(kind) ? known.kind : kind,
        numbers: numbers.includes(number) ? numbers : [...numbers, number],
        open: index < OPEN_CELLS || known?.open === true,
      });
    });
  }
  return marks;
}

function cellsOf(finding: Finding, sheet: string): { cell: string; kind: Mark['kind'] }[] {
  const here = (cells: Finding['candidates'], kind: Mark['kind']) =>
    cells.flatMap((place) => (place.sheet === sheet ? [{ cell: place.cell, kind }] : []));
  const own = finding.sheet === sheet ? finding.cells : [];
  return [
    ...own.slice(0, MARKED_CELLS).map((cell) => ({ cell, kind: finding.severity })),
    ...here(finding.candidates, 'candidate'),
    ...here(finding.consequences.slice(0, MARKED_CELLS), 'consequence'),
  ];
}

/** Rows and columns of the marked cells. */
export function markedLines(marks: Marks): {
  readonly rows: ReadonlySet<number>;
  readonly openRows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
} {
  const rows = new Set<number>();
  const openRows = new Set<number>();
  const columns = new Set<number>();
  for (const [cell, { open }] of marks) {
    const place = parseAddress(cell);
    if (!place) continue;
    rows.add(place.row);
    columns.add(place.column);
    if (open) openRows.add(place.row);
  }
  return { rows, openRows, columns };
}
