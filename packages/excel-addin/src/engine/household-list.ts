import {
  areaAddress,
  type Book,
  type CaseProblem,
  cellAddress,
  columnName,
  type Edit,
  type HouseholdList,
  inArea,
  readCases,
  readHouseholdList,
  reasonSentence,
  type WorkbookSnapshot,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import type { SelectedArea } from '../port/types.js';
import { eligibilityEngine, type Verdict } from './eligibility.js';
import type { Language } from './protocol.js';

/** The support that is asked about where a row names none of its own. */
export interface ListAsk {
  readonly programme: string;
  readonly node: string;
  readonly policy: string;
  readonly asOf: string;
  readonly language: Language;
  /** Only rows of it are looked at, where it spans several; its sheet is looked at first. */
  readonly selection: SelectedArea | null;
}

/** The answer for one household. */
export interface ListLine {
  readonly row: number;
  readonly name: string | null;
  readonly decision: Verdict['decision'];
  readonly verified: boolean;
  readonly reason: string;
}

export interface ListProblem {
  readonly row: number;
  readonly cell: string | null;
  readonly text: string;
}

export type ListAnswer =
  | { readonly kind: 'no-list' }
  | {
      readonly kind: 'list';
      readonly sheet: string;
      readonly lines: readonly ListLine[];
      /** Rows that could not be read; they get no answer. */
      readonly problems: readonly ListProblem[];
      readonly edits: readonly Edit[];
      /** The two columns, `I:J`; where `edits` is empty, those that are not blank. */
      readonly columns: string;
    };

const HEADERS: Readonly<Record<Language, readonly [string, string]>> = {
  vi: ['Kết quả xét', 'Lý do'],
  en: ['Decision', 'Reason'],
};

const DECISIONS: Readonly<Record<Language, Readonly<Record<Verdict['decision'], string>>>> = {
  vi: { eligible: 'Được hỗ trợ', 'not-eligible': 'Không được hỗ trợ', unknown: 'Chưa rõ' },
  en: { eligible: 'Eligible', 'not-eligible': 'Not eligible', unknown: 'Unknown' },
};

/** Decides every household of the list on the selected sheet, and plans two columns of answers where they are blank. */
export function decideList(book: Book, ask: ListAsk): ListAnswer {
  const { snapshot } = book;
  const list = listOn(snapshot, ask.selection);
  if (!list) return { kind: 'no-list' };
  const { selection } = ask;
  const part = selection !== null && selection.sheet === list.sheet && selection.bottom > selection.top;
  const rows = part
    ? list.rows.filter(({ row }) => row >= selection.top && row <= selection.bottom)
    : list.rows;
  const wanted = rows.length > 0 ? rows : list.rows;
  const unread = unreadCells(list, ask.language);
  const lines: ListLine[] = [];
  const problems: ListProblem[] = [];
  for (const { row, data } of wanted) {
    const bad = unread.filter((problem) => problem.row === row);
    const decided = bad.length > 0 ? bad : decideRow(row, data, ask);
    if (Array.isArray(decided)) problems.push(...decided);
    else lines.push(decided);
  }
  return { kind: 'list', sheet: list.sheet, lines, problems, ...plan(book, list, lines, ask.language) };
}

/** The list of the sheet that is selected, else of the first sheet that has one. */
function listOn(snapshot: WorkbookSnapshot, selection: SelectedArea | null): HouseholdList | null {
  const chosen = snapshot.sheets.filter((sheet) => sheet.name === selection?.sheet);
  const others = snapshot.sheets.filter((sheet) => sheet.name !== selection?.sheet);
  return readHouseholdList({ ...snapshot, sheets: [...chosen, ...others] }, ELIGIBILITY_RULES.facts);
}

function unreadCells(list: HouseholdList, language: Language): ListProblem[] {
  return list.problems.map((problem) => {
    const cell = problem.path.slice(problem.path.lastIndexOf('!') + 1);
    return { row: Number(/\d+$/.exec(cell)?.[0] ?? 0), cell, text: problem[language] };
  });
}

function decideRow(
  row: number,
  data: Readonly<Record<string, unknown>>,
  ask: ListAsk,
): ListLine | ListProblem[] {
  const { programme, node, policy, asOf, language } = ask;
  // A row that names its own project is asked about that; the policy chosen belongs to another.
  const given = 'node' in data ? data : { node, policy, ...data };
  const { cases, problems } = readCases([given], ELIGIBILITY_RULES.facts, { programme, asOf });
  const [one] = cases;
  if (!one || problems.length > 0) return problems.map((problem) => problemOf(row, problem, language));
  const decisions = eligibilityEngine().decide(one);
  if (decisions.length === 0) {
    const text =
      language === 'vi'
        ? `không có quy định nào cho “${one.node ?? one.programme}”`
        : `there is no rule for “${one.node ?? one.programme}”`;
    return [{ row, cell: null, text }];
  }
  const best =
    decisions.find((decision) => decision.decision === 'eligible') ??
    decisions.find((decision) => decision.decision === 'unknown') ??
    decisions[0]!;
  const reasons = decisions.map((decision) => {
    const reason = reasonSentence(decision, ELIGIBILITY_RULES.facts, language);
    return decisions.length === 1
      ? reason
      : `${decision.name?.[language] ?? decision.node}: ${DECISIONS[language][decision.decision]}. ${reason}`;
  });
  return {
    row,
    name: typeof data.id === 'string' ? data.id : null,
    decision: best.decision,
    verified: decisions.every((decision) => decision.status === 'verified'),
    reason: reasons.join('\n'),
  };
}

function problemOf(row: number, problem: CaseProblem, language: Language): ListProblem {
  return {
    row,
    cell: null,
    text: `${problem.path.replace(/^\[0\]\.?(facts\.)?/, '')}: ${problem[language]}`,
  };
}

/** The columns of the answers: those with our headers where there are such, else those behind everything. */
function answerColumn(book: Book, sheet: number, list: HouseholdList): number {
  for (let column = 1; column < list.nextColumn; column++) {
    const [first, second] = [0, 1].map((i) => book.text(sheet, list.headerRow, column + i));
    for (const [decision, reason] of Object.values(HEADERS))
      if (first === decision && second === reason) return column;
  }
  return list.nextColumn;
}

function plan(
  book: Book,
  list: HouseholdList,
  lines: readonly ListLine[],
  language: Language,
): { readonly edits: readonly Edit[]; readonly columns: string } {
  const sheet = book.snapshot.sheets.findIndex((one) => one.name === list.sheet);
  const column = answerColumn(book, sheet, list);
  const columns = `${columnName(column)}:${columnName(column + 1)}`;
  const header = list.headerRow;
  const wanted = [
    ...(column === list.nextColumn ? [{ row: header, texts: HEADERS[language] }] : []),
    ...lines.map(({ row, decision, reason }) => ({ row, texts: [DECISIONS[language][decision], reason] })),
  ];
  const { merges } = book.snapshot.sheets[sheet]!;
  const taken = wanted.some(({ row }) =>
    [column, column + 1].some(
      (at) =>
        book.text(sheet, row, at) !== '' ||
        book.evaluator.stored(sheet, row, at).kind !== 'blank' ||
        merges.some((area) => areaAddress(area).includes(':') && inArea(area, row, at)),
    ),
  );
  if (taken) return { edits: [], columns };
  const edits = wanted.flatMap(({ row, texts }) =>
    texts.map(
      (text, i): Edit => ({
        sheet: list.sheet,
        cell: cellAddress(row, column + i),
        before: { kind: 'blank' },
        after: { kind: 'text', text },
      }),
    ),
  );
  return { edits, columns };
}
