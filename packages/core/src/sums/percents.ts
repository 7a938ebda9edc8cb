import { Decimal } from '../amount/decimal.js';
import { relativeForm, shiftFormula } from '../formula/index.js';
import type { FindingData } from '../report/types.js';
import type { PercentRelation } from '../sheet/types.js';
import { Origin } from './amount-grid.js';
import type { SumsAnalysis } from './analysis.js';
import { type CellKey, keyAt } from './cell-key.js';
import { addressFrom, decimalText, describe, edit, formulaContent, numberContent } from './describe.js';
import type { Figures, TableFigures } from './figures.js';
import { MANY } from './like-faults.js';
import { percentDigits, percentTolerance, ratioOf } from './percent-ratio.js';
import type { World } from './world.js';

/** A percent cell that is not the ratio of its two figures. */
export interface WrongPercent {
  readonly table: TableFigures;
  readonly relation: PercentRelation;
  readonly key: CellKey;
  readonly found: Decimal;
  /** The ratio, rounded to the digits that the cell shows. */
  readonly right: Decimal;
}

interface Judged {
  readonly relation: PercentRelation;
  readonly wrong: WrongPercent | null;
}

/** Percent cells that disagree with their figures, those left out that only follow a wrong figure. */
export function wrongPercents({ figures, mended }: SumsAnalysis): WrongPercent[] {
  return figures.tables.flatMap((table) => {
    const columns = new Map<number, Judged[]>();
    for (const relation of table.table.percents) {
      const judged = judge(figures, mended, table, relation);
      if (!judged) continue;
      const list = columns.get(relation.percent.column);
      if (list) list.push(judged);
      else columns.set(relation.percent.column, [judged]);
    }
    return [...columns.values()].flatMap(trustedOf);
  });
}

/** A ratio that was only seen in the figures must hold in more rows than it fails. */
function trustedOf(column: readonly Judged[]): WrongPercent[] {
  const wrong = column.flatMap((judged) => (judged.wrong ? [judged.wrong] : []));
  const guessed = column.some(
    ({ relation }) => relation.evidence === 'figures' || relation.evidence === 'layout',
  );
  return guessed && column.length - wrong.length <= wrong.length ? [] : wrong;
}

function judge(
  figures: Figures,
  mended: World,
  table: TableFigures,
  relation: PercentRelation,
): Judged | null {
  const key = keyAt(relation.percent);
  const origin = figures.origin(key);
  const found = figures.value(key);
  if (!found || origin === Origin.blank || origin === Origin.dash) return null;
  const now = ratioOf(relation, (cell) => figures.value(cell));
  if (!now) return null;
  const limit = percentTolerance(figures, relation, key);
  if (found.minus(now).abs().lte(limit)) return { relation, wrong: null };
  const later = ratioOf(relation, (cell) => mended.value(cell));
  const own = mended.value(key);
  if (later && own?.minus(later).abs().lte(limit)) return null;
  const digits = percentDigits(figures, key);
  return {
    relation,
    wrong: {
      table,
      relation,
      key,
      found,
      right: now.toDecimalPlaces(Math.max(0, digits), Decimal.ROUND_HALF_UP),
    },
  };
}

/** A percent formula that neighbours with the same relation write otherwise, as the neighbours would write it. */
export function neighbourFormula(
  figures: Figures,
  wrong: WrongPercent,
): { text: string; neighbours: number } | null {
  const { evaluator } = figures;
  const { percent } = wrong.relation;
  const own = evaluator.formula(percent.sheet, percent.row, percent.column);
  if (own === null) return null;
  const forms = new Map<string, { text: string; neighbours: number }>();
  for (const other of wrong.table.table.percents) {
    const at = other.percent;
    if (at.column !== percent.column || at.row === percent.row) continue;
    const text = evaluator.formula(at.sheet, at.row, at.column);
    if (text === null) continue;
    const form = relativeForm(text, at.row, at.column);
    const known = forms.get(form);
    if (known) known.neighbours++;
    else forms.set(form, { text: shiftFormula(text, percent.row - at.row, 0), neighbours: 1 });
  }
  const [best] = [...forms.values()].sort((a, b) => b.neighbours - a.neighbours);
  if (!best || best.neighbours < 2) return null;
  return best.text === own ? null : best;
}

