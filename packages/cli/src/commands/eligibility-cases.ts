import { type EligibilityCase, factLabel, type HouseholdList, readCases } from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import { CallError } from '../call-error.js';
import { type PlaceOfProblem, unusable } from './unusable.js';

/** What holds for cases that do not say it themselves. */
export interface CaseDefaults {
  readonly asOf?: string;
  readonly programme?: string;
}

/** Cases that can be decided; otherwise one line says which are wrong, by cell where they come from a sheet. */
export function casesOf(
  path: string,
  data: unknown,
  { asOf, programme }: CaseDefaults,
  list: HouseholdList | null,
): readonly EligibilityCase[] {
  const { cases, problems } = readCases(data, ELIGIBILITY_RULES.facts, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(programme === undefined ? {} : { programme }),
  });
  if (problems.length > 0) throw unusable(path, problems, list === null ? undefined : inSheet(list));
  return cases;
}

/** `[3].facts.household.poverty` → the row of the sheet that it came from, and the fact as people call it. */
const inSheet =
  ({ sheet, rows }: HouseholdList): PlaceOfProblem =>
  ({ path }, language) =>
    path.replace(/^\[(\d+)\]\.(?:facts\.)?(.*)$/, (_, index: string, key: string) => {
      const fact = ELIGIBILITY_RULES.facts.find((one) => one.key === key);
      const row = rows[Number(index)]?.row;
      const at = language === 'vi' ? `dòng ${row}` : `row ${row}`;
      return `${sheet}, ${at}, ${fact ? factLabel(fact, language) : key}`;
    });

/** The node asked for, where a case names none of its own. */
export function withNode(data: unknown, node: string | undefined): unknown {
  if (node === undefined) return data;
  const named = (one: unknown) => (typeof one === 'object' && one !== null ? { node, ...one } : one);
  return Array.isArray(data) ? data.map(named) : named(data);
}

/** One JSON document, or one a line. */
export function parseCases(path: string, text: string): unknown {
  const body = text.replace(/^\uFEFF/, '').trim();
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  try {
    return JSON.parse(body);
  } catch (error) {
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))) {
      return lines.map((line, index) => parseLine(path, line, index + 1));
    }
    throw notJson(path, error);
  }
}

function parseLine(path: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw notJson(`${path}:${number}`, error);
  }
}

function notJson(where: string, error: unknown): CallError {
  const detail = error instanceof Error ? error.message : String(error);
  return new CallError(
    'not-json',
    `${where} không phải JSON hợp lệ (${detail}); xem docs/doi-tuong.md để biết cách viết`,
    `${where} is not valid JSON (${detail}); see docs/doi-tuong.md for how to write it`,
  );
}
