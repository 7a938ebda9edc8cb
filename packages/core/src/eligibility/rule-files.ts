// One import a node: the list is held complete by rule-files.test.ts.
import dttsmnDA1ND1 from '../../data/eligibility/dttsmn-2021-2025/DA1.ND1.json';
import dttsmnDA1ND2 from '../../data/eligibility/dttsmn-2021-2025/DA1.ND2.json';
import dttsmnDA1ND3 from '../../data/eligibility/dttsmn-2021-2025/DA1.ND3.json';
import dttsmnDA1ND4 from '../../data/eligibility/dttsmn-2021-2025/DA1.ND4.json';
import dttsmnDA2 from '../../data/eligibility/dttsmn-2021-2025/DA2.json';
import dttsmnDA3TDA1 from '../../data/eligibility/dttsmn-2021-2025/DA3.TDA1.json';
import dttsmnDA3TDA2ND1 from '../../data/eligibility/dttsmn-2021-2025/DA3.TDA2.ND1.json';
import dttsmnDA3TDA2ND2 from '../../data/eligibility/dttsmn-2021-2025/DA3.TDA2.ND2.json';
import dttsmnDA3TDA2ND3 from '../../data/eligibility/dttsmn-2021-2025/DA3.TDA2.ND3.json';
import dttsmnDA3TDA3 from '../../data/eligibility/dttsmn-2021-2025/DA3.TDA3.json';
import dttsmnDA4TDA1ND1 from '../../data/eligibility/dttsmn-2021-2025/DA4.TDA1.ND1.json';
import dttsmnDA4TDA1ND2 from '../../data/eligibility/dttsmn-2021-2025/DA4.TDA1.ND2.json';
import dttsmnDA4TDA2 from '../../data/eligibility/dttsmn-2021-2025/DA4.TDA2.json';
import dttsmnDA5TDA1 from '../../data/eligibility/dttsmn-2021-2025/DA5.TDA1.json';
import dttsmnDA5TDA2ND1 from '../../data/eligibility/dttsmn-2021-2025/DA5.TDA2.ND1.json';
import dttsmnDA5TDA2ND2 from '../../data/eligibility/dttsmn-2021-2025/DA5.TDA2.ND2.json';
import dttsmnDA5TDA3 from '../../data/eligibility/dttsmn-2021-2025/DA5.TDA3.json';
import dttsmnDA5TDA4 from '../../data/eligibility/dttsmn-2021-2025/DA5.TDA4.json';
import dttsmnDA6 from '../../data/eligibility/dttsmn-2021-2025/DA6.json';
import dttsmnDA7ND1 from '../../data/eligibility/dttsmn-2021-2025/DA7.ND1.json';
import dttsmnDA7ND2 from '../../data/eligibility/dttsmn-2021-2025/DA7.ND2.json';
import dttsmnDA7ND3 from '../../data/eligibility/dttsmn-2021-2025/DA7.ND3.json';
import dttsmnDA8ND1 from '../../data/eligibility/dttsmn-2021-2025/DA8.ND1.json';
import dttsmnDA8ND2 from '../../data/eligibility/dttsmn-2021-2025/DA8.ND2.json';
import dttsmnDA8ND3 from '../../data/eligibility/dttsmn-2021-2025/DA8.ND3.json';
import dttsmnDA8ND4 from '../../data/eligibility/dttsmn-2021-2025/DA8.ND4.json';
import dttsmnDA9TDA1 from '../../data/eligibility/dttsmn-2021-2025/DA9.TDA1.json';
import dttsmnDA9TDA2 from '../../data/eligibility/dttsmn-2021-2025/DA9.TDA2.json';
import dttsmnDA10TDA1ND1 from '../../data/eligibility/dttsmn-2021-2025/DA10.TDA1.ND1.json';
import dttsmnDA10TDA1ND2 from '../../data/eligibility/dttsmn-2021-2025/DA10.TDA1.ND2.json';
import dttsmnDA10TDA1ND3 from '../../data/eligibility/dttsmn-2021-2025/DA10.TDA1.ND3.json';
import dttsmnDA10TDA2 from '../../data/eligibility/dttsmn-2021-2025/DA10.TDA2.json';
import dttsmnDA10TDA3 from '../../data/eligibility/dttsmn-2021-2025/DA10.TDA3.json';
import factFile from '../../data/eligibility/facts.json';
import gnbvDA1TDA1 from '../../data/eligibility/gnbv-2021-2025/DA1.TDA1.json';
import gnbvDA1TDA2 from '../../data/eligibility/gnbv-2021-2025/DA1.TDA2.json';
import gnbvDA2 from '../../data/eligibility/gnbv-2021-2025/DA2.json';
import gnbvDA3TDA1 from '../../data/eligibility/gnbv-2021-2025/DA3.TDA1.json';
import gnbvDA3TDA2 from '../../data/eligibility/gnbv-2021-2025/DA3.TDA2.json';
import gnbvDA4TDA1 from '../../data/eligibility/gnbv-2021-2025/DA4.TDA1.json';
import gnbvDA4TDA2 from '../../data/eligibility/gnbv-2021-2025/DA4.TDA2.json';
import gnbvDA4TDA3 from '../../data/eligibility/gnbv-2021-2025/DA4.TDA3.json';
import gnbvDA5 from '../../data/eligibility/gnbv-2021-2025/DA5.json';
import gnbvDA6TDA1 from '../../data/eligibility/gnbv-2021-2025/DA6.TDA1.json';
import gnbvDA6TDA2 from '../../data/eligibility/gnbv-2021-2025/DA6.TDA2.json';
import gnbvDA7TDA1 from '../../data/eligibility/gnbv-2021-2025/DA7.TDA1.json';
import gnbvDA7TDA2 from '../../data/eligibility/gnbv-2021-2025/DA7.TDA2.json';
import withoutFile from '../../data/eligibility/programmes-without-rules.json';
import type { EligibilityRules } from './engine.js';
import type { DerivedFact, FactDefinition, NodeRules } from './types.js';

