import { useState } from 'preact/hooks';
import type { SupportBrief, Verdict } from '../../engine/eligibility.js';
import type { ListAnswer, ListLine, ListProblem } from '../../engine/household-list.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { CellLink } from './finding-card.js';
import { Icon } from './icons.js';

interface Props {
  readonly desk: DeskState;
  /** The support asked about; `null` until one is chosen. */
  readonly support: SupportBrief | null;
  readonly asOf: string;
  readonly words: Words;
}

type Answered = Extract<ListAnswer, { kind: 'list' }>;

/** Every household of the list on the selected sheet: answer and reason, and both as columns where they are blank. */
export function ListCard({ desk, support, asOf, words }: Props) {
  const [answer, setAnswer] = useState<ListAnswer | null>(null);
  const run = async () => {
    if (!support) return;
    const selection = await desk.selected();
    if (!selection) return;
    const { programme, node, policy } = support;
    setAnswer(null);
    setAnswer(
      await desk.consult('householdList', {
        programme,
        node,
        policy,
        asOf,
        language: words.language,
        selection,
      }),
    );
  };
  return (
    <>
      <section class="card">
        <p class="muted">{words.list.help}</p>
        <button
          type="button"
          class="button button-primary"
          disabled={!support || desk.progress !== null}
          onClick={() => void run()}
        >
          {words.list.run}
        </button>
        {!support && <p class="muted">{words.list.chooseFirst}</p>}
      </section>
      <p class="progress" role="status">
        {desk.progress && <span class="spinner" aria-hidden="true" />}
        {desk.progress && words.list.running}
        {answer?.kind === 'no-list' && <span class="stale">{words.list.none}</span>}
        {answer?.kind === 'list' && words.list.answered(answer.lines.length, answer.sheet)}
      </p>
      {answer?.kind === 'list' && <Answers answer={answer} desk={desk} words={words} />}
    </>
  );
}

const DECISIONS = ['eligible', 'not-eligible', 'unknown'] as const;
const ICONS = { eligible: 'clean', 'not-eligible': 'error', unknown: 'info' } as const;
const FIRST = 40;

interface AnswersProps extends Pick<Props, 'desk' | 'words'> {
  readonly answer: Answered;
}

function Answers({ answer, desk, words }: AnswersProps) {
  const [filter, setFilter] = useState<Verdict['decision'] | 'all'>('all');
  const [limit, setLimit] = useState(FIRST);
  const { lines, problems, sheet } = answer;
  const count = (one: typeof filter) => lines.filter((line) => one === 'all' || line.decision === one).length;
  const shown = lines.filter((line) => filter === 'all' || line.decision === filter);
  return (
    <>
      <fieldset class="filters">
        <legend class="hidden-text">{words.list.filter}</legend>
        {(['all', ...DECISIONS] as const)
          .filter((one) => one === 'all' || count(one) > 0)
          .map((one) => (
            <button
              key={one}
              type="button"
              class="filter"
              aria-pressed={filter === one}
              onClick={() => setFilter(one)}
            >
              {one === 'all' ? words.finding.all : words.list.decisions[one]}{' '}
              <span class="filter-count">{words.number(count(one))}</span>
            </button>
          ))}
      </fieldset>
      <Write answer={answer} desk={desk} words={words} />
      {problems.length > 0 && <Problems problems={problems} sheet={sheet} desk={desk} words={words} />}
      {shown.length > 0 && (
        <section class="card list-card">
          <ul class="list-lines">
            {shown.slice(0, limit).map((line) => (
              <Line key={line.row} line={line} sheet={sheet} desk={desk} words={words} />
            ))}
          </ul>
          {shown.length > limit && (
            <button type="button" class="button button-quiet" onClick={() => setLimit(limit + FIRST * 3)}>
              {words.chart.more(shown.length - limit)}
            </button>
          )}
        </section>
      )}
    </>
  );
}

function Write({ answer, desk, words }: AnswersProps) {
  const [written, setWritten] = useState<Answered | null>(null);
  const { lines, edits, columns } = answer;
  if (lines.length === 0) return null;
  if (edits.length === 0) return <p class="note">{words.list.notBlank(columns)}</p>;
  const title = words.list.writeTitle(lines.length);
  const stands = written === answer && desk.steps.some((step) => step.title === title);
  if (stands) return <p class="note">{words.list.written(columns)}</p>;
  const write = async () => {
    if (await desk.write(title, edits)) setWritten(answer);
  };
  return (
    <button type="button" class="button fix-all" onClick={() => void write()}>
      {words.list.write(columns)}
    </button>
  );
}

interface LineProps extends Pick<Props, 'desk' | 'words'> {
  readonly line: ListLine;
  readonly sheet: string;
}

function Line({ line, sheet, desk, words }: LineProps) {
  const { row, name, decision, verified, reason } = line;
  return (
    <li>
      <div class="finding-head">
        <span class={`severity severity-${ICONS[decision] === 'clean' ? 'good' : ICONS[decision]}`}>
          <Icon name={ICONS[decision]} />
          {words.list.decisions[decision]}
        </span>
        <CellLink sheet={sheet} cell={`A${row}`} label={words.list.row(row)} desk={desk} words={words} />
        {!verified && <span class="tag tag-doubt">{words.finding.unverified}</span>}
      </div>
      {name && <p class="list-name">{name}</p>}
      <p class="list-reason">{reason}</p>
    </li>
  );
}

interface ProblemsProps extends Pick<Props, 'desk' | 'words'> {
  readonly problems: readonly ListProblem[];
  readonly sheet: string;
}

function Problems({ problems, sheet, desk, words }: ProblemsProps) {
  return (
    <details class="card leftovers" open>
      <summary>{words.list.unread(problems.length)}</summary>
      <ul>
        {problems.slice(0, FIRST).map((problem) => (
          <li key={`${problem.row} ${problem.cell} ${problem.text}`}>
            <CellLink
              sheet={sheet}
              cell={problem.cell ?? `A${problem.row}`}
              label={problem.cell ?? words.list.row(problem.row)}
              desk={desk}
              words={words}
            />{' '}
            {problem.text}
          </li>
        ))}
      </ul>
    </details>
  );
}
