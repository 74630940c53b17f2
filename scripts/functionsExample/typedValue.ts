import type { Cell } from "../functions/formula";
import { momentOf } from "../example/cell";
import type { Format } from "./formats";

/** What a cell holds once the value is typed into it: where days or moments are, ISO text is a serial. */
export function typedValue(value: Cell, format: Format | undefined): Cell {
  if (typeof value !== "string" || (format !== "date" && format !== "moment")) return value;
  const serial = momentOf(value);
  if (serial === undefined) throw new Error(`${value} is no date`);
  return serial;
}
