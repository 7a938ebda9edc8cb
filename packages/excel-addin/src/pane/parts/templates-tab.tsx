import { useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { ProgrammeBrief } from '../../engine/protocol.js';
import type { TemplateAsk } from '../../engine/template.js';
import { readPercent } from '../percent.js';
import { download } from '../report.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { ProgrammeField, YearField, yearsOf } from './programme-fields.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly programmes: readonly ProgrammeBrief[];
  readonly words: Words;
}

const UNITS = ['dong', 'nghin', 'trieu', 'ty'] as const;

/** A new sheet of a programme: all its projects, live totals, counterpart, ready to print and sign. */
export function TemplatesTab({ desk, engine, programmes, words }: Props) {
  const [id, setId] = useState('');
  const programme = programmes.find((one) => one.id === id) ?? programmes[0];
  const [year, setYear] = useState('');
  const [level, setLevel] = useState<TemplateAsk['level']>('commune');
  const [unit, setUnit] = useState<TemplateAsk['unit']>('trieu');
  const [rate, setRate] = useState('');
  if (!programme) return <p class="muted">{words.lookup.loading}</p>;
  const years = yearsOf(programme);
  const chosenYear = years.includes(year) ? year : (years.at(-1) ?? '');
  const supportRate = readPercent(rate);
  const bad = rate.trim() !== '' && supportRate === null;
  const make = () =>
    engine.call('template', { programme: programme.id, year: Number(chosenYear), level, unit, supportRate });
  const insert = () =>
    desk.add(words.templates.inserted, async () => ({ kind: 'sheets', sheets: await make() }));
  const save = async () => {
    const bytes = await engine.call('newWorkbook', { sheets: await make() });
    download(new Blob([bytes as Uint8Array<ArrayBuffer>]), `${programme.short} ${chosenYear}.xlsx`);
  };
  return (
    <form
      class="card counterpart-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!bad) insert();
      }}
    >
      <p class="muted">{words.templates.help}</p>
      <ProgrammeField programmes={programmes} value={programme.id} onChange={setId} words={words} />
      <YearField years={years} value={chosenYear} onChange={setYear} words={words} />
      <label class="field">
        <span>{words.templates.level}</span>
        <select
          value={level}
          onChange={(event) => setLevel(event.currentTarget.value as TemplateAsk['level'])}
        >
          <option value="commune">{words.templates.commune}</option>
          <option value="province">{words.templates.province}</option>
        </select>
      </label>
      <label class="field">
        <span>{words.context.unit}</span>
        <select value={unit} onChange={(event) => setUnit(event.currentTarget.value as TemplateAsk['unit'])}>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {words.templates.units[one]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.counterpart.rate}</span>
        <input
          type="text"
          inputMode="decimal"
          aria-invalid={bad}
          value={rate}
          onInput={(event) => setRate(event.currentTarget.value)}
        />
        {bad ? (
          <small class="field-error">{words.context.badPercent}</small>
        ) : (
          <small>{words.templates.rateHelp}</small>
        )}
      </label>
      <div class="finding-actions">
        <button type="submit" class="button button-primary" disabled={bad}>
          {words.templates.insert}
        </button>
        <button type="button" class="button" disabled={bad} onClick={() => void save()}>
          {words.templates.save}
        </button>
      </div>
    </form>
  );
}
