import type { Area, WorkbookSnapshot } from '@ctmtqg/core';
import { inArea, parseAddress } from '@ctmtqg/core';
import type { ChartWork } from '../port/additions.js';
import {
  type ApplyRequest,
  type Mark,
  type Memory,
  type PortChange,
  PortError,
  type Step,
  type WorkbookPort,
} from '../port/types.js';
import { CELLS_PER_REQUEST, planRequests } from './blocks.js';
import { queueChart, queueChartTable } from './charts.js';
import { holds } from './content.js';
import { asPortError } from './errors.js';
import { planFreeze } from './freeze.js';
import { describeSheets, type Made, unmake } from './made.js';
import { queueMarks, queueUnmark, readFills, worstPerCell } from './marks.js';
import { areaIn, readOutline } from './outline.js';
import { type BlockContent, readBlocks } from './read-blocks.js';
import { snapshotFrom } from './snapshot.js';
import {
  dropAll,
  dropStep,
  keepMarks,
  keepMemory,
  keepStep,
  loadStored,
  STEPS_KEPT,
  type Stored,
  type StoredStep,
} from './store.js';
import { planWrites, queueQuiet, queueWrites, type Write, writesBack } from './write.js';

type ExcelNamespace = typeof Excel;

interface Changed {
  readonly sheet: string;
  readonly area: Area | null;
}

export interface ExcelPortOptions {
  readonly now: () => string;
  readonly cellsPerRequest?: number;
}

/** The live workbook. The only code that touches `Excel.*` is in this folder. */
export class ExcelPort implements WorkbookPort {
  readonly kind = 'excel';
  private readonly listeners = new Set<(change: PortChange) => void>();
  private snapshot: WorkbookSnapshot | null = null;
  /** Changes that were not ours since the last reading. */
  private changed: Changed[] = [];

  private constructor(
    private readonly excel: ExcelNamespace,
    private readonly options: ExcelPortOptions,
    readonly name: string,
    private namesById: Map<string, string>,
    private readonly stored: Stored,
  ) {}

  /** Opens the workbook that Excel has in front: its sheets, what we kept in it, and its changes from now on. */
  static async open(excel: ExcelNamespace, options: ExcelPortOptions): Promise<ExcelPort> {
    return run(excel, async (context) => {
      context.workbook.load('name');
      context.workbook.worksheets.load('items/id,items/name');
      let port: ExcelPort | null = null;
      context.workbook.worksheets.onChanged.add(async (event) => port?.heard(event));
      const stored = await loadStored(context);
      const names = new Map(context.workbook.worksheets.items.map((sheet) => [sheet.id, sheet.name]));
      port = new ExcelPort(excel, options, context.workbook.name, names, stored);
      return port;
    });
  }

  read(progress?: (done: number, of: number) => void): Promise<WorkbookSnapshot> {
    return run(this.excel, async (context) => {
      this.changed = [];
      const outline = await readOutline(context, [...this.namesById.keys()]).catch((error: unknown) => {
        // A sheet that we knew is gone: begin from what is there now.
        if (asPortError(error).code !== 'sheet-missing') throw error;
        return readOutline(context, []);
      });
      this.namesById = new Map(outline.sheets.map((sheet) => [sheet.id, sheet.name]));
      const requests = planRequests(outline, this.options.cellsPerRequest ?? CELLS_PER_REQUEST);
      const contents: BlockContent[] = [];
      let names: WorkbookSnapshot['names'] = [];
      for (let i = 0; i < requests.length; i++) {
        const got = await readBlocks(context, outline, requests[i]!, i === 0);
        contents.push(...got.contents);
        if (i === 0) names = got.names;
        progress?.(i + 1, requests.length);
      }
      this.snapshot = snapshotFrom(outline, contents, names);
      return this.snapshot;
    });
  }

  async apply({ title, edits, spilled }: ApplyRequest): Promise<Step> {
    const snapshot = this.snapshot ?? (await this.read());
    const moved = edits.find((edit) => this.wasChanged(edit.sheet, edit.cell));
    if (moved) throw new PortError('changed-since', { sheet: moved.sheet, cell: moved.cell });
    const { writes, images } = planWrites(snapshot, edits, spilled);
    const step: StoredStep = { step: this.nextStep(title, images.length), images };
    await this.writeAll(writes, writesBack(images), (context) => this.queueStep(context, step));
    return this.kept(step);
  }

