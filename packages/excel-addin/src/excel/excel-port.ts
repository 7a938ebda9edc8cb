import type { Area, WorkbookSnapshot } from '@ctmtqg/core';
import { inArea, parseAddress } from '@ctmtqg/core';
import type { ChartWork } from '../port/additions.js';
import {
  type ApplyRequest,
  EMPTY_MEMORY,
  type Mark,
  type Memory,
  type PortChange,
  PortError,
  type SelectedArea,
  type Step,
  type WorkbookPort,
} from '../port/types.js';
import { queueQuiet } from './batches.js';
import { CELLS_PER_REQUEST, planRequests } from './blocks.js';
import { dropChart, queueChart, queueChartTable, standingBefore } from './charts.js';
import { asPortError } from './errors.js';
import { FormatsRead } from './formats.js';
import { planFreeze } from './freeze.js';
import { describeSheets, type Made } from './made.js';
import { markJobs, planMarks, planUnmark, unmarkJobs } from './marks.js';
import { areaIn, readOutline } from './outline.js';
import { type BlockContent, readBlocks } from './read-blocks.js';
import { type ExcelNamespace, listenAgain, run } from './run.js';
import { Sheets } from './sheets.js';
import { snapshotFrom } from './snapshot.js';
import { Steps, type StepsOptions } from './steps.js';
import { Store } from './store.js';
import type { TableArea } from './tables.js';
import { planWrites } from './write.js';

interface Changed {
  readonly sheet: string;
  readonly area: Area | null;
}

export interface ExcelPortOptions extends StepsOptions {
  readonly cellsPerRequest?: number;
}

/** The live workbook. The only code that touches `Excel.*` is in this folder. */
export class ExcelPort implements WorkbookPort {
  readonly kind = 'excel';
  private readonly listeners = new Set<(change: PortChange) => void>();
  private snapshot: WorkbookSnapshot | null = null;
  /** Changes that were not ours since the last reading. */
  private changed: Changed[] = [];
  /** Number formats of the cells last read, also of those that hold nothing. */
  private formats = new FormatsRead([]);
  private tables: readonly TableArea[] = [];
  private readonly sheets = new Sheets();
  private readonly log: Steps;

  private constructor(
    private readonly excel: ExcelNamespace,
    private readonly options: ExcelPortOptions,
    readonly name: string,
    private readonly stored: Store,
  ) {
    this.log = new Steps(excel, stored, this.sheets, options);
  }

  /** Opens the workbook that Excel has in front: its sheets, what we kept in it, and its changes from now on. */
  static async open(excel: ExcelNamespace, options: ExcelPortOptions): Promise<ExcelPort> {
    return run(excel, async (context) => {
      context.workbook.load('name');
      context.workbook.worksheets.load('items/id,items/name');
      let port: ExcelPort | null = null;
      context.workbook.worksheets.onChanged.add(async (event) => port?.heard(event));
      context.workbook.worksheets.onAdded.add(async (event) => port?.sheets.added(event.worksheetId));
      context.workbook.worksheets.onDeleted.add(async (event) => port?.sheets.deleted(event.worksheetId));
      const stored = await Store.load(context);
      port = new ExcelPort(excel, options, context.workbook.name, stored);
      port.sheets.know(context.workbook.worksheets.items);
      return port;
    });
  }

  read(progress?: (done: number, of: number) => void): Promise<WorkbookSnapshot> {
    return run(this.excel, async (context) => {
      this.changed = [];
      const outline = await readOutline(context, this.sheets.ids).catch((error: unknown) => {
        // A sheet that we knew is gone: begin from what is there now.
        if (asPortError(error).code !== 'sheet-missing') throw error;
        return readOutline(context, []);
      });
      this.sheets.know(outline.sheets);
      const requests = planRequests(outline, this.options.cellsPerRequest ?? CELLS_PER_REQUEST);
      const contents: BlockContent[] = [];
      let names: WorkbookSnapshot['names'] = [];
      this.tables = [];
      for (let i = 0; i < requests.length; i++) {
        const got = await readBlocks(context, outline, requests[i]!, i === 0);
        contents.push(...got.contents);
        if (i === 0) ({ names, tables: this.tables } = got);
        progress?.(i + 1, requests.length);
      }
      this.formats = new FormatsRead(contents);
      this.snapshot = snapshotFrom(outline, contents, names);
      return this.snapshot;
    });
  }

  async apply({ title, edits, spilled }: ApplyRequest): Promise<Step> {
    // Asked first: reading anew would forget what was changed since the edits were planned.
    const moved = edits.find((edit) => this.wasChanged(edit.sheet, edit.cell));
    if (moved) throw new PortError('changed-since', { sheet: moved.sheet, cell: moved.cell });
    const changed = this.changed;
    const snapshot = this.snapshot ?? (await this.read());
    this.changed = [...changed, ...this.changed];
    const plan = planWrites(snapshot, edits, {
      spilled: spilled ?? new Set(),
      keyOf: (sheet) => this.sheets.keyOf(sheet),
      formatAt: (sheet, row, column) => this.formats.at(sheet, row, column),
    });
    const step = await this.log.write(title, plan, this.tables);
    this.snapshot = null;
    return step;
  }

