import { formatMoment, lastLogged, type Snapshot } from "../../core/api";
import { changedSince } from "./failures";
import type { PortFailure } from "./port";

/**
 * Why a plan is refused whose workbook is not what it was made from: two people billed at once, and who logged a run
 * meanwhile was first; or else the sheet that somebody edited.
 */
export function overtaken(sheet: string, before: Snapshot, now: Snapshot): PortFailure {
  const { hash, runId, who, action, when } = lastLogged(now);
  if (hash === "" || hash === lastLogged(before).hash) return changedSince(sheet);
  const time = when ? ` on ${formatMoment(when).replace("T", " ")}` : "";
  return {
    ...changedSince(sheet),
    message: `${who || "Somebody"} was first: ${action} ${runId}${time}. Nothing of yours was written and no number was given; check and preview again.`,
  };
}
