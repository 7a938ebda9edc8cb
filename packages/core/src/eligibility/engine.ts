import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import { Compiler, distinctLaws } from './compile.js';
import type { Derivation } from './derive.js';
import { NO, UNKNOWN, YES } from './logic.js';
import { type ConditionNode, FactNode, type GroupNode } from './nodes.js';
import { Situation } from './situation.js';
import type {
  ConditionResult,
  Decision,
  DerivedFact,
  EligibilityCase,
  FactDefinition,
  Facts,
  MissingFact,
  NodeRules,
  PolicyRule,
  PriorityResult,
  PriorityRule,
  Settlement,
  Verdict,
} from './types.js';

/** Everything that eligibility is decided from, as data. */
export interface EligibilityRules {
  readonly facts: readonly FactDefinition[];
  readonly derived: readonly DerivedFact[];
  readonly nodes: readonly NodeRules[];
  /** Programmes of which no node's text was at hand. */
  readonly without: readonly {
    readonly programme: string;
    readonly law: LawReference;
    readonly reason: Bilingual;
  }[];
}

const VERDICTS: readonly Verdict[] = ['not-eligible', 'eligible', 'unknown'];
const NOTHING: readonly never[] = [];
/** Last day on which money of 2021–2025 may be spent (TT 60/2026/TT-BTC Điều 21 khoản 1, NQ 257/2025/QH15). */
const CARRIED_OVER_TO = '2026-12-31';
const CARRY_LAW: LawReference = {
  instrument: '60/2026/TT-BTC',
  article: 'Điều 21 khoản 1',
  status: 'verified',
};

interface CompiledPolicy {
  readonly rule: PolicyRule;
  readonly node: NodeRules;
  readonly conditions: GroupNode;
  /** The same, after the question whether the money was carried over. */
  readonly carried: GroupNode;
  readonly priorities: readonly { readonly rule: PriorityRule; readonly when: ConditionNode }[];
  readonly laws: readonly LawReference[];
  readonly subjects: ReadonlySet<string>;
  readonly allVerified: boolean;
}

/**
 * Decides, with every condition, its fact and its article. Made once from data by {@link compileEligibility};
 * it keeps no state that changes an answer.
 */
export class EligibilityEngine {
  readonly #policies: readonly CompiledPolicy[];
  readonly #derivations: ReadonlyMap<string, Derivation>;
  readonly #effortOf: (fact: string) => number;

