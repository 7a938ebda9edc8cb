import { EMPTY_MEMORY, type Memory, type Step } from '../port/types.js';
import type { Cell } from './content.js';
import type { Made } from './made.js';

/** One cell before and after a step. */
export interface Image {
  readonly sheet: string;
  readonly cell: string;
  readonly before: Cell;
  readonly after: Cell;
  /** Number format before; absent where the step left it alone. */
  readonly format?: string;
}

export interface StoredStep {
  readonly step: Step;
  readonly images: readonly Image[];
  /** What the step put into the workbook besides contents of cells. */
  readonly made?: Made;
}

/** A cell that carries our colour, and the fill it had: `null` for none. */
export interface StoredMark {
  readonly sheet: string;
  readonly cell: string;
  readonly fill: string | null;
}

/** All that the add-in keeps in the workbook, by the keys of its settings. */
export interface Stored {
  memory: Memory;
  steps: StoredStep[];
  marks: StoredMark[];
}

const PREFIX = 'ctmtqg.';
const MEMORY = `${PREFIX}memory`;
const MARKS = `${PREFIX}marks`;
const STEP = `${PREFIX}step.`;

/** Steps kept in the workbook; older ones are dropped. */
export const STEPS_KEPT = 20;

function parse<T>(value: unknown, fallback: T): T {
  if (typeof value !== 'string') return fallback;
  try {
    return JSON.parse(value) as T;
  } catch {
    return fallback;
  }
}

/** Reads what was kept, in one request. */
export async function loadStored(context: Excel.RequestContext): Promise<Stored> {
  const { settings } = context.workbook;
  settings.load('items/key,items/value');
  await context.sync();
  const byKey = new Map(settings.items.map((item) => [item.key, item.value as unknown]));
  const steps = [...byKey]
    .filter(([key]) => key.startsWith(STEP))
    .flatMap(([, value]) => parse<StoredStep | null>(value, null) ?? [])
    .sort((a, b) => a.step.id - b.step.id);
  return {
    memory: { ...EMPTY_MEMORY, ...parse<Partial<Memory>>(byKey.get(MEMORY), {}) },
    steps,
    marks: parse<StoredMark[]>(byKey.get(MARKS), []),
  };
}

export function keepMemory(context: Excel.RequestContext, memory: Memory): void {
  context.workbook.settings.add(MEMORY, JSON.stringify(memory));
}

export function keepStep(context: Excel.RequestContext, stored: StoredStep): void {
  context.workbook.settings.add(STEP + stored.step.id, JSON.stringify(stored));
}

export function keepMarks(context: Excel.RequestContext, marks: readonly StoredMark[]): void {
  context.workbook.settings.add(MARKS, JSON.stringify(marks));
}

export function dropStep(context: Excel.RequestContext, id: number): void {
  context.workbook.settings.getItemOrNullObject(STEP + id).delete();
}

/** Removes every setting of ours; needs the settings loaded with their keys. */
export function dropAll(context: Excel.RequestContext): void {
  for (const item of context.workbook.settings.items) {
    if (item.key.startsWith(PREFIX)) context.workbook.settings.getItem(item.key).delete();
  }
}
