import {
  buildSnapshot,
  cellAddress,
  compileEligibility,
  type EligibilityEngine,
  type Facts,
  findNode,
  type PlainValue,
  readCases,
  readHouseholdList,
} from '@ctmtqg/core';
import { ELIGIBILITY_RULES } from '@ctmtqg/core/rules';
import { dayOf, invalid, isBlank, missing, programmeOf, textOf } from './arguments.js';

let engine: EligibilityEngine | null = null;

const VERDICTS = {
  eligible: 'Đủ điều kiện',
  'not-eligible': 'Không đủ điều kiện',
  unknown: 'Chưa đủ thông tin',
} as const;

/** The rows of the area as pairs; an empty value is not known. */
function pairsOf(area: unknown): [string, PlainValue][] {
  if (isBlank(area)) return [];
  if (!Array.isArray(area)) throw invalid('Thông tin: cần một vùng hai cột, tên và giá trị');
  const pairs = new Map<string, PlainValue>();
  for (const row of area as unknown[][]) {
    const [name, value] = row;
    if (row.length !== 2) throw invalid('Thông tin: cần một vùng hai cột, tên và giá trị');
    if (isBlank(name) || isBlank(value)) continue;
    const key = textOf(name);
    if (pairs.has(key) && pairs.get(key) !== value) throw invalid(`“${key}”: có hai giá trị khác nhau`);
    pairs.set(key, value as PlainValue);
  }
  return [...pairs];
}

/** Facts as a household list of one row is read: by key or by label, values by code or in Vietnamese words. */
function readFacts(pairs: readonly [string, PlainValue][]): Record<string, unknown> {
  if (pairs.length === 0) return {};
  const cells: Record<string, PlainValue> = { A1: 'id', A2: 'x' };
  pairs.forEach(([name, value], i) => {
    cells[cellAddress(1, i + 2)] = name;
    cells[cellAddress(2, i + 2)] = value;
  });
  const list = readHouseholdList(buildSnapshot([{ name: 'x', cells }]), ELIGIBILITY_RULES.facts);
  const [problem] = list?.problems ?? [];
  if (problem) throw invalid(problem.vi);
  return (list?.rows[0]?.data.facts ?? {}) as Record<string, unknown>;
}

function factsOf(area: unknown, programme: string, asOf: string): Facts {
  const pairs = pairsOf(area);
  const read = readFacts(pairs);
  const given = Object.keys(read).length === pairs.length ? read : { ...read, ...doubtful(pairs) };
  const { cases, problems } = readCases({ programme, asOf, facts: given }, ELIGIBILITY_RULES.facts);
  if (problems[0]) throw invalid(`${problems[0].path.replace(/^facts\./, '')}: ${problems[0].vi}`);
  return cases[0]!.facts;
}

/** Names that no fact goes by, for the reader to tell which is meant; and none that says one fact twice. */
function doubtful(pairs: readonly [string, PlainValue][]): Record<string, unknown> {
  const said = new Map<string, string>();
  for (const [name, value] of pairs) {
    for (const [key, meant] of Object.entries(readFacts([[name, value]]))) {
      const text = JSON.stringify(meant);
      if (said.has(key) && said.get(key) !== text) throw invalid(`“${key}”: có hai giá trị khác nhau`);
      said.set(key, text);
    }
  }
  return Object.fromEntries(pairs.filter(([name]) => !isFact(name)));
}

/** Whether a fact of any kind goes by the name; its value does not matter. */
function isFact(name: string): boolean {
  const cells = { A1: 'id', A2: 'x', B1: name, B2: '?' };
  return readHouseholdList(buildSnapshot([{ name: 'x', cells }]), ELIGIBILITY_RULES.facts) !== null;
}

/** Decides from the facts given; what is not told is unknown, and unknown is never no. */
export function eligible(programme: unknown, node: unknown, date: unknown, facts: unknown): string {
  const found = programmeOf(programme);
  const code = textOf(node);
  const named = findNode(found, code);
  if (!named) throw missing(`Không có mã “${code}” trong ${found.short}`);
  const asOf = dayOf(date);
  engine ??= compileEligibility(ELIGIBILITY_RULES);
  const question = { programme: found.id, node: named.code, asOf, facts: factsOf(facts, found.id, asOf) };
  const decisions = engine.decide(question);
  if (decisions.length === 0) throw missing('Không có điều kiện nào cho mục này trong bộ quy định');
  const verdicts = new Set(decisions.map((one) => one.decision));
  if (verdicts.size === 1) return VERDICTS[decisions[0]!.decision];
  const texts = decisions.map((one) => `${one.policy ?? one.node}: ${VERDICTS[one.decision].toLowerCase()}`);
  return texts.join('; ');
}
