import { describe, expect, it } from 'vitest';
import { compileEligibility } from '../eligibility/engine.js';
import type { Facts } from '../eligibility/types.js';
import { findNode } from '../programmes/lookup.js';
import { ELIGIBILITY_RULES, RULES } from '../rules/index.js';
import { AREA_RESTRICTIONS, type AreaRestriction } from './area-restrictions.js';
import type { AreaZone } from './layer-types.js';

const engine = compileEligibility(ELIGIBILITY_RULES);

/** All that the rules of eligibility may be told of a place that lies in none of the zones. */
const NOWHERE: Facts = {
  'place.communeZone': 'none',
  'place.difficultVillage': false,
  'place.ethnicMinorityArea': false,
  'place.poorDistrict': false,
  'place.poorDistrictScheme': false,
  'place.coastalDifficultCommune': false,
  'place.safeZoneCommune': false,
  'place.islandCommune': false,
  'work.kind': 'other',
};
const IN: Readonly<Record<AreaZone, Facts>> = {
  I: { 'place.communeZone': 'I', 'place.ethnicMinorityArea': true },
  II: { 'place.communeZone': 'II', 'place.ethnicMinorityArea': true },
  III: { 'place.communeZone': 'III', 'place.ethnicMinorityArea': true },
  'difficult-village': { 'place.difficultVillage': true, 'place.ethnicMinorityArea': true },
  'poor-district': { 'place.poorDistrict': true, 'place.poorDistrictScheme': true },
  'coastal-commune': { 'place.coastalDifficultCommune': true },
};
const ZONES = Object.keys(IN) as AreaZone[];

const decide = ({ programme, policy, to }: AreaRestriction, facts: Facts) => {
  const [node = '', id = ''] = policy.split('/');
  const decisions = engine.decide({ programme, node, policy: id, asOf: to ?? '2025-12-31', facts });
  expect(decisions, policy).toHaveLength(1);
  return decisions[0]?.decision;
};

describe.each(AREA_RESTRICTIONS.map((one) => [one.id, one] as const))('the area of %s', (_, restriction) => {
  it('is that of nodes that exist, in the time of its rule of eligibility', () => {
    const programme = RULES.programmes.find(({ id }) => id === restriction.programme);
    for (const node of restriction.nodes) expect(programme && findNode(programme, node), node).toBeTruthy();
    const [node, id] = restriction.policy.split('/');
    const policy = ELIGIBILITY_RULES.nodes
      .find((one) => one.programme === restriction.programme && one.node === node)
      ?.policies.find((one) => one.id === id);
    expect(policy?.from).toBe(restriction.from);
    expect(policy?.to).toBe(restriction.to);
  });

  it('is the one that the rules of eligibility know', () => {
    expect(decide(restriction, NOWHERE)).toBe('not-eligible');
    for (const zone of ZONES) {
      const answer = decide(restriction, { ...NOWHERE, ...IN[zone] });
      if (restriction.within.includes(zone)) expect(answer, zone).not.toBe('not-eligible');
      else expect(answer, zone).toBe('not-eligible');
    }
  });
});
