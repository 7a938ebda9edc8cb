import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { associateCommands, commandsReach } from '../commands/commands.js';
import { Engine } from '../engine/client.js';
import { ExcelPort } from '../excel/excel-port.js';
import { isSupported } from '../excel/support.js';
import { startWorker } from '../file/start-worker.js';
import * as all from '../functions/functions.js';
import { type Desk, excelDesk } from '../port/desk.js';
import { App, Header, useWords } from './app.js';
import { Icon } from './parts/icons.js';

type State =
  | { readonly kind: 'loading' | 'old' | 'outside' | 'failed' }
  | { readonly kind: 'ready'; readonly desk: Desk };

const { functionsAsk, ...functions } = all;
const engine = new Engine(startWorker);

/** Functions of cells compute in the same worker as the checks; Excel calls them from its start on. */
function associateFunctions(): void {
  functionsAsk((call) => engine.call('compute', call));
  for (const [id, work] of Object.entries(functions)) {
    CustomFunctions.associate(id, work as (...args: unknown[]) => unknown);
  }
}

async function connect(): Promise<State> {
  const info = await Office.onReady();
  if (info.host !== Office.HostType.Excel) return { kind: 'outside' };
  associateFunctions();
  if (!isSupported(Office)) return { kind: 'old' };
  const port = await ExcelPort.open(Excel, { now: () => new Date().toISOString() });
  return { kind: 'ready', desk: excelDesk(port, engine) };
}

function Pane() {
  const [words, turn] = useWords();
  const [state, setState] = useState<State>({ kind: 'loading' });
  const start = () => {
    setState({ kind: 'loading' });
    connect().then(setState, () => setState({ kind: 'failed' }));
  };
  useEffect(start, []);
  if (state.kind === 'ready') {
    return <App desk={state.desk} engine={engine} words={words} onLanguage={turn} onReady={commandsReach} />;
  }
  return (
    <div class="pane">
      <Header words={words} name={null} onLanguage={turn} />
      <main class="panel">
        <div class="empty" role="status">
          {state.kind === 'loading' ? (
            <span class="spinner" aria-hidden="true" />
          ) : (
            <Icon name="info" large />
          )}
          <h2>
            {state.kind === 'loading' && words.host.loading}
            {state.kind === 'old' && words.host.oldTitle}
            {state.kind === 'outside' && words.host.outside}
            {state.kind === 'failed' && words.host.failed}
          </h2>
          {state.kind === 'old' && <p>{words.host.old}</p>}
          {(state.kind === 'old' || state.kind === 'outside') && (
            <a class="button" href="index.html" target="_blank" rel="noreferrer">
              {words.host.openPage}
            </a>
          )}
          {state.kind === 'failed' && (
            <button type="button" class="button" onClick={start}>
              {words.host.retry}
            </button>
          )}
        </div>
      </main>
    </div>
  );
}

functionsAsk((call) => engine.call('compute', call));
for (const [id, work] of Object.entries(functions))
  CustomFunctions.associate(id, work as (...args: unknown[]) => unknown);
render(<Pane />, document.getElementById('app')!);
associateCommands();
