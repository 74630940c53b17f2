import { ActionType, PathType, type ApiRequest } from "./protocol";

/** What a request is for; only the first two are waited for by the add-in. */
export type RequestKind = "workbook" | "service" | "cleanUp" | "library";

/** One request and its answer, as tests look at them. */
export interface RequestRecord {
  readonly kind: RequestKind;
  readonly actions: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly cellsWritten: number;
  readonly cellsRead: number;
  /** Drawing and calculating waited until it was done. */
  readonly suspended: boolean;
  /** The code of the error that the add-in got; undefined if all went well. */
  readonly error: string | undefined;
  /** When the host itself worked at it, by performance.now(): in a page that time is not the add-in's. */
  readonly from: number;
  readonly to: number;
}

const SUSPENSIONS = ["SuspendScreenUpdatingUntilNextSync", "SuspendApiCalculationUntilNextSync"];

export const isSuspended = ({ Actions }: ApiRequest): boolean =>
  SUSPENSIONS.every((name) => Actions.some(({ Name }) => Name === name));

/** Services that the library calls for itself. */
const LIBRARY_SERVICES = /^Microsoft[.](?:InternalService|ExcelServices)[.]/;

export function kindOf({ Actions, ObjectPaths }: ApiRequest): RequestKind {
  const paths = Object.values(ObjectPaths);
  const methods = Actions.filter(({ ActionType: type }) => type === ActionType.method);
  const isCleanUp =
    methods.length > 0 &&
    methods.every(({ Name }) => Name === "_RemoveReference") &&
    Actions.every(({ ActionType: type }) => type === ActionType.method || type === ActionType.instantiate);
  if (isCleanUp) return "cleanUp";
  const services = paths.filter(({ ObjectPathType: type }) => type === PathType.service);
  if (services.some(({ Name }) => LIBRARY_SERVICES.test(Name))) return "library";
  return services.length > 0 ? "service" : "workbook";
}

/** Bytes of a text in UTF-8. Counted here, since not every page of the tests has a TextEncoder. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    // A pair of surrogates is four bytes: two more than its two units.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
