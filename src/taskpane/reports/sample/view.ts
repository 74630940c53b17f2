import { nameKey, type WritePlan } from "../../../core/api";
import { SessionFailure } from "../../session/failure";
import type { SessionWorkbook } from "../../session/sessionWorkbook";
import { samplePlan } from "./view/samplePlan";

/** Sample contracts and usage as sheets; they must not replace somebody's own. */
export function plan({ snapshot }: SessionWorkbook): WritePlan {
  const sample = samplePlan();
  const taken = new Set(snapshot.grids.map(({ sheet }) => nameKey(sheet)));
  const inTheWay = sample.sheets.find(({ name }) => taken.has(nameKey(name)));
  if (!inTheWay) return sample;
  throw new SessionFailure({
    code: "NAME_TAKEN",
    message: `This workbook has a sheet ${inTheWay.name} already: open a new workbook and insert the sample there.`,
    at: { sheet: inTheWay.name, row: 0, column: 0 },
  });
}
