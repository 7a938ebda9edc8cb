import { useState } from 'preact/hooks';
import type { FillKind, FillOutcome, PlannedLine } from '../../engine/fill.js';
import { contentText } from '../content-text.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { CellLink } from './finding-card.js';

const FIRST = 40;

interface PlanProps {
  readonly desk: DeskState;
  readonly outcome: FillOutcome;
  readonly kinds: readonly FillKind[];
  readonly words: Words;
}

/** What a fill would write, by kind, with every reason, and what it leaves open; then the deed. */
export function Plan({ desk, outcome, kinds, words }: PlanProps) {
  const { lines, left } = outcome;
  const used = kinds.filter((kind) => lines.some((line) => line.fill === kind.code));
  return (
    <>
      {lines.length > 0 && (
        <button type="button" class="button button-primary fix-all" onClick={desk.fill}>
          {words.fill.fill(lines.length)}
        </button>
      )}
      {used.map((kind) => (
        <PlanGroup
          key={kind.code}
          title={kind.title}
          lines={lines.filter((line) => line.fill === kind.code)}
          desk={desk}
          words={words}
        />
      ))}
      {left.length > 0 && (
        <details class="card leftovers" open={lines.length === 0}>
          <summary>{words.fill.left(left.length)}</summary>
          <ul>
            {left.map((one) => (
              <li key={`${one.sheet}!${one.cell}${one.code}`}>
                <p>{one.code === 'ratio-unknown' ? words.fill.ratioUnknown : one.text}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function PlanGroup({
  title,
  lines,
  desk,
  words,
}: Omit<PlanProps, 'outcome' | 'kinds'> & { title: string; lines: readonly PlannedLine[] }) {
  const [limit, setLimit] = useState(FIRST);
  const several = new Set(lines.map((line) => line.edit.sheet)).size > 1;
  return (
    <section class="card preview" aria-label={title}>
      <h2 class="card-title">
        {title} <span class="group-count">{words.number(lines.length)}</span>
      </h2>
      <ul class="changes">
        {lines.slice(0, limit).map(({ edit, reason, law }) => (
          <li key={`${edit.sheet}!${edit.cell}`}>
            <CellLink sheet={edit.sheet} cell={edit.cell} desk={desk} words={words} withSheet={several} />
            <span>
              {edit.before.kind !== 'blank' && (
                <del>
                  <span class="hidden-text">{words.fixes.from}: </span>
                  {contentText(edit.before, edit.after, words)}{' '}
                </del>
              )}
              <ins>
                <span class="hidden-text">{words.fixes.to}: </span>
                {contentText(edit.after, edit.before, words)}
              </ins>
            </span>
            <span class="muted">
              {reason}
              {law.length > 0 && ` (${law.join('; ')})`}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > limit && (
        <button type="button" class="button button-quiet" onClick={() => setLimit(limit + FIRST * 3)}>
          {words.chart.more(lines.length - limit)}
        </button>
      )}
    </section>
  );
}
