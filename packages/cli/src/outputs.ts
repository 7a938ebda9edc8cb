import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CallError } from './call-error.js';
import { claimOutput, demandExtension, type Inputs, makeOutputFolder } from './files.js';

/** A file that a call may write beside its answer, one for each input. */
export interface OutputKind {
  readonly option: '--html' | '--annotate' | '--fix';
  /** Path or, with several inputs, folder, as given. */
  readonly given: string;
  /** How the output of this input must end. */
  extensions(input: string): readonly string[];
  /** Name of the output inside a folder. */
  name(input: string): string;
}

export const htmlOutput = (given: string): OutputKind => ({
  option: '--html',
  given,
  extensions: () => ['.html', '.htm'],
  name: (input) => `${basename(input).replace(/\.[^.]*$/, '')}.html`,
});

/** A workbook with macros keeps its ending: Excel opens neither kind under the other's name. */
const workbookEnding = (input: string): string => (/\.xlsm$/i.test(input) ? '.xlsm' : '.xlsx');

export const annotateOutput = (given: string): OutputKind => ({
  option: '--annotate',
  given,
  extensions: (input) => [workbookEnding(input)],
  name: (input) => `${basename(input).replace(/\.[^.]*$/, '')}-ket-qua${workbookEnding(input)}`,
});

export const fixOutput = (given: string): OutputKind => ({
  option: '--fix',
  given,
  extensions: (input) => [workbookEnding(input)],
  name: (input) => `${basename(input).replace(/\.[^.]*$/, '')}-da-sua${workbookEnding(input)}`,
});

/** Paths of one input's outputs, by option. */
export type OutputPaths = ReadonlyMap<OutputKind['option'], string>;

/**
 * Where each output of each input goes; every path is claimed before any file is read.
 *
 * @param alsoRead files that the call reads besides, which no output may cover either
 */
export async function planOutputs(
  kinds: readonly OutputKind[],
  inputs: Inputs,
  force: boolean,
  alsoRead: readonly string[] = [],
): Promise<ReadonlyMap<string, OutputPaths>> {
  const plan = new Map<string, Map<OutputKind['option'], string>>();
  const taken = new Set<string>();
  for (const kind of kinds) {
    if (inputs.many) await makeFolder(kind);
    for (const input of inputs.files) {
      if (!inputs.many) demandExtension(kind.given, kind.extensions(input), kind.option);
      const path = inputs.many ? freeName(join(kind.given, kind.name(input)), taken) : kind.given;
      if (taken.has(resolve(path))) throw sameOutput(path);
      taken.add(resolve(path));
      await claimOutput(path, [...inputs.files, ...alsoRead], force);
      plan.set(input, (plan.get(input) ?? new Map()).set(kind.option, path));
    }
  }
  return plan;
}

/** Two inputs of one name in different folders must not share an output. */
function freeName(path: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = path; ; number++) {
    if (!taken.has(resolve(free))) return free;
    free = path.replace(/(\.[^.]*)$/, `-${number}$1`);
  }
}

async function makeFolder({ given, option }: OutputKind): Promise<void> {
  const found = await stat(given).catch(() => null);
  if (found?.isDirectory()) return;
  if (found || /\.(html?|xls[xm])$/i.test(given)) {
    throw new CallError(
      'output-needs-folder',
      `kiểm tra nhiều tệp thì ${option} phải là một thư mục, không phải tệp ${given}`,
      `with several files ${option} must be a folder, not the file ${given}`,
    );
  }
  await makeOutputFolder(given);
}

function sameOutput(path: string): CallError {
  return new CallError(
    'contradiction',
    `hai kết quả cùng ghi vào ${path}; hãy đặt hai tên khác nhau`,
    `two outputs would be written to ${path}; give them different names`,
  );
}
