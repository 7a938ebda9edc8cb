import type { Finding } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { Icon } from './icons.js';

interface Props {
  readonly finding: Finding;
  readonly desk: DeskState;
  readonly words: Words;
}

const FEW_CELLS = 6;

/** One finding: where, what stands there, what should, by which article, and what to do. */
export function FindingCard({ finding, desk, words }: Props) {
  const [asking, setAsking] = useState(false);
  const { severity } = finding;
  return (
    <li class={`finding finding-${severity}`} data-code={finding.code}>
      <div class="finding-head">
        <span class={`severity severity-${severity}`}>
          <Icon name={severity} />
          {words.severities[severity]}
        </span>
        <CellLink sheet={finding.sheet} cell={finding.cell} desk={desk} words={words} withSheet />
        {finding.count > 1 && <span class="muted">{words.finding.cells(finding.count)}</span>}
      </div>
      <p class="finding-message">{finding.message}</p>
      <Figures finding={finding} words={words} />
      <Cells finding={finding} desk={desk} words={words} />
      <Law finding={finding} words={words} />
      {asking ? (
        <IgnoreForm finding={finding} desk={desk} words={words} close={() => setAsking(false)} />
      ) : (
        <div class="finding-actions">
          {finding.fix && finding.fix.edits.length > 0 && (
            <button type="button" class="button button-small" onClick={() => desk.fix([finding])}>
              {words.finding.fix}
            </button>
          )}
          <button type="button" class="button button-small button-quiet" onClick={() => setAsking(true)}>
            {words.finding.ignore}
          </button>
        </div>
      )}
    </li>
  );
}

interface LinkProps {
  readonly sheet: string;
  readonly cell: string;
  readonly desk: DeskState;
  readonly words: Words;
  readonly withSheet?: boolean;
  /** Said instead of the cell's name. */
  readonly label?: string;
}

/** The name of a cell; pressing it goes there. */
export function CellLink({ sheet, cell, desk, words, withSheet = false, label = cell }: LinkProps) {
  return (
    <button type="button" class="cell" onClick={() => desk.select(sheet, cell)}>
      <span class="hidden-text">{words.finding.go} </span>
      {withSheet && <span class="cell-sheet">{sheet}</span>}
      <span class="cell-name">{label}</span>
    </button>
  );
}

function Figures({ finding, words }: Pick<Props, 'finding' | 'words'>) {
  const { found, expected, difference, unit } = finding;
  if (found === null && expected === null) return null;
  const write = (text: string) => writeAmount(text, words.language);
  return (
    <dl class="figures">
      {found !== null && (
        <div>
          <dt>{words.finding.found}</dt>
          <dd class="figure-found">{write(found)}</dd>
        </div>
      )}
      {expected !== null && (
        <div>
          <dt>{words.finding.expected}</dt>
          <dd class="figure-expected">{write(expected)}</dd>
        </div>
      )}
      {difference !== null && (
        <div>
          <dt>{words.finding.difference}</dt>
          <dd>
            {write(difference)}
            {unit && <span class="muted"> {unit}</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}

function Cells({ finding, desk, words }: Props) {
  const { candidates, consequences } = finding;
  return (
    <>
      {candidates.length > 0 && (
        <p class="finding-cells">
          <span class="muted">{words.finding.candidates}: </span>
          {candidates.slice(0, FEW_CELLS).map(({ sheet, cell }) => (
            <CellLink key={`${sheet}!${cell}`} sheet={sheet} cell={cell} desk={desk} words={words} />
          ))}
          {candidates.length > FEW_CELLS && <span class="muted">…</span>}
        </p>
      )}
      {consequences.length > 0 && (
        <p class="finding-cells">
          <span class="muted">{words.finding.consequences(consequences.length)}: </span>
          {consequences.slice(0, FEW_CELLS).map(({ sheet, cell }) => (
            <CellLink key={`${sheet}!${cell}`} sheet={sheet} cell={cell} desk={desk} words={words} />
          ))}
          {consequences.length > FEW_CELLS && <span class="muted">…</span>}
        </p>
      )}
    </>
  );
}

function Law({ finding, words }: Pick<Props, 'finding' | 'words'>) {
  if (finding.law.length === 0) return null;
  return (
    <p class="finding-law">
      <span class="muted">{words.finding.law}: </span>
      {finding.law.map((law, i) => (
        <span key={`${law.instrument}${law.article}`}>
          {i > 0 && '; '}
          {law.article ? `${law.article}, ${law.instrument}` : law.instrument}
          {law.status === 'unverified' && <span class="tag">{words.finding.unverified}</span>}
        </span>
      ))}
    </p>
  );
}

function IgnoreForm({ finding, desk, words, close }: Props & { close(): void }) {
  const [reason, setReason] = useState('');
  const id = `reason-${finding.key}`;
  return (
    <form
      class="ignore"
      ref={(form) => form?.scrollIntoView({ block: 'nearest' })}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) desk.ignore(finding, reason.trim());
      }}
    >
      <label for={id}>{words.finding.reason}</label>
      <input
        id={id}
        type="text"
        required
        value={reason}
        placeholder={words.finding.reasonHint}
        ref={(input) => input?.focus()}
        onInput={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <div class="finding-actions">
        <button type="submit" class="button button-small" disabled={!reason.trim()}>
          {words.finding.confirmIgnore}
        </button>
        <button type="button" class="button button-small button-quiet" onClick={close}>
          {words.finding.back}
        </button>
      </div>
    </form>
  );
}
