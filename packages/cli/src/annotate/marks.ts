import type { CheckReport, Finding, WorkbookSnapshot } from '@ctmtqg/core';
import { cellAddress } from '@ctmtqg/core';
import type { CellChange } from '@ctmtqg/workbook';
import type { ReportWords } from '../words/index.js';

/** Fill colours that stay readable under black text and on a grey print. */
export const FILLS = {
  error: 'FFC7CE',
  warning: 'FFEB9C',
  info: 'DDEBF7',
  candidate: 'FCE4D6',
  consequence: 'FBE9E7',
} as const;

type Kind = keyof typeof FILLS;
const STRENGTH: readonly Kind[] = ['consequence', 'candidate', 'info', 'warning', 'error'];

/** Excel shows notes up to this length in full. */
const LONG_NOTE = 2_000;

interface Marked {
  readonly sheet: string;
  readonly cell: string;
  kind: Kind;
  readonly notes: string[];
}

class MarkList {
  private readonly all = new Map<string, Marked>();

  add(sheet: string, cell: string, kind: Kind, note?: string): void {
    const key = `${sheet}\n${cell}`;
    const known = this.all.get(key);
    if (!known) {
      this.all.set(key, { sheet, cell, kind, notes: note === undefined ? [] : [note] });
      return;
    }
    if (STRENGTH.indexOf(kind) > STRENGTH.indexOf(known.kind)) known.kind = kind;
    if (note !== undefined) known.notes.push(note);
  }

  values(): Marked[] {
    return [...this.all.values()];
  }
}

function collect(findings: readonly Finding[], words: ReportWords): Marked[] {
  const marks = new MarkList();
  findings.forEach((finding, index) => {
    const { sheet, cell, cells, severity } = finding;
    marks.add(sheet, cell, severity, `${words.severity[severity]} ${index + 1}: ${finding.message}`);
    for (const other of cells) if (other !== cell) marks.add(sheet, other, severity);
    for (const other of finding.candidates) {
      marks.add(other.sheet, other.cell, 'candidate', words.seeFinding(index + 1, `${sheet}!${cell}`));
    }
    for (const other of finding.consequences) marks.add(other.sheet, other.cell, 'consequence');
  });
  return marks.values();
}

/** What a note says already stays, ours comes below it. */
function noteText(before: string | undefined, notes: readonly string[]): string {
  const ours = notes.join('\n\n');
  const text = before ? `${before}\n\n${ours}` : ours;
  return text.length > LONG_NOTE ? `${text.slice(0, LONG_NOTE - 1)}…` : text;
}

/** Colours and notes of all cells that the report names. Cells with a threaded comment get their colour only. */
export function markChanges(
  report: CheckReport,
  snapshot: WorkbookSnapshot,
  words: ReportWords,
  hasThread: (sheet: string, cell: string) => boolean,
): CellChange[] {
  const existing = new Map(
    snapshot.sheets.flatMap(({ name, notes }) =>
      notes.map(({ row, column, text }) => [`${name}\n${cellAddress(row, column)}`, text] as const),
    ),
  );
  return collect(report.findings, words).map(({ sheet, cell, kind, notes }) => ({
    sheet,
    cell,
    style: { fill: FILLS[kind] },
    ...(notes.length === 0 || hasThread(sheet, cell)
      ? {}
      : { note: noteText(existing.get(`${sheet}\n${cell}`), notes) }),
  }));
}
