import { ApiFault, fault, faultText } from "../workbook/fault";
import type { ApiObject, Arguments } from "./apiObject";
import type { Missing } from "./missing";
import {
  ActionType,
  isWrite,
  PathType,
  type ApiAction,
  type ApiReply,
  type ApiRequest,
  type ArgumentInfo,
  type ObjectPath,
} from "./protocol";
import { Query } from "./query";
import { camel } from "./shape";

/** Where requests start. */
export interface Roots {
  readonly workbook: ApiObject;
  service(name: string): ApiObject | undefined;
  /** An object kept by an earlier request. */
  kept(referenceId: string): ApiObject | undefined;
}

/** Where a test makes a request fail: behind so many of its actions, or of those that write. */
export interface Injected {
  readonly code: string;
  readonly afterActions?: number;
  readonly afterWrites?: number;
}

type Resolved = Map<number, ApiObject | null>;

/** Carries out the actions of a request in their order; what ran before a fault stays done, as in Excel. */
export class Interpreter {
  private readonly query: Query;

  constructor(
    private readonly roots: Roots,
    private readonly missing: Missing,
  ) {
    this.query = new Query(missing);
  }

  async answer(request: ApiRequest, injected?: Injected): Promise<ApiReply> {
    const resolved: Resolved = new Map();
    const Results: ApiReply["Results"][number][] = [];
    const TraceIds: number[] = [];
    let writes = 0;
    for (const [index, action] of request.Actions.entries()) {
      const location = { text: "" };
      try {
        const doesWrite = isWrite(action, request.ObjectPaths);
        failWhereAsked(injected, index, writes, doesWrite);
        const done = this.perform(action, request, resolved, location);
        // A request has thousands of actions, and few are waited for.
        const Value = done instanceof Promise ? ((await done) as unknown) : done;
        if (doesWrite) writes++;
        Results.push({ ActionId: action.Id, Value: Value ?? null });
        if (action.ActionType === ActionType.trace) TraceIds.push(action.Id);
      } catch (error) {
        if (!(error instanceof ApiFault)) throw error;
        const { code: Code, message: Message } = error;
        return { Results, TraceIds, Error: { Code, Message, Location: location.text, ActionIndex: index } };
      }
    }
    return injected ? { Results, TraceIds, Error: lateError(injected, request) } : { Results, TraceIds };
  }

  private perform(
    action: ApiAction,
    request: ApiRequest,
    resolved: Resolved,
    location: { text: string },
  ): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.resolve(action.ObjectPathId, request.ObjectPaths, resolved, location);
    if (action.ActionType === ActionType.instantiate) return object && instantiated(object);
    if (action.ActionType === ActionType.query) {
      return object && this.query.answer(object, action.QueryInfo ?? {});
    }
    location.text = `${object?.type ?? ""}.${camel(action.Name)}`;
    if (!object && action.Name === "_KeepReference") return null;
    if (!object) throw fault("InvalidObjectPath", `${action.Name} of a null object`);
    const args = this.argumentsOf(action.ArgumentInfo, request, resolved, location);
    switch (action.ActionType) {
      case ActionType.method:
        return this.call(object, action.Name, args);
      case ActionType.setProperty:
        this.set(object, action.Name, args[0]);
        return null;
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, name, value);
        return null;
      default:
        throw this.missing.notSimulated(`actions of type ${String(action.ActionType)}`);
    }
  }

  private call(object: ApiObject, name: string, args: Arguments): unknown {
    if (name === "_KeepReference" && object.keep) {
      object.keep();
      return null;
    }
    const method = object.methods?.[name];
    if (!method) throw this.missing.member(object, name, "method");
    return method(args);
  }

  private set(object: ApiObject, name: string, value: unknown): void {
    const scalar = object.scalars?.[name];
    if (!scalar?.set) throw this.missing.member(object, name, "writable");
    scalar.set(value);
  }

  private resolve(
    id: number,
    paths: ApiRequest["ObjectPaths"],
    resolved: Resolved,
    location: { text: string },
  ): ApiObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = paths[id];
    if (!path) throw fault("InvalidObjectPath", `the request names no path ${String(id)}`);
    const found = this.find(path, paths, resolved, location);
    resolved.set(id, found);
    return found;
  }

  private find(
    path: ObjectPath,
    paths: ApiRequest["ObjectPaths"],
    resolved: Resolved,
    location: { text: string },
  ): ApiObject | null {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.roots.workbook;
      case PathType.service: {
        const service = this.roots.service(path.Name);
        if (!service) throw this.missing.notSimulated(path.Name);
        return service;
      }
      case PathType.reference: {
        const kept = this.roots.kept(path.Name);
        if (!kept) throw fault("InvalidReference", path.Name);
        return kept;
      }
      case PathType.nothing:
        return null;
    }
    const parent = this.resolve(path.ParentObjectPathId ?? -1, paths, resolved, location);
    if (!parent) return null;
    const args = this.argumentsOf(path.ArgumentInfo, { Actions: [], ObjectPaths: paths }, resolved, location);
    if (path.ObjectPathType === PathType.indexer) {
      location.text = `${parent.type}.getItem`;
      if (!parent.item) throw this.missing.member(parent, "GetItem", "object");
      return parent.item(args);
    }
    location.text = `${parent.type}.${camel(path.Name)}`;
    const finder = parent.objects?.[path.Name];
    if (!finder) throw this.missing.member(parent, path.Name, "object");
    return finder(args);
  }

  /** Arguments that are proxies come as path ids, marked in an array of the same shape. */
  private argumentsOf(
    info: ArgumentInfo | undefined,
    request: ApiRequest,
    resolved: Resolved,
    location: { text: string },
  ): Arguments {
    const given = info?.Arguments ?? [];
    const marks = info?.ReferencedObjectPathIds;
    if (!marks) return given;
    const real = (value: unknown, mark: unknown): unknown => {
      if (Array.isArray(mark) && Array.isArray(value)) {
        const marked: readonly unknown[] = mark;
        return value.map((item, itemIndex) => real(item, marked[itemIndex]));
      }
      if (typeof mark !== "number" || mark === 0) return value;
      return this.resolve(mark, request.ObjectPaths, resolved, location);
    };
    return real(given, marks) as Arguments;
  }
}

/** All is done, and still the add-in hears of a failure. */
function lateError({ code: Code }: Injected, { Actions }: ApiRequest): NonNullable<ApiReply["Error"]> {
  return { Code, Message: faultText(Code), Location: "", ActionIndex: Actions.length - 1 };
}

function instantiated(object: ApiObject): unknown {
  const reference = object.referenceId?.();
  if (reference !== undefined) return { _ReferenceId: reference };
  if (object.id === undefined) return {};
  return object.scalars?.["Id"] ? { Id: object.id } : { _Id: object.id };
}

function failWhereAsked(
  injected: Injected | undefined,
  index: number,
  writes: number,
  doesWrite: boolean,
): void {
  if (!injected) return;
  const { code, afterActions, afterWrites } = injected;
  const isHere =
    afterWrites === undefined ? index >= (afterActions ?? 0) : doesWrite && writes >= afterWrites;
  if (isHere) throw new ApiFault(code, faultText(code));
}
