import { EMPTY_MEMORY, type Memory } from './types.js';

/** What is to be kept in a file, as text; `null` where the user told nothing. */
export function memoryText(memory: Memory): string | null {
  const told = JSON.stringify(memory);
  return told === JSON.stringify(EMPTY_MEMORY) ? null : told;
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);

const items = <T>(value: unknown, fits: (one: Record<string, unknown>) => boolean): T[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).filter(
    (one): one is T => typeof one === 'object' && one !== null && fits(one as Record<string, unknown>),
  );

/** What a file remembers. It may come from anywhere: what does not have the right shape is left out. */
export function memoryFrom(kept: string | null): Memory {
  let told: unknown;
  try {
    told = JSON.parse(kept ?? '{}');
  } catch {
    return EMPTY_MEMORY;
  }
  if (typeof told !== 'object' || told === null) return EMPTY_MEMORY;
  const given = told as Readonly<Record<string, unknown>>;
  return {
    programme: text(given.programme),
    year: typeof given.year === 'number' && Number.isInteger(given.year) ? given.year : null,
    supportRate: text(given.supportRate),
    match: items(given.match, (one) => /^\d+(\.\d+)?$/.test(String(one.ratio)) && text(one.capital) !== null),
    columns: items(given.columns, (one) =>
      [one.sheet, one.column, one.header, one.role].every((part) => text(part) !== null),
    ),
    ignored: items(given.ignored, (one) =>
      [one.key, one.reason, one.message].every((part) => text(part) !== null),
    ),
    checkOnChange: given.checkOnChange === true,
  };
}
