import type { GeneratedCase } from './case.js';
import type { Wrong } from './facts.js';

/** What the score reads of a report; the shape is the published one, nothing of the product is imported. */
export interface SeenFinding {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string;
  readonly cells: readonly string[];
  readonly candidates: readonly { readonly sheet: string; readonly cell: string }[];
  readonly expected: string | null;
  readonly consequences: readonly { readonly sheet: string; readonly cell: string }[];
}

export interface SeenReport {
  readonly status: string;
  readonly findings: readonly SeenFinding[];
  readonly tables: readonly {
    readonly sheet: string;
    readonly headerRange: string;
    readonly unit: string | null;
    readonly programme: string | null;
    readonly year: number | null;
    readonly columns: readonly {
      readonly column: string;
      readonly role: string;
      readonly source?: string;
      readonly capital?: string;
      readonly stage?: string;
      readonly node?: string;
    }[];
    readonly rows: readonly {
      readonly row: number;
      readonly kind: string;
      readonly node: string | null;
      readonly parent: number | null;
    }[];
  }[];
  readonly notChecked: readonly {
    readonly code: string;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly what: string;
  }[];
}

export interface Score {
  /** Every mistake located and named, nothing else reported; a clean sheet called clean. */
  readonly right: boolean;
  readonly planted: number;
  readonly found: number;
  readonly missed: readonly Wrong[];
  /** Named at the right cell, but by another code or severity. */
  readonly miscalled: readonly { readonly wrong: Wrong; readonly as: string }[];
  readonly falseAlarms: readonly SeenFinding[];
  readonly notClean: string | null;
  readonly consequences: { readonly due: number; readonly listed: number };
  readonly expectedValue: { readonly due: number; readonly right: number };
  readonly understood: Understanding;
}

export interface Understanding {
  readonly tables: Tally;
  readonly header: Tally;
  readonly unit: Tally;
  readonly programme: Tally;
  readonly year: Tally;
  readonly columns: Tally;
  readonly sources: Tally;
  readonly nodes: Tally;
}

export interface Tally {
  readonly of: number;
  readonly right: number;
}

const namesRoot = (finding: SeenFinding, wrong: Wrong) =>
  finding.sheet === wrong.sheet &&
  (wrong.acceptCells.includes(finding.cell) ||
    finding.cells.some((cell) => wrong.acceptCells.includes(cell)));

const withCandidate = (finding: SeenFinding, wrong: Wrong) =>
  wrong.candidate === null ||
  finding.candidates.some((one) => one.cell === wrong.candidate && one.sheet === wrong.sheet);

export function score(made: GeneratedCase, report: SeenReport): Score {
  const serious = report.findings.filter((finding) => finding.severity !== 'info');
  const { wrong, also } = made.expected;
  const missed: Wrong[] = [];
  const miscalled: { wrong: Wrong; as: string }[] = [];
  let due = 0;
  let listed = 0;
  let values = 0;
  let rightValues = 0;
  for (const one of wrong) {
    const at = serious.filter((finding) => namesRoot(finding, one));
    const hit = at.find((finding) => one.codes.includes(finding.code) && withCandidate(finding, one));
    if (!hit) {
      missed.push(one);
      const other = at[0];
      if (other)
        miscalled.push({
          wrong: one,
          as: one.codes.includes(other.code) ? 'candidate not listed' : other.code,
        });
      continue;
    }
    if (one.expected !== null && hit.expected !== null) {
      values++;
      if (Number(hit.expected) === Number(one.expected)) rightValues++;
      for (const cell of made.expected.consequences) {
        due++;
        if (hit.consequences.some((seen) => seen.sheet === cell.sheet && seen.cell === cell.cell)) listed++;
      }
    }
  }
  const excused = (finding: SeenFinding) =>
    wrong.some((one) => namesRoot(finding, one) && one.codes.includes(finding.code)) ||
    also.some((one) => one.codes.includes(finding.code) && one.cells.includes(finding.cell));
  const falseAlarms = serious.filter(
    (finding) => !excused(finding) && !wrong.some((one) => namesRoot(finding, one)),
  );
  const notClean = made.expected.clean && report.status !== 'clean' ? report.status : null;
  return {
    right: missed.length === 0 && falseAlarms.length === 0 && notClean === null,
    planted: wrong.length,
    found: wrong.length - missed.length,
    missed,
    miscalled,
    falseAlarms,
    notClean,
    consequences: { due, listed },
    expectedValue: { due: values, right: rightValues },
    understood: understanding(made, report),
  };
}

const NODE_KINDS = ['component', 'project', 'sub-project', 'content'];

function understanding(made: GeneratedCase, report: SeenReport): Understanding {
  const tally = {
    tables: [0, 0],
    header: [0, 0],
    unit: [0, 0],
    programme: [0, 0],
    year: [0, 0],
    columns: [0, 0],
    sources: [0, 0],
    nodes: [0, 0],
  };
  const count = (key: keyof typeof tally, right: boolean) => {
    tally[key][0] = (tally[key][0] ?? 0) + 1;
    if (right) tally[key][1] = (tally[key][1] ?? 0) + 1;
  };
  const retitled = new Set(
    made.expected.wrong.map((one) => `${one.sheet}!${one.cell.replace(/^[A-Z]+/, '')}`),
  );
  for (const table of made.expected.tables) {
    const firstRow = table.rows[0]?.row ?? 0;
    const seen =
      report.tables.find(
        (one) => one.sheet === table.sheet && one.rows.some((row) => row.row === firstRow),
      ) ?? report.tables.find((one) => one.sheet === table.sheet);
    count('tables', seen !== undefined);
    if (!seen) continue;
    count('header', seen.headerRange === table.headerRange);
    count('unit', seen.unit === table.unit);
    count('programme', seen.programme === table.programme);
    count('year', table.year === null || seen.year === table.year);
    for (const column of table.columns) {
      const there = seen.columns.find((one) => one.column === column.column);
      count(
        'columns',
        there?.role === column.role ||
          (column.role === 'title' && there?.role === 'place') ||
          (column.role === 'place' && there?.role === 'title'),
      );
      if (column.role === 'amount' && column.source)
        count('sources', (there?.source ?? 'total') === column.source);
    }
    for (const row of table.rows) {
      if (!NODE_KINDS.includes(row.kind) || row.node === null || retitled.has(`${table.sheet}!${row.row}`))
        continue;
      count('nodes', seen.rows.find((one) => one.row === row.row)?.node === row.node);
    }
  }
  const done = Object.fromEntries(
    Object.entries(tally).map(([key, [of = 0, right = 0]]) => [key, { of, right }]),
  );
  return done as unknown as Understanding;
}