  async undo(force = false): Promise<Step | null> {
    const last = this.stored.steps.at(-1);
    if (!last) return null;
    if (last.made) return this.undoMade(last, last.made, force);
    const writes = writesBack(last.images);
    if (!force) await this.refuseIfChanged(last);
    const forward = last.images.map((image, i) => ({ ...writes[i]!, content: image.after, format: null }));
    await this.writeAll(writes, forward, (context) => dropStep(context, last.step.id));
    this.stored.steps = this.stored.steps.slice(0, -1);
    this.snapshot = null;
    return last.step;
  }

  steps(): readonly Step[] {
    return this.stored.steps.map((stored) => stored.step).reverse();
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    await this.unmark();
    const wanted = worstPerCell(marks);
    if (wanted.length === 0) return;
    await run(this.excel, async (context) => {
      const before = await readFills(context, wanted);
      queueQuiet(context);
      queueMarks(context, wanted);
      keepMarks(context, before);
      context.runtime.enableEvents = true;
      await context.sync();
      this.stored.marks = before;
    });
  }

  async unmark(): Promise<void> {
    const { marks } = this.stored;
    if (marks.length === 0) return;
    await run(this.excel, async (context) => {
      queueQuiet(context);
      queueUnmark(context, marks);
      keepMarks(context, []);
      context.runtime.enableEvents = true;
      await context.sync();
      this.stored.marks = [];
    });
  }

  marked(): number {
    return this.stored.marks.length;
  }

  select(sheet: string, cell: string): Promise<void> {
    return run(this.excel, async (context) => {
      const target = context.workbook.worksheets.getItem(sheet);
      target.activate();
      target.getRange(cell).untrack().select();
      await context.sync();
    });
  }

  sheetNames(): Promise<readonly string[]> {
    return run(this.excel, async (context) => {
      context.workbook.worksheets.load('items/name');
      await context.sync();
      return context.workbook.worksheets.items.map((sheet) => sheet.name);
    });
  }

  insertSheets(file: Uint8Array, title: string): Promise<Step> {
    let binary = '';
    for (const byte of file) binary += String.fromCharCode(byte);
    return run(this.excel, async (context) => {
      const added = context.workbook.insertWorksheetsFromBase64(btoa(binary), { positionType: 'End' });
      await context.sync();
      return this.keepMade(context, title, {
        sheets: await describeSheets(context, added.value),
        charts: [],
      });
    });
  }

  insertChart(work: ChartWork, title: string): Promise<Step> {
    return run(this.excel, async (context) => {
      queueQuiet(context);
      if (work.table) queueChartTable(context, work.table);
      const name = `CTMTQG ${this.options.now()}`;
      queueChart(context, work).name = name;
      const home = context.workbook.worksheets.getItem(work.sheet);
      home.load('id');
      context.runtime.enableEvents = true;
      await context.sync().catch(async (error: unknown) => {
        await this.listenAgain();
        throw error;
      });
      const sheets = work.table ? await describeSheets(context, [home.id]) : [];
      const charts = work.table ? [] : [{ sheet: home.id, name }];
      return this.keepMade(context, title, { sheets, charts });
    });
  }

  /** Values in the place of our functions, so that the file opens without the add-in; `null` where there are none. */
  async freezeFunctions(title: string): Promise<Step | null> {
    const snapshot = await this.read();
    const plan = await run(this.excel, (context) => planFreeze(context, snapshot));
    return plan.edits.length > 0 ? this.apply({ title, ...plan }) : null;
  }

  selected(): Promise<{ readonly sheet: string; readonly cell: string }> {
    return run(this.excel, async (context) => {
      const cell = context.workbook.getSelectedRange().untrack().getCell(0, 0).untrack();
      cell.load('address,worksheet/name');
      await context.sync();
      return { sheet: cell.worksheet.name, cell: cell.address.slice(cell.address.lastIndexOf('!') + 1) };
    });
  }

  memory(): Memory {
    return this.stored.memory;
  }

