import { parseAddress } from '@ctmtqg/core';
import { PortError, type Step } from '../port/types.js';
import { BYTES_PER_REQUEST, type Job, NotPutBack, sendAll } from './batches.js';
import { holds } from './content.js';
import { asPortError } from './errors.js';
import { askFormats } from './formats.js';
import type { Image } from './images.js';
import { type Made, unmake } from './made.js';
import { type ExcelNamespace, run } from './run.js';
import type { Sheets } from './sheets.js';
import type { Store, StoredStep } from './store.js';
import { type TableArea, watchTables } from './tables.js';
import { type Plan, rangeOf, runsOf, type Write, type WriteJob, writeJobs, writesBack } from './write.js';

export interface StepsOptions {
  readonly now: () => string;
  readonly bytesPerRequest?: number;
}

/** Writes as steps that can be taken back, also after the workbook was opened again; each all or none. */
export class Steps {
  constructor(
    private readonly excel: ExcelNamespace,
    private readonly stored: Store,
    private readonly sheets: Sheets,
    private readonly options: StepsOptions,
  ) {}

  list(): readonly Step[] {
    return this.stored.steps.map((stored) => stored.step).reverse();
  }

  /** Sends the jobs in as few requests as they need; where one fails, `back` puts the workbook right again. */
  async send(jobs: readonly Job[], back: (sent: readonly Job[]) => readonly Job[]): Promise<void> {
    try {
      await this.trySending(jobs, back);
    } catch (error) {
      throw asPortError(error instanceof NotPutBack ? error.cause : error);
    }
  }

  private trySending(jobs: readonly Job[], back: (sent: readonly Job[]) => readonly Job[]): Promise<void> {
    return sendAll(this.excel, jobs, back, this.options.bytesPerRequest ?? BYTES_PER_REQUEST);
  }

  async write(title: string, plan: Plan, tables: readonly TableArea[]): Promise<Step> {
    const keyOf = (sheet: string) => this.sheets.keyOf(sheet);
    const step = this.stepOf(title, plan.images);
    const formats = askFormats(plan, keyOf);
    const watch = watchTables(tables, plan.writes);
    const writing = [...formats.jobs, ...watch.before, ...writeJobs(plan.writes), ...watch.after];
    await this.sendStep(step, [...this.keeping(step), ...writing], (sent) =>
      onlySent(writesBack(plan.images, keyOf), sent),
    );
    const corrected = formats.corrected();
    const uninvited = watch.uninvited();
    if (!corrected && uninvited.length === 0) return this.kept(step);
    const better = corrected ? { ...step, images: corrected.images } : step;
    const more = writeJobs([...(corrected?.writes ?? []), ...uninvited]);
    const back = [...writesBack(better.images, keyOf), ...uninvited];
    await this.sendStep(better, [...this.stored.keepStep(better), ...more], () => back);
    return this.kept(better);
  }

  async undo(force: boolean): Promise<Step | null> {
    const last = this.stored.steps.at(-1);
    if (!last) return null;
    if (last.made) return this.undoMade(last, last.made, force);
    if (force) await this.knowSheets();
    else await this.withSheetsOfNow(() => this.refuseIfChanged(last));
    const keyOf = (sheet: string) => this.sheets.find(sheet, last.sheets);
    const forward = last.images.map(turned);
    const jobs = [...writeJobs(writesBack(last.images, keyOf)), ...this.stored.dropStep(last)];
    await this.send(jobs, (sent) => [
      ...writeJobs(onlySent(writesBack(forward, keyOf), sent)),
      ...this.stored.keepStep(last),
    ]);
    this.stored.forget(last);
    return last.step;
  }

  /** Keeps a step that put something else into the workbook than contents of cells. */
  async keepMade(context: Excel.RequestContext, title: string, made: Made): Promise<Step> {
    const step = { ...this.stepOf(title, []), made };
    for (const job of this.keeping(step)) job.queue(context);
    await context.sync();
    return this.kept(step);
  }

