/** Address of the worker's file; the build puts its version behind it, so that no page gets that of another one. */
declare const ENGINE_FILE: string;

/**
 * Starts the worker: from its own file where the page is served; from text inside the page where all is one file,
 * since a page of `file://` may not load another file as a worker.
 */
export function startWorker(): Worker {
  const inside = document.getElementById('engine')?.textContent;
  if (!inside) return new Worker(ENGINE_FILE);
  const url = URL.createObjectURL(new Blob([inside], { type: 'text/javascript' }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}
