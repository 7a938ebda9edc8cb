import type { CellContent, Finding } from '@ctmtqg/core';
import { useState } from 'preact/hooks';
import { writeAmount } from '../groups.js';
import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { CellLink } from './finding-card.js';

interface Props {
  readonly findings: readonly Finding[];
  readonly desk: DeskState;
  readonly words: Words;
}

/** What a cell holds, as the preview writes it. */
export function contentText(content: CellContent, words: Words): string {
  switch (content.kind) {
    case 'blank':
      return words.fixes.blank;
    case 'number':
      return writeAmount(content.value, words.language);
    case 'text':
      return content.text;
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'formula':
      return content.formula;
  }
}

/** "Fix everything that is safe": first every cell with before and after, then the deed. */
export function FixPreview({ findings, desk, words }: Props) {
  const [open, setOpen] = useState(false);
  const edits = findings.flatMap((finding) => finding.fix?.edits ?? []);
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
      <table>
        <thead>
          <tr>
            <th scope="col">{words.fixes.cell}</th>
            <th scope="col">{words.fixes.from}</th>
            <th scope="col">{words.fixes.to}</th>
          </tr>
        </thead>
        <tbody>
          {edits.map((edit) => (
            <tr key={`${edit.sheet}!${edit.cell}`}>
              <td>
                <CellLink sheet={edit.sheet} cell={edit.cell} desk={desk} words={words} withSheet />
              </td>
              <td>{contentText(edit.before, words)}</td>
              <td class="figure-expected">{contentText(edit.after, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