/** Findings of typed percents (`percent-mismatch`); many in one column are one finding. */
export function percentFindings(analysis: SumsAnalysis): FindingData[] {
  const { figures } = analysis;
  const columns = new Map<string, WrongPercent[]>();
  for (const wrong of wrongPercents(analysis)) {
    if (
      analysis.accused(
        wrong.relation.percent.sheet,
        wrong.relation.percent.row,
        wrong.relation.percent.column,
      )
    )
      continue;
    if (figures.origin(wrong.key) === Origin.formula || restsOnSuspect(analysis, wrong)) continue;
    const id = `${wrong.table.index}/${wrong.relation.percent.column}`;
    const list = columns.get(id);
    if (list) list.push(wrong);
    else columns.set(id, [wrong]);
  }
  return [...columns.values()].flatMap((column) =>
    column.length > MANY ? [finding(figures, column)] : column.map((wrong) => finding(figures, [wrong])),
  );
}

/** The figure that the percent is of is itself under suspicion: the percent may well be right. */
function restsOnSuspect({ suspected }: SumsAnalysis, { relation }: WrongPercent): boolean {
  return suspected(relation.numerator) || suspected(relation.denominator);
}

function finding(figures: Figures, group: readonly WrongPercent[]): FindingData {
  const [first, ...others] = group as [WrongPercent, ...WrongPercent[]];
  return describe(figures, {
    code: 'percent-mismatch',
    severity: 'warning',
    key: first.key,
    others: others.map((wrong) => wrong.key),
    facts: percentFacts(figures, first),
    expected: decimalText(first.right),
    found: decimalText(first.found),
    difference: first.found.minus(first.right),
    unit: '%',
    fix: edit(figures, first.key, numberContent(first.right), false),
  });
}

export function percentFacts(figures: Figures, wrong: WrongPercent): Record<string, string | number> {
  const { relation, key } = wrong;
  const address = (cell: CellKey) => addressFrom(figures, cell, key);
  return {
    numerator: address(keyAt(relation.numerator)),
    denominator: address(keyAt(relation.denominator)),
    numeratorValue: decimalText(figures.value(keyAt(relation.numerator))!),
    denominatorValue: decimalText(figures.value(keyAt(relation.denominator))!),
    foundPercent: decimalText(wrong.found.times(relation.times === 1 ? 100 : 1)),
    expectedPercent: decimalText(wrong.right.times(relation.times === 1 ? 100 : 1)),
  };
}

/** Findings of percent formulas that read another row or column than their neighbours (`wrong-reference`). */
export function percentReferenceFindings(analysis: SumsAnalysis): FindingData[] {
  const { figures } = analysis;
  return wrongPercents(analysis).flatMap((wrong) => {
    const expected = neighbourFormula(figures, wrong);
    if (!expected) return [];
    const { percent } = wrong.relation;
    return [
      describe(figures, {
        code: 'wrong-reference',
        severity: 'error',
        key: wrong.key,
        facts: {
          ...percentFacts(figures, wrong),
          formula: `=${figures.evaluator.formula(percent.sheet, percent.row, percent.column)}`,
          expectedFormula: `=${expected.text}`,
          neighbours: expected.neighbours,
          fault: 'percent',
        },
        expected: decimalText(wrong.right),
        found: decimalText(wrong.found),
        difference: wrong.found.minus(wrong.right),
        unit: '%',
        fix: edit(figures, wrong.key, formulaContent(expected.text, wrong.right), true),
      }),
    ];
  });
}
