import type { RemainderPolicy } from '@ctmtqg/core';
import { readTyped } from '../amount-input.js';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import type { Place } from './division-card.js';
import { CellLink } from './finding-card.js';

const POLICIES: readonly Exclude<RemainderPolicy, 'given-order'>[] = [
  'largest-remainder',
  'largest-ratio',
  'first',
  'last',
  'apart',
];

interface TotalProps {
  readonly place: Place;
  readonly value: string;
  readonly words: Words;
  onInput(value: string): void;
}

export function Total({ place, value, words, onInput }: TotalProps) {
  const read = readTyped(value, words.language);
  const unit = place.unit ?? '';
  const fromCell = place.total && read === place.total.amount;
  return (
    <label class="field">
      <span>
        {words.division.total}
        {unit && <span class="muted"> ({unit})</span>}
      </span>
      <input
        type="text"
        inputMode="decimal"
        value={value}
        aria-invalid={value.trim() !== '' && read === null}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <small>
        {read === null
          ? value.trim() !== '' && words.division.badNumber
          : fromCell
            ? words.division.fromCell(place.total!.cell)
            : words.division.readAs(writeAmount(read, words.language), unit)}
      </small>
    </label>
  );
}

interface ByProps {
  readonly place: Place;
  readonly value: string;
  readonly words: Words;
  onChange(value: string): void;
}

export function By({ place, value, words, onChange }: ByProps) {
  return (
    <label class="field">
      <span>{words.division.by}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{words.division.choose}</option>
        <option value="equal">{words.division.equal}</option>
        <option value="criteria">{words.division.criteria}</option>
        {place.weightColumns.map(({ column, header }) => (
          <option key={column} value={column}>
            {words.division.column(column, header)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PolicyProps {
  readonly id: string;
  readonly value: RemainderPolicy | '';
  readonly words: Words;
  onChange(value: RemainderPolicy | ''): void;
}

/** Who receives what rounding leaves; nothing is chosen beforehand. */
export function PolicySelect({ id, value, none, words, onChange }: PolicyProps & { none: string }) {
  return (
    <select
      id={id}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as RemainderPolicy | '')}
    >
      <option value="">{none}</option>
      {POLICIES.map((one) => (
        <option key={one} value={one}>
          {words.division.policies[one].name}
        </option>
      ))}
    </select>
  );
}

export function Policy({ id, value, words, onChange }: PolicyProps) {
  return (
    <div class="field">
      <label for={id}>{words.division.policy}</label>
      <PolicySelect id={id} value={value} none={words.division.choose} words={words} onChange={onChange} />
      <small>
        {value === '' || value === 'given-order'
          ? words.division.policyHelp
          : words.division.policies[value].help}
      </small>
    </div>
  );
}

interface RowsProps {
  readonly place: Place;
  readonly off: ReadonlySet<number>;
  readonly desk: DeskState;
  readonly words: Words;
  onChange(off: ReadonlySet<number>): void;
}

const FEW = 60;

/** Which of the selected rows take part. */
export function Rows({ place, off, desk, words, onChange }: RowsProps) {
  const turn = (row: number, on: boolean) => {
    const next = new Set(off);
    if (on) next.delete(row);
    else next.add(row);
    onChange(next);
  };
  const taking = place.receivers.length - off.size;
  return (
    <details class="columns">
      <summary>{words.division.rows(taking, place.receivers.length)}</summary>
      <ul class="receivers">
        {place.receivers.slice(0, FEW).map((one) => (
          <li key={one.row}>
            <label class="switch">
              <input
                type="checkbox"
                checked={!off.has(one.row)}
                onChange={(event) => turn(one.row, event.currentTarget.checked)}
              />
              <span>
                {one.name}
                {one.isTotal && <span class="tag">{words.division.isTotal}</span>}
              </span>
            </label>
            <CellLink sheet={place.sheet} cell={one.cell} desk={desk} words={words} />
          </li>
        ))}
      </ul>
      {place.receivers.length > FEW && <p class="muted">{words.chart.more(place.receivers.length - FEW)}</p>}
    </details>
  );
}