  constructor(readonly rules: EligibilityRules) {
    const compiler = new Compiler(rules.facts, rules.derived);
    this.#derivations = compiler.derivations;
    this.#effortOf = compiler.effortOf;
    this.#policies = rules.nodes.flatMap((node) =>
      node.policies.map((rule) => compilePolicy(compiler, node, rule)),
    );
  }

  /**
   * The decisions for one case: one for each support of the node asked for and of the nodes below it, on that day.
   * Facts that are not given are not known. A node whose text was not at hand is `unknown`, with that reason.
   * With neither node nor policy named, supports for another kind of subject than the facts speak of are left out.
   *
   * @param question facts by flat key; `readCase` makes them from nested JSON and says what is wrong with it
   * @example
   * engine.decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30',
   *   facts: { 'household.headEthnicGroup': 'La Hủ', 'household.poverty': 'near-poor' } })[0]?.decision // 'not-eligible'
   */
  decide(question: EligibilityCase): readonly Decision[] {
    const decisions: Decision[] = [];
    const subjects = question.node === undefined ? subjectsOf(question.facts) : null;
    let situation: Situation | null = null;
    for (const policy of this.#policies) {
      if (!asks(question, policy)) continue;
      if (subjects !== null && !speaksOf(policy, subjects)) continue;
      const listDay = listDayOf(policy.rule, question.asOf);
      if (situation === null || situation.listDay !== listDay) {
        situation = new Situation(question.facts, question.asOf, listDay, this.#derivations);
      }
      decisions.push(this.#decidePolicy(policy, question, situation));
    }
    if (question.policy === undefined) decisions.push(...this.#withoutText(question));
    return decisions;
  }

  #decidePolicy(policy: CompiledPolicy, question: EligibilityCase, situation: Situation): Decision {
    const { rule } = policy;
    const outside = outsidePeriod(rule, question.asOf);
    if (outside !== null) return this.#undecided(policy, question, outside);
    const late = rule.to !== null && question.asOf > rule.to;
    const root = late ? policy.carried : policy.conditions;
    const conditions: ConditionResult[] = [];
    const state = root.list(situation, conditions);
    const caution = rule.caution !== undefined && question.asOf >= rule.caution.from ? rule.caution : null;
    const proven = caution === null && (policy.allVerified || root.proven(situation));
    return {
      id: question.id ?? null,
      programme: policy.node.programme,
      node: policy.node.node,
      policy: rule.id,
      name: rule.name,
      decision: VERDICTS[state] as Verdict,
      status: proven ? 'verified' : 'unverified',
      asOf: question.asOf,
      conditions,
      priorities: state === NO ? NOTHING : prioritiesOf(policy, situation),
      missing: state === UNKNOWN ? this.#missing(root, situation) : NOTHING,
      settle: state === UNKNOWN ? settlements(root, situation) : NOTHING,
      norms: state === NO ? NOTHING : rule.norms,
      support: rule.support ?? null,
      law: policy.laws,
      reason: caution?.text ?? (state === UNKNOWN ? unreadReason(conditions) : null),
    };
  }

  /** What to ask for, least effort first; of equal effort, in the order of the rule. */
  #missing(root: GroupNode, situation: Situation): readonly MissingFact[] {
    const open = new Set<string>();
    root.open(situation, open);
    return [...open]
      .map((fact) => ({ fact, effort: this.#effortOf(fact) }))
      .sort((first, second) => first.effort - second.effort);
  }

  #undecided(
    policy: CompiledPolicy,
    question: EligibilityCase,
    outside: { verdict: Verdict; reason: Bilingual },
  ): Decision {
    return {
      ...blank(question, policy.node),
      policy: policy.rule.id,
      name: policy.rule.name,
      decision: outside.verdict,
      status: 'verified',
      support: policy.rule.support ?? null,
      law: outside.verdict === 'unknown' ? policy.laws : [CARRY_LAW],
      reason: outside.reason,
    };
  }

  /** Nodes asked for whose text was not at hand. */
  #withoutText(question: EligibilityCase): readonly Decision[] {
    const nodes = this.rules.nodes.filter(
      (node) => node.unknown && node.programme === question.programme && isWithin(node.node, question.node),
    );
    const whole = this.rules.without.find((one) => one.programme === question.programme);
    const known = nodes.map((node) => ({
      node: node.node,
      ...(node.unknown as { law: LawReference; reason: Bilingual }),
    }));
    const all = whole
      ? [...known, { node: question.node ?? '*', law: whole.law, reason: whole.reason }]
      : known;
    return all.map(({ node, law, reason }) => ({
      ...blank(question, { programme: question.programme, node }),
      law: [law],
      reason,
    }));
  }
}

/** Compiles rules once; see {@link EligibilityEngine.decide}. */
export function compileEligibility(rules: EligibilityRules): EligibilityEngine {
  return new EligibilityEngine(rules);
}

function compilePolicy(compiler: Compiler, node: NodeRules, rule: PolicyRule): CompiledPolicy {
  const { law } = rule;
  const carriedOver = compiler.condition(
    { fact: 'budget.carriedOver', is: true, law: CARRY_LAW },
    { law: CARRY_LAW },
    0,
  );
  const parts = [
    ...rule.conditions.map((condition) => compiler.condition(condition, { law }, 0)),
    ...rule.exclusions.map((condition) => compiler.exclusion(condition, law)),
  ];
  const laws = distinctLaws([law, ...parts.flatMap((part) => part.laws)]);
  return {
    rule,
    node,
    conditions: compiler.together(parts),
    carried: compiler.together([carriedOver, ...parts]),
    priorities: rule.priorities.map((one) => ({
      rule: one,
      when: compiler.condition(one.when, { law: one.law }, 0),
    })),
    laws,
    subjects: new Set(parts.flatMap(factsOf).map(subjectOf)),
    allVerified: laws.every((one) => one.status === 'verified'),
  };
}

function factsOf(node: ConditionNode): readonly string[] {
  if (node instanceof FactNode) return [node.fact];
  if ('parts' in node) return (node.parts as readonly ConditionNode[]).flatMap(factsOf);
  return 'part' in node ? factsOf(node.part as ConditionNode) : [];
}

const subjectOf = (fact: string) => fact.slice(0, fact.indexOf('.'));

function subjectsOf(facts: Facts): ReadonlySet<string> {
  return new Set(Object.keys(facts).map(subjectOf));
}

/** Whether a policy asks about something the facts speak of; the place alone says nothing of a household. */
function speaksOf(policy: CompiledPolicy, subjects: ReadonlySet<string>): boolean {
  const own = [...policy.subjects].filter((subject) => subject !== 'place' && subject !== 'budget');
  return own.length === 0 ? subjects.has('place') : own.some((subject) => subjects.has(subject));
}

function isWithin(node: string, asked: string | undefined): boolean {
  return asked === undefined || node === asked || node.startsWith(`${asked}.`);
}

function asks(question: EligibilityCase, { node, rule }: CompiledPolicy): boolean {
  return (
    node.programme === question.programme &&
    isWithin(node.node, question.node) &&
    (question.policy === undefined || question.policy === rule.id)
  );
}

function listDayOf(rule: PolicyRule, asOf: string): string {
  return rule.to !== null && asOf > rule.to ? rule.to : asOf;
}

function outsidePeriod(rule: PolicyRule, asOf: string): { verdict: Verdict; reason: Bilingual } | null {
  if (asOf < rule.from) {
    return {
      verdict: 'unknown',
      reason: {
        vi: `${rule.law.instrument} chưa có hiệu lực vào ngày ${asOf} (từ ${rule.from}); quy định trước đó chưa đọc được.`,
        en: `${rule.law.instrument} was not in force on ${asOf} (from ${rule.from}); what held before was not available.`,
      },
    };
  }
  if (rule.to === null || asOf <= CARRIED_OVER_TO || rule.to > CARRIED_OVER_TO) return null;
  return {
    verdict: 'not-eligible',
    reason: {
      vi: `Đã hết thời hạn thực hiện và giải ngân (${CARRIED_OVER_TO}) của chương trình giai đoạn trước.`,
      en: `The last day for spending (${CARRIED_OVER_TO}) under the former programme has passed.`,
    },
  };
}

function prioritiesOf({ priorities }: CompiledPolicy, situation: Situation): readonly PriorityResult[] {
  if (priorities.length === 0) return NOTHING;
  return priorities.map(({ rule, when }) => {
    const state = when.state(situation);
    const outcome = state === YES ? 'met' : state === NO ? 'not-met' : 'unknown';
    return { id: rule.id, name: rule.name, outcome, law: rule.law };
  });
}

function settlements(root: GroupNode, situation: Situation): readonly Settlement[] {
  const { yes, no } = root.ways(situation);
  const found: Settlement[] = [];
  if (no !== null) found.push({ to: 'not-eligible', ...no });
  if (yes !== null) found.push({ to: 'eligible', ...yes });
  return found.sort((first, second) => first.effort - second.effort);
}

/** The text that was not at hand, if nothing else stands in the way. */
function unreadReason(conditions: readonly ConditionResult[]): Bilingual | null {
  const unread = conditions.find((line) => line.kind === 'unread');
  if (!unread) return null;
  const where = `${unread.law.instrument} ${unread.law.article}`;
  return {
    vi: `Chưa đọc được ${where}: ${unread.text.vi}.`,
    en: `${where} was not available: ${unread.text.en}.`,
  };
}

function blank(
  question: EligibilityCase,
  node: { readonly programme: string; readonly node: string },
): Decision {
  return {
    id: question.id ?? null,
    programme: node.programme,
    node: node.node,
    policy: null,
    name: null,
    decision: 'unknown',
    status: 'unverified',
    asOf: question.asOf,
    conditions: NOTHING,
    priorities: NOTHING,
    missing: NOTHING,
    settle: NOTHING,
    norms: NOTHING,
    support: null,
    law: NOTHING,
    reason: null,
  };
}
