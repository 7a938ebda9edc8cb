import { z } from 'zod';
import type { LayerProblem, ProvinceLayer } from '../law/layer-types.js';
import type { Bilingual } from '../law/types.js';
import { areaZone, day, decimalText, instrumentSchema, lawReference, normSchema, period } from './law.js';

/** A province knows its own articles; “somewhere in the resolution” is no source. */
const localLaw = lawReference.extend({ article: z.string().min(1) });

const counterpart = z.strictObject({
  programme: z.string().min(1),
  capital: z.enum(['investment', 'recurrent', 'all']),
  ratio: decimalText,
  ...period,
  carriedOverTo: day.nullable().optional(),
  law: localLaw,
});

const areaList = z.strictObject({
  zone: areaZone,
  ...period,
  members: z.array(z.string().min(1)).min(1),
  law: localLaw,
});

/** What a province need not repeat of its own instruments. */
const localInstrument = instrumentSchema.extend({
  inForceTo: day.nullable().default(null),
  amends: z.array(z.string()).default([]),
  replaces: z.array(z.string()).default([]),
  readAt: z.string().default(''),
});

/** A province's own rules, resolutions of its council, beside the national ones: `--rules FILE`. */
export const provinceLayerSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('province-layer/1'),
  name: z.string().min(1),
  province: z.string().min(1),
  version: z.string().min(1).optional(),
  /** Higher goes before lower; the national rules are 0. */
  precedence: z.int().min(1).max(1000),
  date: day.optional(),
  note: z.string().optional(),
  instruments: z.array(localInstrument).default([]),
  counterpart: z.array(counterpart).default([]),
  norms: z.array(normSchema.extend({ programme: z.string().min(1), law: localLaw })).default([]),
  areas: z.array(areaList).default([]),
});

export type { LayerProblem };

/** A layer that is sound, or everything that is wrong with it. */
export type ParsedLayer =
  | { readonly layer: ProvinceLayer; readonly problems: readonly [] }
  | { readonly layer: null; readonly problems: readonly LayerProblem[] };

const pathText = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

const quoted = (words: readonly unknown[]) => words.map((word) => `“${String(word)}”`).join(', ');

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'chuỗi trong ngoặc kép, ví dụ "0.15"', en: 'a text in quotes, such as "0.15"' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  array: { vi: 'danh sách [ … ]', en: 'a list [ … ]' },
  object: { vi: 'nhóm mục { … }', en: 'a group of entries { … }' },
};

/** What the schema found, in both languages; its own English is kept only where nothing better is known. */
function saidOf(issue: z.core.$ZodIssue, data: unknown): Bilingual {
  const given = valueAt(data, issue.path);
  if (given === undefined && issue.code !== 'unrecognized_keys')
    return { vi: 'còn thiếu mục này', en: 'this entry is missing' };
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        vi: `không có mục ${quoted(issue.keys)} trong khuôn; hãy sửa tên hoặc bỏ mục này`,
        en: `the schema has no ${quoted(issue.keys)}; correct the name or remove it`,
      };
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? { vi: issue.expected, en: issue.expected };
      return { vi: `sai kiểu: cần ${kind.vi}`, en: `of the wrong kind: ${kind.en} is needed` };
    }
    case 'invalid_value':
      return {
        vi: `phải là một trong: ${issue.values.map(String).join(', ')}`,
        en: `must be one of: ${issue.values.map(String).join(', ')}`,
      };
    case 'invalid_format':
      return issue.format === 'date'
        ? {
            vi: `“${String(given)}” không phải ngày có trong lịch; hãy viết năm-tháng-ngày, ví dụ 2025-07-01`,
            en: `“${String(given)}” is no day of the calendar; write year-month-day, such as 2025-07-01`,
          }
        : {
            vi: `“${String(given)}” không dùng được: phải là số thập phân viết dạng chuỗi với dấu chấm, ví dụ "0.15"`,
            en: `“${String(given)}” cannot be used: it must be a decimal with a point, written as a text, such as "0.15"`,
          };
    case 'too_small':
      return typeof given === 'number'
        ? { vi: `ít nhất là ${String(issue.minimum)}`, en: `at least ${String(issue.minimum)}` }
        : { vi: 'không được để trống', en: 'must not be empty' };
    case 'too_big':
      return { vi: `nhiều nhất là ${String(issue.maximum)}`, en: `at most ${String(issue.maximum)}` };
    default:
      return { vi: issue.message, en: issue.message };
  }
}

/**
 * A province's layer from JSON, or everything that is wrong with it, each with its place in the file.
 *
 * @example parseProvinceLayer({ schema: 'x' }).problems[0]?.path // 'schema'
 */
export function parseProvinceLayer(data: unknown): ParsedLayer {
  const parsed = provinceLayerSchema.safeParse(data);
  if (parsed.success) return { layer: parsed.data as ProvinceLayer, problems: [] };
  return {
    layer: null,
    problems: parsed.error.issues.map((issue) => ({
      path: pathText(issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path),
      ...saidOf(issue, data),
    })),
  };
}
