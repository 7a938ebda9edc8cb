/** Excel 2021: the oldest that has all we need. */
export const FLOOR = '1.14';

/** True where this Excel is new enough; below it the pane shows the way to the page without Excel. */
export function isSupported(office: typeof Office): boolean {
  return office.context.requirements.isSetSupported('ExcelApi', FLOOR);
}
