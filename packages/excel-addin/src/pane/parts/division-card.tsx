import type { Edit, RemainderPolicy } from '@ctmtqg/core';
import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { Division, DivisionPlace, Receiver } from '../../engine/division.js';
import { readTyped } from '../amount-input.js';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { By, Policy, Rows, Total } from './division-fields.js';
import { DivisionPreview } from './division-preview.js';
import { Plan } from './fill-plan.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly words: Words;
}

export type Place = Extract<DivisionPlace, { kind: 'rows' }>;

/** A sum divided over the selected rows: the parts and the proof of each while one types, then written, then undone. */
export function DivisionCard({ desk, engine, words }: Props) {
  const [place, setPlace] = useState<DivisionPlace | null>(null);
  const take = async () => {
    const selection = await desk.selected();
    if (!selection) return;
    setPlace(null);
    setPlace(await desk.consult('divisionPlace', { selection, memory: desk.memory }));
  };
  return (
    <>
      <section class="card">
        <p class="muted">{words.division.help}</p>
        <button
          type="button"
          class={place?.kind === 'rows' ? 'button' : 'button button-primary'}
          disabled={desk.progress !== null}
          onClick={() => void take()}
        >
          {place?.kind === 'rows' ? words.division.takeAgain : words.division.take}
        </button>
      </section>
      <p class="progress" role="status">
        {desk.progress && <span class="spinner" aria-hidden="true" />}
        {desk.progress && words.fill.planning}
        {place && place.kind !== 'rows' && <span class="stale">{words.division.refusals[place.kind]}</span>}
        {place?.kind === 'rows' &&
          words.division.taken(
            place.receivers.length,
            `${place.sheet}!${place.receivers[0]!.cell}:${place.receivers.at(-1)!.cell}`,
          )}
      </p>
      {place?.kind === 'rows' && (
        <DivisionForm
          key={`${place.sheet}${place.receivers.map((one) => one.cell).join()}`}
          place={place}
          desk={desk}
          engine={engine}
          words={words}
          onDone={() => setPlace(null)}
        />
      )}
    </>
  );
}

interface Choices {
  readonly total: string;
  readonly by: string;
  readonly step: string;
  readonly policy: RemainderPolicy | '';
  readonly off: ReadonlySet<number>;
  readonly overwrite: boolean;
}

function DivisionForm({ place, desk, engine, words, onDone }: Props & { place: Place; onDone(): void }) {
  const [choices, setChoices] = useState<Choices>(() => ({
    total: place.total ? writeAmount(place.total.amount, words.language) : '',
    by: '',
    step: '',
    policy: '',
    off: new Set(place.receivers.filter((one) => one.isTotal).map((one) => one.row)),
    overwrite: false,
  }));
  const set = (change: Partial<Choices>) => setChoices({ ...choices, ...change });
  const chosen = place.receivers.filter((one) => !choices.off.has(one.row));
  const { division, missing } = useDivision(desk, engine, place, choices, chosen, words);
  const byCriteria = choices.by === 'criteria';
  const filled = chosen.filter((one) => one.before.kind !== 'blank');
  const blocked = filled.length > 0 && !choices.overwrite;
  const write = async () => {
    if (division?.kind !== 'divided') return;
    const edits = chosen.map(
      (one, i): Edit => ({
        sheet: place.sheet,
        cell: one.cell,
        before: one.before,
        after: { kind: 'number', value: division.parts[i]!.amount },
      }),
    );
    if (await desk.write(words.division.title(edits.length), edits)) onDone();
  };
  return (
    <>
      <section class="card counterpart-form">
        <Total place={place} value={choices.total} words={words} onInput={(total) => set({ total })} />
        <By place={place} value={choices.by} words={words} onChange={(by) => set({ by })} />
        <label class="field">
          <span>{words.division.step}</span>
          <input
            type="text"
            inputMode="decimal"
            value={choices.step}
            placeholder={words.division.stepHint}
            onInput={(event) => set({ step: event.currentTarget.value })}
          />
        </label>
        <Policy
          id="division-policy"
          value={choices.policy}
          words={words}
          onChange={(policy) => set({ policy })}
        />
        {!byCriteria && (
          <Rows place={place} off={choices.off} desk={desk} words={words} onChange={(off) => set({ off })} />
        )}
      </section>
      <div class="live" aria-live="polite">
        {missing && <p class="muted note">{missing}</p>}
        {division?.kind === 'refused' && <p class="stale note">{division.reason}</p>}
        {division?.kind === 'divided' && (
          <DivisionPreview division={division} receivers={chosen} place={place} desk={desk} words={words} />
        )}
      </div>
      {byCriteria && missing === null && (
        <ByCriteria place={place} choices={choices} desk={desk} words={words} />
      )}
      {division?.kind === 'divided' && (
        <>
          {filled.length > 0 && (
            <label class="switch">
              <input
                type="checkbox"
                checked={choices.overwrite}
                onChange={(event) => set({ overwrite: event.currentTarget.checked })}
              />
              <span>{words.division.overwrite(filled.length)}</span>
            </label>
          )}
          <button
            type="button"
            class="button button-primary fix-all"
            disabled={blocked}
            onClick={() => void write()}
          >
            {words.division.write(chosen.length)}
          </button>
        </>
      )}
    </>
  );
}

