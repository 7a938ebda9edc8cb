// One import a node: the list is held complete by rule-files.test.ts.

import ctmtqgHP1NDTP01 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP01.json';
import ctmtqgHP1NDTP02ND14 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP02.ND14.json';
import ctmtqgHP1NDTP03 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP03.json';
import ctmtqgHP1NDTP04 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP04.json';
import ctmtqgHP1NDTP05 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP05.json';
import ctmtqgHP1NDTP06 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP06.json';
import ctmtqgHP1NDTP07 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP07.json';
import ctmtqgHP1NDTP08 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP08.json';
import ctmtqgHP1NDTP09 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP09.json';
import ctmtqgHP1NDTP10 from '../../data/eligibility/ctmtqg-2026-2035/HP1.NDTP10.json';
import ctmtqgHP2NDTP01 from '../../data/eligibility/ctmtqg-2026-2035/HP2.NDTP01.json';
import ctmtqgHP2NDTP02 from '../../data/eligibility/ctmtqg-2026-2035/HP2.NDTP02.json';
import ctmtqgHP2NDTP03ND03 from '../../data/eligibility/ctmtqg-2026-2035/HP2.NDTP03.ND03.json';
import ctmtqgHP2NDTP04 from '../../data/eligibility/ctmtqg-2026-2035/HP2.NDTP04.json';
import ctmtqgHP2NDTP05 from '../../data/eligibility/ctmtqg-2026-2035/HP2.NDTP05.json';
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
import ntmCD1 from '../../data/eligibility/ntm-2021-2025/CD1.json';
import ntmCD2 from '../../data/eligibility/ntm-2021-2025/CD2.json';
import ntmCD3 from '../../data/eligibility/ntm-2021-2025/CD3.json';
import ntmCD4 from '../../data/eligibility/ntm-2021-2025/CD4.json';
import ntmCD5 from '../../data/eligibility/ntm-2021-2025/CD5.json';
import ntmCD6 from '../../data/eligibility/ntm-2021-2025/CD6.json';
import ntmNDTP01 from '../../data/eligibility/ntm-2021-2025/NDTP01.json';
import ntmNDTP02ND02 from '../../data/eligibility/ntm-2021-2025/NDTP02.ND02.json';
import ntmNDTP02ND09 from '../../data/eligibility/ntm-2021-2025/NDTP02.ND09.json';
import ntmNDTP02ND11 from '../../data/eligibility/ntm-2021-2025/NDTP02.ND11.json';
import ntmNDTP03ND02 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND02.json';
import ntmNDTP03ND04 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND04.json';
import ntmNDTP03ND05 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND05.json';
import ntmNDTP03ND06 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND06.json';
import ntmNDTP03ND07 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND07.json';
import ntmNDTP03ND08 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND08.json';
import ntmNDTP03ND09 from '../../data/eligibility/ntm-2021-2025/NDTP03.ND09.json';
import ntmNDTP04 from '../../data/eligibility/ntm-2021-2025/NDTP04.json';
import ntmNDTP05ND01 from '../../data/eligibility/ntm-2021-2025/NDTP05.ND01.json';
import ntmNDTP05ND02 from '../../data/eligibility/ntm-2021-2025/NDTP05.ND02.json';
import ntmNDTP06ND01 from '../../data/eligibility/ntm-2021-2025/NDTP06.ND01.json';
import ntmNDTP06ND02 from '../../data/eligibility/ntm-2021-2025/NDTP06.ND02.json';
import ntmNDTP07ND01 from '../../data/eligibility/ntm-2021-2025/NDTP07.ND01.json';
import ntmNDTP07ND02 from '../../data/eligibility/ntm-2021-2025/NDTP07.ND02.json';
import ntmNDTP07ND03 from '../../data/eligibility/ntm-2021-2025/NDTP07.ND03.json';
import ntmNDTP07ND05 from '../../data/eligibility/ntm-2021-2025/NDTP07.ND05.json';
import ntmNDTP07ND06 from '../../data/eligibility/ntm-2021-2025/NDTP07.ND06.json';
import ntmNDTP07ND07 from '../../data/eligibility/ntm-2021-2025/NDTP07.ND07.json';
import ntmNDTP08ND01 from '../../data/eligibility/ntm-2021-2025/NDTP08.ND01.json';
import ntmNDTP08ND02 from '../../data/eligibility/ntm-2021-2025/NDTP08.ND02.json';
import ntmNDTP08ND03 from '../../data/eligibility/ntm-2021-2025/NDTP08.ND03.json';
import ntmNDTP08ND04 from '../../data/eligibility/ntm-2021-2025/NDTP08.ND04.json';
import ntmNDTP08ND05 from '../../data/eligibility/ntm-2021-2025/NDTP08.ND05.json';
import ntmNDTP08ND06 from '../../data/eligibility/ntm-2021-2025/NDTP08.ND06.json';
import ntmNDTP09ND01 from '../../data/eligibility/ntm-2021-2025/NDTP09.ND01.json';
import ntmNDTP09ND02 from '../../data/eligibility/ntm-2021-2025/NDTP09.ND02.json';
import ntmNDTP09ND03 from '../../data/eligibility/ntm-2021-2025/NDTP09.ND03.json';
import ntmNDTP09ND04 from '../../data/eligibility/ntm-2021-2025/NDTP09.ND04.json';
import ntmNDTP09ND05 from '../../data/eligibility/ntm-2021-2025/NDTP09.ND05.json';
import ntmNDTP10ND01 from '../../data/eligibility/ntm-2021-2025/NDTP10.ND01.json';
import ntmNDTP10ND02 from '../../data/eligibility/ntm-2021-2025/NDTP10.ND02.json';
import ntmNDTP11ND01 from '../../data/eligibility/ntm-2021-2025/NDTP11.ND01.json';
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
  ntmCD1,
  ntmNDTP01,
  ntmCD2,
  ntmNDTP02ND02,
  ntmNDTP02ND09,
  ntmNDTP02ND11,
  ntmCD3,
  ntmNDTP03ND02,
  ntmNDTP03ND04,
  ntmNDTP03ND05,
  ntmNDTP03ND06,
  ntmNDTP03ND07,
  ntmNDTP03ND08,
  ntmNDTP03ND09,
  ntmCD4,
  ntmNDTP04,
  ntmCD5,
  ntmNDTP05ND01,
  ntmNDTP05ND02,
  ntmCD6,
  ntmNDTP06ND01,
  ntmNDTP06ND02,
  ntmNDTP07ND01,
  ntmNDTP07ND02,
  ntmNDTP07ND03,
  ntmNDTP07ND05,
  ntmNDTP07ND06,
  ntmNDTP07ND07,
  ntmNDTP08ND01,
  ntmNDTP08ND02,
  ntmNDTP08ND03,
  ntmNDTP08ND04,
  ntmNDTP08ND05,
  ntmNDTP08ND06,
  ntmNDTP09ND01,
  ntmNDTP09ND02,
  ntmNDTP09ND03,
  ntmNDTP09ND04,
  ntmNDTP09ND05,
  ntmNDTP10ND01,
  ntmNDTP10ND02,
  ntmNDTP11ND01,
  ctmtqgHP1NDTP01,
  ctmtqgHP1NDTP02ND14,
  ctmtqgHP1NDTP03,
  ctmtqgHP1NDTP04,
  ctmtqgHP1NDTP05,
  ctmtqgHP1NDTP06,
  ctmtqgHP1NDTP07,
  ctmtqgHP1NDTP08,
  ctmtqgHP1NDTP09,
  ctmtqgHP1NDTP10,
  ctmtqgHP2NDTP01,
  ctmtqgHP2NDTP02,
  ctmtqgHP2NDTP03ND03,
  ctmtqgHP2NDTP04,
  ctmtqgHP2NDTP05,
] as unknown as readonly NodeRules[];

/** The facts that can be told, and who may receive from which node by which article. */
export const ELIGIBILITY_RULES: EligibilityRules = {
  facts: factFile.facts as unknown as readonly FactDefinition[],
  derived: factFile.derived as unknown as readonly DerivedFact[],
  nodes,
  without: withoutFile.programmes as unknown as EligibilityRules['without'],
};
