import { buildZip, type ZipSpec } from './zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Parts of a small workbook; each may be replaced or left out (`null`). */
export interface XlsxSpec {
  /** Content of `sheetData`. */
  readonly rows?: string;
  /** What follows `sheetData`. */
  readonly after?: string;
  /** What stands before `sheetData`. */
  readonly before?: string;
  readonly strings?: string;
  readonly styles?: string;
  /** Inner content of `workbook` besides `sheets`. */
  readonly workbookBefore?: string;
  readonly workbookAfter?: string;
  readonly sheetName?: string;
  /** Parts by name: added, replaced, or removed. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export function xlsxParts(spec: XlsxSpec = {}): Map<string, string | Uint8Array> {
  const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const rel = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${REL}/${kind}" Target="${target}"/>`;
  const parts = new Map<string, string | Uint8Array>([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${TYPE}.sheet.main+xml`)}${override('xl/worksheets/sheet1.xml', `${TYPE}.worksheet+xml`)}${spec.strings === undefined ? '' : override('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`)}${spec.styles === undefined ? '' : override('xl/styles.xml', `${TYPE}.styles+xml`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rel('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}">${spec.workbookBefore ?? ''}<sheets><sheet name="${spec.sheetName ?? 'Sheet1'}" sheetId="1" r:id="rId1"/></sheets>${spec.workbookAfter ?? ''}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rel('rId1', 'worksheet', 'worksheets/sheet1.xml')}${spec.strings === undefined ? '' : rel('rId2', 'sharedStrings', 'sharedStrings.xml')}${spec.styles === undefined ? '' : rel('rId3', 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/worksheets/sheet1.xml',
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${REL}">${spec.before ?? ''}<sheetData>${spec.rows ?? ''}</sheetData>${spec.after ?? ''}</worksheet>`,
    ],
  ]);
  if (spec.strings !== undefined)
    parts.set('xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${spec.strings}</sst>`);
  if (spec.styles !== undefined) {
    parts.set('xl/styles.xml', `${HEAD}<styleSheet xmlns="${MAIN}">${spec.styles}</styleSheet>`);
  }
  for (const [name, content] of Object.entries(spec.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

/** A small workbook with one sheet, built for one test. */
export function buildXlsx(spec: XlsxSpec = {}, entry: Partial<ZipSpec> = {}): Uint8Array {
  return buildZip([...xlsxParts(spec)].map(([name, data]) => ({ ...entry, name, data })));
}
