import type { Engine } from '../engine/client.js';
import type { ViewSheet } from '../engine/protocol.js';
import type { Desk } from '../port/desk.js';
import {
  type ApplyRequest,
  EMPTY_MEMORY,
  type Mark,
  type Memory,
  type PortChange,
  PortError,
  type Step,
  type WorkbookPort,
} from '../port/types.js';

/** What the sheet view listens to. */
export interface FileView {
  readonly marks: readonly Mark[];
  readonly selected: { readonly sheet: string; readonly cell: string } | null;
  readonly sheets: readonly ViewSheet[];
}

/** A dropped file, held by the worker. It stays on this machine and in memory. */
export class FilePort implements WorkbookPort {
  readonly kind = 'file';
  private kept: Memory = EMPTY_MEMORY;
  private seen: FileView;
  private done: Step[] = [];
  private readonly watchers = new Set<(view: FileView) => void>();

  private constructor(
    private readonly engine: Engine,
    readonly name: string,
    sheets: readonly ViewSheet[],
  ) {
    this.seen = { marks: [], selected: null, sheets };
  }

  static async open(engine: Engine, file: File): Promise<FilePort> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sheets } = await engine.call('openFile', { bytes }, [bytes.buffer]);
    return new FilePort(engine, file.name, sheets);
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

  async apply({ title, edits }: ApplyRequest): Promise<Step> {
    this.show(await this.engine.call('applyToFile', { edits }));
    const id = (this.done[0]?.id ?? 0) + 1;
    const step = { id, title, at: new Date().toISOString(), cells: edits.length };
    this.done = [step, ...this.done];
    return step;
  }

  async undo(): Promise<Step | null> {
    const [last, ...earlier] = this.done;
    if (!last) return null;
    this.show(await this.engine.call('undoInFile', {}));
    this.done = earlier;
    return last;
  }

  steps(): readonly Step[] {
    return this.done;
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
    this.show({ selected: { sheet, cell } });
  }

  async selected() {
    return this.seen.selected;
  }

  memory(): Memory {
    return this.kept;
  }

  async remember(memory: Memory): Promise<void> {
    this.kept = memory;
  }

  async clearTraces(): Promise<void> {
    this.kept = EMPTY_MEMORY;
    this.show({ marks: [] });
  }

  onChange(_listener: (change: PortChange) => void): () => void {
    return () => undefined;
  }

  private show(change: Partial<FileView>): void {
    this.seen = { ...this.seen, ...change };
    for (const watcher of this.watchers) watcher(this.seen);
  }
}

/** The dropped file with its check; both live in the worker, so nothing large crosses over. */
export function fileDesk(port: FilePort, engine: Engine): Desk {
  return {
    port,
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
