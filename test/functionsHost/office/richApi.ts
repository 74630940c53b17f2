/** The kinds of object path and action of a request that this host knows. */
const ObjectPathType = { root: 1, newObject: 2, method: 3, property: 4 } as const;
const ActionType = { instantiate: 1, method: 3 } as const;

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

interface RichApiRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Something of the host that a request can address. */
export interface HostObject {
  /** Calls a method by the name it has in requests; undefined means that it returns nothing. */
  call?(method: string, args: readonly unknown[]): unknown;
  /** A navigation property, or what a method gives. */
  child?(name: string, args: readonly unknown[]): HostObject;
}

/** The host cannot do what was asked. */
class NotSimulated extends Error {}

/**
 * Answers rich-API requests: batches of actions on object paths. The services and the root are handed in, so that a
 * workbook can take its place beside the custom functions.
 */
export class RichApi {
  constructor(
    /** By the name of the service; "" is the root. */
    private readonly objects: Readonly<Record<string, HostObject>>,
    private readonly onFault: (fault: string) => void,
  ) {}

  /** @returns the reply: JSON text for JSON text */
  readonly answer = (json: string): string => {
    const { Actions, ObjectPaths } = JSON.parse(json) as RichApiRequest;
    const resolved = new Map<number, HostObject>();
    const Results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of Actions.entries()) {
      try {
        const target = this.resolve(action.ObjectPathId, ObjectPaths, resolved);
        Results.push({ ActionId: action.Id, Value: this.perform(action, target) });
      } catch (fault) {
        // What ran before stays done, as in Excel.
        const Message = fault instanceof Error ? fault.message : String(fault);
        const Code = fault instanceof NotSimulated ? "ApiNotFound" : "GeneralException";
        this.onFault(Message);
        return JSON.stringify({
          Results,
          Error: { Code, Message, Location: action.Name, ActionIndex: index },
        });
      }
    }
    return JSON.stringify({ Results, TraceIds: [] });
  };

  private perform(action: Action, target: HostObject): unknown {
    switch (action.ActionType) {
      case ActionType.instantiate:
        return {};
      case ActionType.method:
        if (!target.call) throw new NotSimulated(`the host does not simulate ${action.Name}`);
        return target.call(action.Name, action.ArgumentInfo?.Arguments ?? []) ?? null;
      default:
        throw new NotSimulated(`the host does not simulate actions of type ${String(action.ActionType)}`);
    }
  }

  private resolve(
    id: number,
    paths: RichApiRequest["ObjectPaths"],
    resolved: Map<number, HostObject>,
  ): HostObject {
    const known = resolved.get(id);
    if (known) return known;
    const path = paths[id];
    if (!path) throw new NotSimulated(`the request names no object path ${String(id)}`);
    const found = this.find(path, paths, resolved);
    if (!found) throw new NotSimulated(`the host does not simulate ${path.Name || "the root"}`);
    resolved.set(id, found);
    return found;
  }

  private find(
    path: ObjectPath,
    paths: RichApiRequest["ObjectPaths"],
    resolved: Map<number, HostObject>,
  ): HostObject | undefined {
    switch (path.ObjectPathType) {
      case ObjectPathType.root:
        return this.objects[""];
      case ObjectPathType.newObject:
        return this.objects[path.Name];
      case ObjectPathType.method:
      case ObjectPathType.property: {
        const parent = this.resolve(path.ParentObjectPathId ?? -1, paths, resolved);
        return parent.child?.(path.Name, path.ArgumentInfo?.Arguments ?? []);
      }
      default:
        return undefined;
    }
  }
}
