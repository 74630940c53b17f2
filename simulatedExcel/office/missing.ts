import { ApiFault, fault } from "../workbook/fault";
import type { ApiObject } from "./apiObject";
import { camel, type ApiShape } from "./shape";

type Kind = "scalar" | "writable" | "object" | "method";

/** Tells what the API lacks from what only the host lacks: the latter is loud and recorded. */
export class Missing {
  /** Members that the add-in used and the host does not simulate: `Range.ShowCard`. */
  readonly unimplemented: string[] = [];

  /** @param shape of the library, once it has run */
  constructor(private readonly shape: () => ApiShape | undefined) {}

  member(object: ApiObject, name: string, kind: Kind): ApiFault {
    if (this.isKnown(object.type, name, kind)) return this.notSimulated(`${object.type}.${camel(name)}`);
    return fault("InvalidArgument", `${object.type} has no ${kind} ${camel(name)}`);
  }

  notSimulated(feature: string): ApiFault {
    if (!this.unimplemented.includes(feature)) this.unimplemented.push(feature);
    return new ApiFault("ApiNotFound", `The Excel host of the tests does not simulate ${feature}.`);
  }

  private isKnown(type: string, name: string, kind: Kind): boolean {
    const shape = this.shape();
    if (!shape) return true;
    switch (kind) {
      case "scalar":
        return shape.isScalar(type, name);
      case "writable":
        return shape.isWritable(type, name);
      case "object":
        return shape.isNavigation(type, name) || shape.isMethod(type, name);
      case "method":
        return shape.isMethod(type, name);
    }
  }
}
