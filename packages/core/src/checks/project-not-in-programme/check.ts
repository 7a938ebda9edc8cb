import { parseTitle, type TitleMatch, titleIndexOf } from '../../programmes/index.js';
import { STRONG } from '../../programmes/title-score.js';
import { titleTokens } from '../../programmes/title-tokens.js';
import type { FindingData, NotCheckedData } from '../../report/types.js';
import type { Table } from '../../sheet/types.js';
import { makeFinding, titleAddress } from '../support/finding.js';
import { headerCells } from '../support/headers.js';
import { programmeAround } from '../support/rows.js';
import { candidatesOf, isCertain, type NodeOfTitle, nodeOfMatch } from '../support/titles.js';
import type { Check, CheckContext } from '../types.js';

/** A title of the table's own programme that fits so well that the row may be meant so. */
const HOME_SCORE = 0.55;
/** Shorter titles ("Hỗ trợ nhà ở", "Cải thiện dinh dưỡng") are common words, no proof. */
const FEWEST_WORDS = 6;
/** Money of 2021–2025 carried over stands under its old projects in tables of the merged programme, rightly. */
const TAKES_OVER = 'ctmtqg-2026-2035';

interface Stranger {
  readonly address: string;
  readonly title: string;
  readonly home: string;
  readonly named: NodeOfTitle;
}

/** A row or column whose words are those of a project of another programme. */
export const projectNotInProgramme: Check = {
  code: 'project-not-in-programme',
  run(context) {
    const findings: FindingData[] = [];
    const notChecked: NotCheckedData[] = [];
    for (const table of context.tables) {
      const { strangers, atHome } = sortTitles(context, table);
      if (strangers.length === 0) continue;
      if (strangers.length > 1 && strangers.length >= atHome) {
        notChecked.push(doubtful(table, strangers));
      } else for (const stranger of strangers) findings.push(findingOf(context, table, stranger));
    }
    return { findings, notChecked };
  },
};

function sortTitles(context: CheckContext, table: Table): { strangers: Stranger[]; atHome: number } {
  const strangers: Stranger[] = [];
  let atHome = 0;
  const judge = (address: string, title: string, home: string | null, matches: readonly TitleMatch[]) => {
    const [best] = matches;
    if (home === null || !isCertain(best)) return;
    if (best.programme === home) atHome += 1;
    else if (isForeign(title, home, matches)) {
      const named = nodeOfMatch(context.rules, best);
      if (named && isProof(named, title)) strangers.push({ address, title, home, named });
    }
  };
  for (const row of table.rows) {
    // What the recogniser found like no project at all is none of another programme either.
    if (row.match === null || row.title === '' || row.kind === 'programme' || row.kind === 'grand-total')
      continue;
    judge(
      titleAddress(table, row),
      row.title,
      programmeAround(table, row),
      candidatesOf(context.rules, table, row),
    );
  }
  const home = table.dimensions.programme;
  for (const header of headerCells(context.book, table)) {
    judge(
      header.address,
      header.text,
      home,
      titleIndexOf(context.rules).match(header.text, { programme: home }),
    );
  }
  return { strangers, atHome };
}

function isForeign(title: string, home: string, matches: readonly TitleMatch[]): boolean {
  const [best] = matches;
  if (!best || home === TAKES_OVER || best.programme === TAKES_OVER) return false;
  if (titleTokens(title).length < FEWEST_WORDS) return false;
  // The whole title with its own number: only a title of the table's programme that fits as a whole can stand against it.
  const whole = best.strength === 'exact' && best.numberAgrees === true;
  const stands = whole ? STRONG : HOME_SCORE;
  return !matches.some((match) => match.programme === home && !match.byNumber && match.score >= stands);
}

/** Contents are worded alike in many programmes; a project is proven by its whole title, or by its mark and words. */
function isProof({ node, match }: NodeOfTitle, title: string): boolean {
  if (node.level === 'content') return false;
  return match.strength === 'exact' || parseTitle(title).segments.some((segment) => segment.mark !== null);
}

function findingOf(context: CheckContext, table: Table, stranger: Stranger): FindingData {
  const { named, home } = stranger;
  const own = context.rules.programmes.find((programme) => programme.id === home);
  return makeFinding({
    code: 'project-not-in-programme',
    severity: named.node.titleStatus === 'verified' ? 'error' : 'warning',
    sheet: table.sheetName,
    cells: [stranger.address],
    facts: {
      title: stranger.title,
      node: named.node.code,
      officialTitle: named.node.title,
      programme: named.programme.id,
      programmeName: named.programme.short,
      tableProgramme: home,
      tableProgrammeName: own?.short ?? home,
    },
    expected: own?.short ?? home,
    found: named.programme.short,
    law: named.node.law,
  });
}

function doubtful(table: Table, strangers: readonly Stranger[]): NotCheckedData {
  const [first] = strangers;
  return {
    code: 'programme-doubtful',
    sheet: table.sheetName,
    cell: first?.address ?? null,
    facts: {
      tableProgramme: first?.home ?? null,
      programmeName: first?.named.programme.short ?? null,
      count: strangers.length,
    },
  };
}
