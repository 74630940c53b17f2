/** The wire form of a request to the rich API, as the library sends it. */
export interface ApiRequest {
  readonly Actions: readonly ApiAction[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export const PathType = {
  root: 1,
  service: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
} as const;

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  update: 9,
} as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Where arguments are proxies: their path ids, in the shape of the arguments. */
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface ApiAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

export interface ApiReply {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
  };
}

/** Whether an action may change something; what merely looks or keeps a reference may not. */
export function isWrite(action: ApiAction, paths: ApiRequest["ObjectPaths"]): boolean {
  switch (action.ActionType) {
    case ActionType.setProperty:
    case ActionType.update:
      return true;
    case ActionType.method:
      return !/^(?:_|Get|Suspend|Select$|Activate$)/.test(action.Name);
    case ActionType.instantiate: {
      const path = paths[action.ObjectPathId];
      return path?.ObjectPathType === PathType.method && !/^(?:_|Get|Find)/.test(path.Name);
    }
    default:
      return false;
  }
}
