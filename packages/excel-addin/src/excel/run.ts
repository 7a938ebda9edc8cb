import { asPortError } from './errors.js';

export type ExcelNamespace = typeof Excel;

/** `Excel.run` with errors of ours. */
export async function run<T>(
  excel: ExcelNamespace,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await excel.run(work);
  } catch (error) {
    throw asPortError(error);
  }
}

/** A failed batch may have left events off. */
export async function listenAgain(excel: ExcelNamespace): Promise<void> {
  await run(excel, async (context) => {
    context.runtime.enableEvents = true;
    await context.sync();
  }).catch(() => undefined);
}
