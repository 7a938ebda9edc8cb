// The same rules for json-rules-engine: conditions translated one to one, facts told from others as dynamic facts.

const monthsAfter = (day, months) => {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

const BOUNDS = {
  atLeast: 'greaterThanInclusive',
  moreThan: 'greaterThan',
  atMost: 'lessThanInclusive',
  lessThan: 'lessThan',
};

function translate(condition) {
  if ('all' in condition) return { all: condition.all.map(translate) };
  if ('any' in condition) return { any: condition.any.map(translate) };
  if ('not' in condition) return { not: translate(condition.not) };
  if ('unread' in condition) return { fact: 'unread', operator: 'equal', value: true };
  const { fact } = condition;
  if ('is' in condition) return { fact, operator: 'equal', value: condition.is };
  if ('in' in condition) return { fact, operator: 'in', value: condition.in };
  if ('list' in condition) return { fact, operator: 'onList', value: condition.list };
  if ('withinMonths' in condition) return { fact, operator: 'withinMonths', value: condition.withinMonths };
  const bound = Object.keys(BOUNDS).find((name) => name in condition);
  return { fact, operator: BOUNDS[bound], value: condition[bound] };
}

/** An exclusion that is not known must not let a case pass: the peer is asked for a known “no”. */
const excluded = (condition) => ({ fact: condition.fact, operator: 'equal', value: !condition.is });

function addDerived(engine, derived) {
  for (const one of derived) {
    engine.addFact(one.fact, async (_, almanac) => {
      const read = (fact) => almanac.factValue(fact);
      if (one.share) {
        const [part, whole] = [await read(one.share.part), await read(one.share.whole)];
        return part === undefined || whole === undefined ? undefined : (part * 100) / whole;
      }
      if (one.shortage) {
        const [held, norm] = [await read(one.shortage.held), await read(one.shortage.norm)];
        return held === undefined || norm === undefined ? undefined : ((norm - held) * 100) / norm;
      }
      return tellByCases(one, read);
    });
  }
}

const ASKED_ON = '2025-06-30';

async function holds(when, read, onList) {
  if (when.standard === 'income') {
    const income = await read('household.incomePerPersonMonth');
    return income === undefined ? undefined : income <= ((await read('place.urban')) ? 2_000_000 : 1_500_000);
  }
  if (when.standard === 'deprivations') {
    const count = await read('household.deprivations');
    return count === undefined ? undefined : count >= 3;
  }
  if (when.all) {
    const parts = await Promise.all(when.all.map((part) => holds(part, read, onList)));
    return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
  }
  if (when.any) {
    const parts = await Promise.all(when.any.map((part) => holds(part, read, onList)));
    return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
  }
  const value = await read(when.fact);
  if (value === undefined) return undefined;
  if (when.list) return onList(value, when.list, ASKED_ON) ?? undefined;
  if (when.withinMonths) return value !== 'none' && ASKED_ON <= monthsAfter(value, when.withinMonths);
  if ('moreThan' in when) return value > when.moreThan;
  return value === when.is;
}

let tellByCases;

/** One engine for each policy, the arrangement in which json-rules-engine is fastest here. */
export function enginesOf(rules, { Engine }, onList) {
  tellByCases = async (one, read) => {
    for (const { value, when } of one.cases) {
      const state = await holds(when, read, onList);
      if (state === true) return value;
      if (state === undefined) return undefined;
    }
    return one.otherwise;
  };
  const engines = new Map();
  for (const node of rules.nodes) {
    for (const policy of node.policies) {
      const engine = new Engine([], { allowUndefinedFacts: true });
      engine.addOperator(
        'onList',
        (value, list) => value !== undefined && onList(value, list, ASKED_ON) === true,
      );
      engine.addOperator(
        'withinMonths',
        (value, months) => value !== undefined && ASKED_ON <= monthsAfter(value, months),
      );
      addDerived(engine, rules.derived);
      const conditions = [...policy.conditions.map(translate), ...policy.exclusions.map(excluded)];
      engine.addRule({ conditions: { all: conditions }, event: { type: 'eligible' } });
      engines.set(`${node.programme}/${node.node}/${policy.id}`, engine);
    }
  }
  return engines;
}
