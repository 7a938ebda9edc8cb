import { EMPTY_MEMORY, type Memory, type Step } from '../port/types.js';
import { bytesOf, type Job } from './batches.js';
import { type Image, type PackedImages, packImages, unpackImages } from './images.js';
import type { Made } from './made.js';
import type { SheetKeys } from './sheets.js';

export interface StoredStep {
  readonly step: Step;
  readonly images: readonly Image[];
  /** Ids of the sheets of the images, by which they are found after they were renamed. */
  readonly sheets: SheetKeys;
  /** What the step put into the workbook besides contents of cells. */
  readonly made?: Made;
}

/** A cell that carries our colour, and the fill it had: `null` for none. */
export interface StoredMark {
  readonly sheet: string;
  /** Id of the sheet. */
  readonly key: string;
  readonly cell: string;
  readonly fill: string | null;
  /** The colour that we gave it, by which it is known again. */
  readonly colour: string;
}

const PREFIX = 'ctmtqg.';
const MEMORY = `${PREFIX}memory`;
const MARKS = `${PREFIX}marks`;
const STEP = `${PREFIX}step.`;

/** Steps kept in the workbook, and how long they may be together; older ones are dropped. */
export const STEPS_KEPT = 20;
const LETTERS_KEPT = 4_000_000;

/** Letters of one setting; no limit is documented, so it stays below what a cell may hold. */
const LETTERS_PER_SETTING = 30_000;

/** All that the add-in keeps in the workbook. A long text is spread over several settings, `KEY`, `KEY~1`, … */
export class Store {
  memory: Memory = EMPTY_MEMORY;
  steps: StoredStep[] = [];
  marks: readonly StoredMark[] = [];
  /** How many settings each text takes, by its key. */
  private readonly pieces = new Map<string, number>();
  private readonly letters = new Map<string, number>();

  /** Reads what was kept, in one request. */
  static async load(context: Excel.RequestContext): Promise<Store> {
    const { settings } = context.workbook;
    settings.load('items/key,items/value');
    await context.sync();
    const store = new Store();
    const texts = store.joined(new Map(settings.items.map((item) => [item.key, item.value as unknown])));
    store.memory = { ...EMPTY_MEMORY, ...parse<Partial<Memory>>(texts.get(MEMORY), {}) };
    store.marks = parse<StoredMark[]>(texts.get(MARKS), []);
    for (const [key, text] of texts) {
      const step = key.startsWith(STEP) ? stepFrom(text) : null;
      if (step) store.learn(step, text.length);
    }
    store.steps.sort((a, b) => a.step.at.localeCompare(b.step.at) || a.step.id - b.step.id);
    return store;
  }

  keepMemory(memory: Memory): Job[] {
    return this.put(MEMORY, JSON.stringify(memory));
  }

  keepMarks(marks: readonly StoredMark[]): Job[] {
    return marks.length === 0 ? this.drop(MARKS) : this.put(MARKS, JSON.stringify(marks));
  }

  /** What keeps the step; {@link keep} is to be called once it is sent. */
  keepStep(stored: StoredStep): Job[] {
    return this.put(stepKey(stored.step), stepText(stored));
  }

  dropStep({ step }: StoredStep): Job[] {
    return this.drop(stepKey(step));
  }

  /** Steps that are too many or too long once `next` is kept, the oldest first. */
  surplus(next: StoredStep): StoredStep[] {
    let letters = stepText(next).length;
    let kept = 1;
    const fits = [...this.steps].reverse().filter(({ step }) => {
      letters += this.letters.get(stepKey(step)) ?? 0;
      kept++;
      return letters <= LETTERS_KEPT && kept <= STEPS_KEPT;
    });
    return this.steps.filter((step) => !fits.includes(step));
  }

  /** The step is in the workbook now, and those that were too many are not. */
  keep(stored: StoredStep): void {
    const surplus = this.surplus(stored);
    this.steps = this.steps.filter((step) => !surplus.includes(step));
    this.learn(stored, stepText(stored).length);
  }

  forget(stored: StoredStep): void {
    this.steps = this.steps.filter((step) => step !== stored);
  }

  /** What removes every setting of ours, also those of another version. */
  dropAll(keys: readonly string[]): Job[] {
    this.pieces.clear();
    return keys.filter((key) => key.startsWith(PREFIX)).map(removal);
  }

  private learn(stored: StoredStep, letters: number): void {
    this.steps.push(stored);
    this.letters.set(stepKey(stored.step), letters);
  }

  private put(key: string, json: string): Job[] {
    // Cut anywhere, no piece may begin or end with half a letter.
    const text = json.replaceAll(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    const count = Math.max(1, Math.ceil(text.length / LETTERS_PER_SETTING));
    const before = this.pieces.get(key) ?? 0;
    this.pieces.set(key, count);
    const jobs = Array.from({ length: count }, (_, i): Job => {
      const piece = text.slice(i * LETTERS_PER_SETTING, (i + 1) * LETTERS_PER_SETTING);
      return {
        bytes: bytesOf(piece),
        queue: (context) => context.workbook.settings.add(pieceKey(key, i), piece),
      };
    });
    return [...jobs, ...range(count, before).map((i) => removal(pieceKey(key, i)))];
  }

  private drop(key: string): Job[] {
    const count = this.pieces.get(key) ?? 1;
    this.pieces.delete(key);
    return range(0, count).map((i) => removal(pieceKey(key, i)));
  }

  /** The texts by their keys, put together from their pieces. */
  private joined(values: ReadonlyMap<string, unknown>): Map<string, string> {
    const texts = new Map<string, string>();
    for (const [key, value] of values) {
      if (!key.startsWith(PREFIX) || key.includes('~') || typeof value !== 'string') continue;
      let text = value;
      let count = 1;
      for (let next = values.get(pieceKey(key, 1)); typeof next === 'string'; ) {
        text += next;
        next = values.get(pieceKey(key, ++count));
      }
      this.pieces.set(key, count);
      texts.set(key, text);
    }
    return texts;
  }
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
const pieceKey = (key: string, piece: number) => (piece === 0 ? key : `${key}~${piece}`);

/** Two people in one workbook may both make their first step; the time tells the two apart. */
const stepKey = ({ id, at }: Step) => `${STEP}${id}@${at}`;

const removal = (key: string): Job => ({
  bytes: 300,
  queue: (context) => context.workbook.settings.getItemOrNullObject(key).delete(),
});

type StepText = Omit<StoredStep, 'images'> & { readonly images: PackedImages };

const stepText = (stored: StoredStep) =>
  JSON.stringify({ ...stored, images: packImages(stored.images) } satisfies StepText);

function stepFrom(text: string): StoredStep | null {
  const stored = parse<StepText | null>(text, null);
  return stored?.step && stored.images ? { ...stored, images: unpackImages(stored.images) } : null;
}

function parse<T>(text: string | undefined, fallback: T): T {
  if (text === undefined) return fallback;
  try {
    return JSON.parse(text) as T;
  } catch {
    return fallback;
  }
}
