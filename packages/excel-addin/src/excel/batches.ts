import { asPortError } from './errors.js';
import { type ExcelNamespace, listenAgain, run } from './run.js';

/** Something to send to Excel, with about how many bytes it takes. */
export interface Job {
  readonly bytes: number;
  queue(context: Excel.RequestContext): void;
}

/** Contents of one request: with the calls around them it stays far below the 5 MB that Excel on the web takes. */
export const BYTES_PER_REQUEST = 2_000_000;

const encoder = new TextEncoder();
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** As few requests as the limit allows, in order. */
export function packJobs(jobs: readonly Job[], limit: number = BYTES_PER_REQUEST): Job[][] {
  const requests: Job[][] = [];
  let room = 0;
  for (const job of jobs) {
    if (requests.length === 0 || job.bytes > room) {
      requests.push([]);
      room = limit;
    }
    requests.at(-1)!.push(job);
    room -= job.bytes;
  }
  return requests;
}

/** Queues what keeps Excel quiet while we write: no recalculation, no redrawing, no events to ourselves. */
export function queueQuiet(context: Excel.RequestContext): void {
  context.application.suspendApiCalculationUntilNextSync();
  context.application.suspendScreenUpdatingUntilNextSync();
  context.runtime.enableEvents = false;
}

function send(excel: ExcelNamespace, jobs: readonly Job[]): Promise<void> {
  return run(excel, async (context) => {
    queueQuiet(context);
    for (const job of jobs) job.queue(context);
    context.runtime.enableEvents = true;
    await context.sync();
  });
}

/** Writing was not possible, and what was written before could not be taken back either. */
export class NotPutBack extends Error {
  constructor(override readonly cause: unknown) {
    super('not put back');
  }
}

/** Sends what puts the workbook right again; answers whether all of it went through. */
async function putBack(excel: ExcelNamespace, jobs: readonly Job[], limit: number): Promise<boolean> {
  try {
    for (const request of packJobs(jobs, limit)) await send(excel, request);
    return true;
  } catch {
    // One at a time, so that what cannot be put back holds up nothing else; on a sheet that is gone there is nothing.
    let all = true;
    for (const job of jobs) {
      await send(excel, [job]).catch((error: unknown) => {
        all &&= asPortError(error).code === 'sheet-missing';
      });
    }
    await listenAgain(excel);
    return all;
  }
}

/**
 * Sends the jobs, in one request where they fit. Where one fails, `back` is sent, which must leave the workbook as it
 * was; the error comes through then. Throws {@link NotPutBack} where that failed, too.
 */
export async function sendAll(
  excel: ExcelNamespace,
  jobs: readonly Job[],
  back: (sent: readonly Job[]) => readonly Job[],
  limit: number = BYTES_PER_REQUEST,
): Promise<void> {
  const sent: Job[] = [];
  try {
    for (const request of packJobs(jobs, limit)) {
      sent.push(...request);
      await send(excel, request);
    }
  } catch (error) {
    throw (await putBack(excel, back(sent), limit)) ? error : new NotPutBack(error);
  }
}
