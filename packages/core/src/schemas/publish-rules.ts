import { z } from 'zod';
import {
  eligibilityCaseSchema,
  factsFileSchema,
  nodeRulesSchema,
  withoutRulesFileSchema,
} from './eligibility.js';
import {
  allocationFileSchema,
  areaListsFileSchema,
  areaRestrictionsFileSchema,
  ethnicFileSchema,
  instrumentsFileSchema,
  normFileSchema,
  povertyFileSchema,
  provincesFileSchema,
  termsFileSchema,
} from './law.js';
import { provinceLayerSchema } from './layer.js';

/** Schemas of the data files, by the name under which `rules/schema/NAME.json` is published. */
export const RULE_SCHEMAS = {
  instruments: instrumentsFileSchema,
  norms: normFileSchema,
  poverty: povertyFileSchema,
  terms: termsFileSchema,
  'ethnic-groups': ethnicFileSchema,
  allocation: allocationFileSchema,
  provinces: provincesFileSchema,
  'area-lists': areaListsFileSchema,
  'area-restrictions': areaRestrictionsFileSchema,
  facts: factsFileSchema,
  'eligibility-rule': nodeRulesSchema,
  'eligibility-case': eligibilityCaseSchema,
  'programmes-without-rules': withoutRulesFileSchema,
  'province-layer': provinceLayerSchema,
} as const;

/** The JSON Schemas (draft 2020-12) of the data files, for editors and for readers in other languages. */
export function publishedRuleSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(RULE_SCHEMAS).map(([name, schema]) => [
      name,
      { $id: `urn:ctmtqg:rules:${name}`, ...z.toJSONSchema(schema) },
    ]),
  );
}
