import { z } from 'zod';
import type { Condition } from '../eligibility/types.js';
import { bilingual, lawReference, period } from './law.js';

const $schema = z.string().optional();
const value = z.union([z.string(), z.number(), z.boolean()]);
const told = { text: bilingual.optional(), law: lawReference.optional() };

const factCondition = z
  .strictObject({
    fact: z.string().min(1),
    is: value.optional(),
    in: z.array(z.string()).min(1).optional(),
    list: z.enum(['minority', 'hardship', 'specific']).optional(),
    atLeast: z.number().optional(),
    moreThan: z.number().optional(),
    atMost: z.number().optional(),
    lessThan: z.number().optional(),
    withinMonths: z.int().positive().optional(),
    ...told,
  })
  .refine(
    (one) => Object.keys(one).some((key) => !['fact', 'text', 'law'].includes(key)),
    'điều kiện phải so sánh sự việc với một giá trị (is, in, list, atLeast, moreThan, atMost, lessThan, withinMonths)',
  );

/** A condition of a rule, at any depth. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    factCondition,
    z.strictObject({ all: z.array(conditionSchema).min(1), ...told }),
    z.strictObject({ any: z.array(conditionSchema).min(1), ...told }),
    z.strictObject({ not: conditionSchema, ...told }),
    z.strictObject({ atLeastOf: z.int().positive(), conditions: z.array(conditionSchema).min(1), ...told }),
    z.strictObject({ unread: lawReference, text: bilingual }),
    z.strictObject({ standard: z.enum(['income', 'deprivations']), ...told }),
  ]),
) as z.ZodType<Condition>;

const policy = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: bilingual,
  subject: z.enum([
    'household',
    'person',
    'village',
    'commune',
    'school',
    'enterprise',
    'project',
    'work',
    'product',
  ]),
  ...period,
  law: lawReference,
  quote: z.string().min(1),
  conditions: z.array(conditionSchema).min(1),
  exclusions: z.array(conditionSchema),
  priorities: z.array(
    z.strictObject({ id: z.string(), name: bilingual, when: conditionSchema, law: lawReference }),
  ),
  norms: z.array(z.string()),
  support: z.string().optional(),
  caution: z.strictObject({ from: z.iso.date(), instrument: z.string(), text: bilingual }).optional(),
});

/** Who may receive from one node: one file a node. */
export const nodeRulesSchema = z
  .strictObject({
    $schema,
    programme: z.string().min(1),
    node: z.string().min(1),
    policies: z.array(policy),
    unknown: z.strictObject({ law: lawReference, reason: bilingual }).optional(),
  })
  .refine(
    (one) => one.policies.length > 0 !== (one.unknown !== undefined),
    'phải có quy định (policies), hoặc lý do chưa có (unknown)',
  );

export const factDefinitionSchema = z.strictObject({
  key: z.string().regex(/^[a-z]+\.[A-Za-z0-9]+$/),
  type: z.enum(['boolean', 'number', 'date', 'choice', 'ethnic', 'province', 'text']),
  label: bilingual,
  question: bilingual,
  effort: z.int().min(1).max(4),
  values: z.array(z.string()).optional(),
  unit: z.string().optional(),
  derived: z.boolean().optional(),
  law: lawReference.optional(),
});

const derivedFact = z.strictObject({
  fact: z.string(),
  ...period,
  law: lawReference,
  cases: z.array(z.strictObject({ value, when: conditionSchema })).optional(),
  otherwise: value.optional(),
  share: z.strictObject({ part: z.string(), whole: z.string() }).optional(),
  shortage: z.strictObject({ held: z.string(), norm: z.string() }).optional(),
});

export const factsFileSchema = z.strictObject({
  $schema,
  effortScale: z.record(z.string(), z.string()),
  facts: z.array(factDefinitionSchema),
  derived: z.array(derivedFact),
});

export const withoutRulesFileSchema = z.strictObject({
  $schema,
  programmes: z.array(z.strictObject({ programme: z.string(), law: lawReference, reason: bilingual })),
});

/** One question as `ctmtqg eligibility` reads it, facts flat or nested. */
export const eligibilityCaseSchema = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  programme: z.string().optional(),
  node: z.string().optional(),
  policy: z.string().optional(),
  asOf: z.iso.date().optional(),
  facts: z.record(z.string(), z.unknown()),
});
