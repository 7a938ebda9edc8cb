import type { ProgrammeBrief } from '../../engine/protocol.js';
import type { Words } from '../words/index.js';

interface ProgrammeProps {
  readonly programmes: readonly ProgrammeBrief[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly words: Words;
}

/** The choice of a programme. */
export function ProgrammeField({ programmes, value, onChange, words }: ProgrammeProps) {
  return (
    <label class="field">
      <span>{words.lookup.programme}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {programmes.map((one) => (
          <option key={one.id} value={one.id}>
            {one.short} {words.lookup.years(one.from, one.to)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface YearProps {
  readonly years: readonly string[];
  readonly value: string;
  readonly onChange: (year: string) => void;
  readonly words: Words;
}

/** The choice of a year. */
export function YearField({ years, value, onChange, words }: YearProps) {
  return (
    <label class="field">
      <span>{words.context.year}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

/** The years of a programme; `after`: with so many more, in which its carried-over money is spent. */
export const yearsOf = ({ from, to }: ProgrammeBrief, after = 0): readonly string[] =>
  Array.from({ length: to - from + 1 + after }, (_, i) => String(from + i));
