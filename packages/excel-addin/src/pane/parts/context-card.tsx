import type { CheckReport, ColumnRole, ReportColumn, ReportTable, Source } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import { headerText } from '../../engine/corrections.js';
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
          desk={desk}
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

const ROLES: readonly ColumnRole[] = [
  'ordinal',
  'title',
  'quantity',
  'percent',
  'place',
  'unit-in-charge',
  'decision',
  'period',
  'code',
  'note',
  'other',
];

/** A role, or for money its source: `note`, `amount/central`. */
const meaningOf = (role: ColumnRole, source: Source | null | undefined) =>
  role === 'amount' ? `amount/${source ?? 'total'}` : role;

/** What else is known of a money column: capital, stage, year. */
function detailOf(column: ReportColumn, words: Words): string {
  if (column.role !== 'amount') return '';
  const parts = [
    column.capital && column.capital !== 'all' ? words.capitals[column.capital].toLowerCase() : '',
    column.stage && column.stage !== 'plan' ? words.stages[column.stage] : '',
    column.year ? String(column.year) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

interface ColumnProps {
  readonly table: ReportTable;
  readonly column: ReportColumn;
  readonly desk: DeskState;
  readonly words: Words;
}

/** One column with a drop-down of what it may mean; a choice is remembered in the workbook. */
function ColumnLine({ table, column, desk, words }: ColumnProps) {
  const header = headerText(column.header);
  const correct = (meaning: string) => {
    const [role, source = null] = meaning.split('/') as [ColumnRole, Source?];
    const place = { sheet: table.sheet, column: column.column, header };
    const others = desk.memory.columns.filter(
      (one) => one.sheet !== place.sheet || one.column !== place.column,
    );
    desk.remember({ columns: [...others, { ...place, role, source }] }, true);
  };
  return (
    <li>
      <label>
        <span class="column-name">{column.column}</span>
        <select
          class={column.role === 'other' ? 'unknown' : ''}
          value={meaningOf(column.role, column.source)}
          title={header}
          onChange={(event) => correct(event.currentTarget.value)}
        >
          <optgroup label={words.roles.amount}>
            {(Object.keys(words.sources) as Source[]).map((source) => (
              <option key={source} value={`amount/${source}`}>
                {words.sources[source]}
              </option>
            ))}
          </optgroup>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {words.roles[role]}
            </option>
          ))}
        </select>
      </label>
      <span class="muted column-detail">{detailOf(column, words)}</span>
    </li>
  );
}

function TableLine({ table, desk, programmes, words }: { table: ReportTable } & Omit<Props, 'report'>) {
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
            <ColumnLine key={column.column} table={table} column={column} desk={desk} words={words} />
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
