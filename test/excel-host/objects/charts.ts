import { HostError } from '../errors.js';
import type { HostChart, HostSheet } from '../model.js';
import { HostCollection, HostObject } from './host-object.js';
import { RangeObject } from './range.js';

class ChartTitleObject extends HostObject {
  readonly type = 'ChartTitle';
  constructor(private readonly chart: HostChart) {
    super();
  }
  get Text() {
    return this.chart.title;
  }
  set Text(text: string) {
    this.chart.title = text;
  }
}

class ChartObject extends HostObject {
  readonly type = 'Chart';
  constructor(private readonly chart: HostChart) {
    super();
  }
  get Id() {
    return this.chart.id;
  }
  get Name() {
    return this.chart.name;
  }
  get Title() {
    return new ChartTitleObject(this.chart);
  }
}

export class ChartCollectionObject extends HostCollection {
  readonly type = 'ChartCollection';
  constructor(private readonly sheet: HostSheet) {
    super();
  }
  items() {
    return this.sheet.charts.map((chart) => new ChartObject(chart));
  }
  Add(kind: string, source: unknown) {
    if (!(source instanceof RangeObject)) throw new HostError('InvalidArgument', 'a chart needs a range');
    const number = this.sheet.charts.length + 1;
    const chart = {
      id: `chart-${number}`,
      name: `Chart ${number}`,
      type: kind,
      source: source.Address,
      title: '',
    };
    this.sheet.charts.push(chart);
    return new ChartObject(chart);
  }
}
