import type { LawReference } from '../report/types.js';
import { type Compiler, distinctLaws } from './compile.js';
import { NO, type State } from './logic.js';
import { type ConditionNode, FactNode, type GroupNode } from './nodes.js';
import { Program } from './program.js';
import type { Situation } from './situation.js';
import type { MissingFact, NodeRules, PolicyRule, PriorityResult, Settlement } from './types.js';

/** Last day on which money of 2021–2025 may be spent (TT 60/2026/TT-BTC Điều 21 khoản 1, NQ 257/2025/QH15). */
export const CARRIED_OVER_TO = '2026-12-31';
export const CARRY_LAW: LawReference = {
  instrument: '60/2026/TT-BTC',
  article: 'Điều 21 khoản 1',
  status: 'verified',
};

/** What would settle an unknown answer. */
export interface Ahead {
  readonly missing: readonly MissingFact[];
  readonly settle: readonly Settlement[];
}

const NOTHING: readonly never[] = [];

interface CompiledPriority {
  readonly when: ConditionNode;
  /** By state: not met, met, unknown. */
  readonly results: readonly PriorityResult[];
}

/** One support, compiled. */
export class Policy {
  readonly laws: readonly LawReference[];
  readonly subjects: ReadonlySet<string>;
  readonly allVerified: boolean;
  /** Some condition stands in a text that was not at hand. */
  readonly hasUnread: boolean;
  /** How many facts of the catalogue can be told from others. */
  readonly tellable: number;
  readonly #conditions: Conditions;
  readonly #carried: Conditions;
  readonly #priorities: readonly CompiledPriority[];
  readonly #listed: (readonly PriorityResult[])[] = [];
  readonly #effortOf: (fact: string) => number;

  constructor(
    compiler: Compiler,
    readonly node: NodeRules,
    readonly rule: PolicyRule,
  ) {
    const { law } = rule;
    const carriedOver = compiler.condition({ fact: 'budget.carriedOver', is: true }, { law: CARRY_LAW }, 0);
    const parts = [
      ...rule.conditions.map((condition) => compiler.condition(condition, { law }, 0)),
      ...rule.exclusions.map((condition) => compiler.exclusion(condition, law)),
    ];
    this.laws = distinctLaws([law, ...parts.flatMap((part) => part.laws)]);
    this.#conditions = conditionsOf(compiler.together(parts), compiler.effortOf);
    this.#carried = conditionsOf(compiler.together([carriedOver, ...parts]), compiler.effortOf);
    this.#priorities = rule.priorities.map(({ id, name, when, law: own }) => ({
      when: compiler.condition(when, { law: own }, 0),
      results: (['not-met', 'met', 'unknown'] as const).map((outcome) =>
        Object.freeze({ id, name, outcome, law: own }),
      ),
    }));
    const facts = parts.flatMap(factsOf);
    this.subjects = new Set(facts.map(subjectOf));
    this.allVerified = this.laws.every((one) => one.status === 'verified');
    this.hasUnread = rule.conditions.some((condition) => 'unread' in condition);
    this.tellable = compiler.tellable;
    this.#effortOf = compiler.effortOf;
  }

  /** The conditions on a day; after the programme's time, first of all whether the money was carried over. */
  conditions(asOf: string): Conditions {
    return this.rule.to !== null && asOf > this.rule.to ? this.#carried : this.#conditions;
  }

  priorities(situation: Situation, state: State): readonly PriorityResult[] {
    if (state === NO || this.#priorities.length === 0) return NOTHING;
    let digits = 0;
    for (const { when } of this.#priorities) digits = digits * 3 + when.state(situation);
    return this.#listed[digits] ?? this.#list(digits);
  }

  /** Each way in which the priorities can stand, listed once. */
  #list(digits: number): readonly PriorityResult[] {
    const count = this.#priorities.length;
    const listed = this.#priorities.map(
      ({ results }, index) => results[Math.floor(digits / 3 ** (count - 1 - index)) % 3] as PriorityResult,
    );
    this.#listed[digits] = Object.freeze(listed);
    return listed;
  }

  /** What to ask for, least effort first, and what would settle the run just made. */
  ahead({ program }: Conditions, situation: Situation): Ahead {
    const { yes, no, open } = program.ahead(situation);
    const missing = open.map((fact) => ({ fact, effort: this.#effortOf(fact) }));
    // Of equal effort, the order of the rule stays.
    if (missing.length > 1) missing.sort((first, second) => first.effort - second.effort);
    const refuse: Settlement | null =
      no === null ? null : { to: 'not-eligible', facts: no.facts, effort: no.effort };
    const allow: Settlement | null =
      yes === null ? null : { to: 'eligible', facts: yes.facts, effort: yes.effort };
    if (refuse === null || allow === null)
      return { missing, settle: refuse ? [refuse] : allow ? [allow] : NOTHING };
    return { missing, settle: allow.effort < refuse.effort ? [allow, refuse] : [refuse, allow] };
  }
}

/** Conditions as a tree, to ask about, and laid flat, to run. */
export interface Conditions {
  readonly root: GroupNode;
  readonly program: Program;
}

function conditionsOf(root: GroupNode, effortOf: (fact: string) => number): Conditions {
  return { root, program: new Program(root, effortOf) };
}

function factsOf(node: ConditionNode): readonly string[] {
  if (node instanceof FactNode) return [node.fact];
  if ('parts' in node) return (node.parts as readonly ConditionNode[]).flatMap(factsOf);
  return 'part' in node ? factsOf(node.part as ConditionNode) : [];
}

export const subjectOf = (fact: string) => fact.slice(0, fact.indexOf('.'));