/** The files are checked by their schema in `rule-files.test.ts`; JSON imports only know their widest types. */
const nodes = [
  dttsmnDA1ND1,
  dttsmnDA1ND2,
  dttsmnDA1ND3,
  dttsmnDA1ND4,
  dttsmnDA2,
  dttsmnDA3TDA1,
  dttsmnDA3TDA2ND1,
  dttsmnDA3TDA2ND2,
  dttsmnDA3TDA2ND3,
  dttsmnDA3TDA3,
  dttsmnDA4TDA1ND1,
  dttsmnDA4TDA1ND2,
  dttsmnDA4TDA2,
  dttsmnDA5TDA1,
  dttsmnDA5TDA2ND1,
  dttsmnDA5TDA2ND2,
  dttsmnDA5TDA3,
  dttsmnDA5TDA4,
  dttsmnDA6,
  dttsmnDA7ND1,
  dttsmnDA7ND2,
  dttsmnDA7ND3,
  dttsmnDA8ND1,
  dttsmnDA8ND2,
  dttsmnDA8ND3,
  dttsmnDA8ND4,
  dttsmnDA9TDA1,
  dttsmnDA9TDA2,
  dttsmnDA10TDA1ND1,
  dttsmnDA10TDA1ND2,
  dttsmnDA10TDA1ND3,
  dttsmnDA10TDA2,
  dttsmnDA10TDA3,
  gnbvDA1TDA1,
  gnbvDA1TDA2,
  gnbvDA2,
  gnbvDA3TDA1,
  gnbvDA3TDA2,
  gnbvDA4TDA1,
  gnbvDA4TDA2,
  gnbvDA4TDA3,
  gnbvDA5,
  gnbvDA6TDA1,
  gnbvDA6TDA2,
  gnbvDA7TDA1,
  gnbvDA7TDA2,
] as unknown as readonly NodeRules[];

/** The facts that can be told, and who may receive from which node by which article. */
export const ELIGIBILITY_RULES: EligibilityRules = {
  facts: factFile.facts as unknown as readonly FactDefinition[],
  derived: factFile.derived as unknown as readonly DerivedFact[],
  nodes,
  without: withoutFile.programmes as unknown as EligibilityRules['without'],
};
