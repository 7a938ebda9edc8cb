import { parseArea } from '@ctmtqg/core';
import type { Engine } from '../engine/client.js';
import type { Calls, FileState, ViewSheet } from '../engine/protocol.js';
import type { Addition } from '../port/additions.js';
import type { Desk } from '../port/desk.js';
import { memoryFrom, memoryText } from '../port/memory-text.js';
import {
  type ApplyRequest,
  EMPTY_MEMORY,
  type Mark,
  type Memory,
  type PortChange,
  type PortEdit,
  PortError,
  type SelectedArea,
  type Step,
  type WorkbookPort,
} from '../port/types.js';

/** What the sheet view listens to. */
export interface FileView {
  readonly marks: readonly Mark[];
  readonly selected: SelectedArea | null;
  readonly sheets: readonly ViewSheet[];
}

/** What a step did to the file, so that it can be done again in a new worker. */
type Deed = { readonly edits: readonly PortEdit[] } | { readonly addition: Addition };

/** A dropped file, held by the worker. It stays on this machine and in memory. */
export class FilePort implements WorkbookPort {
  readonly kind = 'file';
  private kept: Memory;
  private seen: FileView;
  /** Steps with what they did, the last first. */
  private done: { readonly step: Step; readonly deed: Deed }[] = [];
  private readonly watchers = new Set<(view: FileView) => void>();

  private constructor(
    private readonly engine: Engine,
    private readonly file: File,
    sheets: readonly ViewSheet[],
    /** What the file itself remembers. */
    private readonly keptInFile: string | null,
  ) {
    this.seen = { marks: [], selected: null, sheets };
    this.kept = memoryFrom(keptInFile);
  }

  get name(): string {
    return this.file.name;
  }

  static async open(engine: Engine, file: File): Promise<FilePort> {
    const { sheets, kept } = await send(engine, file);
    return new FilePort(engine, file, sheets, kept);
  }

  /** Opens the file anew in a worker that was ended, with all steps done again. */
  async reopen(): Promise<void> {
    const { sheets } = await send(this.engine, this.file);
    this.show({ sheets });
    await this.keep();
    for (const { deed } of [...this.done].reverse()) this.show(await this.perform(deed));
  }

  get view(): FileView {
    return this.seen;
  }

  watch(watcher: (view: FileView) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  async read(): Promise<never> {
    throw new PortError('unsupported');
  }

  apply({ title, edits }: ApplyRequest): Promise<Step> {
    return this.step(title, { edits });
  }

  /** Puts sheets or a chart into the file. */
  add(addition: Addition, title: string): Promise<Step> {
    return this.step(title, { addition });
  }

  async sheetNames(): Promise<readonly string[]> {
    return this.seen.sheets.map((sheet) => sheet.name);
  }

  async undo(): Promise<Step | null> {
    const [last, ...earlier] = this.done;
    if (!last) return null;
    this.show(await this.engine.call('undoInFile', {}));
    this.done = earlier;
    return last.step;
  }

  steps(): readonly Step[] {
    return this.done.map(({ step }) => step);
  }

  /** The file with all changes; what no change names stays byte for byte as it was. */
  save(): Promise<Uint8Array> {
    return this.engine.call('saveFile', {});
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    this.show({ marks });
  }

  async unmark(): Promise<void> {
    this.show({ marks: [] });
  }

  marked(): number {
    return this.seen.marks.length;
  }

  async select(sheet: string, cell: string): Promise<void> {
    const area = parseArea(cell);
    if (area) this.show({ selected: { sheet, ...area } });
  }

  async selected() {
    return this.seen.selected;
  }

  /** Selects several cells, as a person does in the grid. */
  selectArea(selected: SelectedArea): void {
    this.show({ selected });
  }

  memory(): Memory {
    return this.kept;
  }

  /** True where the file to be saved would be another than the one opened. */
  get isChanged(): boolean {
    return this.done.length > 0 || memoryText(this.kept) !== this.keptInFile;
  }

  remember(memory: Memory): Promise<void> {
    this.kept = memory;
    return this.keep();
  }

  async clearTraces(): Promise<void> {
    this.kept = EMPTY_MEMORY;
    await this.keep();
    this.show({ marks: [] });
  }

  onChange(_listener: (change: PortChange) => void): () => void {
    return () => undefined;
  }

  private async keep(): Promise<void> {
    await this.engine.call('keepInFile', { text: memoryText(this.kept) });
    this.show({});
  }

  private async step(title: string, deed: Deed): Promise<Step> {
    this.show(await this.perform(deed));
    const id = (this.done[0]?.step.id ?? 0) + 1;
    const cells = 'edits' in deed ? deed.edits.length : 0;
    const step = { id, title, at: new Date().toISOString(), cells };
    this.done = [{ step, deed }, ...this.done];
    return step;
  }

  private perform(deed: Deed): Promise<FileState> {
    return 'edits' in deed ? this.engine.call('applyToFile', deed) : this.engine.call('addToFile', deed);
  }

  private show(change: Partial<FileView>): void {
    this.seen = { ...this.seen, ...change };
    for (const watcher of this.watchers) watcher(this.seen);
  }
}

async function send(engine: Engine, file: File): Promise<Calls['openFile']['answer']> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return engine.call('openFile', { bytes }, [bytes.buffer]);
}

/** The dropped file with its check; both live in the worker, so nothing large crosses over. */
export function fileDesk(port: FilePort, engine: Engine): Desk {
  return {
    port,
    cancel() {
      engine.cancel();
      void port.reopen();
    },
    add: (addition, title) => port.add(addition, title),
    consult(name, wish, progress) {
      progress({ phase: 'checking' });
      return engine.call(name, { snapshot: null, wish } as Calls[typeof name]['ask']);
    },
    planFill(wishes, progress) {
      progress({ phase: 'checking' });
      return engine.call('planFillInFile', { wish: { ...wishes, memory: port.memory() } });
    },
    check(wishes, progress) {
      progress({ phase: 'checking' });
      return engine.call('checkFile', { wish: { ...wishes, workbook: port.name, memory: port.memory() } });
    },
  };
}
