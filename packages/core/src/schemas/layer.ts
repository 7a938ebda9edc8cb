import { z } from 'zod';
import type { ProvinceLayer } from '../law/layer.js';
import { day, decimalText, instrumentSchema, lawReference, normSchema, period } from './law.js';

const counterpart = z.strictObject({
  programme: z.string().min(1),
  capital: z.enum(['investment', 'recurrent', 'all']),
  ratio: decimalText,
  ...period,
  law: lawReference,
});

const areaList = z.strictObject({
  zone: z.enum(['I', 'II', 'III', 'difficult-village']),
  ...period,
  members: z.array(z.string().min(1)).min(1),
  law: lawReference,
});

/** A province's own rules, resolutions of its council, beside the national ones: `--rules FILE`. */
export const provinceLayerSchema = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal('province-layer/1'),
  name: z.string().min(1),
  province: z.string().min(1),
  /** Higher goes before lower; the national rules are 0. */
  precedence: z.int().min(1).max(1000),
  date: day.optional(),
  instruments: z.array(instrumentSchema).default([]),
  counterpart: z.array(counterpart).default([]),
  norms: z.array(normSchema.extend({ programme: z.string().min(1) })).default([]),
  areas: z.array(areaList).default([]),
});

/** One thing wrong in a layer's file, with the way to it: `norms[2].value`. */
export interface LayerProblem {
  readonly path: string;
  readonly message: string;
}

/** A layer that is sound, or everything that is wrong with it. */
export type ParsedLayer =
  | { readonly layer: ProvinceLayer; readonly problems: readonly [] }
  | { readonly layer: null; readonly problems: readonly LayerProblem[] };

const pathText = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || '(gốc)';

/** In Vietnamese what zod found; what it says in English of itself is kept only where nothing better is known. */
function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `không có mục ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
    case 'invalid_type':
      return `sai kiểu hoặc còn thiếu (cần ${issue.expected})`;
    case 'invalid_value':
      return `phải là một trong: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'date' ? 'phải là ngày YYYY-MM-DD' : issue.message;
    case 'too_small':
      return `quá ít hoặc quá nhỏ (ít nhất ${String(issue.minimum)})`;
    case 'too_big':
      return `quá lớn (nhiều nhất ${String(issue.maximum)})`;
    default:
      return issue.message;
  }
}

/**
 * A province's layer from JSON, or everything that is wrong with it, each with its place in the file.
 *
 * @example parseProvinceLayer({}).problems[0] // { path: 'schema', message: 'phải là một trong: province-layer/1' }
 */
export function parseProvinceLayer(data: unknown): ParsedLayer {
  const parsed = provinceLayerSchema.safeParse(data);
  if (parsed.success) return { layer: parsed.data as ProvinceLayer, problems: [] };
  return {
    layer: null,
    problems: parsed.error.issues.map((issue) => ({ path: pathText(issue.path), message: messageOf(issue) })),
  };
}
