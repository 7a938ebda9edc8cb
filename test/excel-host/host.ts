import type { WorkbookSnapshot } from '../../packages/core/src/snapshot/index.js';
import { notCovered } from './errors.js';
import { bookFromSnapshot } from './from-snapshot.js';
import type { HostBook, HostSheet } from './model.js';
import type { HostChange, HostContext } from './objects/context.js';
import type { HostObject } from './objects/host-object.js';
import { type FunctionAnswer, makeService } from './objects/services.js';
import { RuntimeObject, WorkbookObject } from './objects/workbook.js';
import { WorksheetObject } from './objects/worksheet.js';
import { type WireRequest, type WireRoot, WireSession } from './wire.js';

export interface HostOptions {
  readonly locale?: 'vi-VN' | 'en-US';
  /** Highest ExcelApi set that the host claims. */
  readonly excelApi?: string;
  /** Largest request and response in bytes; Excel on the web refuses beyond 5 MB. */
  readonly payloadLimit?: number;
  /** Reads an `.xlsx` file whose sheets are to be inserted. */
  readonly readFile?: (bytes: Uint8Array) => WorkbookSnapshot;
  /** Called after each request that wrote, so that formulas can be computed again. */
  readonly recalculate?: (book: HostBook) => void;
}

/** Counts of what the add-in asked; the requests of a flow are asserted with them. */
export interface HostTraffic {
  requests: number;
  actions: number;
  /** Largest request and response, in bytes of UTF-8. */
  bytesIn: number;
  bytesOut: number;
  /** Writes while Excel computed, redrew or told of changes. */
  loudWrites: number;
}

/** Where a request is to fail: the how-manieth from now on, and at which of its actions, both from 0. */
export interface Failure {
  readonly request: number;
  readonly action: number;
}

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).length;

export type HostEvent = 'changed' | 'selection' | 'added' | 'deleted';

/** Excel in memory: one workbook, and the requests of office.js answered on it. */
export class ExcelHost implements HostContext {
  readonly locale: string;
  readonly excelApi: string;
  readonly traffic: HostTraffic = { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0, loudWrites: 0 };
  readonly answers: FunctionAnswer[] = [];
  /** True while the person types in a cell. */
  editingCell = false;
  /** Actions that shall fail, to try what happens half way; one that has failed is forgotten, one never reached stays. */
  failures: Failure[] = [];
  /** Told of each change while somebody listens; the shell sends it on as an event. */
  onChange: ((change: HostChange, byUs: boolean) => void) | null = null;

  private readonly listening = new Map<HostEvent, number>();
  private readonly root: WireRoot;
  private readonly session: WireSession;
  private readonly payloadLimit: number;
  private readonly readFile: ((bytes: Uint8Array) => WorkbookSnapshot) | null;
  private readonly recalculate: ((book: HostBook) => void) | null;
  private wrote = false;
  private inRequest = false;
  private readonly suspended = new Set<'calculation' | 'screen'>();

  constructor(
    readonly book: HostBook,
    options: HostOptions = {},
  ) {
    this.locale = options.locale ?? 'vi-VN';
    this.excelApi = options.excelApi ?? '1.14';
    this.payloadLimit = options.payloadLimit ?? 5_000_000;
    this.readFile = options.readFile ?? null;
    this.recalculate = options.recalculate ?? null;
    this.root = {
      global: new RootObject(this),
      newObject: (typeName) => makeService(typeName, this.answers),
      references: new Map(),
      referenceCount: 0,
    };
    this.session = new WireSession(this.root);
  }

  /** One request of office.js as text; answers the response as text, or the number of an error. */
  execute(body: string): string | number {
    this.traffic.requests++;
    const size = bytesOf(body);
    this.traffic.bytesIn = Math.max(this.traffic.bytesIn, size);
    const failAt = this.nextFailure();
    if (size > this.payloadLimit) return 5103;
    const request = JSON.parse(body) as WireRequest;
    this.traffic.actions += request.Actions.length;
    if (failAt !== null && failAt >= request.Actions.length)
      this.failures.push({ request: -1, action: failAt });
    this.inRequest = true;
    const response = this.session.run(request, failAt);
    this.inRequest = false;
    this.suspended.clear();
    if (this.wrote) this.recalculate?.(this.book);
    this.wrote = false;
    const text = JSON.stringify(response);
    const given = bytesOf(text);
    this.traffic.bytesOut = Math.max(this.traffic.bytesOut, given);
    return given > this.payloadLimit ? 5104 : text;
  }

  private nextFailure(): number | null {
    const due = this.failures.find((failure) => failure.request === 0);
    this.failures = this.failures
      .filter((failure) => failure !== due)
      .map((failure) => ({ ...failure, request: failure.request - 1 }));
    return due?.action ?? null;
  }

  suspend(what: 'calculation' | 'screen'): void {
    this.suspended.add(what);
  }

  writing(): void {
    if (this.suspended.size < 2 || this.book.eventsEnabled) this.traffic.loudWrites++;
  }

  insertFile(file: string): string[] {
    if (!this.readFile) throw notCovered('inserting sheets without a reader of files');
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    const { sheets } = bookFromSnapshot(this.readFile(bytes));
    return sheets.map((sheet) => {
      const taken = new Set(this.book.sheets.map((one) => one.name));
      let name = sheet.name;
      for (let i = 2; taken.has(name); i++) name = `${sheet.name} (${i})`;
      const id = `{inserted-${this.book.sheets.length + 1}}`;
      this.book.sheets.push({ ...sheet, id, name });
      return id;
    });
  }

  worksheetOf(sheet: HostSheet): HostObject {
    return new WorksheetObject(this, sheet);
  }

  changed(change: HostChange): void {
    this.wrote = true;
    if (this.book.eventsEnabled && (this.listening.get('changed') ?? 0) > 0)
      this.onChange?.(change, this.inRequest);
  }

  listen(event: HostEvent, on: boolean): void {
    this.listening.set(event, Math.max(0, (this.listening.get(event) ?? 0) + (on ? 1 : -1)));
  }

  listeners(event: HostEvent): number {
    return this.listening.get(event) ?? 0;
  }

  /** Begins counting anew, before the flow that a test is about. */
  resetTraffic(): void {
    Object.assign(this.traffic, { requests: 0, actions: 0, bytesIn: 0, bytesOut: 0, loudWrites: 0 });
  }

  /** References that the add-in has not let go of; they slow Excel down as they grow. */
  get keptReferences(): number {
    return this.root.references.size;
  }
}

/** `context` itself: its properties are the workbook's and the runtime's. */
class RootObject extends WorkbookObject {
  constructor(private readonly host: HostContext) {
    super(host);
  }
  get Workbook(): HostObject {
    return this;
  }
  get _Runtime(): HostObject {
    return new RuntimeObject(this.host);
  }
}
