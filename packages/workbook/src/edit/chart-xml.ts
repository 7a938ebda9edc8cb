import type { ChartCells, NewChart, NewChartSeries } from './types.js';
import { escapeAttribute, escapeText } from './xml-write.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CATEGORY_AXIS = 500_001;
const VALUE_AXIS = 500_002;
const INK = '404040';
const LINE = 'D9D9D9';

/** Namespaces of drawings: transitional files and strict ones differ. */
export interface DrawingNamespaces {
  readonly chart: string;
  readonly main: string;
  readonly anchor: string;
  readonly relationships: string;
}

/** Namespaces that go with the relationship types of a package. */
export function drawingNamespaces(relationshipBase: string): DrawingNamespaces {
  const strict = relationshipBase.includes('purl.oclc.org');
  const base = strict
    ? 'http://purl.oclc.org/ooxml/drawingml'
    : 'http://schemas.openxmlformats.org/drawingml/2006';
  return {
    chart: `${base}/chart`,
    main: `${base}/main`,
    anchor: `${base}/spreadsheetDrawing`,
    relationships: relationshipBase,
  };
}

/** Bars that lie one behind the other, one for each category, the first on top. */
export function chartXml(chart: NewChart, names: DrawingNamespaces): string {
  const series = chart.series.map((one, i) => seriesXml(one, i, chart)).join('');
  return [
    `${HEAD}<c:chartSpace xmlns:c="${names.chart}" xmlns:a="${names.main}" xmlns:r="${names.relationships}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    titleXml(chart.title, 1400, true),
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>',
    series,
    `<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>`,
    categoryAxis(),
    valueAxis(chart),
    '</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>',
    `${textStyle(1000)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525">${solid(LINE)}</a:ln></c:spPr>`,
    '</c:chartSpace>',
  ].join('');
}

function categoryAxis(): string {
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>`,
    '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr><a:ln w="9525">${solid(LINE)}</a:ln></c:spPr>${textStyle(900)}`,
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/>`,
    '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>',
  ].join('');
}

function valueAxis({ valueTitle, numberFormat }: NewChart): string {
  return [
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>`,
    `<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="9525">${solid(LINE)}</a:ln></c:spPr></c:majorGridlines>`,
    valueTitle === undefined ? '' : titleXml(valueTitle, 900, false),
    `<c:numFmt formatCode="${escapeAttribute(numberFormat)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>',
    `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textStyle(900)}`,
    // The first category stands on top, so that the axis of values, at the last one, stands below.
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`,
  ].join('');
}

function seriesXml(series: NewChartSeries, index: number, chart: NewChart): string {
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx>${typeof series.name === 'string' ? `<c:v>${escapeText(series.name)}</c:v>` : textRef(series.name)}</c:tx>`,
    `<c:spPr>${solid(series.color)}</c:spPr><c:invertIfNegative val="0"/>`,
    `<c:cat>${textRef(chart.categories)}</c:cat>`,
    `<c:val>${numberRef(series.values, chart.numberFormat)}</c:val></c:ser>`,
  ].join('');
}

function points(shown: ChartCells['shown']): string {
  const items = shown.flatMap((value, i) =>
    value === null ? [] : [`<c:pt idx="${i}"><c:v>${escapeText(value)}</c:v></c:pt>`],
  );
  return `<c:ptCount val="${shown.length}"/>${items.join('')}`;
}

const textRef = ({ refersTo, shown }: ChartCells) =>
  `<c:strRef><c:f>${escapeText(refersTo)}</c:f><c:strCache>${points(shown)}</c:strCache></c:strRef>`;

const numberRef = ({ refersTo, shown }: ChartCells, format: string) =>
  `<c:numRef><c:f>${escapeText(refersTo)}</c:f><c:numCache><c:formatCode>${escapeText(format)}</c:formatCode>${points(shown)}</c:numCache></c:numRef>`;

const solid = (color: string) => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;

/** Size in hundredths of a point. */
const textStyle = (size: number) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${solid(INK)}</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

function titleXml(text: string, size: number, bold: boolean): string {
  const look = `sz="${size}" b="${bold ? 1 : 0}"`;
  return [
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>',
    `<a:p><a:pPr><a:defRPr ${look}>${solid(INK)}</a:defRPr></a:pPr>`,
    `<a:r><a:rPr lang="vi-VN" ${look}>${solid(INK)}</a:rPr><a:t>${escapeText(text)}</a:t></a:r></a:p>`,
    '</c:rich></c:tx><c:overlay val="0"/></c:title>',
  ].join('');
}
