import type { Engine } from '../engine/client.js';
import type { FillOutcome, FillWish } from '../engine/fill.js';
import type { CheckWish, Outcome } from '../engine/protocol.js';
import type { WorkbookPort } from './types.js';

export type FillWishes = Omit<FillWish, 'memory'>;
export type CheckWishes = Omit<CheckWish, 'workbook' | 'memory'>;

/** How far a check has come. */
export type Progress =
  | { readonly phase: 'reading'; readonly done: number; readonly of: number }
  | { readonly phase: 'checking' };

/** A workbook together with the check of it. The pane works on this alone, in Excel and without. */
export interface Desk {
  readonly port: WorkbookPort;
  check(wishes: CheckWishes, progress: (progress: Progress) => void): Promise<Outcome>;
  /** Ends what the worker is at; the call in progress fails with `cancelled`. */
  cancel(): void;
  /** Plans a fill; nothing is written. */
  planFill(wishes: FillWishes, progress: (progress: Progress) => void): Promise<FillOutcome>;
}

/** The live workbook: read here, checked in the worker. */
export function excelDesk(port: WorkbookPort, engine: Engine): Desk {
  const read = async (progress: (progress: Progress) => void) => {
    progress({ phase: 'reading', done: 0, of: 1 });
    const snapshot = await port.read((done, of) => progress({ phase: 'reading', done, of }));
    progress({ phase: 'checking' });
    return snapshot;
  };
  return {
    port,
    cancel: () => engine.cancel(),
    async planFill(wishes, progress) {
      const snapshot = await read(progress);
      return engine.call('planFill', { snapshot, wish: { ...wishes, memory: port.memory() } });
    },
    async check(wishes, progress) {
      const snapshot = await read(progress);
      return engine.call('check', {
        snapshot,
        wish: { ...wishes, workbook: port.name, memory: port.memory() },
      });
    },
  };
}
