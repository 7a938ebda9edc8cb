import type { Finding, Severity } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { ProgrammeBrief } from '../../engine/protocol.js';
import { groupFindings } from '../groups.js';
import { downloadReport } from '../report.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { ContextCard } from './context-card.js';
import { FindingCard } from './finding-card.js';
import { FixPreview } from './fix-preview.js';
import { Icon, type IconName } from './icons.js';
import { SourceBars } from './source-bars.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly programmes: readonly ProgrammeBrief[];
  readonly words: Words;
}

/** The tab that the officer works in: check, see, go, fix, take back. */
export function CheckTab({ desk, engine, programmes, words }: Props) {
  const { outcome, progress } = desk;
  return (
    <>
      <CheckBar desk={desk} words={words} />
      {!outcome && !progress && (
        <div class="empty">
          <Icon name="search" large />
          <h2>{words.check.emptyTitle}</h2>
          <p>{words.check.empty}</p>
        </div>
      )}
      {outcome && (
        <div class={progress ? 'results results-busy' : 'results'}>
          <Verdict desk={desk} engine={engine} words={words} />
          <ContextCard report={outcome.report} desk={desk} programmes={programmes} words={words} />
          <SourceBars overview={outcome.overview} desk={desk} words={words} />
          <Findings desk={desk} words={words} />
          <Leftovers desk={desk} words={words} />
        </div>
      )}
    </>
  );
}

function CheckBar({ desk, words }: Omit<Props, 'programmes' | 'engine'>) {
  const { progress, outcome, stale } = desk;
  return (
    <div class="check-bar">
      <button type="button" class="button button-primary" disabled={progress !== null} onClick={desk.check}>
        {outcome ? words.check.again : words.check.run}
      </button>
      {desk.live && (
        <label class="switch">
          <input
            type="checkbox"
            checked={desk.memory.checkOnChange}
            onChange={(event) => desk.remember({ checkOnChange: event.currentTarget.checked })}
          />
          <span>{words.check.onChange}</span>
        </label>
      )}
      <p class="progress" role="status">
        {progress && <span class="spinner" aria-hidden="true" />}
        {progress?.phase === 'reading' &&
          (progress.of > 1
            ? words.check.readingPart(Math.min(progress.done + 1, progress.of), progress.of)
            : words.check.reading)}
        {progress?.phase === 'checking' && words.check.checking}
        {progress?.phase === 'checking' && (
          <button type="button" class="button button-small button-quiet" onClick={desk.cancel}>
            {words.check.cancel}
          </button>
        )}
        {!progress && stale && outcome && <span class="stale">{words.check.stale}</span>}
      </p>
    </div>
  );
}

interface VerdictText {
  readonly icon: IconName;
  readonly text: string;
}

function verdictOf(desk: DeskState, words: Words): VerdictText {
  const count = (severity: Severity) => desk.open.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  if (errors > 0 || warnings > 0) {
    return { icon: errors > 0 ? 'error' : 'warning', text: words.check.findings(errors, warnings) };
  }
  if (desk.outcome?.report.status === 'incomplete') return { icon: 'info', text: words.check.incomplete };
  return { icon: 'clean', text: infos > 0 ? words.check.infoOnly(infos) : words.check.clean };
}

function Verdict({ desk, engine, words }: Omit<Props, 'programmes'>) {
  const { report } = desk.outcome!;
  const addSheet = () =>
    desk.add(words.result.added, async () => {
      const ask = { report, memory: desk.memory, language: words.language };
      return { kind: 'sheets', sheets: [await engine.call('resultSheet', ask)] };
    });
  const { icon, text } = verdictOf(desk, words);
  const { cells, sums, rows } = report.checked;
  return (
    <section class={`card verdict verdict-${icon}`} aria-labelledby="verdict">
      <h2 id="verdict" class="verdict-text">
        <Icon name={icon} large />
        {text}
      </h2>
      <p class="muted">{words.check.checked(cells, sums, rows)}</p>
      <p class="muted">
        {report.rules.asOf ? `${words.check.asOf(report.rules.asOf)}. ` : ''}
        {words.check.rules(report.rules.version)}.
      </p>
      <div class="verdict-actions">
        {desk.marked > 0 ? (
          <button type="button" class="button button-small" onClick={desk.unmark}>
            {words.actions.unmark}
          </button>
        ) : (
          <button
            type="button"
            class="button button-small"
            disabled={desk.open.length === 0}
            onClick={desk.mark}
          >
            {words.actions.mark}
          </button>
        )}
        <button
          type="button"
          class="button button-small"
          onClick={() => downloadReport(report, desk.memory, words)}
        >
          {words.actions.report}
        </button>
        <button type="button" class="button button-small" onClick={addSheet}>
          {words.result.add}
        </button>
        <button type="button" class="button button-small" onClick={() => self.print()}>
          {words.actions.print}
        </button>
      </div>
    </section>
  );
}

