import { HostError } from '../errors.js';
import type { HostChart, HostSeries, HostSheet } from '../model.js';
import { HostCollection, HostObject, NOTHING } from './host-object.js';
import { RangeObject } from './range.js';

/** A title of the chart or of an axis; a text that is set shows it. */
class TitleObject extends HostObject {
  constructor(
    readonly type: 'ChartTitle' | 'ChartAxisTitle',
    private readonly read: () => string,
    private readonly write: (text: string) => void,
  ) {
    super();
  }
  get Text() {
    return this.read();
  }
  set Text(text: string) {
    this.write(text);
  }
}

class LegendObject extends HostObject {
  readonly type = 'ChartLegend';
  constructor(private readonly chart: HostChart) {
    super();
  }
  get Position() {
    return this.chart.legend;
  }
  set Position(position: string) {
    this.chart.legend = position;
  }
}

class SeriesFillObject extends HostObject {
  readonly type = 'ChartFill';
  constructor(private readonly series: HostSeries) {
    super();
  }
  SetSolidColor(color: string) {
    this.series.color = color;
  }
}

class SeriesFormatObject extends HostObject {
  readonly type = 'ChartSeriesFormat';
  constructor(private readonly series: HostSeries) {
    super();
  }
  get Fill() {
    return new SeriesFillObject(this.series);
  }
}

class SeriesObject extends HostObject {
  readonly type = 'ChartSeries';
  constructor(private readonly series: HostSeries) {
    super();
  }
  get Name() {
    return this.series.name;
  }
  set Name(name: string) {
    this.series.name = name;
  }
  get GapWidth() {
    return this.series.gapWidth;
  }
  set GapWidth(width: number) {
    if (width < 0 || width > 500) throw new HostError('InvalidArgument', `gap width ${width}`);
    this.series.gapWidth = width;
  }
  get Format() {
    return new SeriesFormatObject(this.series);
  }
  SetValues(range: unknown) {
    this.series.values = addressOf(range);
  }
  SetXAxisValues(range: unknown) {
    this.series.categories = addressOf(range);
  }
}

function addressOf(range: unknown): string {
  if (!(range instanceof RangeObject)) throw new HostError('InvalidArgument', 'a series needs a range');
  return range.Address;
}

class SeriesCollectionObject extends HostCollection {
  readonly type = 'ChartSeriesCollection';
  constructor(private readonly chart: HostChart) {
    super();
  }
  items() {
    return this.chart.series.map((series) => new SeriesObject(series));
  }
  GetItemAt(index: number) {
    const series = this.chart.series[index];
    if (!series) throw new HostError('ItemNotFound', `no series ${index}`);
    return new SeriesObject(series);
  }
  Add(name: string) {
    const series = { name, values: '', categories: '', color: null, gapWidth: 150 };
    this.chart.series.push(series);
    return new SeriesObject(series);
  }
}

class AxisObject extends HostObject {
  readonly type = 'ChartAxis';
  constructor(private readonly axis: HostChart['categoryAxis']) {
    super();
  }
  get ReversePlotOrder() {
    return this.axis.reversed;
  }
  set ReversePlotOrder(reversed: boolean) {
    this.axis.reversed = reversed;
  }
  get Position() {
    return this.axis.position;
  }
  set Position(position: string) {
    if (!['Automatic', 'Maximum', 'Minimum', 'Custom'].includes(position))
      throw new HostError('InvalidArgument', `axis position ${position}`);
    this.axis.position = position;
  }
  get NumberFormat() {
    return this.axis.numberFormat;
  }
  set NumberFormat(format: string) {
    this.axis.numberFormat = format;
  }
  get TickLabelSpacing() {
    return this.axis.tickLabelSpacing;
  }
  set TickLabelSpacing(spacing: number) {
    this.axis.tickLabelSpacing = spacing;
  }
  get Title() {
    return new TitleObject(
      'ChartAxisTitle',
      () => this.axis.title,
      (text) => {
        this.axis.title = text;
      },
    );
  }
}

class AxesObject extends HostObject {
  readonly type = 'ChartAxes';
  constructor(private readonly chart: HostChart) {
    super();
  }
  get CategoryAxis() {
    return new AxisObject(this.chart.categoryAxis);
  }
  get ValueAxis() {
    return new AxisObject(this.chart.valueAxis);
  }
}

class ChartObject extends HostObject {
  readonly type = 'Chart';
  constructor(
    private readonly sheet: HostSheet,
    private readonly chart: HostChart,
  ) {
    super();
  }
  get Id() {
    return this.chart.id;
  }
  get Name() {
    return this.chart.name;
  }
  set Name(name: string) {
    this.chart.name = name;
  }
  get Title() {
    return new TitleObject(
      'ChartTitle',
      () => this.chart.title,
      (text) => {
        this.chart.title = text;
      },
    );
  }
  get Legend() {
    return new LegendObject(this.chart);
  }
  get Series() {
    return new SeriesCollectionObject(this.chart);
  }
  get Axes() {
    return new AxesObject(this.chart);
  }
  SetPosition(from: string, to: string) {
    this.chart.area = `${from}:${to}`;
  }
  Delete() {
    this.sheet.charts = this.sheet.charts.filter((one) => one !== this.chart);
  }
}

const axis = () => ({
  reversed: false,
  position: 'Automatic',
  numberFormat: 'General',
  title: '',
  tickLabelSpacing: 0,
});

/** Charts of a sheet. A chart drawn by columns has a series for each column of its range. */
export class ChartCollectionObject extends HostCollection {
  readonly type = 'ChartCollection';
  constructor(private readonly sheet: HostSheet) {
    super();
  }
  items() {
    return this.sheet.charts.map((chart) => new ChartObject(this.sheet, chart));
  }
  /** By id or name: office.js names a chart by its id once it knows it. */
  GetItem(key: string) {
    const found = this.find(key);
    if (!found) throw new HostError('ItemNotFound', `no chart ${key}`);
    return found;
  }
  GetItemOrNullObject(key: string) {
    return this.find(key) ?? NOTHING;
  }
  Add(kind: string, source: unknown, seriesBy = 'Auto') {
    if (!(source instanceof RangeObject)) throw new HostError('InvalidArgument', 'a chart needs a range');
    if (seriesBy !== 'Columns')
      throw new HostError('InvalidArgument', 'excel-host covers charts by columns only');
    const number = this.sheet.charts.length + 1;
    const chart: HostChart = {
      id: `chart-${number}`,
      name: `Chart ${number}`,
      type: kind,
      source: source.Address,
      title: '',
      area: '',
      legend: 'Right',
      series: [...source.columns()].map((_, i) => ({
        name: `Series${i + 1}`,
        values: source.Address,
        categories: '',
        color: null,
        gapWidth: 150,
      })),
      categoryAxis: axis(),
      valueAxis: axis(),
    };
    this.sheet.charts.push(chart);
    return new ChartObject(this.sheet, chart);
  }

  private find(key: string): ChartObject | undefined {
    const chart = this.sheet.charts.find((one) => one.id === key || one.name === key);
    return chart && new ChartObject(this.sheet, chart);
  }
}
