import { PortError, type PortErrorCode } from '../port/types.js';
import type { Answer, CallName, Calls } from './protocol.js';

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

/** The worker that checks and opens files, so that the pane never freezes. */
export class Engine {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor(private readonly start: () => Worker) {}

  /** Asks the worker; answers in the order of the work. */
  call<Name extends CallName>(
    name: Name,
    ask: Calls[Name]['ask'],
    transfer: Transferable[] = [],
  ): Promise<Calls[Name]['answer']> {
    const worker = this.running();
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: (answer) => resolve(answer as Calls[Name]['answer']), reject });
      worker.postMessage({ id, call: name, ask }, transfer);
    });
  }

  /** Ends what is being worked on. A file that was open must be opened again. */
  cancel(): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(new PortError('cancelled'));
    this.waiting.clear();
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = this.start();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ('error' in data) waiting?.reject(new PortError(data.error.code as PortErrorCode, data.error.facts));
      else waiting?.resolve(data.answer);
    };
    worker.onerror = (event) => {
      for (const { reject } of this.waiting.values())
        reject(new PortError('host', { message: event.message }));
      this.waiting.clear();
    };
    this.worker = worker;
    return worker;
  }
}
