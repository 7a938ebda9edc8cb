import type { HostName } from '../model.js';
import type { HostContext } from './context.js';
import { HostCollection, HostObject } from './host-object.js';

class NamedItemObject extends HostObject {
  readonly type = 'NamedItem';
  constructor(
    private readonly item: HostName,
    private readonly scope: 'Workbook' | 'Worksheet',
  ) {
    super();
  }
  get Name() {
    return this.item.name;
  }
  get Formula() {
    return `=${this.item.refersTo}`;
  }
  get Visible() {
    return this.item.visible;
  }
  get Scope() {
    return this.scope;
  }
}

export class NamedItemCollectionObject extends HostCollection {
  readonly type = 'NamedItemCollection';
  constructor(
    readonly context: HostContext,
    private readonly names: readonly HostName[],
    private readonly scope: 'Workbook' | 'Worksheet',
  ) {
    super();
  }
  items() {
    return this.names.map((name) => new NamedItemObject(name, this.scope));
  }
}
