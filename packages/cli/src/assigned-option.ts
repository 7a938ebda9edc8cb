import { basename, resolve } from 'node:path';
import {
  type AssignedAmount,
  type AssignedGiven,
  type Capital,
  MONEY_UNITS,
  openBook,
  type RuleSet,
  SOURCES,
  type Source,
  understand,
} from '@ctmtqg/core';
import type { Command } from 'commander';
import { CallError } from './call-error.js';
import { readSnapshot } from './check-file.js';
import { isWorkbook, readInput } from './files.js';
import { isPlainNumber } from './options.js';

/** What the level above assigned: files of its decisions, and single amounts. */
export interface AssignedOptions {
  readonly assigned?: readonly string[];
  readonly assignedPlace?: string;
  readonly assignedSheet?: string;
}

const append = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Adds `--assigned` and `--assigned-place` to a command. */
export function addAssignedOptions(command: Command): Command {
  return command
    .option(
      '--assigned <tệp.xlsx|mã=số>',
      'số cấp trên giao để so với số phân bổ: tệp quyết định giao vốn, hoặc DA1=1200, DA4.TDA1:central=340.5, total=5ty (nêu nhiều lần được); xem docs/so-voi-so-duoc-giao.md',
      append,
    )
    .option('--assigned-sheet <tên>', 'trang của chính tệp cần kiểm tra ghi số cấp trên giao')
    .option(
      '--assigned-place <tên>',
      'đơn vị cần lấy khi quyết định giao vốn có nhiều đơn vị: “Xã Dân Tiến”',
    );
}

/** The files that the option names. */
export function assignedFiles({ assigned = [] }: AssignedOptions): readonly string[] {
  return assigned.filter(isWorkbook);
}

/**
 * The figures of the option. What ends in `.xlsx` is a file, all else `CODE=AMOUNT`; a file is read once for all
 * workbooks checked.
 *
 * @param inputs files to be checked, none of which may be its own decision
 */
export async function assignedOf(
  {
    assigned = [],
    assignedPlace,
    assignedSheet,
    programme,
  }: AssignedOptions & { readonly programme?: string },
  rules: RuleSet,
  inputs: readonly string[],
): Promise<readonly AssignedGiven[]> {
  const amounts = assigned
    .filter((text) => !isWorkbook(text))
    .map((text) => parseAssigned(text, rules, programme));
  demandOnce(amounts);
  const files = assignedFiles({ assigned });
  if (assignedPlace !== undefined && files.length === 0 && assignedSheet === undefined) {
    throw new CallError(
      'contradiction',
      '--assigned-place chỉ dùng cùng --assigned TỆP.xlsx hoặc --assigned-sheet: hãy nêu tệp hay trang ghi quyết định giao vốn',
      '--assigned-place goes with --assigned FILE.xlsx or --assigned-sheet only: name the file or sheet of the decision',
    );
  }
  const books: AssignedGiven[] = [];
  for (const path of files) books.push(await readDecision(path, rules, assignedPlace, inputs));
  const place = assignedPlace ?? null;
  if (assignedSheet !== undefined) books.push({ kind: 'sheet', sheet: assignedSheet, place });
  return [...amounts, ...books];
}

async function readDecision(
  path: string,
  rules: RuleSet,
  place: string | undefined,
  inputs: readonly string[],
): Promise<AssignedGiven> {
  if (inputs.some((input) => resolve(input) === resolve(path))) {
    throw new CallError(
      'contradiction',
      `${path} vừa là tệp cần kiểm tra vừa là --assigned; hãy nêu tệp quyết định giao vốn của cấp trên`,
      `${path} is both checked and given to --assigned; give the file of the decision of the level above`,
    );
  }
  const snapshot = readSnapshot(path, await readInput(path));
  if (understand(openBook(snapshot), { rules }).length === 0) {
    throw new CallError(
      'no-table',
      `${path} (--assigned): không tìm thấy bảng số tiền nào để so; tệp cần có bảng giao vốn với dòng tiêu đề cột và các cột số tiền`,
      `${path} (--assigned): no table of money was found to compare with; the file needs a table with a header row and columns of amounts`,
    );
  }
  return { kind: 'workbook', name: basename(path), snapshot, place: place ?? null };
}

