import {
  type CellContent,
  type CheckReport,
  cellAddress,
  type Edit,
  type FillCode,
  type Finding,
  inArea,
  parseArea,
  type RemainderPolicy,
} from '@ctmtqg/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FillOutcome, FillWish } from '../engine/fill.js';
import type { Calls, Outcome } from '../engine/protocol.js';
import type { Addition } from '../port/additions.js';
import type { Consultation, Desk, Progress } from '../port/desk.js';
import { type Ignored, type Memory, PortError, type SelectedArea, type Step } from '../port/types.js';
import { inUnit } from './amount-input.js';
import type { Words } from './words/index.js';

/** What the pane tells at its foot: a sentence, perhaps with something to press. */
export interface Notice {
  readonly kind: 'done' | 'error';
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; run(): void };
}

/** What somebody chose to fill, in the pane or on the ribbon. */
export interface FillChoice {
  readonly fills: readonly FillCode[];
  readonly overwrite: boolean;
  readonly sharePolicy?: RemainderPolicy | null;
  readonly unicode?: boolean;
  readonly divide?: FillWish['divide'];
  /** Chosen by a button: the form shall show only these. */
  readonly only?: boolean;
  readonly stamp?: number;
}

export interface DeskState {
  /** True where the workbook may change under us, as in Excel. */
  readonly live: boolean;
  readonly outcome: Outcome | null;
  readonly progress: Progress | null;
  readonly stale: boolean;
  readonly memory: Memory;
  readonly steps: readonly Step[];
  readonly marked: number;
  readonly notice: Notice | null;
  readonly open: readonly Finding[];
  readonly ignored: readonly Ignored[];
  /** The plan of a fill, until it is done or another is asked for. */
  readonly planned: FillOutcome | null;
  readonly fillChoice: FillChoice | null;
  check(): void;
  cancel(): void;
  plan(choice: FillChoice): void;
  /** Forgets the plan: what was chosen for it has changed. */
  dropPlan(): void;
  /** Does what is planned. */
  fill(): void;
  select(sheet: string, cell: string): void;
  /** Writes into the cell that the user has selected; an amount of đồng in the unit of the table there. */
  insert(content: Inserted): void;
  fix(findings: readonly Finding[]): void;
  undo(force?: boolean): void;
  ignore(finding: Finding, reason: string): void;
  restore(key: string): void;
  remember(change: Partial<Memory>, checkAgain?: boolean): void;
  mark(): void;
  unmark(): void;
  clearTraces(): void;
  freezeFunctions(): void;
  /** The cells that the user has selected; `null` where there are none, which is told at the foot. */
  selected(): Promise<SelectedArea | null>;
  /** Asks the worker about the workbook as it is now; `null` where that failed, which is told at the foot. */
  consult<Name extends Consultation>(
    name: Name,
    wish: Calls[Name]['ask']['wish'],
  ): Promise<Calls[Name]['answer'] | null>;
  /** Writes what was planned, as one step; answers whether it was done. */
  write(title: string, edits: readonly Edit[]): Promise<boolean>;
  /** Puts sheets or a chart into the workbook, as one step. */
  add(title: string, make: () => Promise<Addition>): void;
  sheetNames(): Promise<readonly string[]>;
  dismiss(): void;
  /** Says at the foot what went wrong elsewhere in the pane. */
  fail(error: unknown): void;
}

const QUIET_BEFORE_RECHECK = 800;

function errorNotice(error: unknown, words: Words): Notice {
  const known = error instanceof PortError ? error : new PortError('host', { message: String(error) });
  const { sheet, cell, message } = known.facts;
  const own = known.facts[words.language];
  const where = sheet && cell ? ` (${words.at(sheet, cell)})` : '';
  const detail = own ?? (known.code === 'host' ? message : undefined);
  return { kind: 'error', text: words.errors[known.code] + where, ...(detail ? { detail } : {}) };
}

const editsOf = (findings: readonly Finding[]) => {
  const byCell = new Map(
    findings
      .flatMap((finding) => finding.fix?.edits ?? [])
      .map((edit) => [`${edit.sheet}!${edit.cell}`, edit] as const),
  );
  return [...byCell.values()];
};

