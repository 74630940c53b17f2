import type { ApiObject } from "./apiObject";
import type { Missing } from "./missing";
import type { QueryInfo } from "./protocol";
import { pascal } from "./shape";

type Answer = Record<string, unknown>;

/** Answers `load`: the asked properties as the library takes them in. */
export class Query {
  constructor(private readonly missing: Missing) {}

  answer(object: ApiObject, query: QueryInfo): Answer {
    const paths = [...(query.Select ?? []), ...(query.Expand ?? [])].map(partsOf);
    if (!object.items) return this.read(object, paths);
    const all = object.items();
    const skip = query.Skip ?? 0;
    const shown = all.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
    const collectionPaths = paths.filter(
      ([first]) => first !== undefined && this.isOfCollection(object, first),
    );
    const ofItems = paths.filter((path) => !collectionPaths.includes(path));
    const wantsNoItems = collectionPaths.length > 0 && ofItems.length === 0;
    const answer = collectionPaths.length > 0 || paths.length === 0 ? this.read(object, collectionPaths) : {};
    if (wantsNoItems) return answer;
    const items = shown.map((item) => this.item(item, ofItems));
    return { ...answer, _Items: items, ...(object.scalars?.["Count"] ? { Count: all.length } : {}) };
  }

  private item(item: ApiObject, paths: readonly string[][]): Answer {
    const answer = this.read(item, paths);
    return item.id === undefined ? answer : { ...answer, _Id: item.id };
  }

  private isOfCollection(collection: ApiObject, name: string): boolean {
    return collection.scalars?.[name] !== undefined;
  }

  private read(object: ApiObject, paths: readonly string[][]): Answer {
    const answer: Answer = {};
    const children = new Map<string, string[][]>();
    if (paths.length === 0 || paths.some(([first]) => first === "*")) this.readAll(object, answer);
    for (const [first = "*", ...rest] of paths) {
      if (first === "*" || first === "IsNullObject" || first === "$none") continue;
      const scalar = object.scalars?.[first];
      if (scalar && rest.length === 0) answer[first] = scalar.get();
      else if (object.objects?.[first]) children.set(first, [...(children.get(first) ?? []), rest]);
      else throw this.missing.member(object, first, rest.length === 0 ? "scalar" : "object");
    }
    for (const [name, deeper] of children) {
      const child = object.objects![name]!([]);
      const inner = deeper.filter((path) => path.length > 0);
      answer[name] = child && this.answer(child, { Select: inner.map((path) => path.join("/")) });
    }
    return answer;
  }

  /** A bare load leaves out what is not simulated; asked for by name it fails. */
  private readAll(object: ApiObject, answer: Answer): void {
    for (const [name, scalar] of Object.entries(object.scalars ?? {})) answer[name] = scalar.get();
  }
}

function partsOf(path: string): string[] {
  return path
    .split("/")
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("_") || part.startsWith("$") ? part : pascal(part.trim())));
}
