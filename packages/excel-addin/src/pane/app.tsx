import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Engine } from '../engine/client.js';
import type { ProgrammeBrief } from '../engine/protocol.js';
import type { Desk } from '../port/desk.js';
import { CasesTab } from './parts/cases-tab.js';
import { CheckTab } from './parts/check-tab.js';
import { FillTab } from './parts/fill-tab.js';
import { HelpTab } from './parts/help-tab.js';
import { Icon, Mark } from './parts/icons.js';
import { LookupTab } from './parts/lookup-tab.js';
import { TemplatesTab } from './parts/templates-tab.js';
import { type DeskState, useDesk } from './use-desk.js';
import { en } from './words/en.js';
import type { Words } from './words/index.js';
import { vi } from './words/vi.js';

export type Tab = keyof Words['tabs'];

/** What the ribbon may do with the pane. */
export interface Reach extends DeskState {
  showTab(tab: Tab): void;
}

const TABS: readonly Tab[] = ['check', 'fill', 'lookup', 'cases', 'templates', 'help'];

interface Props {
  readonly desk: Desk;
  readonly engine: Engine;
  readonly words: Words;
  readonly onLanguage: () => void;
  /** Lets commands of the ribbon reach the pane. */
  readonly onReady?: (state: Reach) => void;
}

/** Words of the chosen language, and how to change it. */
export function useWords(): [Words, () => void] {
  const [language, setLanguage] = useState<'vi' | 'en'>('vi');
  const words: Words = language === 'vi' ? vi : en;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return [words, () => setLanguage(language === 'vi' ? 'en' : 'vi')];
}

/** The programmes, once the worker has told them. */
export function useProgrammes(engine: Engine, fail: (error: unknown) => void): readonly ProgrammeBrief[] {
  const [programmes, setProgrammes] = useState<readonly ProgrammeBrief[]>([]);
  useEffect(() => {
    engine.call('programmes', {}).then(setProgrammes, fail);
  }, [engine]);
  return programmes;
}

/** The pane, the same in Excel and beside a dropped file. */
export function App({ desk, engine, words, onLanguage, onReady }: Props) {
  const [tab, setTab] = useState<Tab>('check');
  const state = useDesk(desk, words);
  const programmes = useProgrammes(engine, state.fail);
  onReady?.({ ...state, showTab: setTab });
  useShortcuts(state);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.scrollTo(0, 0), [tab]);
  return (
    <div class="pane">
      <Header words={words} name={desk.port.name} onLanguage={onLanguage}>
        <Tabs tab={tab} words={words} onTab={setTab} />
      </Header>
      <main class="panel" ref={panel}>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <div hidden={tab !== 'check'}>
            <CheckTab desk={state} engine={engine} programmes={programmes} words={words} />
          </div>
          {tab === 'fill' && <FillTab desk={state} engine={engine} words={words} />}
          {tab === 'lookup' && (
            <LookupTab desk={state} engine={engine} programmes={programmes} words={words} />
          )}
          {tab === 'cases' && <CasesTab desk={state} engine={engine} programmes={programmes} words={words} />}
          {tab === 'templates' && (
            <TemplatesTab desk={state} engine={engine} programmes={programmes} words={words} />
          )}
          {tab === 'help' && <HelpTab desk={state} words={words} />}
        </div>
      </main>
      <Foot state={state} words={words} />
    </div>
  );
}

interface HeaderProps {
  readonly words: Words;
  /** Name of the workbook, or `null` before there is one. */
  readonly name: string | null;
  readonly children?: ComponentChildren;
  onLanguage(): void;
}

export function Header({ words, name, children, onLanguage }: HeaderProps) {
  return (
    <header class="top">
      <div class="head">
        <Mark />
        <div class="head-text">
          <h1>{words.product}</h1>
          <p title={name ?? ''}>{name ?? words.tagline}</p>
        </div>
        <Offline words={words} />
        <button
          type="button"
          class="button button-small button-quiet"
          lang={words.language === 'vi' ? 'en' : 'vi'}
          onClick={onLanguage}
        >
          {words.otherLanguage}
        </button>
      </div>
      {children}
    </header>
  );
}

/** Told where the page came from a server: without one nothing is missing, and it says so. */
function Offline({ words }: { words: Words }) {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const tell = () => setOffline(!navigator.onLine);
    self.addEventListener('online', tell);
    self.addEventListener('offline', tell);
    return () => {
      self.removeEventListener('online', tell);
      self.removeEventListener('offline', tell);
    };
  }, []);
  return (
    <span role="status">
      {offline && location.protocol.startsWith('http') && (
        <span class="tag tag-offline" title={words.file.offline}>
          <Icon name="offline" /> {words.file.offlineTag}
          <span class="hidden-text">. {words.file.offline}</span>
        </span>
      )}
    </span>
  );
}

function Tabs({ tab, words, onTab }: { tab: Tab; words: Words; onTab(tab: Tab): void }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length]!;
    onTab(next);
    list.current?.querySelector<HTMLButtonElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={words.tabList} ref={list} onKeyDown={move}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={tab === one}
          aria-controls="panel"
          tabIndex={tab === one ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {one === 'help' && <span aria-hidden="true">?</span>}
          <span class={one === 'help' ? 'hidden-text' : ''}>{words.tabs[one]}</span>
        </button>
      ))}
    </div>
  );
}

/** What just happened and how to take it back; it keeps its place, so that nothing jumps. */
function Foot({ state, words }: { state: DeskState; words: Words }) {
  const { notice, steps } = state;
  return (
    <footer class="foot">
      <div class="notice-place" role="status">
        {notice && (
          <div class={`notice notice-${notice.kind}`}>
            <Icon name={notice.kind === 'done' ? 'clean' : 'error'} />
            <div class="notice-text">
              <p>{notice.text}</p>
              {notice.detail && <p class="muted">{notice.detail}</p>}
            </div>
            {notice.action && (
              <button type="button" class="button button-small" onClick={notice.action.run}>
                {notice.action.label}
              </button>
            )}
            <button
              type="button"
              class="button button-small button-quiet button-icon"
              aria-label={words.close}
              onClick={state.dismiss}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
      <button
        type="button"
        class="button button-small undo"
        disabled={steps.length === 0}
        onClick={() => state.undo()}
        title={steps[0]?.title ?? ''}
      >
        <Icon name="undo" /> {words.actions.undo}
        {steps[0] && <span class="muted undo-title">{steps[0].title}</span>}
      </button>
    </footer>
  );
}

function useShortcuts(state: DeskState): void {
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const act = { KeyK: () => latest.current.check(), KeyZ: () => latest.current.undo() }[event.code];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
