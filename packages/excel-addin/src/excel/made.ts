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
  readonly charts: readonly { readonly sheet: string; readonly sheetName: string; readonly name: string }[];
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
  // A file that was closed in between may give its sheets other ids: then they are found by their names.
  const ways = <T>(id: string, name: string, ask: (sheet: Excel.Worksheet) => T) =>
    [id, name].map((key) => {
      const sheet = worksheets.getItemOrNullObject(key);
      sheet.load('name');
      return { sheet, asked: ask(sheet) };
    });
  const sheetWays = made.sheets.map((known) => ({
    known,
    ways: ways(known.id, known.name, (sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true).untrack();
      used.load('formulas');
      return used;
    }),
  }));
  const chartWays = made.charts.map((known) =>
    ways(known.sheet, known.sheetName, (sheet) => {
      const chart = sheet.charts.getItemOrNullObject(known.name);
      chart.load('name');
      return chart;
    }),
  );
  await context.sync();
  const standing = <T>(all: readonly { sheet: Excel.Worksheet; asked: T }[]) =>
    all.find(({ sheet }) => !sheet.isNullObject);
  const sheets = sheetWays.flatMap(({ known, ways }) => {
    const found = standing(ways);
    return found ? [{ known, sheet: found.sheet, used: found.asked }] : [];
  });
  const changed = sheets.find(
    ({ known, used }) => printOf(used.isNullObject ? [] : used.formulas) !== known.print,
  );
  if (changed && !force) throw new PortError('changed-since', { sheet: changed.sheet.name, cell: 'A1' });
  for (const all of chartWays) {
    const chart = standing(all)?.asked;
    if (chart && !chart.isNullObject) chart.delete();
  }
  for (const { sheet } of sheets) {
    // Excel does not delete a sheet that is very hidden.
    sheet.visibility = 'Visible';
    sheet.delete();
  }
  alsoQueue();
  await context.sync();
}
