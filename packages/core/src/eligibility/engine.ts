import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import { Compiler } from './compile.js';
import { NO, UNKNOWN } from './logic.js';
import { CARRY_LAW, Policy, type PolicyDay, subjectOf } from './policy.js';
import { Situation } from './situation.js';
import type {
  Decision,
  DerivedFact,
  EligibilityCase,
  FactDefinition,
  FactInput,
  Facts,
  NodeRules,
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
const NOTHING_AHEAD = { missing: NOTHING, settle: NOTHING };

/** A fact told from others by the law of a day. */
export interface Told {
  readonly value: FactInput | null;
  readonly law: LawReference | null;
  readonly missing: readonly string[];
}

/** One support, ready to be decided for many cases. */
export interface Support {
  /** The decision for the facts given on a day; see {@link EligibilityEngine.decide}. */
  decide(facts: Facts, asOf: string, id?: string | null): Decision;
}

/**
 * Decides, with every condition, its fact and its article. Made once from data by {@link compileEligibility}; what it
 * keeps between questions are lines of answers already worked out, never anything that changes an answer.
 */
export class EligibilityEngine {
  /** Policies by programme, by the node asked for (`''`: any), by the policy asked for (`''`: any). */
  readonly #asked = new Map<string, Map<string, Map<string, Policy[]>>>();

  readonly #compiler: Compiler;
  readonly #situation: Situation;

  constructor(readonly rules: EligibilityRules) {
    const compiler = new Compiler(rules.facts, rules.derived);
    this.#compiler = compiler;
    this.#situation = new Situation(compiler.numbers);
    for (const node of rules.nodes) {
      for (const rule of node.policies) this.#enter(new Policy(compiler, node, rule));
    }
  }

  #enter(policy: Policy): void {
    const { node, rule } = policy;
    const byNode = entry(this.#asked, node.programme, () => new Map<string, Map<string, Policy[]>>());
    for (const place of ['', ...placesOf(node.node)]) {
      const byPolicy = entry(byNode, place, () => new Map<string, Policy[]>());
      for (const id of ['', rule.id]) entry(byPolicy, id, () => []).push(policy);
    }
  }

  /**
   * The decisions for one case: one for each support of the node asked for and of the nodes below it, on that day.
   * Facts that are not given are not known. A node whose text was not at hand is `unknown`, with that reason.
   * With no node named, supports for another kind of subject than the facts speak of are left out.
   *
   * @param question facts by flat key; `readCases` makes them from nested JSON and says what is wrong with it
   * @example
   * engine.decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30',
   *   facts: { 'household.headEthnicGroup': 'La Hủ', 'household.poverty': 'near-poor' } })[0]?.decision // 'not-eligible'
   */
  decide(question: EligibilityCase): readonly Decision[] {
    const { programme, node, policy, facts } = question;
    const asked =
      this.#asked
        .get(programme)
        ?.get(node ?? '')
        ?.get(policy ?? '') ?? NOTHING;
    const told = node === undefined ? speakingTo(asked, facts) : asked;
    const decisions = this.#decideAll(told, question);
    return policy === undefined ? [...decisions, ...this.#withoutText(question)] : decisions;
  }

  /**
   * One support, to be decided for many cases in a row; `null` if there is none of that name.
   *
   * @example
   * const land = engine.support('dttsmn-2021-2025', 'DA1.ND1', 'residential-land');
   * households.map((facts) => land?.decide(facts, '2025-06-30'));
   */
  support(programme: string, node: string, policy: string): Support | null {
    const asked = this.#asked
      .get(programme)
      ?.get(node)
      ?.get(policy)
      ?.find((one) => one.node.node === node);
    if (asked === undefined) return null;
    const situation = this.#situation;
    return {
      decide(facts, asOf, id = null) {
        const onDay = asked.onDay(asOf);
        situation.layOut(facts, asOf, onDay.listDay);
        return decidePolicy(asked, onDay, situation, id);
      },
    };
  }

  /**
   * A fact that the law tells from others: the region of a commune or a difficult village from its indicators, poverty
   * from income and deprivations, membership in a list, a share of participants.
   *
   * @param fact a derived fact of the catalogue, `place.communeZone`
   * @returns the value, or `null` with the facts to find out; `law` is the article in force on that day
   * @example engine.tell('place.communeZone', { 'commune.minorityHouseholdShare': 10 }, '2024-06-30').value // 'none'
   */
  tell(fact: string, facts: Facts, asOf: string): Told {
    const derivation = this.#compiler.derivationOf(fact);
    const situation = this.#situation;
    situation.layOut(facts, asOf, asOf);
    const value = derivation ? situation.tell(derivation) : undefined;
    const missing = value === undefined ? (derivation?.cost(situation)?.facts ?? []) : NOTHING;
    return { value: value ?? null, law: derivation?.lawOn(asOf) ?? null, missing };
  }

  #decideAll(asked: readonly Policy[], { facts, asOf, id }: EligibilityCase): readonly Decision[] {
    const situation = this.#situation;
    let laidOutFor: string | null = null;
    return asked.map((one) => {
      const onDay = one.onDay(asOf);
      const { listDay } = onDay;
      if (laidOutFor !== listDay) {
        situation.layOut(facts, asOf, listDay);
        laidOutFor = listDay;
      }
      return decidePolicy(one, onDay, situation, id ?? null);
    });
  }

  /** Nodes asked for whose text was not at hand. */
  #withoutText(question: EligibilityCase): readonly Decision[] {
    const { programme, node } = question;
    const decisions: Decision[] = [];
    for (const one of this.rules.nodes) {
      if (!one.unknown || one.programme !== programme || !isWithin(one.node, node)) continue;
      const { law, reason } = one.unknown;
      decisions.push({ ...blank(question, one), law: [law], reason });
    }
    const whole = this.rules.without.find((one) => one.programme === programme);
    if (whole) {
      decisions.push({
        ...blank(question, { programme, node: node ?? '*' }),
        law: [whole.law],
        reason: whole.reason,
      });
    }
    return decisions;
  }
}

