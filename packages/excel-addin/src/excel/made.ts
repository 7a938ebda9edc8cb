import { PortError } from '../port/types.js';

/** A sheet that a step put into the workbook, with a print of its contents, by which a later change shows. */
export interface MadeSheet {
  readonly id: string;
  readonly name: string;
  readonly print: string;
}

/** What a step put into the workbook besides contents of cells: undoing takes it away again. */
export interface Made {
  readonly sheets: readonly MadeSheet[];
  readonly charts: readonly { readonly sheet: string; readonly name: string }[];
}

/** A short number for a long text; two texts that differ nearly always give two numbers (FNV-1a). */
export function printOf(contents: unknown): string {
  const text = JSON.stringify(contents);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return `${text.length}-${hash.toString(36)}`;
}

/** Names and prints of sheets just made; one request. */
export async function describeSheets(
  context: Excel.RequestContext,
  ids: readonly string[],
): Promise<MadeSheet[]> {
  const asked = ids.map((id) => {
    const sheet = context.workbook.worksheets.getItem(id);
    sheet.load('name');
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load('formulas');
    return { id, sheet, used };
  });
  await context.sync();
  return asked.map(({ id, sheet, used }) => ({
    id,
    name: sheet.name,
    print: printOf(used.isNullObject ? [] : used.formulas),
  }));
}

/**
 * Takes away what a step had made. What is gone already is no error; a sheet that somebody has written in since is
 * kept, unless `force`.
 */
export async function unmake(
  context: Excel.RequestContext,
  made: Made,
  force: boolean,
  alsoQueue: () => void,
): Promise<void> {
  const { worksheets } = context.workbook;
  const sheets = made.sheets.map((known) => {
    const sheet = worksheets.getItemOrNullObject(known.id);
    sheet.load('name');
    const used = sheet.getUsedRangeOrNullObject(true).untrack();
    used.load('formulas');
    return { known, sheet, used };
  });
  const homes = made.charts.map((known) => {
    const sheet = worksheets.getItemOrNullObject(known.sheet);
    sheet.load('name');
    const chart = sheet.charts.getItemOrNullObject(known.name);
    chart.load('name');
    return { sheet, chart };
  });
  await context.sync();
  const changed = sheets.find(
    ({ known, sheet, used }) =>
      !sheet.isNullObject && printOf(used.isNullObject ? [] : used.formulas) !== known.print,
  );
  if (changed && !force) throw new PortError('changed-since', { sheet: changed.sheet.name, cell: 'A1' });
  for (const { sheet, chart } of homes) if (!sheet.isNullObject && !chart.isNullObject) chart.delete();
  for (const { sheet } of sheets) {
    if (sheet.isNullObject) continue;
    // Excel does not delete a sheet that is very hidden.
    sheet.visibility = 'Visible';
    sheet.delete();
  }
  alsoQueue();
  await context.sync();
}
