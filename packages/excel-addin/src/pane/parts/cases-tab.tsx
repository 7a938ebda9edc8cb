import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { Question, SupportBrief, Verdict } from '../../engine/eligibility.js';
import type { ProgrammeBrief } from '../../engine/protocol.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { Icon, type IconName } from './icons.js';
import { ListCard } from './list-card.js';
import { Segments } from './segments.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly programmes: readonly ProgrammeBrief[];
  readonly words: Words;
}

type Answers = Readonly<Record<string, string | number | boolean>>;

/** Questions put at once; answering one may make the others needless. */
const AT_ONCE = 3;

const today = () => new Date().toISOString().slice(0, 10);

/** Whether a household, a person or a work may receive a support: only what decides is asked. */
export function CasesTab({ desk, engine, programmes, words }: Props) {
  const [mode, setMode] = useState<'one' | 'list'>('one');
  const [supports, setSupports] = useState<readonly SupportBrief[]>([]);
  const [chosen, setChosen] = useState('');
  const [asOf, setAsOf] = useState(today);
  const [answers, setAnswers] = useState<Answers>({});
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  useEffect(() => {
    engine.call('supports', { language: words.language }).then(setSupports, desk.fail);
  }, [engine, words]);
  const support = supports.find((one) => keyOf(one) === chosen);
  useEffect(() => {
    if (!support) return;
    const { programme, node, policy } = support;
    const ask = { programme, node, policy, asOf, facts: answers, language: words.language };
    engine.call('decide', ask).then(setVerdict, desk.fail);
  }, [engine, support, asOf, answers, words]);
  const choose = (key: string) => {
    setChosen(key);
    setAnswers({});
    setVerdict(null);
  };
  const answer = (key: string, value: string | number | boolean | null) => {
    const { [key]: _, ...others } = answers;
    setAnswers(value === null ? others : { ...others, [key]: value });
  };
  return (
    <>
      <Segments
        label={words.list.modes}
        values={['one', 'list']}
        names={words.list.mode}
        value={mode}
        onChange={(one) => setMode(one)}
      />
      <div class="lookup-form">
        <label class="field">
          <span>{words.cases.support}</span>
          <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{words.cases.choose}</option>
            {programmes.map((programme) => (
              <SupportGroups key={programme.id} programme={programme} supports={supports} />
            ))}
          </select>
        </label>
        <label class="field">
          <span>{words.cases.date}</span>
          <input
            type="date"
            value={asOf}
            onChange={(event) => setAsOf(event.currentTarget.value || today())}
          />
        </label>
      </div>
      {support && <p class="muted case-node">{support.nodeTitle}</p>}
      {mode === 'list' && <ListCard desk={desk} support={support ?? null} asOf={asOf} words={words} />}
      {mode === 'one' && verdict && (
        <>
          <Result verdict={verdict} words={words} />
          <Questions verdict={verdict} answers={answers} words={words} onAnswer={answer} />
          <Reasons verdict={verdict} words={words} />
        </>
      )}
      {mode === 'one' && !support && (
        <div class="empty">
          <Icon name="search" large />
          <h2>{words.cases.emptyTitle}</h2>
          <p>{words.cases.help}</p>
        </div>
      )}
    </>
  );
}

const keyOf = (support: SupportBrief) => `${support.programme}|${support.node}|${support.policy}`;

function SupportGroups({
  programme,
  supports,
}: {
  programme: ProgrammeBrief;
  supports: readonly SupportBrief[];
}) {
  const mine = supports.filter((support) => support.programme === programme.id);
  return mine.length === 0 ? null : (
    <optgroup label={programme.short}>
      {mine.map((support) => (
        <option key={keyOf(support)} value={keyOf(support)}>
          {support.node} – {support.name}
        </option>
      ))}
    </optgroup>
  );
}

const ICONS: Readonly<Record<Verdict['decision'], IconName>> = {
  eligible: 'clean',
  'not-eligible': 'error',
  unknown: 'info',
};

