import type { FillCode } from '@ctmtqg/core';
import type { Reach } from '../pane/app.js';

/** Ids of the ribbon's buttons; the manifest names the same. */
export const COMMANDS = [
  'ctmtqgCheck',
  'ctmtqgFillTotals',
  'ctmtqgFillCounterpart',
  'ctmtqgUndo',
  'ctmtqgMark',
] as const;

let latest: Reach | null = null;
let wanted: ((state: Reach) => void) | null = null;

/** The pane tells that it is there; a button pressed before is done now. */
export function commandsReach(state: Reach): void {
  latest = state;
  if (!wanted) return;
  const act = wanted;
  wanted = null;
  queueMicrotask(() => act(state));
}

function act(work: (state: Reach) => void) {
  return (event: Office.AddinCommands.Event) => {
    if (latest) work(latest);
    else wanted = work;
    void Office.addin?.showAsTaskpane?.().catch(() => undefined);
    event.completed();
  };
}

/** Connects the ribbon's buttons; pane and buttons live in one shared runtime. */
export function associateCommands(): void {
  const fill = (fills: readonly FillCode[]) =>
    act((state) => {
      state.showTab('fill');
      state.plan({ fills, overwrite: false, only: true });
    });
  const work: Record<(typeof COMMANDS)[number], ReturnType<typeof act>> = {
    ctmtqgCheck: act((state) => {
      state.showTab('check');
      state.check();
    }),
    ctmtqgFillTotals: fill(['totals']),
    ctmtqgFillCounterpart: fill(['counterpart']),
    ctmtqgUndo: act((state) => state.undo()),
    ctmtqgMark: act((state) => (state.marked > 0 ? state.unmark() : state.mark())),
  };
  for (const name of COMMANDS) Office.actions?.associate(name, work[name]);
}