type Filter = Severity | 'all';
const FILTERS: readonly Filter[] = ['all', 'error', 'warning', 'info'];

function Findings({ desk, words }: Omit<Props, 'programmes' | 'engine'>) {
  const [filter, setFilter] = useState<Filter>('all');
  const { open } = desk;
  if (open.length === 0) return null;
  const count = (one: Filter) => open.filter((finding) => one === 'all' || finding.severity === one).length;
  const inUse = count(filter) > 0 ? filter : 'all';
  const shown = open.filter((finding) => inUse === 'all' || finding.severity === inUse);
  const safe = open.filter((finding) => finding.fix?.safe && finding.fix.edits.length > 0);
  return (
    <section aria-label={words.check.result}>
      <fieldset class="filters">
        <legend class="hidden-text">{words.finding.filter}</legend>
        {FILTERS.filter((one) => one === 'all' || count(one) > 0).map((one) => (
          <button
            key={one}
            type="button"
            class={`filter filter-${one}`}
            aria-pressed={inUse === one}
            onClick={() => setFilter(one)}
          >
            {one === 'all' ? words.finding.all : words.severities[one]}{' '}
            <span class="filter-count">{count(one)}</span>
          </button>
        ))}
      </fieldset>
      {safe.length > 0 && <FixPreview findings={safe} desk={desk} words={words} />}
      {groupFindings(shown).map(({ group, findings }) => (
        <FindingList key={group} title={words.groups[group]} findings={findings} desk={desk} words={words} />
      ))}
    </section>
  );
}

const FIRST = 40;

function FindingList({
  title,
  findings,
  desk,
  words,
}: Omit<Props, 'programmes' | 'engine'> & { title: string; findings: readonly Finding[] }) {
  const [limit, setLimit] = useState(FIRST);
  return (
    <section class="group" aria-label={title}>
      <h3 class="group-title">
        {title} <span class="group-count">{words.number(findings.length)}</span>
      </h3>
      <ul class="findings">
        {findings.slice(0, limit).map((finding) => (
          <FindingCard key={finding.key} finding={finding} desk={desk} words={words} />
        ))}
      </ul>
      {findings.length > limit && (
        <button type="button" class="button button-quiet" onClick={() => setLimit(limit + FIRST * 2)}>
          {words.finding.more(findings.length - limit)}
        </button>
      )}
    </section>
  );
}

function Leftovers({ desk, words }: Omit<Props, 'programmes' | 'engine'>) {
  const { notChecked } = desk.outcome!.report;
  return (
    <>
      {desk.ignored.length > 0 && (
        <details class="card leftovers">
          <summary>{words.finding.ignored(desk.ignored.length)}</summary>
          <ul>
            {desk.ignored.map((one) => (
              <li key={one.key}>
                <p>{one.message}</p>
                <p class="muted">{one.reason}</p>
                <button
                  type="button"
                  class="button button-small button-quiet"
                  onClick={() => desk.restore(one.key)}
                >
                  {words.finding.restore}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {notChecked.length > 0 && (
        <details class="card leftovers">
          <summary>{words.finding.notChecked(notChecked.length)}</summary>
          <ul>
            {notChecked.map((gap) => (
              <li key={gap.what + gap.why}>
                <p>{gap.what}</p>
                <p class="muted">{gap.why}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