const CRITERIA_KIND = { code: 'divide', usual: false } as const;

/** Points by the coefficients of the decision on allocation, from the table's own columns; planned, then filled. */
function ByCriteria({
  place,
  choices,
  desk,
  words,
}: Omit<Props, 'engine'> & { place: Place; choices: Choices }) {
  const { planned } = desk;
  const { total, step, policy } = choices;
  useEffect(desk.dropPlan, [total, step, policy]);
  const plan = () => {
    const { policy } = choices;
    const [total, step] = [choices.total, choices.step].map((text) => readTyped(text, words.language));
    if (policy === '' || !total || !step) return;
    const option = { into: place.column, by: 'criteria', total, step, policy };
    const { overwrite } = choices;
    desk.plan({ fills: ['divide'], overwrite, divide: { sheet: place.sheet, option } });
  };
  return (
    <>
      <p class="muted note">{words.division.criteriaHelp}</p>
      <button type="button" class="button fix-all" disabled={desk.progress !== null} onClick={plan}>
        {words.fill.plan}
      </button>
      {planned && (
        <Plan
          desk={desk}
          outcome={planned}
          kinds={[{ ...CRITERIA_KIND, title: words.division.criteria }]}
          words={words}
        />
      )}
    </>
  );
}

/** The division as the choices stand, and what is still to be said before there can be one. */
function useDivision(
  desk: DeskState,
  engine: Engine,
  place: Place,
  choices: Choices,
  chosen: readonly Receiver[],
  words: Words,
): { readonly division: Division | null; readonly missing: string | null } {
  const [division, setDivision] = useState<Division | null>(null);
  const total = readTyped(choices.total, words.language);
  const step = readTyped(choices.step, words.language);
  const rows = new Set(chosen.map((one) => one.row));
  const column = place.weightColumns.find((one) => one.column === choices.by);
  const weights = place.receivers.flatMap(({ row }, i) =>
    rows.has(row) ? [choices.by === 'equal' ? '1' : (column?.weights[i] ?? null)] : [],
  );
  const without = chosen.filter((_, i) => weights[i] === null);
  const missing =
    total === null
      ? words.division.missing.total
      : choices.by === ''
        ? words.division.missing.by
        : step === null
          ? words.division.missing.step
          : choices.policy === ''
            ? words.division.missing.policy
            : choices.by === 'criteria'
              ? null
              : chosen.length === 0
                ? words.division.missing.rows
                : without.length > 0
                  ? words.division.missing.weights(without.map((one) => one.cell).join(', '))
                  : null;
  const key = JSON.stringify([total, step, choices.policy, weights, missing, words.language]);
  useEffect(() => {
    let stale = false;
    const open = total === null || step === null || choices.policy === '' || choices.by === 'criteria';
    if (missing !== null || open) {
      setDivision(null);
      return;
    }
    const receivers = chosen.map((one, i) => ({ name: one.cell, weight: weights[i]! }));
    const ask = { total, step, policy: choices.policy, receivers, language: words.language };
    engine.call('divide', ask).then(
      (answer) => !stale && setDivision(answer),
      (error: unknown) => !stale && desk.fail(error),
    );
    return () => {
      stale = true;
    };
  }, [key]);
  return { division, missing };
}
