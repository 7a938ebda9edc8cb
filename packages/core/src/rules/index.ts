import others from '../../data/other-programmes.json';
import merged from '../../data/programmes/ctmtqg-2026-2035.json';
import dttsmn from '../../data/programmes/dttsmn-2021-2025.json';
import gnbv from '../../data/programmes/gnbv-2021-2025.json';
import ntm from '../../data/programmes/ntm-2021-2025.json';
import version from '../../data/version.json';
import { ELIGIBILITY_RULES } from '../eligibility/rule-files.js';
import { COUNTERPART_RULES } from '../funding/rule-files.js';
import type { OtherProgramme, Programme, RuleSet } from './types.js';

export type * from './types.js';
export { ELIGIBILITY_RULES };

/** The files are checked against {@link Programme} by `rules.test.ts`; JSON imports only know their widest types. */
const programmes = [dttsmn, gnbv, ntm, merged] as unknown as readonly Programme[];
const otherProgrammes = others.programmes as unknown as readonly OtherProgramme[];

/** All that this release knows of the law. Pure data; the hash names the files it was built from. */
export const RULES: RuleSet = {
  version: version.version,
  hash: version.hash,
  programmes,
  otherProgrammes,
  counterpart: COUNTERPART_RULES,
  eligibility: ELIGIBILITY_RULES,
};
