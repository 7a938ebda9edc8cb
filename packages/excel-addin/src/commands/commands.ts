import type { DeskState } from '../pane/use-desk.js';

/** Ids of the ribbon's buttons; the manifest names the same. */
export const COMMANDS = ['ctmtqgCheck', 'ctmtqgUndo', 'ctmtqgMark', 'ctmtqgOpen'] as const;

let latest: DeskState | null = null;
let wanted: ((state: DeskState) => void) | null = null;

/** The pane tells that it is there; a button pressed before is done now. */
export function commandsReach(state: DeskState): void {
  latest = state;
  if (!wanted) return;
  const act = wanted;
  wanted = null;
  queueMicrotask(() => act(state));
}

function act(work: (state: DeskState) => void) {
  return (event: Office.AddinCommands.Event) => {
    if (latest) work(latest);
    else wanted = work;
    void Office.addin?.showAsTaskpane?.().catch(() => undefined);
    event.completed();
  };
}

/** Connects the ribbon's buttons; pane and buttons live in one shared runtime. */
export function associateCommands(): void {
  Office.actions?.associate(
    'ctmtqgCheck',
    act((state) => state.check()),
  );
  Office.actions?.associate(
    'ctmtqgUndo',
    act((state) => state.undo()),
  );
  Office.actions?.associate(
    'ctmtqgMark',
    act((state) => (state.marked > 0 ? state.unmark() : state.mark())),
  );
  Office.actions?.associate(
    'ctmtqgOpen',
    act(() => undefined),
  );
}
