import type { Engine } from '../engine/client.js';
import type { FillOutcome, FillWish } from '../engine/fill.js';
import type { Calls, CheckWish, Outcome } from '../engine/protocol.js';
import type { Addition, ChartWork } from './additions.js';
import type { Step, WorkbookPort } from './types.js';

export type FillWishes = Omit<FillWish, 'memory'>;
export type CheckWishes = Omit<CheckWish, 'workbook' | 'memory'>;

/** What can be asked of the live workbook and of an open file alike. */
export type Consultation = 'householdList' | 'divisionPlace';

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
  /** Asks the worker about the workbook as it is now. */
  consult<Name extends Consultation>(
    name: Name,
    wish: Calls[Name]['ask']['wish'],
    progress: (progress: Progress) => void,
  ): Promise<Calls[Name]['answer']>;
  /** Puts sheets or a chart into the workbook, as one step. */
  add(addition: Addition, title: string): Promise<Step>;
}

/** The live workbook as the desk needs it. */
export interface LivePort extends WorkbookPort {
  /** Adds the sheets of an `.xlsx` file behind the others, as one step. */
  insertSheets(file: Uint8Array, title: string): Promise<Step>;
  insertChart(work: ChartWork, title: string): Promise<Step>;
}

/** The live workbook: read here, checked in the worker. */
export function excelDesk(port: LivePort, engine: Engine): Desk {
  const read = async (progress: (progress: Progress) => void) => {
    progress({ phase: 'reading', done: 0, of: 1 });
    const snapshot = await port.read((done, of) => progress({ phase: 'reading', done, of }));
    progress({ phase: 'checking' });
    return snapshot;
  };
  return {
    port,
    cancel: () => engine.cancel(),
    async consult(name, wish, progress) {
      const snapshot = await read(progress);
      return engine.call(name, { snapshot, wish } as Calls[typeof name]['ask']);
    },
    async add(addition, title) {
      if (addition.kind === 'chart') return port.insertChart(addition.work, title);
      const { sheets } = addition;
      return port.insertSheets(await engine.call('newWorkbook', { sheets }), title);
    },
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
