import { z } from 'zod';

/** Parts that the schemas of the law share. */
export const day = z.iso.date();
export const decimalText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'phải là số thập phân viết dạng chuỗi, ví dụ "0.15"');
export const status = z.enum(['verified', 'unverified']);
export const bilingual = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
/** Where a value stands: no value enters without it. */
export const lawReference = z.strictObject({
  instrument: z.string().min(1),
  article: z.string(),
  status,
});
/** First and last day in force; `null`: no end is known. */
export const period = { from: day, to: day.nullable() };
const $schema = z.string().optional();

export const instrumentSchema = z.strictObject({
  number: z.string().min(1),
  kind: z.enum(['Nghị quyết', 'Nghị định', 'Quyết định', 'Thông tư', 'Luật', 'Kết luận']),
  issuer: z.string().min(1),
  title: z.string().min(1),
  date: day.nullable(),
  inForceFrom: day.nullable(),
  inForceTo: day.nullable(),
  datesStatus: status,
  amends: z.array(z.string()),
  replaces: z.array(z.string()),
  read: z.enum(['full', 'partial', 'reported', 'cited']),
  readAt: z.string(),
  status,
  note: z.string().optional(),
});
export const instrumentsFileSchema = z.strictObject({ $schema, instruments: z.array(instrumentSchema) });

export const normSchema = z.strictObject({
  node: z.string().min(1),
  subject: z.string().min(1),
  name: bilingual,
  kind: z.enum([
    'maximum',
    'minimum',
    'average',
    'fixed',
    'share-maximum',
    'share-minimum',
    'share-fixed',
    'duration-maximum',
  ]),
  value: decimalText,
  unit: z.string().min(1),
  per: z.string().min(1),
  source: z.enum(['central', 'local', 'state']),
  capital: z.enum(['investment', 'recurrent', 'all']),
  ...period,
  carriedOverTo: day.nullable(),
  law: lawReference,
  area: z.enum(['especially-difficult', 'difficult', 'other']).nullable().optional(),
  times: z.int().positive().optional(),
  maxMonths: z.int().positive().optional(),
  shareOfCost: decimalText.optional(),
  decidedBy: z.string().optional(),
  fromStatus: status.optional(),
  note: z.string().optional(),
});
const normGap = z.strictObject({
  node: z.string(),
  subject: z.string(),
  ...period,
  instrument: z.string(),
  reason: bilingual,
});
const normReference = z.strictObject({
  node: z.string(),
  ...period,
  carriedOverTo: day.nullable(),
  law: lawReference,
  text: bilingual,
});
export const normFileSchema = z.strictObject({
  $schema,
  programme: z.string().min(1),
  norms: z.array(normSchema),
  gaps: z.array(normGap),
  references: z.array(normReference).optional(),
});

export const povertyFileSchema = z.strictObject({
  $schema,
  standards: z.array(
    z.strictObject({
      from: day,
      to: day,
      ruralIncome: decimalText,
      urbanIncome: decimalText,
      unit: z.string(),
      poorDeprivationsFrom: z.int(),
      indicators: z.int().nullable(),
      law: lawReference,
    }),
  ),
  newlyEscapedMonths: z.strictObject({ value: z.int(), law: lawReference }),
  note: z.string(),
});

export const termsFileSchema = z.strictObject({
  $schema,
  terms: z.array(z.strictObject({ key: z.string(), ...period, value: bilingual, law: lawReference })),
});

export const ethnicFileSchema = z.strictObject({
  $schema,
  law: lawReference,
  groups: z
    .array(
      z.strictObject({
        code: z.string().regex(/^\d{2}$/),
        name: z.string(),
        otherNames: z.array(z.string()),
      }),
    )
    .length(54),
  lists: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingual,
      ...period,
      members: z.array(z.string()),
      law: lawReference,
      scope: bilingual,
    }),
  ),
  gaps: z.array(z.strictObject({ list: z.string(), ...period, instrument: z.string(), reason: bilingual })),
});

const counted = z.strictObject({
  case: z.string(),
  coefficient: decimalText,
  from: decimalText.optional(),
  below: decimalText.optional(),
  above: decimalText.optional(),
  upTo: decimalText.optional(),
});
const criterion = z.strictObject({
  name: z.string(),
  unit: z.string().nullable(),
  bands: z.array(counted).optional(),
  choices: z
    .array(z.strictObject({ case: z.string(), value: z.string(), coefficient: decimalText }))
    .optional(),
  each: decimalText.optional(),
  atMost: decimalText.optional(),
  highestApplies: z.boolean().optional(),
  law: lawReference,
});
export const allocationFileSchema = z.strictObject({
  $schema,
  programme: z.string(),
  ...period,
  highestCoefficientApplies: lawReference.nullable(),
  criteria: z.record(z.string(), criterion),
  blocks: z.array(
    z.strictObject({
      id: z.string(),
      node: z.string(),
      part: z.string().nullable(),
      capital: z.enum(['investment', 'recurrent', 'all']),
      receiver: z.enum(['province', 'district', 'commune']),
      law: lawReference,
      formula: z.strictObject({
        text: z.string(),
        factors: z.array(z.array(z.strictObject({ criterion: z.string(), times: decimalText }))),
        addition: z.strictObject({ fact: z.string(), name: z.string() }).nullable(),
      }),
      centralShareAtMost: decimalText.nullable(),
      localShareAtLeast: decimalText.nullable(),
      note: z.string().optional(),
      formulaStatus: status.optional(),
    }),
  ),
  gaps: z.array(z.strictObject({ what: z.string(), instrument: z.string(), reason: bilingual })),
});

export const provincesFileSchema = z.strictObject({
  $schema,
  from: day,
  law: lawReference,
  note: z.string(),
  provinces: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/),
      name: z.string(),
      fullName: z.string(),
      predecessors: z.array(z.strictObject({ name: z.string(), code: z.string() })),
      communes: z.strictObject({ xa: z.int(), phuong: z.int(), dacKhu: z.int(), total: z.int() }),
    }),
  ),
});

/** Zones of communes, villages and districts in which money may be spent. */
export const areaZone = z.enum(['I', 'II', 'III', 'difficult-village', 'poor-district', 'coastal-commune']);
const titleWords = z.array(z.string().min(1)).min(1);
export const areaRestrictionsFileSchema = z.strictObject({
  $schema,
  restrictions: z.array(
    z.strictObject({
      id: z.string().min(1),
      programme: z.string().min(1),
      nodes: z.array(z.string().min(1)).min(1),
      policy: z.string().regex(/^[A-Z0-9.]+\/[a-z0-9-]+$/),
      words: titleWords.optional(),
      within: z.array(areaZone).min(1),
      exceptions: z.array(z.strictObject({ words: titleWords, text: bilingual, law: lawReference })),
      ...period,
      carriedOverTo: day.nullable(),
      law: lawReference,
      quote: z.string().min(1),
    }),
  ),
});

const total = z.int().nullable();
export const areaListsFileSchema = z.strictObject({
  $schema,
  lists: z.array(
    z.strictObject({
      province: z.string(),
      zone: z.enum(['I', 'II', 'III']),
      ...period,
      law: lawReference,
      members: z.array(z.string()),
    }),
  ),
  totals: z.array(
    z.object({ period: z.string(), law: lawReference, communes: total, difficultVillages: total }).loose(),
  ),
});