const CLASSES = { eligible: 'clean', 'not-eligible': 'error', unknown: 'info' } as const;
const MARKS = { met: '✓', 'not-met': '✗', unknown: '?' } as const;

function Result({ verdict, words }: { verdict: Verdict; words: Words }) {
  return (
    <section class={`card verdict verdict-${CLASSES[verdict.decision]}`} aria-live="polite">
      <h2 class="verdict-text">
        <Icon name={ICONS[verdict.decision]} large />
        {words.cases.verdicts[verdict.decision]}
      </h2>
      {!verdict.verified && <p class="muted">{words.finding.unverified}</p>}
      {verdict.caution && <p class="stale">{verdict.caution}</p>}
    </section>
  );
}

/** Every condition with its article; folded away while questions are open. */
function Reasons({ verdict, words }: { verdict: Verdict; words: Words }) {
  if (verdict.reasons.length === 0) return null;
  return (
    <details class="card leftovers" open={verdict.decision !== 'unknown'}>
      <summary>{words.cases.reasons}</summary>
      <ul class="reasons">
        {verdict.reasons.map((reason) => (
          <li key={reason.text + reason.law} class={`reason reason-${reason.outcome}`}>
            <span class="reason-mark" aria-hidden="true">
              {MARKS[reason.outcome]}
            </span>
            <span>
              <span class="hidden-text">{words.cases.outcomes[reason.outcome]}: </span>
              {reason.text} <span class="muted">({reason.law})</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface QuestionsProps {
  readonly verdict: Verdict;
  readonly answers: Answers;
  readonly words: Words;
  onAnswer(key: string, value: string | number | boolean | null): void;
}

function Questions({ verdict, answers, words, onAnswer }: QuestionsProps) {
  const wanted = verdict.wanted.slice(0, AT_ONCE);
  const asked = [...verdict.answered, ...wanted];
  if (asked.length === 0) return null;
  return (
    <section class="card questions" aria-labelledby="questions-title">
      <h2 class="card-title" id="questions-title">
        {words.cases.questions}
      </h2>
      {asked.map((question) => (
        <Field
          key={question.key}
          question={question}
          value={answers[question.key]}
          words={words}
          onAnswer={onAnswer}
        />
      ))}
      {verdict.wanted.length > AT_ONCE && (
        <p class="muted">{words.cases.more(verdict.wanted.length - AT_ONCE)}</p>
      )}
    </section>
  );
}

interface FieldProps extends Pick<QuestionsProps, 'words' | 'onAnswer'> {
  readonly question: Question;
  readonly value: string | number | boolean | undefined;
}

function Field({ question, value, words, onAnswer }: FieldProps) {
  const { key, text, kind, choices, unit } = question;
  const choice = kind === 'yes-no' || kind === 'choice';
  const options =
    kind === 'yes-no'
      ? [
          { value: 'true', text: words.cases.yes },
          { value: 'false', text: words.cases.no },
        ]
      : choices;
  const take = (given: string) => {
    if (given === '') onAnswer(key, null);
    else if (kind === 'yes-no') onAnswer(key, given === 'true');
    else if (kind === 'number') {
      const number = Number(given.replace(',', '.'));
      onAnswer(key, Number.isFinite(number) ? number : null);
    } else onAnswer(key, given);
  };
  const id = `fact-${key}`;
  const shown = value === undefined ? '' : String(value);
  const typed = (event: { readonly currentTarget: { readonly value: string } }) =>
    take(event.currentTarget.value);
  return (
    <div class="field">
      <label for={id}>
        {text}
        {unit && <span class="muted"> ({unit})</span>}
      </label>
      {choice && (
        <select id={id} value={shown} onChange={typed}>
          <option value="">{words.cases.unknown}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
      {!choice && kind === 'date' && <input id={id} type="date" value={shown} onChange={typed} />}
      {!choice && kind !== 'date' && <input id={id} type="text" value={shown} onChange={typed} />}
    </div>
  );
}
