import type { DeskState } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { Icon } from './icons.js';

/** What the tool promises, how to use it, and how to leave no trace. */
export function HelpTab({ desk, words }: { desk: DeskState | null; words: Words }) {
  return (
    <>
      <section class="card">
        <h2 class="card-title">
          <Icon name="lock" /> {words.help.privacyTitle}
        </h2>
        <p>{words.help.privacy}</p>
      </section>
      <section class="card">
        <h2 class="card-title">{words.help.stepsTitle}</h2>
        <ol class="steps">
          {words.help.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p class="muted">{words.help.shortcuts}</p>
      </section>
      <section class="card">
        <h2 class="card-title">{words.help.limitsTitle}</h2>
        <p>{words.help.limits}</p>
      </section>
      {desk?.live && (
        <section class="card">
          <h2 class="card-title">{words.actions.freeze}</h2>
          <p>{words.actions.freezeHelp}</p>
          <button type="button" class="button" onClick={desk.freezeFunctions}>
            {words.actions.freeze}
          </button>
        </section>
      )}
      {desk && (
        <section class="card">
          <h2 class="card-title">{words.actions.clear}</h2>
          <p>{words.actions.clearHelp}</p>
          {desk.steps.length > 0 && <p class="muted">{words.actions.images(desk.steps.length)}</p>}
          <button type="button" class="button" onClick={desk.clearTraces}>
            {words.actions.clear}
          </button>
        </section>
      )}
    </>
  );
}
