import type { CheckReport, ReportColumn, ReportTable } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import type { ProgrammeBrief } from '../../engine/protocol.js';
import type { Memory } from '../../port/types.js';
import { percentOf, ratioOf, readPercent } from '../percent.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';

interface Props {
  readonly report: CheckReport;
  readonly desk: DeskState;
  readonly programmes: readonly ProgrammeBrief[];
  readonly words: Words;
}

/** What was understood of the tables, in a line each; behind it the columns and the way to correct them. */
export function ContextCard({ report, desk, programmes, words }: Props) {
  return (
    <section class="card" aria-labelledby="context-title">
      <h2 id="context-title" class="card-title">
        {words.context.title}
      </h2>
      {report.tables.map((table) => (
        <TableLine
          key={`${table.sheet}!${table.range}`}
          table={table}
          programmes={programmes}
          words={words}
        />
      ))}
      <details class="columns">
        <summary>{words.context.details}</summary>
        <ContextForm desk={desk} programmes={programmes} words={words} />
      </details>
    </section>
  );
}

function columnText(column: ReportColumn, words: Words): string {
  if (column.role !== 'amount') return words.roles[column.role];
  const parts = [
    words.sources[column.source ?? 'total'],
    column.capital && column.capital !== 'all' ? words.capitals[column.capital].toLowerCase() : '',
    column.stage && column.stage !== 'plan' ? words.stages[column.stage] : '',
    column.year ? String(column.year) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function TableLine({
  table,
  programmes,
  words,
}: { table: ReportTable } & Pick<Props, 'programmes' | 'words'>) {
  const programme = programmes.find((one) => one.id === table.programme);
  const unknown = <span class="unknown">{words.context.unknown}</span>;
  return (
    <div class="understood">
      <p class="understood-place">{words.at(table.sheet, table.range)}</p>
      <dl class="facts">
        <div>
          <dt>{words.context.programme}</dt>
          <dd>{programme?.short ?? table.programme ?? unknown}</dd>
        </div>
        <div>
          <dt>{words.context.year}</dt>
          <dd>{table.year ?? unknown}</dd>
        </div>
        <div>
          <dt>{words.context.unit}</dt>
          <dd>{table.unit ?? unknown}</dd>
        </div>
      </dl>
      <details class="columns">
        <summary>
          {words.context.columns} ({words.number(table.columns.length)})
        </summary>
        <ul>
          {table.columns.map((column) => (
            <li key={column.column}>
              <span class="column-name">{column.column}</span>
              <span class={column.role === 'other' ? 'unknown' : ''}>{columnText(column, words)}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function ContextForm({ desk, programmes, words }: Omit<Props, 'report'>) {
  const { memory } = desk;
  const [programme, setProgramme] = useState(memory.programme ?? '');
  const [year, setYear] = useState(memory.year === null ? '' : String(memory.year));
  const [support, setSupport] = useState(memory.supportRate ?? '');
  const [match, setMatch] = useState(memory.match[0] ? percentOf(memory.match[0].ratio, words.language) : '');
  const badSupport = support.trim() !== '' && readPercent(support) === null;
  const badMatch = match.trim() !== '' && readPercent(match) === null;
  const years = programmes.flatMap((one) => [one.from, one.to]);
  const [first, last] = [Math.min(2021, ...years), Math.max(2026, ...years)];
  const apply = () => {
    const matchPercent = readPercent(match);
    const change: Partial<Memory> = {
      programme: programme || null,
      year: year ? Number(year) : null,
      supportRate: readPercent(support),
      match: matchPercent ? [{ ratio: ratioOf(matchPercent), capital: 'all' }] : [],
    };
    desk.remember(change, true);
  };
  return (
    <form
      class="context-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!badSupport && !badMatch) apply();
      }}
    >
      <label class="field">
        <span>{words.context.programme}</span>
        <select value={programme} onChange={(event) => setProgramme(event.currentTarget.value)}>
          <option value="">{words.context.fromSheet}</option>
          {programmes.map((one) => (
            <option key={one.id} value={one.id}>
              {one.short} {words.lookup.years(one.from, one.to)}
            </option>
          ))}
        </select>
        <small>{words.context.programmeHelp}</small>
      </label>
      <label class="field">
        <span>{words.context.year}</span>
        <select value={year} onChange={(event) => setYear(event.currentTarget.value)}>
          <option value="">{words.context.fromSheet}</option>
          {Array.from({ length: last - first + 1 }, (_, i) => String(first + i)).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <PercentField
        label={words.context.supportRate}
        value={support}
        bad={badSupport}
        words={words}
        onInput={setSupport}
      />
      <PercentField
        label={words.context.match}
        value={match}
        bad={badMatch}
        words={words}
        onInput={setMatch}
        help={words.context.matchHelp}
      />
      <button type="submit" class="button" disabled={badSupport || badMatch}>
        {words.context.apply}
      </button>
    </form>
  );
}

interface PercentProps {
  readonly label: string;
  readonly value: string;
  readonly bad: boolean;
  readonly words: Words;
  readonly help?: string;
  onInput(value: string): void;
}

function PercentField({ label, value, bad, words, help, onInput }: PercentProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        inputMode="decimal"
        value={value}
        aria-invalid={bad}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {bad ? <small class="field-error">{words.context.badPercent}</small> : help && <small>{help}</small>}
    </label>
  );
}
