import { parseAddress } from '../snapshot/address.js';
import type { FindingData } from './types.js';

/** Findings in the order in which a person walks through the workbook: sheet, row, column. */
export function inReadingOrder(
  findings: readonly FindingData[],
  sheetNames: readonly string[],
): FindingData[] {
  const sheets = new Map(sheetNames.map((name, index) => [name, index]));
  const placed = findings.map((finding, index) => {
    const place = parseAddress(finding.cell);
    return {
      finding,
      index,
      sheet: sheets.get(finding.sheet) ?? sheetNames.length,
      row: place?.row ?? 0,
      column: place?.column ?? 0,
    };
  });
  placed.sort((a, b) => a.sheet - b.sheet || a.row - b.row || a.column - b.column || a.index - b.index);
  return placed.map(({ finding }) => finding);
}
