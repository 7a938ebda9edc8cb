import type { Finding } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import { contentText } from '../content-text.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { CellLink } from './finding-card.js';

interface Props {
  readonly findings: readonly Finding[];
  readonly desk: DeskState;
  readonly words: Words;
}

/** "Fix everything that is safe": first every cell with before and after, then the deed. */
export function FixPreview({ findings, desk, words }: Props) {
  const [open, setOpen] = useState(false);
  const edits = findings.flatMap((finding) => finding.fix?.edits ?? []);
  const several = new Set(edits.map((edit) => edit.sheet)).size > 1;
  if (!open) {
    return (
      <button type="button" class="button fix-all" onClick={() => setOpen(true)}>
        {words.fixes.all(findings.length)}
      </button>
    );
  }
  return (
    <section class="card preview" aria-label={words.fixes.preview(edits.length)}>
      <h3 class="card-title">{words.fixes.preview(edits.length)}</h3>
      <p class="muted">{words.fixes.safeHelp}</p>
      <ul class="changes">
        {edits.map((edit) => (
          <li key={`${edit.sheet}!${edit.cell}`}>
            <CellLink sheet={edit.sheet} cell={edit.cell} desk={desk} words={words} withSheet={several} />
            <del>
              <span class="hidden-text">{words.fixes.from}: </span>
              {contentText(edit.before, edit.after, words)}
            </del>
            <ins>
              <span class="hidden-text">{words.fixes.to}: </span>
              {contentText(edit.after, edit.before, words)}
            </ins>
          </li>
        ))}
      </ul>
      <div class="finding-actions">
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            setOpen(false);
            desk.fix(findings);
          }}
        >
          {words.fixes.confirm}
        </button>
        <button type="button" class="button button-quiet" onClick={() => setOpen(false)}>
          {words.finding.back}
        </button>
      </div>
    </section>
  );
}
