import { Engine } from '../src/engine/client.js';

interface Scope {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(answer: unknown): void;
}

/** The engine on its real worker code, in this process: what would cross between threads is copied as it would be. */
export async function engineInNode(): Promise<Engine> {
  const worker = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    postMessage(message: unknown) {
      const copy = structuredClone(message);
      queueMicrotask(() => scope.onmessage?.({ data: copy }));
    },
    terminate() {},
  };
  const scope: Scope = {
    onmessage: null,
    postMessage: (answer) => worker.onmessage?.({ data: structuredClone(answer) }),
  };
  Object.assign(globalThis, { self: scope });
  await import('../src/engine/worker.js');
  return new Engine(() => worker as unknown as Worker);
}
