import type { Engine } from '../engine/client.js';
import type { ViewSheet } from '../engine/protocol.js';
import type { Desk } from '../port/desk.js';
import {
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
}

/** A dropped file, held by the worker. It stays on this machine and in memory. */
export class FilePort implements WorkbookPort {
  readonly kind = 'file';
  private kept: Memory = EMPTY_MEMORY;
  private seen: FileView = { marks: [], selected: null };
  private readonly watchers = new Set<(view: FileView) => void>();

  private constructor(
    readonly name: string,
    readonly sheets: readonly ViewSheet[],
  ) {}

  static async open(engine: Engine, file: File): Promise<FilePort> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sheets = await engine.call('openFile', { bytes, name: file.name }, [bytes.buffer]);
    return new FilePort(file.name, sheets);
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

  async apply(): Promise<Step> {
    throw new PortError('unsupported');
  }

  async undo(): Promise<Step | null> {
    return null;
  }

  steps(): readonly Step[] {
    return [];
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
    check(wishes, progress) {
      progress({ phase: 'checking' });
      return engine.call('checkFile', { wish: { ...wishes, workbook: port.name, memory: port.memory() } });
    },
  };
}
