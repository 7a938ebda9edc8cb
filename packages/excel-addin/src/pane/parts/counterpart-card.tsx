import { useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { CounterpartAnswer } from '../../engine/lookups.js';
import type { ProgrammeBrief } from '../../engine/protocol.js';
import { readTyped } from '../amount-input.js';
import { writeAmount } from '../groups.js';
import { percentOf, readPercent } from '../percent.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { YearField, yearsOf } from './programme-fields.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly programme: ProgrammeBrief;
  readonly words: Words;
}

/** How much local money is owed against central money, and by which article. */
export function CounterpartCard({ desk, engine, programme, words }: Props) {
  const [year, setYear] = useState(
    String(Math.min(programme.to, Math.max(programme.from, new Date().getFullYear()))),
  );
  const [rate, setRate] = useState('');
  const [central, setCentral] = useState('');
  const [answer, setAnswer] = useState<CounterpartAnswer | null>(null);
  const supportRate = readPercent(rate);
  const amount = central.trim() === '' ? null : readTyped(central, words.language);
  const ready = supportRate !== null && (central.trim() === '' || amount !== null);
  const look = () => {
    if (!ready) return;
    const ask = { programme: programme.id, year: Number(year), supportRate, central: amount };
    engine.call('counterpart', ask).then(setAnswer, desk.fail);
  };
  const years = yearsOf(programme, 1);
  return (
    <section class="card" aria-labelledby="counterpart-title">
      <h2 class="card-title" id="counterpart-title">
        {words.counterpart.title}
      </h2>
      <form
        class="counterpart-form"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <YearField years={years} value={year} onChange={setYear} words={words} />
        <label class="field">
          <span>{words.counterpart.rate}</span>
          <input
            type="text"
            inputMode="decimal"
            value={rate}
            onInput={(event) => setRate(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{words.counterpart.central}</span>
          <input
            type="text"
            inputMode="decimal"
            value={central}
            aria-invalid={central.trim() !== '' && amount === null}
            onInput={(event) => setCentral(event.currentTarget.value)}
          />
          <small>
            {central.trim() !== '' &&
              (amount === null
                ? words.division.badNumber
                : words.division.readAs(writeAmount(amount, words.language), ''))}
          </small>
        </label>
        <button type="submit" class="button" disabled={!ready}>
          {words.counterpart.look}
        </button>
      </form>
      <div role="status">{answer && <Answer answer={answer} desk={desk} words={words} />}</div>
    </section>
  );
}

function Answer({ answer, desk, words }: Pick<Props, 'desk' | 'words'> & { answer: CounterpartAnswer }) {
  if (answer.kind === 'unknown') return <p class="stale">{words.counterpart.reasons[answer.reason]}</p>;
  return (
    <div class="counterpart-answer">
      <p class="verdict-text">{words.counterpart.ratio(percentOf(answer.ratio, words.language))}</p>
      {answer.minimum && (
        <p>
          {words.counterpart.minimum(writeAmount(answer.minimum, words.language))}{' '}
          <button
            type="button"
            class="button button-small"
            onClick={() => desk.insert({ kind: 'amount', amount: answer.minimum!, dong: false })}
          >
            {words.lookup.insert}
          </button>
        </p>
      )}
      <p class="muted">
        {words.finding.law}: {answer.law}
        {!answer.verified && <span class="tag tag-doubt">{words.finding.unverified}</span>}
      </p>
      <p class="muted">{words.counterpart.note}</p>
    </div>
  );
}
