import { HostError, notCovered } from './errors.js';
import { HostCollection, HostObject, NOTHING } from './objects/host-object.js';

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: Query;
}

export interface WireRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface WireResponse {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  readonly Error?: { Code: string; Message: string; Location: string; ActionIndex: number };
}

/** Where paths begin, and what outlives a request. */
export interface WireRoot {
  readonly global: HostObject;
  newObject(typeName: string): HostObject;
  /** Objects kept by `_KeepReference`. */
  readonly references: Map<string, HostObject>;
  referenceCount: number;
}

const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  set: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
};
const PATH = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 };

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function has(target: HostObject, name: string): boolean {
  for (
    let proto = Object.getPrototypeOf(target);
    proto && proto !== HostObject.prototype;
    proto = Object.getPrototypeOf(proto)
  ) {
    if (Object.hasOwn(proto, name)) return true;
  }
  return false;
}

function read(target: HostObject, name: string): unknown {
  const wire = pascal(name);
  if (!has(target, wire)) throw notCovered(`${target.type}.${name}`);
  return (target as unknown as Record<string, unknown>)[wire];
}

function call(target: HostObject, name: string, args: readonly unknown[]): unknown {
  const member = read(target, name);
  if (typeof member !== 'function') throw notCovered(`${target.type}.${name}()`);
  return member.apply(target, args);
}

function asObject(value: unknown, what: string): HostObject {
  if (value instanceof HostObject) return value;
  throw new HostError('InvalidArgument', `${what} is not an object of the host`);
}

/** Loaded properties of one object: plain names, `format/fill/color`, `items/name`. */
function load(target: HostObject, names: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const nested = new Map<string, string[]>();
  const wanted = names.length > 0 ? names : target.scalars;
  for (const name of wanted) {
    const slash = name.indexOf('/');
    if (slash < 0) {
      const value = read(target, name);
      if (value instanceof HostObject) nested.set(name, nested.get(name) ?? []);
      else result[pascal(name)] = value;
    } else {
      const head = name.slice(0, slash);
      nested.set(head, [...(nested.get(head) ?? []), name.slice(slash + 1)]);
    }
  }
  for (const [head, rest] of nested) result[pascal(head)] = query(asObject(read(target, head), head), rest);
  return result;
}

function query(target: HostObject, names: readonly string[], info: Query = {}): unknown {
  if (target === NOTHING) return null;
  if (!(target instanceof HostCollection)) return load(target, names);
  const ofItems: string[] = [];
  const ofSelf: string[] = [];
  for (const name of names) {
    const wire = name.toLowerCase();
    if (wire === 'items') continue;
    if (wire.startsWith('items/')) ofItems.push(name.slice(6));
    else if (has(target, pascal(name)) && !has(target.items()[0] ?? NOTHING, pascal(name))) ofSelf.push(name);
    else ofItems.push(name);
  }
  const from = info.Skip ?? 0;
  const items = target.items().slice(from, info.Top === undefined ? undefined : from + info.Top);
  const own = ofSelf.length > 0 ? load(target, ofSelf) : {};
  return { ...own, _Items: items.map((item) => load(item, ofItems)) };
}

/** One request: paths are resolved when first used, actions run in order, the first error ends the batch. */
export class WireSession {
  constructor(private readonly root: WireRoot) {}

