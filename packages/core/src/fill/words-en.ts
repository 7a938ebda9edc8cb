import type { Wording } from '../report/locale.js';
import type { PlannedEdit } from './types.js';
import {
  amountOf,
  computation,
  lawOf,
  list,
  listOf,
  percentOf,
  percents,
  shortList,
  termsOf,
  unsure,
} from './word-parts.js';
import type { FillWords } from './words.js';

const UNREAD = 'not compared with the original text';

export const enFillWords: FillWords = {
  titles: {
    counterpart: 'counterpart',
    'capital-split': 'investment and recurrent capital',
    'source-ratio': 'sources by ratio',
    'missing-source': 'missing source',
    totals: 'totals',
    percents: 'percentages',
    words: 'amount in words',
    titles: 'titles and numbers',
    'text-numbers': 'text numbers',
    ordinals: 'row labels',
    unit: 'unit of money',
    divide: 'division by criteria',
  },
  reason(edit, words) {
    const { facts } = edit;
    switch (edit.fill) {
      case 'totals':
        return `sum of ${shortList(facts.parts)}`;
      case 'counterpart':
        if (facts.linked !== undefined)
          return `from the row of the other sheet that ${list(facts.linked)} reads`;
        return `counterpart of ${percentOf(words, facts.ratio)} on ${list(facts.central)}, rounded up${facts.statedIn ? `, as stated in ${list(facts.statedIn)}` : lawOf(edit, UNREAD)}`;
      case 'missing-source':
        return `what is left of ${list(facts.total)} after the other sources`;
      case 'capital-split':
      case 'source-ratio':
        return shareReason(edit, words);
      case 'divide':
        return divideReason(edit, words);
      case 'percents':
        return `${list(facts.numerator)} against ${list(facts.denominator)}`;
      case 'words':
        return `the amount of ${list(facts.amount)} in words`;
      case 'text-numbers':
        return `the text “${list(facts.text)}” read as a number`;
      default:
        return list(facts.reason);
    }
  },
  refusal(cell, words) {
    const where = cell.cell === null ? `Sheet “${cell.sheet}”` : `Cell ${cell.cell} (sheet “${cell.sheet}”)`;
    const why: Readonly<Record<string, string>> = {
      'inside-merged-area': 'lies inside a merged area; unmerge it and fill again',
      'protected-sheet': 'is locked because the sheet is protected; unprotect the sheet and fill again',
      'ratio-unknown': 'the counterpart ratio is not known; give --match 15% or --support-rate',
      'linked-central': `stands beside central money taken from another sheet (${list(cell.facts.formula)}); take it from the same sheet`,
      circular: `stays blank because ${list(cell.facts.by)} is computed from this very cell; type a figure into one of the two`,
      'counted-with-parts': `stays blank because the formula in ${list(cell.facts.by)} adds up this cell together with its parts and would count them twice`,
      'rest-below-zero': `would fall below zero (${list(cell.facts.rest)}); check the total and the sources`,
      'several-blank': `and others in the columns ${list(cell.facts.columns)} are all blank, so it is not clear which of them gets what is left of the total; fill one column and run again`,
      'policy-unknown': `by the ratios ${percents(cell, '.')} a remainder below the step ${amountOf(words, cell.facts.step)} is left, and it is not said which column gets it; name it with --policy, such as --policy largest-remainder`,
      'shares-exceed': `the ratios add up to ${list(cell.facts.sum)}%, more than 100%; change them and run again`,
      'shares-leave-out': `already holds money, so ratios that make up the whole of ${list(cell.facts.base)} would break the row; give a ratio for this column too, or clear the cell`,
      'shares-apart':
        'is not reached by its sources when the remainder is left apart; choose another --policy',
      'partly-filled':
        'is blank while the columns that share with it hold figures; clear them, or type this cell',
      'base-blank': `cannot be shared: the column ${list(cell.facts.column)} holds no figure yet`,
      'no-share-column': `no column “${list(cell.facts.receiver)}” was found beside a column “${list(cell.facts.of)}”; see how “ctmtqg check” reads the columns`,
      'denominator-unknown': 'it is not clear what this share compares; type one cell and run again',
      'total-unknown': 'it is not clear which total to spell',
      'text-parts': `and ${Number(cell.facts.count) - 1} other cells hold figures as text, which formulas pass over; add --also text-numbers to make numbers of them first`,
      'two-readings': `the text “${list(cell.facts.text)}” can be read two ways; type it as a number`,
      'title-unverified': 'the official title could not be read in the law, so it stays',
      'not-plain-text': 'is no plain text (formula, several fonts or an old encoding); mend it by hand',
      'unit-not-named': 'the sheet names no unit; write “Đơn vị tính: …” above the table and run again',
      'formula-with-figure': `the formula ${list(cell.facts.formula)} holds a figure or a rounding in the old unit; change it first`,
      'no-weight-column': `there is no column ${list(cell.facts.column)} in the table to divide by`,
      'no-into-column': `there is no column ${list(cell.facts.column)} in any table to write into`,
      'no-allocation':
        'the programme of the table is not known, or the data hold no coefficients for this programme, year and project; give --programme, or divide by a column of points with --by COLUMN',
      'unknown-block': `there is no way of dividing “${list(cell.facts.block)}”; known: ${list(cell.facts.known)}`,
      'unknown-criterion': `“${list(cell.facts.criterion)}=${list(cell.facts.column)}” cannot be used: the column must be one of the table, the criterion one of: ${list(cell.facts.known)}`,
      'several-blocks': `the columns fit several ways of dividing; choose one with --block: ${list(cell.facts.blocks)}`,
      'criteria-missing': `to divide by ${list(cell.facts.block)} these columns are missing: ${listOf(cell.facts.missing)}${Array.isArray(cell.facts.found) && cell.facts.found.length > 0 ? `; found: ${listOf(cell.facts.found)}` : ''}; change the headers, or name the column with --criterion ${list(cell.facts.key)}=COLUMN`,
      'criterion-blank': `“${list(cell.facts.name)}” is blank; type the figure, 0 where there is none`,
      'criterion-not-number': `“${list(cell.facts.name)}” must be a number that is not negative; type it as a number`,
      'criterion-case': `“${list(cell.facts.text)}” fits no single case of “${list(cell.facts.name)}”: ${listOf(cell.facts.cases)}`,
      'criteria-outside': `the points cannot be computed (in Vietnamese: ${list(cell.facts.reason)})`,
      'nothing-to-divide':
        'the sum to divide is not known; give --divide-total or write it into the total row',
      'not-blank': 'already holds a figure; clear it or add --overwrite',
      'cannot-divide': `cannot be divided: ${list(cell.facts.reasonEn ?? cell.facts.reason)}`,
    };
    return `${where}: ${why[cell.code] ?? cell.code}`;
  },
};

