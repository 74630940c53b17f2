/** A property with a plain value. */
export interface Scalar {
  get(): unknown;
  /** Absent where the API offers no setter, or where the host does not simulate it. */
  set?(value: unknown): void;
}

export type Arguments = readonly unknown[];

/** An object of the workbook as requests address it. Names are those in requests: `Values`, `GetRange`. */
export interface ApiObject {
  /** The library's class: `Range`. */
  readonly type: string;
  /** By which the library addresses it from then on. */
  readonly id?: string;
  readonly scalars?: Readonly<Record<string, Scalar>>;
  /** Navigation properties, and methods that give an object; null is a null object. */
  readonly objects?: Readonly<Record<string, (args: Arguments) => ApiObject | null>>;
  /** Methods that give a value or nothing. */
  readonly methods?: Readonly<Record<string, (args: Arguments) => unknown>>;
  /** Of a collection. */
  readonly items?: () => readonly ApiObject[];
  /** `getItem` of a collection that has an indexer. */
  readonly item?: (args: Arguments) => ApiObject;
  /** Keeps the object for later requests and gives the name that it then has. */
  readonly keep?: () => string;
  /** The name under which it is kept already. */
  readonly referenceId?: () => string | undefined;
}

/** A property that is kept in a field. */
export function field<T extends object, K extends keyof T>(
  owner: T,
  key: K,
  check: (value: unknown) => T[K],
  before: () => void = () => undefined,
): Scalar {
  return {
    get: () => owner[key],
    set: (value) => {
      before();
      owner[key] = check(value);
    },
  };
}

export function readOnly(get: () => unknown): Scalar {
  return { get };
}