  remember(memory: Memory): Promise<void> {
    this.stored.memory = memory;
    return run(this.excel, async (context) => {
      keepMemory(context, memory);
      await context.sync();
    });
  }

  async clearTraces(): Promise<void> {
    await this.unmark();
    await run(this.excel, async (context) => {
      context.workbook.settings.load('items/key');
      await context.sync();
      dropAll(context);
      await context.sync();
    });
    this.stored.steps = [];
  }

  onChange(listener: (change: PortChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private nextStep(title: string, cells: number): Step {
    const id = (this.stored.steps.at(-1)?.step.id ?? 0) + 1;
    return { id, title, at: this.options.now(), cells };
  }

  /** Keeps the step in the workbook, and lets go of the oldest where there are many. */
  private queueStep(context: Excel.RequestContext, step: StoredStep): void {
    const [oldest] = this.stored.steps;
    keepStep(context, step);
    if (oldest && this.stored.steps.length >= STEPS_KEPT) dropStep(context, oldest.step.id);
  }

  private kept(step: StoredStep): Step {
    const { steps } = this.stored;
    this.stored.steps = [...(steps.length >= STEPS_KEPT ? steps.slice(1) : steps), step];
    this.snapshot = null;
    return step.step;
  }

  private async keepMade(context: Excel.RequestContext, title: string, made: Made): Promise<Step> {
    const step: StoredStep = { step: this.nextStep(title, 0), images: [], made };
    this.queueStep(context, step);
    await context.sync();
    return this.kept(step);
  }

  private undoMade(last: StoredStep, made: Made, force: boolean): Promise<Step> {
    return run(this.excel, async (context) => {
      await unmake(context, made, force, () => dropStep(context, last.step.id));
      this.stored.steps = this.stored.steps.slice(0, -1);
      this.snapshot = null;
      return last.step;
    });
  }

  /** Writes in one request; where it fails half way, puts everything back in a second one. */
  private async writeAll(
    writes: readonly Write[],
    back: readonly Write[],
    alsoQueue: (context: Excel.RequestContext) => void,
  ): Promise<void> {
    try {
      await run(this.excel, async (context) => {
        queueQuiet(context);
        queueWrites(context, writes);
        alsoQueue(context);
        context.runtime.enableEvents = true;
        await context.sync();
      });
    } catch (error) {
      await run(this.excel, async (context) => {
        queueQuiet(context);
        queueWrites(context, back);
        context.runtime.enableEvents = true;
        await context.sync();
      }).catch(() => this.listenAgain());
      throw error;
    }
  }

  /** A failed batch may have left events off. */
  private async listenAgain(): Promise<void> {
    await run(this.excel, async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    }).catch(() => undefined);
  }

  private async refuseIfChanged({ images }: StoredStep): Promise<void> {
    await run(this.excel, async (context) => {
      const ranges = images.map((image) => {
        const range = context.workbook.worksheets.getItem(image.sheet).getRange(image.cell).untrack();
        range.load('formulas');
        return range;
      });
      await context.sync();
      const other = images.find((image, i) => !holds(ranges[i]!.formulas[0]?.[0], image.after));
      if (other) throw new PortError('changed-since', { sheet: other.sheet, cell: other.cell });
    });
  }

  private wasChanged(sheet: string, cell: string): boolean {
    const at = parseAddress(cell);
    return this.changed.some(
      (change) => change.sheet === sheet && (!at || !change.area || inArea(change.area, at.row, at.column)),
    );
  }

  private heard(event: Excel.WorksheetChangedEventArgs): void {
    if (String(event.triggerSource) === 'ThisLocalAddin') return;
    const sheet = this.namesById.get(event.worksheetId) ?? null;
    const rowsMoved = String(event.changeType) !== 'RangeEdited';
    if (sheet) this.changed.push({ sheet, area: rowsMoved ? null : areaIn(event.address) });
    const change = { sheet, address: event.address, remote: String(event.source) === 'Remote' };
    for (const listener of this.listeners) listener(change);
  }
}

/** `Excel.run` with errors of ours. */
async function run<T>(
  excel: ExcelNamespace,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await excel.run(work);
  } catch (error) {
    throw asPortError(error);
  }
}