/** All that the pane does with a workbook, and what it knows of it. */
export function useDesk(desk: Desk, words: Words): DeskState {
  const { port } = desk;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [stale, setStale] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [memory, setMemory] = useState(port.memory());
  const [planned, setPlanned] = useState<FillOutcome | null>(null);
  const [fillChoice, setFillChoice] = useState<FillChoice | null>(null);
  const [, refresh] = useState(0);
  const run = useRef(0);

  const attempt = useCallback(
    async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        setNotice(errorNotice(error, words));
      }
      refresh((n) => n + 1);
    },
    [words],
  );

  const fail = useCallback((error: unknown) => setNotice(errorNotice(error, words)), [words]);

  const check = useCallback(() => {
    const mine = ++run.current;
    void attempt(async () => {
      setNotice((was) => (was?.kind === 'error' ? null : was));
      try {
        const found = await desk.check(
          { language: words.language },
          (at) => mine === run.current && setProgress(at),
        );
        if (mine !== run.current) return;
        setOutcome(found);
        setStale(false);
      } finally {
        if (mine === run.current) setProgress(null);
      }
    });
  }, [desk, words, attempt]);

  // Sentences of findings are made in the language of the check.
  const checkedIn = useRef(words.language);
  useEffect(() => {
    if (checkedIn.current !== words.language && outcome) check();
    checkedIn.current = words.language;
  }, [words.language]);

  useEffect(() => {
    let timer = 0;
    const stop = port.onChange(() => {
      setStale(true);
      if (!port.memory().checkOnChange) return;
      self.clearTimeout(timer);
      timer = self.setTimeout(check, QUIET_BEFORE_RECHECK);
    });
    return () => {
      stop();
      self.clearTimeout(timer);
    };
  }, [port, check]);

  const remember = (change: Partial<Memory>, checkAgain = false) => {
    const next = { ...port.memory(), ...change };
    setMemory(next);
    void attempt(async () => {
      await port.remember(next);
      if (checkAgain) check();
    });
  };

  const undo = (force = false) =>
    void attempt(async () => {
      try {
        const step = await port.undo(force);
        if (step) setNotice({ kind: 'done', text: words.actions.undone(step.title) });
        setPlanned(null);
        check();
      } catch (error) {
        if (!(error instanceof PortError && error.code === 'changed-since') || force) throw error;
        setNotice({
          ...errorNotice(error, words),
          action: { label: words.actions.overwrite, run: () => undo(true) },
        });
      }
    });

  const plan = (choice: FillChoice) =>
    void attempt(async () => {
      setNotice((was) => (was?.kind === 'error' ? null : was));
      if (choice.only) setFillChoice({ ...choice, stamp: (fillChoice?.stamp ?? 0) + 1 });
      setPlanned(null);
      try {
        const { fills, overwrite, sharePolicy = null, unicode = false, divide = null } = choice;
        const wish = { language: words.language, fills, overwrite, sharePolicy, unicode, divide };
        setPlanned(await desk.planFill(wish, setProgress));
      } finally {
        setProgress(null);
      }
    });

  const fill = () =>
    void attempt(async () => {
      if (!planned) return;
      const edits = planned.lines.map((line) => line.edit);
      const title = words.fill.title(edits.length);
      await port.apply({ title, edits });
      setPlanned(null);
      setNotice({ kind: 'done', text: words.actions.done(title) });
      check();
    });

  const fix = (findings: readonly Finding[]) =>
    void attempt(async () => {
      const edits = editsOf(findings);
      const title =
        edits.length === 1 ? words.fixes.title(edits[0]!.cell) : words.fixes.titleAll(edits.length);
      await port.apply({ title, edits });
      setNotice({ kind: 'done', text: words.actions.done(title) });
      check();
    });

  const shown = useMemo(() => split(outcome?.report ?? null, memory), [outcome, memory]);
  return {
    live: port.kind === 'excel',
    outcome,
    progress,
    stale,
    memory,
    steps: port.steps(),
    marked: port.marked(),
    notice,
    ...shown,
    planned,
    fillChoice,
    check,
    cancel: () => {
      run.current++;
      desk.cancel();
      setProgress(null);
    },
    plan,
    dropPlan: () => setPlanned(null),
    fill,
    select: (sheet, cell) => void attempt(() => port.select(sheet, cell)),
    insert: (content) =>
      void attempt(async () => {
        const at = await port.selected();
        if (!at) throw new PortError('no-cell');
        if (port.kind === 'excel') await port.read();
        const { sheet } = at;
        const cell = cellAddress(at.top, at.left);
        const title = words.lookup.inserted(cell);
        const after = contentFor(content, outcome?.report ?? null, at);
        const edit = { sheet, cell, before: { kind: 'blank' }, after } as const;
        await port.apply({ title, edits: [edit] });
        setStale(true);
        setNotice({ kind: 'done', text: words.actions.done(title) });
      }),
    fix,
    undo,
    ignore: (finding, reason) => {
      const entry = {
        key: finding.key,
        reason,
        message: `${words.at(finding.sheet, finding.cell)}: ${finding.message}`,
      };
      remember({ ignored: [...memory.ignored.filter((one) => one.key !== finding.key), entry] });
    },
    restore: (key) => remember({ ignored: memory.ignored.filter((one) => one.key !== key) }),
    remember,
    mark: () =>
      void attempt(() =>
        port.mark(
          shown.open.flatMap((finding) =>
            finding.cells.map((cell) => ({ sheet: finding.sheet, cell, severity: finding.severity })),
          ),
        ),
      ),
    unmark: () => void attempt(() => port.unmark()),
    clearTraces: () =>
      void attempt(async () => {
        await port.clearTraces();
        setMemory(port.memory());
        setNotice({ kind: 'done', text: words.actions.cleared });
      }),
    freezeFunctions: () =>
      void attempt(async () => {
        const step = await port.freezeFunctions?.(words.actions.freeze);
        const text = step
          ? words.actions.done(words.actions.frozen(step.cells))
          : words.actions.nothingToFreeze;
        setNotice({ kind: 'done', text });
      }),
    add: (title, make) =>
      void attempt(async () => {
        await desk.add(await make(), title);
        setNotice({ kind: 'done', text: words.actions.done(title) });
      }),
    sheetNames: () => port.sheetNames(),
    selected: async () => {
      let area: SelectedArea | null = null;
      await attempt(async () => {
        setNotice((was) => (was?.kind === 'error' ? null : was));
        area = await port.selected();
        if (!area) throw new PortError('no-cell');
      });
      return area;
    },
    consult: async (name, wish) => {
      let answer: Calls[typeof name]['answer'] | null = null;
      await attempt(async () => {
        setNotice((was) => (was?.kind === 'error' ? null : was));
        try {
          answer = await desk.consult(name, wish, setProgress);
        } finally {
          setProgress(null);
        }
      });
      return answer;
    },
    write: async (title, edits) => {
      let done = false;
      await attempt(async () => {
        await port.apply({ title, edits });
        done = true;
        setStale(true);
        setNotice({ kind: 'done', text: words.actions.done(title) });
      });
      return done;
    },
    dismiss: () => setNotice(null),
    fail,
  };
}

/** A text, or an amount; `dong` says that it counts in đồng whatever the table does. */
export type Inserted =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly amount: string; readonly dong: boolean };

function contentFor(content: Inserted, report: CheckReport | null, at: SelectedArea): CellContent {
  if (content.kind === 'text') return content;
  const table = report?.tables.find((one) => {
    const area = parseArea(one.range);
    return one.sheet === at.sheet && area !== null && inArea(area, at.top, at.left);
  });
  const scale = content.dong ? (table?.scale ?? 1) : 1;
  return { kind: 'number', value: inUnit(content.amount, scale) };
}

function split(report: CheckReport | null, memory: Memory) {
  const keys = new Set(memory.ignored.map((one) => one.key));
  return {
    open: report?.findings.filter((finding) => !keys.has(finding.key)) ?? [],
    ignored: memory.ignored,
  };
}