const CAPITALS: readonly Capital[] = ['investment', 'recurrent'];
const SHAPE = /^(?:([^/=]+)\/)?([A-Za-z0-9.]+)((?::[a-z]+)*)=([0-9.,]+)([a-z]*)$/;

/** `[PROGRAMME/]CODE[:SOURCE][:CAPITAL]=AMOUNT[UNIT]`; the code `total` is all that the sheet gives out. */
export function parseAssigned(text: string, rules: RuleSet, programme: string | undefined): AssignedAmount {
  const [, owner, code = '', words = '', number = '', unit = ''] = SHAPE.exec(text) ?? [];
  const said = words.split(':').filter((word) => word !== '');
  const source = said.find((word) => (SOURCES as readonly string[]).includes(word)) as Source | undefined;
  const capital = said.find((word) => (CAPITALS as readonly string[]).includes(word)) as Capital | undefined;
  const understood = [source, capital].filter((word) => word !== undefined).length;
  const isUnit = unit === '' || unit in MONEY_UNITS;
  if (code === '' || !isPlainNumber(number) || !isUnit || understood !== said.length) throw unclear(text);
  const from = owner ?? programme ?? null;
  const node = code.toLowerCase() === 'total' ? null : code.toUpperCase();
  if (from !== null || node !== null) demandNode(text, rules, from, node);
  return {
    kind: 'amount',
    programme: owner ?? null,
    node,
    source: source ?? null,
    capital: capital ?? null,
    amount: number,
    unit: unit === '' ? null : MONEY_UNITS[unit as keyof typeof MONEY_UNITS],
  };
}

function unclear(text: string): CallError {
  return new CallError(
    'bad-assigned',
    `--assigned “${text}” không rõ: hãy nêu tệp .xlsx, hoặc viết mã=số như DA1=1200, DA4.TDA1:central=340.5, total=5ty (dấu thập phân là dấu chấm; đơn vị dong, nghin, trieu, ty; bỏ trống là đơn vị của biểu)`,
    `--assigned “${text}” is not clear: give an .xlsx file, or CODE=AMOUNT such as DA1=1200, DA4.TDA1:central=340.5, total=5ty (with a decimal point; units dong, nghin, trieu, ty; none: that of the sheet)`,
  );
}

function demandNode(text: string, rules: RuleSet, programme: string | null, node: string | null): void {
  const all = rules.programmes.filter(({ id }) => programme === null || id === programme);
  if (all.length === 0) {
    const known = rules.programmes.map(({ id }) => id).join(', ');
    throw new CallError(
      'unknown-programme',
      `--assigned “${text}”: không có chương trình “${programme}”; các mã dùng được: ${known}`,
      `--assigned “${text}”: there is no programme “${programme}”; the known ids are: ${known}`,
    );
  }
  if (node === null || all.some(({ nodes }) => nodes.some(({ code }) => code === node))) return;
  throw new CallError(
    'unknown-node',
    `--assigned “${text}”: không có mã “${node}”${programme === null ? '' : ` trong ${programme}`}; xem các mã bằng “ctmtqg programmes ${programme ?? 'dttsmn-2021-2025'}”`,
    `--assigned “${text}”: there is no code “${node}”${programme === null ? '' : ` in ${programme}`}; see the codes with “ctmtqg programmes ${programme ?? 'dttsmn-2021-2025'}”`,
  );
}

function demandOnce(amounts: readonly AssignedAmount[]): void {
  const seen = new Set<string>();
  for (const { programme, node, source, capital } of amounts) {
    const name = [programme ?? '', node ?? 'total', source ?? '', capital ?? ''].join('|');
    if (seen.has(name)) {
      throw new CallError(
        'contradiction',
        `--assigned nêu hai số cho cùng một khoản (${node ?? 'total'}); mỗi khoản chỉ nêu một số`,
        `--assigned gives two figures for one thing (${node ?? 'total'}); give one for each`,
      );
    }
    seen.add(name);
  }
}