  /** @param failAt number of the action that shall fail, to try what happens half way */
  run(request: WireRequest, failAt: number | null = null): WireResponse {
    const resolved = new Map<number, HostObject>();
    const response: WireResponse = { Results: [], TraceIds: [] };
    for (let i = 0; i < request.Actions.length; i++) {
      const action = request.Actions[i]!;
      if (action.ActionType === ACTION.trace && i !== failAt) {
        response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      try {
        if (i === failAt) throw new HostError('InvalidOperation', 'excel-host was told to fail here');
        const value = this.act(action, request, resolved);
        if (value !== undefined) response.Results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const location = `${action.Name || 'object'}`;
        return {
          ...response,
          Error: { Code: error.code, Message: error.message, Location: location, ActionIndex: i },
        };
      }
    }
    return response;
  }

  private act(action: Action, request: WireRequest, resolved: Map<number, HostObject>): unknown {
    const target = this.resolve(action.ObjectPathId, request, resolved);
    const args = this.arguments(action.ArgumentInfo, request, resolved);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return target === NOTHING ? null : this.identity(target);
      case ACTION.query:
        return query(
          target,
          [...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? [])],
          action.QueryInfo,
        );
      case ACTION.method:
        return target === NOTHING ? null : this.method(target, action.Name, args);
      case ACTION.set:
        if (target === NOTHING)
          throw new HostError('InvalidOperation', `${action.Name} set on a null object`);
        this.set(target, action.Name, args[0]);
        return undefined;
      default:
        throw notCovered(`action type ${action.ActionType}`);
    }
  }

  /** What office.js learns of a new object: its id, and the reference by which it lives on. */
  private identity(target: HostObject): Record<string, unknown> {
    return {
      ...(has(target, 'Id') ? { Id: read(target, 'Id') } : {}),
      ...(target.referenceId ? { _ReferenceId: target.referenceId } : {}),
    };
  }

  private keep(target: HostObject): string {
    target.referenceId ??= `ref-${++this.root.referenceCount}`;
    this.root.references.set(target.referenceId, target);
    return target.referenceId;
  }

  private set(target: HostObject, name: string, value: unknown): void {
    read(target, name);
    let proto = Object.getPrototypeOf(target);
    while (proto && !Object.hasOwn(proto, name)) proto = Object.getPrototypeOf(proto);
    if (!Object.getOwnPropertyDescriptor(proto, name)?.set)
      throw notCovered(`setting ${target.type}.${name}`);
    (target as unknown as Record<string, unknown>)[name] = value;
  }

  private method(target: HostObject, name: string, args: readonly unknown[]): unknown {
    if (name === '_KeepReference') {
      return this.keep(target);
    }
    if (name === '_RemoveReference') {
      this.root.references.delete(String(args[0]));
      return undefined;
    }
    const value = call(target, name, args);
    return value instanceof HostObject ? query(value, []) : (value ?? null);
  }

  private arguments(
    info: Arguments | undefined,
    request: WireRequest,
    resolved: Map<number, HostObject>,
  ): unknown[] {
    const given = [...(info?.Arguments ?? [])];
    (info?.ReferencedObjectPathIds ?? []).forEach((path, i) => {
      if (path) given[i] = this.resolve(path, request, resolved);
    });
    return given;
  }

  private resolve(id: number, request: WireRequest, resolved: Map<number, HostObject>): HostObject {
    const known = resolved.get(id);
    if (known) return known;
    const path = request.ObjectPaths[id];
    if (!path) throw new HostError('InvalidArgument', `object path ${id} is not in the request`);
    const made = this.makeObject(path, request, resolved);
    resolved.set(id, made);
    return made;
  }

  private makeObject(path: ObjectPath, request: WireRequest, resolved: Map<number, HostObject>): HostObject {
    if (path.ObjectPathType === PATH.global) return this.root.global;
    if (path.ObjectPathType === PATH.newObject) return this.root.newObject(path.Name);
    if (path.ObjectPathType === PATH.none) return NOTHING;
    if (path.ObjectPathType === PATH.reference) {
      const kept = this.root.references.get(path.Name);
      if (!kept) throw new HostError('InvalidReference', `reference ${path.Name} was released`);
      return kept;
    }
    const parent = this.resolve(path.ParentObjectPathId!, request, resolved);
    if (parent === NOTHING) return NOTHING;
    const args = this.arguments(path.ArgumentInfo, request, resolved);
    if (path.ObjectPathType === PATH.property) return asObject(read(parent, path.Name), path.Name);
    if (path.ObjectPathType === PATH.indexer) return asObject(call(parent, 'GetItem', args), 'item');
    return asObject(call(parent, path.Name, args), path.Name);
  }
}
