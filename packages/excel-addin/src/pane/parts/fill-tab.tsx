import type { FillCode, RemainderPolicy } from '@ctmtqg/core';
import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../../engine/client.js';
import type { FillKind } from '../../engine/fill.js';
import type { DeskState, FillChoice } from '../use-desk.js';
import type { Words } from '../words/index.js';
import { DivisionCard } from './division-card.js';
import { PolicySelect } from './division-fields.js';
import { Plan } from './fill-plan.js';
import { Icon } from './icons.js';
import { Segments } from './segments.js';

interface Props {
  readonly desk: DeskState;
  readonly engine: Engine;
  readonly words: Words;
}

/** Fills: blank cells by what the sheet itself says, or a sum divided over the rows that are selected. */
export function FillTab(props: Props) {
  const [mode, setMode] = useState<'blanks' | 'divide'>('blanks');
  const { desk, words } = props;
  // A button of the ribbon fills blank cells.
  useEffect(() => setMode('blanks'), [desk.fillChoice?.stamp]);
  return (
    <>
      <Segments
        label={words.division.modes}
        values={['blanks', 'divide']}
        names={words.division.mode}
        value={mode}
        onChange={(one) => {
          desk.dropPlan();
          setMode(one);
        }}
      />
      {mode === 'blanks' ? <Blanks {...props} /> : <DivisionCard {...props} />}
    </>
  );
}

/** Fills blank cells: first the plan with every reason, then the deed, then the way back. */
function Blanks({ desk, engine, words }: Props) {
  const [kinds, setKinds] = useState<readonly FillKind[]>([]);
  useEffect(() => {
    engine.call('fillKinds', { language: words.language }).then(setKinds, desk.fail);
  }, [engine, words]);
  const { planned, progress } = desk;
  return (
    <>
      <FillForm key={desk.fillChoice?.stamp ?? 0} desk={desk} kinds={kinds} words={words} />
      <p class="progress" role="status">
        {progress && <span class="spinner" aria-hidden="true" />}
        {progress && words.fill.planning}
        {!progress &&
          planned &&
          (planned.lines.length > 0 ? words.fill.planned(planned.lines.length) : words.fill.nothing)}
      </p>
      {planned && <Plan desk={desk} outcome={planned} kinds={kinds} words={words} />}
      {!planned && !progress && (
        <div class="empty">
          <Icon name="file" large />
          <h2>{words.fill.emptyTitle}</h2>
          <p>{words.fill.empty}</p>
        </div>
      )}
    </>
  );
}

/** Fills that may have to round, and then ask who gets what is left. */
const SHARES: readonly FillCode[] = ['capital-split', 'source-ratio'];

function FillForm({ desk, kinds, words }: { desk: DeskState; kinds: readonly FillKind[]; words: Words }) {
  const asked: FillChoice | null = desk.fillChoice;
  const [turned, setTurned] = useState<Readonly<Record<string, boolean>>>({});
  const [overwrite, setOverwrite] = useState(asked?.overwrite ?? false);
  const [sharePolicy, setSharePolicy] = useState<RemainderPolicy | ''>('');
  const chosen = kinds.filter(
    (kind) =>
      turned[kind.code] ??
      (asked?.only ? (asked.fills as readonly string[]).includes(kind.code) : kind.usual),
  );
  const codes = chosen.flatMap(({ code }) => (code === 'unicode' ? [] : [code]));
  const unicode = chosen.some(({ code }) => code === 'unicode');
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        desk.plan({ fills: codes, overwrite, sharePolicy: sharePolicy || null, unicode });
      }}
    >
      {([true, false] as const).map((usual) => (
        <fieldset key={String(usual)} class="choices">
          <legend>{usual ? words.fill.what : words.fill.mend}</legend>
          {kinds
            .filter((kind) => kind.usual === usual)
            .map((kind) => (
              <label key={kind.code} class="switch">
                <input
                  type="checkbox"
                  checked={chosen.includes(kind)}
                  onChange={(event) => setTurned({ ...turned, [kind.code]: event.currentTarget.checked })}
                />
                <span>{kind.title}</span>
              </label>
            ))}
        </fieldset>
      ))}
      {SHARES.some((code) => codes.includes(code)) && (
        <div class="field">
          <label for="share-policy">{words.fill.sharePolicy}</label>
          <PolicySelect
            id="share-policy"
            value={sharePolicy}
            none={words.fill.noPolicy}
            words={words}
            onChange={setSharePolicy}
          />
        </div>
      )}
      <label class="switch">
        <input
          type="checkbox"
          checked={overwrite}
          onChange={(event) => setOverwrite(event.currentTarget.checked)}
        />
        <span>{words.fill.overwrite}</span>
      </label>
      <button
        type="submit"
        class="button button-primary"
        disabled={chosen.length === 0 || desk.progress !== null}
      >
        {words.fill.plan}
      </button>
    </form>
  );
}
