/** What the library knows of a class: whether a name is a member, by the names of requests. */
export interface ApiShape {
  isScalar(type: string, name: string): boolean;
  isWritable(type: string, name: string): boolean;
  isNavigation(type: string, name: string): boolean;
  isMethod(type: string, name: string): boolean;
}

interface ClassPrototype {
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
}

/** Reads the API off the library's classes, so that the host never has to list it. */
export function reflectShape(library: Readonly<Record<string, unknown>>): ApiShape {
  const prototypeOf = (type: string): ClassPrototype | undefined => {
    const found = library[type];
    return typeof found === "function" ? (found.prototype as ClassPrototype) : undefined;
  };
  const scalarsOf = (type: string): readonly string[] =>
    prototypeOf(type)?._scalarPropertyOriginalNames ?? [];
  return {
    isScalar: (type, name) => scalarsOf(type).includes(name),
    isWritable: (type, name) =>
      prototypeOf(type)?._scalarPropertyUpdateable?.[scalarsOf(type).indexOf(name)] === true,
    isNavigation: (type, name) =>
      (prototypeOf(type)?._navigationPropertyNames ?? []).some((property) => pascal(property) === name),
    isMethod: (type, name) => {
      const prototype = prototypeOf(type);
      if (!prototype) return false;
      const described = Object.getOwnPropertyDescriptor(prototype, name.startsWith("_") ? name : camel(name));
      return typeof described?.value === "function";
    },
  };
}

/** `Values` for `values`. */
export function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
