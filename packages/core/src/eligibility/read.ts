import { isDay } from '../law/dated.js';
import { ethnicGroup, NONE } from './lists.js';
import { provinceName } from './provinces.js';
import type { EligibilityCase, FactDefinition, FactInput } from './types.js';

/** One thing wrong with the cases given, with the way to it, `[2].facts.household.poverty`. */
export interface CaseProblem {
  readonly path: string;
  readonly vi: string;
  readonly en: string;
}

/** The cases that can be decided, and what is wrong with the others. */
export interface ReadCases {
  readonly cases: readonly EligibilityCase[];
  readonly problems: readonly CaseProblem[];
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * Reads cases from plain JSON: one case or a list; facts flat (`"household.poverty"`) or nested by subject
 * (`{ "household": { "poverty": … } }`). Names of ethnic groups and provinces are taken in any spelling. Whatever is
 * not a fact of the catalogue, or not of its kind, is a problem: it is never passed over.
 *
 * @param defaults day and programme for cases that name none
 * @example readCases([], ELIGIBILITY_RULES.facts)
 */
export function readCases(
  data: unknown,
  facts: readonly FactDefinition[],
  defaults: { readonly asOf?: string; readonly programme?: string } = {},
): ReadCases {
  const catalogue = new Map(facts.map((fact) => [fact.key, fact]));
  const list = Array.isArray(data) ? data : [data];
  const problems: CaseProblem[] = [];
  const cases: EligibilityCase[] = [];
  list.forEach((one: unknown, index) => {
    const reader = new CaseReader(Array.isArray(data) ? `[${index}]` : '', catalogue, problems);
    const read = reader.read(one, defaults);
    if (read !== null) cases.push(read);
  });
  return { cases, problems };
}

const FIELDS = ['id', 'programme', 'node', 'policy', 'asOf', 'facts'] as const;

class CaseReader {
  #failed = false;
  constructor(
    readonly path: string,
    readonly catalogue: ReadonlyMap<string, FactDefinition>,
    readonly problems: CaseProblem[],
  ) {}

  #problem(path: string, vi: string, en: string): void {
    this.#failed = true;
    this.problems.push({ path: `${this.path}${path}`.replace(/^\./, '') || '(gốc)', vi, en });
  }

  read(
    data: unknown,
    defaults: { readonly asOf?: string; readonly programme?: string },
  ): EligibilityCase | null {
    if (!isPlain(data)) {
      this.#problem('', 'phải là một đối tượng JSON', 'must be a JSON object');
      return null;
    }
    for (const key of Object.keys(data)) {
      if (!(FIELDS as readonly string[]).includes(key)) {
        const near = nearest(key, FIELDS);
        this.#problem(`.${key}`, `không có mục này${near.vi}`, `there is no such field${near.en}`);
      }
    }
    const programme = this.#text(data, 'programme') ?? defaults.programme;
    const asOf = this.#text(data, 'asOf') ?? defaults.asOf;
    if (programme === undefined)
      this.#problem('.programme', 'còn thiếu mã chương trình', 'the programme is missing');
    if (asOf === undefined)
      this.#problem('.asOf', 'còn thiếu ngày áp dụng (YYYY-MM-DD)', 'the day (YYYY-MM-DD) is missing');
    else if (!isDay(asOf))
      this.#problem('.asOf', `“${asOf}” không phải ngày YYYY-MM-DD`, `“${asOf}” is no day YYYY-MM-DD`);
    const id = data.id;
    const facts = this.#facts(data.facts);
    if (this.#failed || programme === undefined || asOf === undefined) return null;
    const node = this.#text(data, 'node');
    const policy = this.#text(data, 'policy');
    return {
      programme,
      asOf,
      facts,
      ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
      ...(node === undefined ? {} : { node }),
      ...(policy === undefined ? {} : { policy }),
    };
  }

  #text(data: Plain, key: string): string | undefined {
    const value = data[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    this.#problem(`.${key}`, 'phải là một chuỗi', 'must be a text');
    return undefined;
  }

  #facts(data: unknown): Record<string, FactInput> {
    const facts: Record<string, FactInput> = {};
    if (data === undefined || data === null) return facts;
    if (!isPlain(data)) {
      this.#problem('.facts', 'phải là một đối tượng JSON', 'must be a JSON object');
      return facts;
    }
    this.#collect(data, '', facts);
    return facts;
  }

  #collect(data: Plain, prefix: string, facts: Record<string, FactInput>): void {
    for (const [name, value] of Object.entries(data)) {
      const key = prefix === '' ? name : `${prefix}.${name}`;
      const path = `.facts.${key}`;
      // Not known is written by leaving a fact out, or as null.
      if (value === null) continue;
      const definition = this.catalogue.get(key);
      if (definition === undefined && isPlain(value)) this.#collect(value, key, facts);
      else if (definition === undefined) {
        const near = nearest(key, this.catalogue.keys());
        this.#problem(path, `không có sự việc này${near.vi}`, `there is no such fact${near.en}`);
      } else {
        const read = this.#value(definition, value, path);
        if (read !== undefined) facts[key] = read;
      }
    }
  }

  #value(definition: FactDefinition, value: unknown, path: string): FactInput | undefined {
    const { type } = definition;
    if (type === 'boolean') {
      if (typeof value === 'boolean') return value;
      this.#problem(path, 'phải là true hoặc false', 'must be true or false');
    } else if (type === 'number') {
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
      this.#problem(path, 'phải là một số không âm', 'must be a number, not negative');
    } else if (typeof value !== 'string') {
      this.#problem(path, 'phải là một chuỗi', 'must be a text');
    } else return this.#word(definition, value, path);
    return undefined;
  }

  #word({ type, values }: FactDefinition, value: string, path: string): FactInput | undefined {
    if (type === 'choice') {
      if (values?.includes(value)) return value;
      const all = values?.join(', ') ?? '';
      this.#problem(path, `“${value}” phải là một trong: ${all}`, `“${value}” must be one of: ${all}`);
      return undefined;
    }
    if (type === 'date') {
      if (isDay(value)) return value;
      if (ethnicGroup(value) === NONE) return NONE;
      this.#problem(path, `“${value}” không phải ngày YYYY-MM-DD`, `“${value}” is no day YYYY-MM-DD`);
      return undefined;
    }
    const known = type === 'ethnic' ? ethnicGroup(value) : type === 'province' ? provinceName(value) : value;
    if (known !== null) return known;
    const what = type === 'ethnic' ? ['dân tộc', 'ethnic group'] : ['tỉnh', 'province'];
    this.#problem(
      path,
      `không có ${what[0]} “${value}” trong danh mục`,
      `no ${what[1]} is called “${value}”`,
    );
    return undefined;
  }
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `; ý bạn là “household.poverty”?` for a key written nearly so. */
function nearest(key: string, known: Iterable<string>): { readonly vi: string; readonly en: string } {
  let best: string | null = null;
  let least = Math.max(3, Math.floor(key.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(key.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best === null
    ? { vi: '', en: '' }
    : { vi: `; ý bạn là “${best}”?`, en: `; did you mean “${best}”?` };
}

/** Levenshtein's distance, given up once it cannot stay below `limit`. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= to.length; other += 1) {
      const change = (row[other - 1] as number) + (from[at - 1] === to[other - 1] ? 0 : 1);
      next.push(Math.min(change, (row[other] as number) + 1, (next[other - 1] as number) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[to.length] as number;
}
