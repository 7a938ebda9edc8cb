import {
  type Area,
  areaAddress,
  parseArea,
  quoteSheetName,
} from '../../../packages/core/src/snapshot/index.js';
import { HostError } from '../errors.js';
import type { HostSheet } from '../model.js';
import type { HostContext } from './context.js';
import { HostCollection, HostObject } from './host-object.js';
import { RangeObject } from './range.js';
import { AreasFormatObject } from './range-format.js';

class RangeCollectionObject extends HostCollection {
  readonly type = 'RangeCollection';
  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }
  items() {
    return this.ranges;
  }
}

/** Several areas of one sheet, written to together. */
export class RangeAreasObject extends HostObject {
  readonly type = 'RangeAreas';
  constructor(readonly ranges: readonly RangeObject[]) {
    super();
  }
  get Address() {
    return this.ranges.map((range) => range.Address).join(',');
  }
  get AreaCount() {
    return this.ranges.length;
  }
  get Areas() {
    return new RangeCollectionObject(this.ranges);
  }
  get Format() {
    return new AreasFormatObject(this.ranges);
  }
}

export function areaOf(context: HostContext, sheet: HostSheet, areas: readonly Area[]): RangeAreasObject {
  return new RangeAreasObject(areas.map((area) => new RangeObject(context, sheet, area)));
}

/** Reads `A1:B2` or `'Sheet 1'!A1`; Excel refuses addresses longer than 8192 characters. */
export function readAddress(text: string): Area {
  const local = text.includes('!') ? text.slice(text.lastIndexOf('!') + 1) : text;
  const area = parseArea(local.replaceAll('$', ''));
  if (!area) throw new HostError('InvalidArgument', `"${text}" is no address`);
  return area;
}

export function readAddresses(text: string): Area[] {
  if (text.length > 8192) throw new HostError('InvalidArgument', 'an address may have 8192 characters');
  return text.split(',').map(readAddress);
}

export const localAddress = (sheet: HostSheet, area: Area) =>
  `${quoteSheetName(sheet.name)}!${areaAddress(area)}`;
