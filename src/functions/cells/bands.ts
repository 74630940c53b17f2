import { agingBands, agingBandsFault, defaultAgingLimits, type AgingBands } from "../../core/api";
import { isBlank, plainValue } from "./cell";
import { readAll } from "./column";
import { Fault } from "./fault";
import { readNumber, readText, wholeDays } from "./read";

/** The cells of a range that are filled. */
function filled(name: string, range: unknown): unknown[] {
  const cells = Array.isArray(range) ? readAll(range) : [range];
  return cells.filter((raw) => !isBlank(plainValue(name, raw)));
}

/** Aging bands out of their limits and labels; 30, 60, 90 where nothing is given. */
export function readBands(limits: unknown, labels: unknown): AgingBands {
  const upper = filled("limits", limits).map((raw) => readNumber("limits", raw, wholeDays).toNumber());
  const names = filled("labels", labels).map((raw) => readText("labels", raw));
  const bounds = upper.length > 0 ? upper : defaultAgingLimits;
  const given = names.length > 0 ? names : undefined;
  const fault = agingBandsFault(bounds, given);
  if (fault !== undefined) throw new Fault("value", fault);
  return agingBands(bounds, given);
}
