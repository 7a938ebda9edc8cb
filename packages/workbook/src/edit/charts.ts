import { parseArea } from '@ctmtqg/core';
import { WorkbookError } from '../errors.js';
import type { Package } from '../parts/package.js';
import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';
import { chartXml, type DrawingNamespaces, drawingNamespaces } from './chart-xml.js';
import type { PartEdits } from './part-edits.js';
import { checkColor } from './style-book.js';
import type { NewChart } from './types.js';
import { escapeAttribute, isXmlText } from './xml-write.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** Elements of a worksheet that come behind `drawing`. */
const AFTER_DRAWING = new Set(
  'legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  ),
);

/** True where the sheet has pictures, shapes or charts: those are left byte for byte, so nothing can be added. */
export function hasDrawing(pack: Package, sheet: string): boolean {
  return pack.relationships(sheet).some((rel) => rel.kind === 'drawing');
}

/** Refuses a chart that could not be written, before anything is. */
export function checkChart(sheet: string, chart: NewChart): void {
  if (!parseArea(chart.area)) throw new WorkbookError('edit-bad-address', { cell: chart.area });
  for (const { color } of chart.series) checkColor(color);
  const texts = textsOf(chart);
  if (texts.some((text) => !isXmlText(text)))
    throw new WorkbookError('edit-bad-value', { sheet, cell: chart.area, detail: 'control characters' });
}

function textsOf({ title, valueTitle = '', numberFormat, categories, series }: NewChart): string[] {
  const cells = [categories, ...series.flatMap(({ name, values }) => [name, values])];
  const texts = cells.flatMap((one) => (typeof one === 'string' ? [one] : [one.refersTo, ...one.shown]));
  return [title, valueTitle, numberFormat, ...texts.filter((text) => text !== null)];
}

/** Writes charts with a drawing of their own and gives the relationship that the sheet shall name. */
export function writeCharts(edits: PartEdits, sheet: string, charts: readonly NewChart[]): string {
  const names = drawingNamespaces(edits.relationshipBase);
  const drawing = edits.freeName('xl/drawings/drawing#.xml');
  edits.write(drawing, '');
  const anchors = charts.map((chart, i) => {
    const part = edits.freeName('xl/charts/chart#.xml');
    edits.write(part, chartXml(chart, names));
    edits.declareType(part, CHART_TYPE);
    return anchorXml(chart, i + 2, edits.relate(drawing, 'chart', part), names);
  });
  edits.write(
    drawing,
    `${HEAD}<xdr:wsDr xmlns:xdr="${names.anchor}" xmlns:a="${names.main}">${anchors.join('')}</xdr:wsDr>`,
  );
  edits.declareType(drawing, DRAWING_TYPE);
  return edits.relate(sheet, 'drawing', drawing);
}

/** The element by which a sheet names its drawing. */
export function drawingElement(prefix: string, relationshipBase: string, id: string): string {
  return `<${prefix}drawing xmlns:r="${relationshipBase}" r:id="${id}"/>`;
}

/** Where `drawing` belongs in a sheet that has none. */
export function drawingPlace(xml: XmlScanner): { readonly at: number; readonly prefix: string } {
  const root = xml.root('worksheet', Ns.main);
  const { prefix } = xml;
  let at = -1;
  let behindData = -1;
  while (xml.nextIn(root)) {
    if (xml.ns !== Ns.main) continue;
    const start = xml.base + xml.start;
    if (xml.name === 'sheetData') {
      xml.skip();
      behindData = xml.base + xml.end;
    } else if (AFTER_DRAWING.has(xml.name) && at < 0) at = start;
  }
  const alternates = xml.rootAlternates.filter((place) => behindData >= 0 && place >= behindData);
  return { at: Math.min(at < 0 ? xml.rootEnd : at, ...alternates), prefix };
}

function anchorXml(chart: NewChart, id: number, relationship: string, names: DrawingNamespaces): string {
  const area = parseArea(chart.area)!;
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return [
    '<xdr:twoCellAnchor editAs="oneCell">',
    corner('from', area.left - 1, area.top - 1),
    corner('to', area.right, area.bottom),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="Chart ${id - 1}" descr="${escapeAttribute(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${names.chart}"><c:chart xmlns:c="${names.chart}" xmlns:r="${names.relationships}" r:id="${relationship}"/></a:graphicData></a:graphic>`,
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>',
  ].join('');
}
