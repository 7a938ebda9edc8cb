// Decisions a second, with full explanations, against json-rules-engine without any, on the same rules and facts in
// one run. Every answer of the two is compared before anything is timed. `node test/bench/eligibility.mjs [--json]`
import { readFileSync } from 'node:fs';
import jsonRules from 'json-rules-engine';
import { compileEligibility, isOnList } from '../../packages/core/dist/index.js';
import { ELIGIBILITY_RULES } from '../../packages/core/dist/rules.js';
import { enginesOf } from './eligibility-peer.mjs';

const at = (path) => new URL(path, import.meta.url);
const { cases } = JSON.parse(readFileSync(at('../vectors/eligibility.json'), 'utf8'));
const engine = compileEligibility(ELIGIBILITY_RULES);
const peers = enginesOf(ELIGIBILITY_RULES, jsonRules, isOnList);

// The peer knows no days: it is asked only where the rule holds on the day of the case.
const policies = new Map(
  ELIGIBILITY_RULES.nodes.flatMap(({ programme, node, policies }) =>
    policies.map((policy) => [`${programme}/${node}/${policy.id}`, policy]),
  ),
);
const holds = ({ programme, node, policy, asOf }) => {
  const { from, to } = policies.get(`${programme}/${node}/${policy}`);
  return from <= asOf && (to === null || asOf <= to);
};
const compared = cases.filter(holds);

// Each side holds the one rule that a case asks about at hand before it is timed.
const prepared = compared.map((one) => ({
  id: one.id,
  sentence: one.sentence,
  facts: one.facts,
  asOf: one.asOf,
  support: engine.support(one.programme, one.node, one.policy),
  peer: peers.get(`${one.programme}/${one.node}/${one.policy}`),
}));

async function peerDecides({ peer, facts }) {
  const { results } = await peer.run(facts);
  return results.length > 0;
}

const weDecide = ({ support, facts, asOf }) => support.decide(facts, asOf);

/** The peer knows only yes and no, so “not yes” is what it can be held to. */
async function agree() {
  for (const one of prepared) {
    const ours = weDecide(one).decision === 'eligible';
    if (ours !== (await peerDecides(one))) throw new Error(`the two disagree on ${one.id}: ${one.sentence}`);
  }
}

/** Decisions for each second of processor time, so that a busy machine does not blur the comparison. */
async function timed(seconds, round) {
  let decisions = 0;
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  while (spent() < seconds) decisions += await round();
  return decisions / spent();
}

let shown = 0;
const ourRound = () => {
  for (let again = 0; again < 50; again += 1) {
    for (const one of prepared) shown += weDecide(one).conditions.length;
  }
  return 50 * compared.length;
};
const peerRound = async () => {
  for (let again = 0; again < 5; again += 1) {
    for (const one of prepared) await peerDecides(one);
  }
  return 5 * compared.length;
};

await agree();
await timed(0.5, ourRound);
await timed(0.5, peerRound);
// Turn and turn about, so that what else the machine does weighs on both alike.
const turns = Number(process.env.BENCH_TURNS ?? 12);
const measured = [];
for (let turn = 0; turn < turns; turn += 1) {
  const ours = await timed(0.2, ourRound);
  const peer = await timed(0.4, peerRound);
  measured.push({ ours, peer, times: ours / peer });
}
const inOrder = (name) => measured.map((one) => one[name]).sort((one, other) => one - other);
const median = (name) => inOrder(name)[Math.floor(turns / 2)];
const tenth = (value) => Math.round(value * 10) / 10;
const times = median('times');
const result = {
  cases: compared.length,
  policies: peers.size,
  ours: Math.round(median('ours')),
  jsonRulesEngine: Math.round(median('peer')),
  times: tenth(times),
  spread: [tenth(inOrder('times')[0]), tenth(inOrder('times')[turns - 1])],
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else {
  console.log(`${result.cases} cases, ${result.policies} policies, ${shown} explained conditions`);
  console.log(`with full explanations: ${result.ours.toLocaleString('en')} decisions a second`);
  console.log(
    `json-rules-engine, without: ${result.jsonRulesEngine.toLocaleString('en')} decisions a second`,
  );
  const [least, most] = result.spread;
  console.log(`${result.times} times as many (median of ${turns} turns, ${least} to ${most})`);
}
if (times < 50) process.exitCode = 1;
