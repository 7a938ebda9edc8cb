import { findNode, findProgramme, type TitleMatch, titleIndexOf } from '../../programmes/index.js';
import type { Programme, ProgrammeNode, RuleSet } from '../../rules/types.js';
import type { Table, TableRow } from '../../sheet/types.js';
import { ancestorsOf, programmeAround } from './rows.js';

export interface NodeOfTitle {
  readonly programme: Programme;
  readonly node: ProgrammeNode;
  readonly match: TitleMatch;
}

/** Candidates for the row's title, in the light of the programme and the node under which it stands. */
export function candidatesOf(rules: RuleSet, table: Table, row: TableRow): readonly TitleMatch[] {
  const programme = programmeAround(table, row);
  const parent = ancestorsOf(table, row).find((above) => above.match !== null)?.match ?? null;
  return titleIndexOf(rules).match(row.title, {
    programme,
    parentNode: parent && parent.programme === programme ? parent.node : null,
  });
}

/** The node that a match names, with its programme. */
export function nodeOfMatch(rules: RuleSet, match: TitleMatch | undefined): NodeOfTitle | null {
  const programme = match && findProgramme(rules.programmes, match.programme);
  const node = programme && findNode(programme, match.node);
  return programme && node ? { programme, node, match } : null;
}

/** True where the words of the title alone name the node beyond doubt, so that a verdict may rest on it. */
export function isCertain(match: TitleMatch | undefined): match is TitleMatch {
  return match !== undefined && match.strength !== 'weak' && !match.byNumber && !match.ambiguous;
}