  /** Learns which sheets there are now; one request. */
  knowSheets(): Promise<void> {
    return run(this.excel, async (context) => {
      context.workbook.worksheets.load('items/id,items/name');
      await context.sync();
      this.sheets.know(context.workbook.worksheets.items);
    });
  }

  /** Does what needs to know the sheets; where one of them is gone, once more with those there are. */
  async withSheetsOfNow<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (asPortError(error).code !== 'sheet-missing') throw error;
      await this.knowSheets();
      return work();
    }
  }

  private stepOf(title: string, images: readonly Image[]): StoredStep {
    const id = (this.stored.steps.at(-1)?.step.id ?? 0) + 1;
    const step = { id, title, at: this.options.now(), cells: images.length };
    return { step, images, sheets: this.sheets.keysOf(images.map((image) => image.sheet)) };
  }

  /** What keeps the step in the workbook and lets go of those that are too many. */
  private keeping(step: StoredStep): Job[] {
    const surplus = this.stored.surplus(step).flatMap((old) => this.stored.dropStep(old));
    return [...this.stored.keepStep(step), ...surplus];
  }

  private kept(step: StoredStep): Step {
    this.stored.keep(step);
    return step.step;
  }

  private async sendStep(
    step: StoredStep,
    jobs: readonly Job[],
    back: (sent: readonly Job[]) => readonly Write[],
  ): Promise<void> {
    const again = this.stored.surplus(step);
    try {
      await this.trySending(jobs, (sent) => [
        ...writeJobs(back(sent)),
        ...this.stored.dropStep(step),
        ...again.flatMap((old) => this.stored.keepStep(old)),
      ]);
    } catch (error) {
      if (!(error instanceof NotPutBack)) throw error;
      // What could not be put back now may be undone later, once Excel answers again.
      this.stored.keep(step);
      throw asPortError(error.cause);
    }
  }

  private undoMade(last: StoredStep, made: Made, force: boolean): Promise<Step> {
    return run(this.excel, async (context) => {
      await unmake(context, made, force, () => {
        for (const job of this.stored.dropStep(last)) job.queue(context);
      });
      this.stored.forget(last);
      return last.step;
    });
  }

  /** A cell that no longer holds what we wrote, or whose sheet is gone, is not overwritten unasked. */
  private async refuseIfChanged({ images, sheets }: StoredStep): Promise<void> {
    const cells = images.map((image) => ({
      image,
      key: this.sheets.find(image.sheet, sheets),
      ...parseAddress(image.cell)!,
    }));
    const refuse = ({ sheet, cell }: Image) => new PortError('changed-since', { sheet, cell });
    const gone = cells.find(({ key }) => key === null);
    if (gone) throw refuse(gone.image);
    await run(this.excel, async (context) => {
      const asked = runsOf(cells.map((cell) => ({ ...cell, key: cell.key! }))).map((run) => {
        const range = rangeOf(context, run);
        range.load('formulas');
        return { run, range };
      });
      await context.sync();
      for (const { run, range } of asked) {
        const other = run.find(({ image }, i) => !holds(range.formulas[i]?.[0], image.after));
        if (other) throw refuse(other.image);
      }
    });
  }
}

/** The image of taking the image back. */
function turned({ formats, fonts, ...image }: Image): Image {
  const content = { ...image, before: image.after, after: image.before };
  return {
    ...content,
    ...(formats ? { formats: { before: formats.after, after: formats.before } } : {}),
    ...(fonts ? { fonts: { before: fonts.after, after: fonts.before } } : {}),
  };
}

/** The writes that go back, of the cells that were sent. */
function onlySent(back: readonly Write[], sent: readonly Job[]): Write[] {
  const place = ({ key, row, column }: Write) => `${key}!${row},${column}`;
  const cells = new Set(sent.flatMap((job) => ('cells' in job ? (job as WriteJob).cells.map(place) : [])));
  return back.filter((write) => cells.has(place(write)));
}
