import { distinctLaws } from '../law/distinct-laws.js';
import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import type { Compiler } from './compile.js';
import { NO, type State } from './logic.js';
import { type ConditionNode, FactNode, type GroupNode } from './nodes.js';
import { Program } from './program.js';
import type { Situation } from './situation.js';
import type { ConditionResult, NodeRules, PolicyRule, PriorityResult, Verdict } from './types.js';

/** Last day on which money of 2021–2025 may be spent (TT 60/2026/TT-BTC Điều 21 khoản 1, NQ 257/2025/QH15). */
export const CARRIED_OVER_TO = '2026-12-31';
export const CARRY_LAW: LawReference = {
  instrument: '60/2026/TT-BTC',
  article: 'Điều 21 khoản 1',
  status: 'verified',
};

const NOTHING: readonly never[] = [];

interface CompiledPriority {
  readonly when: ConditionNode;
  /** By state: not met, met, unknown. */
  readonly results: readonly PriorityResult[];
}

/** So many days are kept for each support. */
const KEPT_DAYS = 366;

/** What holds for a support on one day. */
export interface PolicyDay {
  readonly asOf: string;
  /** The day whose lists hold: the last day of the period for money carried over. */
  readonly listDay: string;
  /** The answer where the day lies outside the time of the support. */
  readonly outside: Outside | null;
  /** After the programme's time, first of all whether the money was carried over. */
  readonly conditions: Conditions;
  /** Why the article may no longer be the one to apply. */
  readonly caution: Bilingual | null;
}

/** The answer outside the time of a support. */
export interface Outside {
  readonly verdict: Verdict;
  readonly reason: Bilingual;
}

/** One support, compiled. */
export class Policy {
  readonly laws: readonly LawReference[];
  readonly subjects: ReadonlySet<string>;
  readonly allVerified: boolean;
  /** Some condition stands in a text that was not at hand. */
  readonly hasUnread: boolean;
  readonly #conditions: Conditions;
  readonly #carried: Conditions;
  readonly #priorities: readonly CompiledPriority[];
  readonly #listed: (readonly PriorityResult[])[] = [];
  readonly #days = new Map<string, PolicyDay>();
  #lastDay: PolicyDay | null = null;
  #unread: Bilingual | null | undefined;

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
  }

  /** What holds on a day; worked out once for each day asked about. */
  onDay(asOf: string): PolicyDay {
    if (this.#lastDay !== null && this.#lastDay.asOf === asOf) return this.#lastDay;
    const day = this.#days.get(asOf) ?? this.#makeDay(asOf);
    if (this.#days.size < KEPT_DAYS) this.#days.set(asOf, day);
    this.#lastDay = day;
    return day;
  }

  #makeDay(asOf: string): PolicyDay {
    const { to, caution } = this.rule;
    const carried = to !== null && asOf > to;
    return {
      asOf,
      listDay: carried ? to : asOf,
      outside: outsidePeriod(this.rule, asOf),
      conditions: carried ? this.#carried : this.#conditions,
      caution: caution !== undefined && asOf >= caution.from ? caution.text : null,
    };
  }

  /** The text that was not at hand; the same for every case, so it is worded once. */
  unreadReason(conditions: readonly ConditionResult[]): Bilingual | null {
    if (this.#unread === undefined) this.#unread = unreadReason(conditions);
    return this.#unread;
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

function outsidePeriod(rule: PolicyRule, asOf: string): Outside | null {
  if (asOf < rule.from) {
    const { instrument } = rule.law;
    return {
      verdict: 'unknown',
      reason: {
        vi: `${instrument} chưa có hiệu lực vào ngày ${asOf} (từ ${rule.from}); quy định trước đó chưa đọc được.`,
        en: `${instrument} was not in force on ${asOf} (from ${rule.from}); what held before was not available.`,
      },
    };
  }
  if (asOf <= CARRIED_OVER_TO || rule.to === null || rule.to > CARRIED_OVER_TO) return null;
  return {
    verdict: 'not-eligible',
    reason: {
      vi: `Đã hết thời hạn thực hiện và giải ngân (${CARRIED_OVER_TO}) của chương trình giai đoạn trước.`,
      en: `The last day for spending (${CARRIED_OVER_TO}) under the former programme has passed.`,
    },
  };
}

function unreadReason(conditions: readonly ConditionResult[]): Bilingual | null {
  const unread = conditions.find((line) => line.kind === 'unread');
  if (!unread) return null;
  const where = `${unread.law.instrument} ${unread.law.article}`;
  return {
    vi: `Chưa đọc được ${where}: ${unread.text.vi}.`,
    en: `${where} was not available: ${unread.text.en}.`,
  };
}
