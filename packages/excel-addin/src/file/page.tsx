import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Engine } from '../engine/client.js';
import { App, Header, useWords } from '../pane/app.js';
import { Icon } from '../pane/parts/icons.js';
import { download } from '../pane/report.js';
import type { Words } from '../pane/words/index.js';
import { PortError } from '../port/types.js';
import { FilePort, fileDesk } from './file-port.js';
import { Grid } from './grid.js';
import { startWorker } from './start-worker.js';

const engine = new Engine(startWorker);

/** The page without Excel: a file is dropped, seen, checked. */
function Page() {
  const [words, turn] = useWords();
  const [port, setPort] = useState<FilePort | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [failure, setFailure] = useState<PortError | null>(null);
  const open = async (file: File | undefined) => {
    if (!file) return;
    setOpening(file.name);
    setFailure(null);
    try {
      setPort(await FilePort.open(engine, file));
    } catch (error) {
      setFailure(error instanceof PortError ? error : new PortError('unreadable-file'));
    }
    setOpening(null);
  };
  useDrop(open);
  if (!port) {
    return (
      <div class="page page-start">
        <Header words={words} name={null} onLanguage={turn} />
        <Drop words={words} opening={opening} failure={failure} onFile={open} />
      </div>
    );
  }
  return (
    <Opened key={port.name} port={port} words={words} onLanguage={turn} onFile={open} failure={failure} />
  );
}

function useDrop(open: (file: File | undefined) => void): void {
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      document.body.classList.add('dragging');
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) document.body.classList.remove('dragging');
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      document.body.classList.remove('dragging');
      latest.current(event.dataTransfer?.files[0]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
}

interface DropProps {
  readonly words: Words;
  readonly opening: string | null;
  readonly failure: PortError | null;
  onFile(file: File | undefined): void;
}

function Drop({ words, opening, failure, onFile }: DropProps) {
  return (
    <main class="drop">
      <div class="drop-zone">
        <Icon name="file" large />
        <div role="status">
          <h2>{opening ? words.file.opening(opening) : words.file.drop}</h2>
        </div>
        {opening ? (
          <>
            <span class="spinner" aria-hidden="true" />
            <button type="button" class="button" onClick={() => engine.cancel()}>
              {words.check.cancel}
            </button>
          </>
        ) : (
          <FileButton words={words} label={words.file.choose} onFile={onFile} primary />
        )}
        <Failure failure={failure} words={words} />
      </div>
      <p class="drop-note">
        <Icon name="lock" /> {words.file.privacy}
      </p>
      <p class="muted">{words.check.empty}</p>
    </main>
  );
}

function Failure({ failure, words }: Pick<DropProps, 'failure' | 'words'>) {
  return (
    <div role="alert">
      {failure && (
        <p class="failure">
          {words.errors[failure.code]} {failure.facts[words.language] ?? ''}
        </p>
      )}
    </div>
  );
}

function FileButton({
  words,
  label,
  primary = false,
  onFile,
}: Pick<DropProps, 'words' | 'onFile'> & { label: string; primary?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={primary ? 'button button-primary' : 'button button-small'}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        class="hidden-text"
        type="file"
        accept=".xlsx,.xlsm"
        tabIndex={-1}
        aria-label={words.file.choose}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

interface OpenedProps extends Pick<DropProps, 'words' | 'failure' | 'onFile'> {
  readonly port: FilePort;
  onLanguage(): void;
}

function Opened({ port, words, failure, onLanguage, onFile }: OpenedProps) {
  const [desk] = useState(() => fileDesk(port, engine));
  const [view, setView] = useState(port.view);
  const [name, setName] = useState(
    view.sheets.find((sheet) => !sheet.hidden)?.name ?? view.sheets[0]?.name ?? '',
  );
  useEffect(
    () =>
      port.watch((next) => {
        setView(next);
      }),
    [port],
  );
  const selected = view.selected;
  useEffect(() => {
    if (selected) setName(selected.sheet);
  }, [selected]);
  const known = useRef(view.sheets);
  useEffect(() => {
    // A sheet that was just put in is shown; one that was taken away again is left.
    const names = new Set(known.current.map((one) => one.name));
    const added = view.sheets.find((one) => !one.hidden && !names.has(one.name));
    if (added) setName(added.name);
    known.current = view.sheets;
  }, [view.sheets]);
  const sheet =
    view.sheets.find((one) => one.name === name) ?? view.sheets.find((one) => !one.hidden) ?? view.sheets[0];
  return (
    <div class="page page-open">
      <section class="workbook" aria-label={port.name}>
        <div class="sheet-bar">
          <nav class="sheet-tabs" aria-label={words.file.sheets}>
            {view.sheets.map((one) => (
              <button
                key={one.name}
                type="button"
                class="sheet-tab"
                aria-pressed={one === sheet}
                onClick={() => setName(one.name)}
              >
                {one.name}
                {one.hidden && <span class="muted"> ({words.file.hiddenSheet})</span>}
              </button>
            ))}
          </nav>
          <Save port={port} words={words} />
          <FileButton words={words} label={words.file.another} onFile={onFile} />
        </div>
        <Failure failure={failure} words={words} />
        {sheet && (
          <Grid key={sheet.name} port={port} engine={engine} sheet={sheet} view={view} words={words} />
        )}
        {sheet?.drawing && (
          <p class="sheet-note muted">
            <Icon name="chart" /> {words.file.drawing}
          </p>
        )}
      </section>
      <App desk={desk} engine={engine} words={words} onLanguage={onLanguage} />
    </div>
  );
}

/** Hands the changed file back, under a name of its own: the first one is never written over. */
function Save({ port, words }: { port: FilePort; words: Words }) {
  const changed = port.isChanged;
  const save = async () => {
    const bytes = await port.save();
    download(
      new Blob([bytes as Uint8Array<ArrayBuffer>]),
      port.name.replace(/(\.xls[xm])$/i, ` ${words.file.suffix}$1`),
    );
  };
  return (
    <button type="button" class="button button-small" disabled={!changed} onClick={() => void save()}>
      {words.file.save}
    </button>
  );
}

render(<Page />, document.getElementById('app')!);

if ('serviceWorker' in navigator && location.protocol.startsWith('http')) {
  navigator.serviceWorker.register('sw.js').catch(() => undefined);
}
