import type { Bilingual } from '../law/types.js';
import type { LawReference } from '../report/types.js';
import { arithmeticTelling, casesTelling, Derivation, shareOf, shortageOf, type Telling } from './derive.js';
import { type Test, testOf } from './fact-test.js';
import { type Catalogue, type ConditionNode, FactNode, GroupNode, NotNode, UnreadNode } from './nodes.js';
import { FORMER_PROVINCE, provinceTest } from './provinces.js';
import type { Shown } from './shown.js';
import { StandardNode } from './standard-node.js';
import type { Condition, DerivedFact, FactCondition, FactDefinition } from './types.js';

const ALL: Bilingual = { vi: 'đủ mọi điều sau', en: 'all of the following' };
const ANY: Bilingual = { vi: 'một trong các điều sau', en: 'one of the following' };

/** What conditions of one rule share while they are compiled. */
interface Setting {
  readonly law: LawReference;
  readonly kind?: 'exclusion';
}

/** Turns conditions as data into nodes that evaluate fast; nothing of them is ever run as code. */
export class Compiler implements Catalogue {
  readonly #derivations = new Map<string, Derivation>();
  readonly #facts: ReadonlyMap<string, FactDefinition>;
  readonly #derived: ReadonlyMap<string, readonly DerivedFact[]>;
  /** Place of each fact in the catalogue. */
  readonly numbers: ReadonlyMap<string, number>;

  constructor(facts: readonly FactDefinition[], derived: readonly DerivedFact[]) {
    this.#facts = new Map(facts.map((fact) => [fact.key, fact]));
    this.numbers = new Map(facts.map((fact, number) => [fact.key, number]));
    const byFact = groupByFact(derived);
    this.#derived = byFact;
    // Entered before they are compiled, so that one derived fact may rest on another.
    const tellings = new Map<string, Telling[]>();
    for (const fact of byFact.keys()) {
      const list: Telling[] = [];
      tellings.set(fact, list);
      this.#derivations.set(fact, new Derivation(this.numberOf(fact), this.isByCases(fact), list));
    }
    for (const one of derived) tellings.get(one.fact)?.push(this.#telling(one));
  }

  readonly effortOf = (fact: string): number => this.#facts.get(fact)?.effort ?? 4;

  /** @throws Error if the catalogue does not have the fact. */
  numberOf(fact: string): number {
    const number = this.numbers.get(fact);
    if (number === undefined) throw new Error(`Sự việc “${fact}” không có trong danh mục`);
    return number;
  }

  derivationOf(fact: string): Derivation | undefined {
    return this.#derivations.get(fact);
  }

  /** Facts that can tell this one, near and far. */
  below(fact: string): readonly string[] {
    const near = (this.#derived.get(fact) ?? []).flatMap(inputsOf);
    return [...new Set(near.flatMap((one) => [one, ...this.below(one)]))];
  }

  /** Whether which fact to ask for next depends on the values of others. */
  isByCases(fact: string): boolean {
    return (this.#derived.get(fact) ?? []).some((one) => (one.cases?.length ?? 0) > 1);
  }

  #telling(one: DerivedFact): Telling {
    const { from, to, law } = one;
    const base = { from, to, law };
    if (one.share) {
      return arithmeticTelling(base, [one.share.part, one.share.whole], shareOf, this);
    }
    if (one.shortage) {
      return arithmeticTelling(base, [one.shortage.held, one.shortage.norm], shortageOf, this);
    }
    const cases = (one.cases ?? []).map(({ value, when }) => ({
      value,
      when: this.condition(when, { law }, 0),
    }));
    return casesTelling(base, cases, one.otherwise);
  }

  /** @throws Error if a condition names a fact that the catalogue does not have. */
  condition(condition: Condition, setting: Setting, depth: number): ConditionNode {
    const kind = setting.kind;
    const shown = (
      own: Shown['kind'],
      text: Bilingual | undefined,
      law: LawReference | undefined,
    ): Shown => ({
      kind: kind ?? own,
      depth,
      text: text ?? ALL,
      law: law ?? setting.law,
    });
    if ('unread' in condition) return new UnreadNode(shown('unread', condition.text, condition.unread));
    if ('standard' in condition) return new StandardNode(condition.standard, this);
    if ('not' in condition) return new NotNode(this.condition(condition.not, setting, depth));
    if ('all' in condition) {
      return this.#group(
        condition.all,
        condition.all.length,
        shown('all', condition.text, condition.law),
        setting,
        depth,
      );
    }
    if ('any' in condition) {
      return this.#group(
        condition.any,
        1,
        shown('any', condition.text ?? ANY, condition.law),
        setting,
        depth,
      );
    }
    if ('atLeastOf' in condition) {
      const own = shown('count', condition.text, condition.law);
      return this.#group(condition.conditions, condition.atLeastOf, own, setting, depth);
    }
    const fact = this.#facts.get(condition.fact);
    if (!fact) throw new Error(`Điều kiện nêu sự việc “${condition.fact}” không có trong danh mục`);
    const own = shown('condition', condition.text ?? fact.label, condition.law ?? fact.law);
    const { test, askInstead } = this.#test(condition, fact);
    return new FactNode(own, fact.key, test, this, askInstead);
  }

  #test(
    condition: FactCondition,
    fact: FactDefinition,
  ): { readonly test: Test; readonly askInstead: string | null } {
    if (fact.type === 'province' && condition.in) {
      return { test: provinceTest(condition.in), askInstead: FORMER_PROVINCE };
    }
    return { test: testOf(condition), askInstead: null };
  }

  #group(
    parts: readonly Condition[],
    least: number,
    shown: Shown,
    setting: Setting,
    depth: number,
  ): ConditionNode {
    const nodes = parts.map((part) => this.condition(part, setting, depth + 1));
    return new GroupNode(shown, nodes, least, this);
  }

  /** All of the conditions, without a line of their own. */
  together(nodes: readonly ConditionNode[]): GroupNode {
    return new GroupNode(null, nodes, nodes.length, this);
  }

  exclusion(condition: Condition, law: LawReference): ConditionNode {
    return new NotNode(this.condition(condition, { law, kind: 'exclusion' }, 0));
  }
}

function inputsOf({ share, shortage, cases }: DerivedFact): readonly string[] {
  if (share) return [share.part, share.whole];
  if (shortage) return [shortage.held, shortage.norm];
  return (cases ?? []).flatMap(({ when }) => factsIn(when));
}

const STANDARD_FACTS = {
  income: ['household.incomePerPersonMonth', 'place.urban'],
  deprivations: ['household.deprivations'],
} as const;

/** Facts that a condition names, at any depth. */
export function factsIn(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact];
  if ('standard' in condition) return STANDARD_FACTS[condition.standard];
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('atLeastOf' in condition) return condition.conditions.flatMap(factsIn);
  return 'not' in condition ? factsIn(condition.not) : [];
}

function groupByFact(derived: readonly DerivedFact[]): Map<string, DerivedFact[]> {
  const groups = new Map<string, DerivedFact[]>();
  for (const one of derived) groups.set(one.fact, [...(groups.get(one.fact) ?? []), one]);
  return groups;
}