/**
 * Compiles rules once; see {@link EligibilityEngine.decide}.
 *
 * @example compileEligibility(ELIGIBILITY_RULES).decide({ programme: 'dttsmn-2021-2025', node: 'DA1.ND1', asOf: '2025-06-30', facts: {} })[0]?.decision // 'unknown'
 */
export function compileEligibility(rules: EligibilityRules): EligibilityEngine {
  return new EligibilityEngine(rules);
}

function decidePolicy(policy: Policy, onDay: PolicyDay, situation: Situation, id: string | null): Decision {
  const { rule, node } = policy;
  const { asOf } = situation;
  const { outside, conditions: compiled, caution } = onDay;
  if (outside !== null) return undecided(policy, { id, asOf }, outside);
  const { state, lines: conditions } = compiled.program.run(situation);
  const proven = caution === null && (policy.allVerified || compiled.root.proven(situation));
  const { missing, settle } = state === UNKNOWN ? compiled.program.ahead(situation) : NOTHING_AHEAD;
  return {
    id,
    programme: node.programme,
    node: node.node,
    policy: rule.id,
    name: rule.name,
    decision: VERDICTS[state] as Verdict,
    status: proven ? 'verified' : 'unverified',
    asOf,
    conditions,
    priorities: policy.priorities(situation, state),
    missing,
    settle,
    norms: state === NO ? NOTHING : rule.norms,
    support: rule.support ?? null,
    law: policy.laws,
    reason: caution ?? (state === UNKNOWN && policy.hasUnread ? policy.unreadReason(conditions) : null),
  };
}

interface Asked {
  readonly id?: string | null | undefined;
  readonly asOf: string;
}

function undecided(
  { rule, node, laws }: Policy,
  question: Asked,
  outside: { readonly verdict: Verdict; readonly reason: Bilingual },
): Decision {
  return {
    ...blank(question, node),
    policy: rule.id,
    name: rule.name,
    decision: outside.verdict,
    status: 'verified',
    support: rule.support ?? null,
    law: outside.verdict === 'unknown' ? laws : [CARRY_LAW],
    reason: outside.reason,
  };
}

/** `DA4`, `DA4.TDA1`, … down to the node itself. */
function placesOf(node: string): readonly string[] {
  const parts = node.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** With no node named, the supports for the kinds of subject that the facts speak of. */
function speakingTo(asked: readonly Policy[], facts: Facts): readonly Policy[] {
  const subjects = new Set(Object.keys(facts).map(subjectOf));
  return asked.filter((one) => speaksOf(one, subjects));
}

/** Whether a policy asks about something the facts speak of; the place alone says nothing of a household. */
function speaksOf(policy: Policy, subjects: ReadonlySet<string>): boolean {
  const own = [...policy.subjects].filter((subject) => subject !== 'place' && subject !== 'budget');
  return own.length === 0 ? subjects.has('place') : own.some((subject) => subjects.has(subject));
}

function isWithin(node: string, asked: string | undefined): boolean {
  return asked === undefined || node === asked || node.startsWith(`${asked}.`);
}

function blank(question: Asked, node: { readonly programme: string; readonly node: string }): Decision {
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