  async undo(force = false): Promise<Step | null> {
    const step = await this.log.undo(force);
    this.snapshot = null;
    return step;
  }

  steps(): readonly Step[] {
    return this.log.list();
  }

  /** Marks what can be marked; then tells of a protected sheet, where there was one. */
  async mark(marks: readonly Mark[]): Promise<void> {
    await this.unmark();
    if (marks.length === 0) return;
    const plan = await run(this.excel, (context) => planMarks(context, marks, this.sheets));
    const jobs = [...this.stored.keepMarks(plan.marks), ...markJobs(plan.marks)];
    await this.log.send(jobs, () => [...unmarkJobs(plan.marks), ...this.stored.keepMarks([])]);
    this.stored.marks = plan.marks;
    if (plan.refused) throw plan.refused;
  }

  async unmark(): Promise<void> {
    const { marks } = this.stored;
    if (marks.length === 0) return;
    await this.log.withSheetsOfNow(async () => {
      const jobs = await run(this.excel, (context) => planUnmark(context, marks, this.sheets));
      await this.log.send([...jobs, ...this.stored.keepMarks([])], () => this.stored.keepMarks(marks));
    });
    this.stored.marks = [];
  }

  marked(): number {
    return this.stored.marks.length;
  }

  select(sheet: string, cell: string): Promise<void> {
    return run(this.excel, async (context) => {
      const target = context.workbook.worksheets.getItem(this.sheets.keyOf(sheet));
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
      return this.kept(context, title, {
        sheets: await describeSheets(context, added.value),
        charts: [],
      });
    });
  }

  insertChart(work: ChartWork, title: string): Promise<Step> {
    return run(this.excel, async (context) => {
      const before = await standingBefore(context, work);
      queueQuiet(context);
      if (work.table) queueChartTable(context, work.table);
      const { chartName: name } = before;
      queueChart(context, work, name);
      const home = context.workbook.worksheets.getItem(work.sheet);
      home.load('id,name');
      context.runtime.enableEvents = true;
      await context.sync().catch(async (error: unknown) => {
        await run(this.excel, (anew) => dropChart(anew, work, before)).finally(() => listenAgain(this.excel));
        throw error;
      });
      const sheets = work.table ? await describeSheets(context, [home.id]) : [];
      const charts = work.table ? [] : [{ sheet: home.id, sheetName: home.name, name }];
      return this.kept(context, title, { sheets, charts });
    });
  }

  /** Values in the place of our functions, so that the file opens without the add-in; `null` where there are none. */
  async freezeFunctions(title: string): Promise<Step | null> {
    const snapshot = await this.read();
    const plan = await run(this.excel, (context) => planFreeze(context, snapshot));
    return plan.edits.length > 0 ? this.apply({ title, ...plan }) : null;
  }

  selected(): Promise<SelectedArea | null> {
    return run(this.excel, async (context) => {
      const range = context.workbook.getSelectedRange().untrack();
      range.load('address,worksheet/name');
      await context.sync();
      const area = areaIn(range.address);
      return area && { sheet: range.worksheet.name, ...area };
    });
  }

  memory(): Memory {
    return this.stored.memory;
  }

  remember(memory: Memory): Promise<void> {
    this.stored.memory = memory;
    return run(this.excel, async (context) => {
      for (const job of this.stored.keepMemory(memory)) job.queue(context);
      await context.sync();
    });
  }

  async clearTraces(): Promise<void> {
    await this.unmark();
    await run(this.excel, async (context) => {
      context.workbook.settings.load('items/key');
      await context.sync();
      const keys = context.workbook.settings.items.map((item) => item.key);
      for (const job of this.stored.dropAll(keys)) job.queue(context);
      await context.sync();
    });
    this.stored.steps = [];
    this.stored.memory = EMPTY_MEMORY;
  }

  onChange(listener: (change: PortChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async kept(context: Excel.RequestContext, title: string, made: Made): Promise<Step> {
    const step = await this.log.keepMade(context, title, made);
    this.snapshot = null;
    return step;
  }

  private wasChanged(sheet: string, cell: string): boolean {
    const at = parseAddress(cell);
    return this.changed.some(
      (change) => change.sheet === sheet && (!at || !change.area || inArea(change.area, at.row, at.column)),
    );
  }

  private heard(event: Excel.WorksheetChangedEventArgs): void {
    if (String(event.triggerSource) === 'ThisLocalAddin') return;
    const sheet = this.sheets.nameOf(event.worksheetId);
    const rowsMoved = String(event.changeType) !== 'RangeEdited';
    if (sheet) this.changed.push({ sheet, area: rowsMoved ? null : areaIn(event.address) });
    const change = { sheet, address: event.address, remote: String(event.source) === 'Remote' };
    for (const listener of this.listeners) listener(change);
  }
}