function divideReason(edit: PlannedEdit, words: Wording): string {
  const { facts } = edit;
  const doubt = unsure(edit) ? `; not fully verified: ${list(facts.note)}` : '';
  const points =
    facts.computation === undefined
      ? ''
      : facts.pointsIn
        ? `points in ${list(facts.pointsIn)}${doubt}`
        : `points ${computation(edit, words)}, from ${termsOf(edit, words)}${lawOf(edit)}${doubt}`;
  if (facts.pointsOnly) return points;
  const extra = facts.extraStep === '0' ? '' : `, and ${amountOf(words, facts.extraStep)} more`;
  const own = facts.addition === '0' ? '' : `, with ${amountOf(words, facts.addition)} of its own`;
  return `${amountOf(words, facts.weight)}/${amountOf(words, facts.weights)} of ${amountOf(words, facts.total)} = ${list(facts.quota)}, rounded down ${amountOf(words, facts.floor)}${extra}${own}${points === '' ? '' : `; ${points}`}`;
}

const stated = (cell: unknown): string => (cell ? `, as stated in ${list(cell)}` : '');

function shareReason(edit: PlannedEdit, words: Wording): string {
  const { facts } = edit;
  if (facts.rule !== undefined) {
    const law = facts.statedIn ? stated(facts.statedIn) : lawOf(edit, UNREAD);
    return facts.rest === undefined
      ? `the most central money in ${list(facts.of)} of which the rest is the counterpart of ${percentOf(words, facts.rule)}${law}`
      : `what is left of ${list(facts.of)}, the counterpart of ${percentOf(words, facts.rule)} on ${list(facts.rest)}${law}`;
  }
  if (facts.total !== undefined)
    return `what is left of ${list(facts.total)} after the other kind of capital`;
  const extra = facts.extraStep && facts.extraStep !== '0' ? ', one step more' : '';
  const policy = facts.policy ? `, remainder by ${list(facts.policy)}${extra}` : '';
  return `${percentOf(words, facts.share)} of ${list(facts.of)}${policy}${stated(facts.statedIn)}`;
}
